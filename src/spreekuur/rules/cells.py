"""How much room a text takes in a terminal, where some characters are two cells wide or none."""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"


def cut(text: str, width: int) -> str:
    """Text in at most `width` columns, with an ellipsis when something is left out."""
    if columns(text) <= width:
        return text
    kept = ""
    for character in text[:width]:
        if columns(kept + character) > width - 1:
            break
        kept += character
    return kept.rstrip() + _ELLIPSIS


def columns(text: str) -> int:
    """How many terminal columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
