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
