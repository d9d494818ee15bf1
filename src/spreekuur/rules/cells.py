"""How much room a text takes in a terminal, where some characters are two cells wide or none."""

from __future__ import annotations

import unicodedata

_ELLIPSIS = "…"
_LITTLE = 0.6
"""So much is kept at least for the sake of a whole word."""


def cut(text: str, width: int) -> str:
    """Text in at most `width` columns, with an ellipsis when something is left out."""
    if columns(text) <= width:
        return text
    kept = ""
    for character in text[:width]:
        if columns(kept + character) > width - 1:
            break
        kept += character
    return whole_words(kept, text) + _ELLIPSIS


def whole_words(kept: str, text: str) -> str:
    """What is kept of a text without the piece of a word at its end, where that costs little."""
    head, blank, piece = kept.rpartition(" ")
    cut_through = blank and piece and not text[len(kept) : len(kept) + 1].isspace()
    if cut_through and len(head) >= len(kept) * _LITTLE:
        kept = head
    return kept.rstrip().removesuffix(" ·").rstrip()


def columns(text: str) -> int:
    """How many terminal columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_character_columns, text))


def _character_columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
