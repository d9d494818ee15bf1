"""Dates, times and names as they stand in what is sent to others (screens 0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, time

from spreekuur.rules.date_words import MONTHS, WEEKDAYS
from spreekuur.rules.names import PersonName


def in_full(day: date) -> str:
    """`dinsdag 24 november 2026`."""
    return f"{weekday_and_day(day)} {day.year}"


def weekday_and_day(day: date) -> str:
    """`dinsdag 24 november`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"


def hour(at: time) -> str:
    """`13.20 uur`."""
    return f"{at.hour}.{at.minute:02d} uur"


def ended(text: str) -> str:
    """One line with a full stop behind it, unless it has an end of its own."""
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?")) else f"{text}."


def joined(parts: Sequence[str]) -> str:
    """`a, b en c`."""
    return " en ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def without_surnames(text: str, people: Iterable[PersonName]) -> str:
    """The text in which these people are called by their first name: no surname leaves the file.

    A surname alone may be a word (`Groot`, `Berg`), so only whole names are seen.
    """
    for name in people:
        if name.given and name.surname:
            whole = r"\s+".join(map(re.escape, name.spoken.split()))
            listed = re.escape(name.surname) + r",\s*" + re.escape(name.given)
            tail = rf"(?:\s+{re.escape(name.prefix)})?" if name.prefix else ""
            pattern = rf"(?<!\w)(?:{whole}|{listed}{tail})(?!\w)"
            given = name.given.replace("\\", r"\\")
            text = re.sub(pattern, given, text, flags=re.IGNORECASE)
    return text
