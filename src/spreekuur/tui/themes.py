"""Own themes: text at least 7:1, muted and state colours 4.5:1, as painted (tested)."""

from __future__ import annotations

from textual.theme import Theme


def _theme(
    name: str,
    *,
    dark: bool,
    text: str,
    paper: str,
    panel: str,
    selection: str,
    muted: str,
    accent: str,
    good: str,
    warn: str,
    bad: str,
) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        foreground=text,
        background=paper,
        surface=paper,
        panel=panel,
        primary=accent,
        accent=accent,
        success=good,
        warning=warn,
        error=bad,
        variables={
            # Textual mixes these with black or white until they all look alike.
            "text-muted": muted,
            "text-accent": accent,
            "text-success": good,
            "text-warning": warn,
            "text-error": bad,
            # Reverse, not a colour: without colour the cursor must still be seen.
            "input-cursor-background": paper,
            "input-cursor-foreground": text,
            "input-cursor-text-style": "reverse",
            "input-selection-background": selection,
            "input-selection-foreground": text,
        },
    )


THEMES = (
    _theme(
        "licht",
        dark=False,
        text="#1b1f23",
        paper="#faf9f6",
        panel="#efede7",
        selection="#cfe0ee",
        muted="#5d6167",
        accent="#1d5b8a",
        good="#1e6b35",
        warn="#7d5000",
        bad="#9a2f1f",
    ),
    _theme(
        "donker",
        dark=True,
        text="#e4e2dc",
        paper="#1c1f22",
        panel="#26292d",
        selection="#2f4a60",
        muted="#a9aeb3",
        accent="#8cc1ee",
        good="#8fce9b",
        warn="#e3b662",
        bad="#ee9c87",
    ),
    _theme(
        "contrast",
        dark=True,
        text="#ffffff",
        paper="#000000",
        panel="#2b2b2b",
        selection="#004a80",
        muted="#d0d0d0",
        accent="#7fd4ff",
        good="#7dff9a",
        warn="#ffd75f",
        bad="#ffae9a",
    ),
)
"""The first is the one that is used when nothing else was chosen."""
