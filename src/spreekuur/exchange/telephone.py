"""Telephone numbers as lists give them: amid other text, or with the zero that Excel ate."""

from __future__ import annotations

import re

_NUMBER = re.compile(
    r"(?:tel\.?|mob\.?)?[\s:(]*((?:\+|0)[0-9][0-9 ()-]{7,14}[0-9])\)?", re.IGNORECASE
)


def telephone(text: str) -> str:
    """The text of a telephone cell; nine digits of which Excel dropped the zero get it back."""
    return f"0{text}" if re.fullmatch(r"[1-9][0-9]{8}", text) else text


def split_telephone(text: str) -> tuple[str, str]:
    """`Anja de Groot (06-00 00 00 01)` as name and number; without one the number is empty."""
    match = _NUMBER.search(text)
    if match is None:
        return text, ""
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return " ".join(rest.split()).strip(" ,:-"), match[1]
