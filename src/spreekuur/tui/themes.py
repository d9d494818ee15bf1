"""Own themes: text at least 7:1, muted and state colours 4.5:1, on every surface (tested)."""

from __future__ import annotations

from textual.theme import Theme

LIGHT = Theme(
    name="licht",
    primary="#1f4e79",
    secondary="#3d5a6c",
    accent="#1d5b8a",
    foreground="#1b1f23",
    background="#faf9f6",
    surface="#faf9f6",
    panel="#efede7",
    success="#1e6b35",
    warning="#7d5000",
    error="#9a2f1f",
    dark=False,
)

DARK = Theme(
    name="donker",
    primary="#8fb8de",
    secondary="#a9bccb",
    accent="#8cc1ee",
    foreground="#e4e2dc",
    background="#1c1f22",
    surface="#1c1f22",
    panel="#26292d",
    success="#8fce9b",
    warning="#e3b662",
    error="#ee9c87",
    dark=True,
)

CONTRAST = Theme(
    name="contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#7fd4ff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    success="#7dff9a",
    warning="#ffd75f",
    error="#ffae9a",
    dark=True,
)

THEMES = (LIGHT, DARK, CONTRAST)
