"""What stands on paper: a first name that nobody else has, a file name that names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from spreekuur.rules.names import PersonName, told_apart
from spreekuur.rules.text import clean, fold

LONGEST_WORD = 24
NAME = 32
"""Characters of a name."""


def first_names(people: Sequence[PersonName]) -> list[str]:
    """The first name of each; two that are the same get one initial, also in different classes.

    Who calls somebody out of a lesson calls a name, and fetches the wrong Sam.
    """
    return told_apart([(breakable(name.given, NAME) or "?", name.initial, "") for name in people])


def breakable(text: str, limit: int = 400) -> str:
    """Text that fits any column: cleaned, cut, and with places to break in endless words."""
    text = " ".join(clean(text, limit=limit).split())
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


def file_name(school: str, day: date, kind: str) -> str:
    """`spreekuur-veenwijzer-2026-11-24-concierge.pdf`: ASCII, and nobody's name."""
    words: Iterable[str] = re.findall(r"[a-z0-9]+", fold(school))
    called = "-".join(words)[:40].strip("-") or "school"
    return f"spreekuur-{called}-{day.isoformat()}-{kind}.pdf"
