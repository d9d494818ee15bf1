"""What an app shows, as plain text: the same on every system, and a diff that can be read."""

from __future__ import annotations

from typing import Any

from textual._context import visible_screen_stack
from textual.app import App


def screen_text(app: App[Any]) -> str:
    """The rows of the screen, what lies behind a modal included, without trailing blanks."""
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


def status(app: App[Any]) -> str:
    """The row above the keys, where a screen says what was done or why not."""
    return screen_text(app).splitlines()[-2].strip()


def under_cursor(app: App[Any]) -> str:
    """The row with the sign of the cursor in the list that has the hands."""
    assert app.focused
    pane = app.focused.region
    lines = (line[pane.x : pane.right] for line in screen_text(app).splitlines())
    return next(" ".join(line.strip(" │▸").split()) for line in lines if "▸" in line)
