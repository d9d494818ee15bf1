"""What stands on paper: a first name that nobody else has, a file name that names nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import clean, fold

LONGEST_WORD = 24
NAME = 32
"""Characters of a name or a class."""


def first_names(people: Sequence[tuple[PersonName, str]]) -> list[str]:
    """The first name of each, by name and class; two that would be the same get one initial."""
    shown = [(_short(name.given) or "?", _short(class_name)) for name, class_name in people]
    same = Counter((fold(given), fold(class_name)) for given, class_name in shown)
    names = []
    for (given, class_name), (name, _) in zip(shown, people, strict=True):
        initial = next(iter(re.findall(r"[^\W_]", name.surname)), "")
        twice = same[fold(given), fold(class_name)] > 1
        names.append(f"{given} {initial.upper()}." if twice and initial else given)
    return names


def breakable(text: str, limit: int = 400) -> str:
    """Text that fits any column: cleaned, cut, and with places to break in endless words."""
    text = " ".join(clean(text, limit=limit).split())
    return re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", "\\1\u200b", text)


def file_name(school: str, day: date, kind: str) -> str:
    """`spreekuur-veenwijzer-2026-11-24-concierge.pdf`: ASCII, and nobody's name."""
    words: Iterable[str] = re.findall(r"[a-z0-9]+", fold(school))
    called = "-".join(words)[:40].strip("-") or "school"
    return f"spreekuur-{called}-{day.isoformat()}-{kind}.pdf"


def _short(text: str) -> str:
    return breakable(text, NAME)
