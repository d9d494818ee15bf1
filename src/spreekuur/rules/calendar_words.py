"""Dates by the calendar: `3 dec`, `3-12-2026`, `2026-12-03`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from spreekuur.rules.date_words import MONTHS, SHORT_MONTHS, short_day
from spreekuur.rules.day_view import YEARS_AROUND, Found, View
from spreekuur.rules.slips import near

_PASSED = timedelta(days=100)
_MONTHS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    **{name: number for number, name in enumerate(SHORT_MONTHS, 1)},
    "sept": 9,
}
_COUNTED = frozenset(
    {"keer", "x", "les", "lessen", "lesuren", "uur", "uren", "dag", "dagen", "week", "weken"}
)
_ISO = re.compile(r"((?:19|20|21)[0-9]{2})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_MONTH = re.compile(r"([0-9]{1,2})[-/]([0-9]{1,2})(?:[-/]((?:19|20|21)?[0-9]{2}))?")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.((?:19|20|21)?[0-9]{2})")
_GLUED = re.compile(r"([0-9]{1,3})([a-z]+)")
_YEAR = re.compile(r"(?:19|20|21)[0-9]{2}|'[0-9]{2}")


def read_figures(words: Sequence[str], view: View) -> Found | None:
    """`3-12`, `3/12/2026`, `3.12.26`, `2026-12-03`."""
    if iso := _ISO.fullmatch(words[0]):
        return _calendar(1, int(iso[3]), int(iso[2]), int(iso[1]), view)
    match = _DAY_MONTH.fullmatch(words[0]) or _DOTTED.fullmatch(words[0])
    if match is None or (len(words) > 1 and words[1] in _COUNTED):
        return None
    return _calendar(1, int(match[1]), int(match[2]), _full_year(match[3]), view)


def read_named_month(words: Sequence[str], view: View) -> Found | None:
    """`3 dec`, `3 december 2026`, `3dec`."""
    glued = _GLUED.fullmatch(words[0])
    day, name = glued.groups() if glued else (words[0], words[1] if len(words) > 1 else "")
    if not re.fullmatch("[0-9]{1,2}", day):
        return None
    taken = 1 if glued else 2
    meant = name if name in _MONTHS else near(name, MONTHS)
    if meant is None:
        return None
    year = words[taken] if len(words) > taken and _YEAR.fullmatch(words[taken]) else None
    found = _calendar(taken + bool(year), int(day), _MONTHS[meant], _full_year(year), view)
    if meant != name and found.day is not None:
        return Found(found.taken, found.day, doubt=meant_day(f"{day} {name}", found.day))
    return found


def _full_year(text: str | None) -> int | None:
    if text is None:
        return None
    digits = text.lstrip("'")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _calendar(taken: int, day: int, month: int, year: int | None, view: View) -> Found:
    around = range(view.today.year - YEARS_AROUND, view.today.year + YEARS_AROUND + 1)
    years: Iterable[int] = around if year is None else (year,)
    days = [found for found in (_existing(y, month, day) for y in years) if found is not None]
    chosen = days[0] if year is not None and days else view.nearest(days, passed=_PASSED)
    if chosen is None:
        known = 1 <= month <= len(SHORT_MONTHS)
        named = f"{day} {SHORT_MONTHS[month - 1]}" if known else f"maand {month}"
        return Found(taken, None, doubt=f"{named} bestaat niet")
    return Found(taken, chosen, exact=year is not None, numbered=True)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def meant_day(typed: str, day: date) -> str:
    """The question behind a slip: `vrijdg: bedoel je vr 27 nov?`."""
    return f"{typed}: bedoel je {short_day(day)}?"
