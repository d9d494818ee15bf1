"""Dutch dates as they are typed: `vr`, `over 2 wk`, `wk 48`, `3 dec`, `na herfstvakantie`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from spreekuur.rules.clock_words import parse_span, parse_time, read_time
from spreekuur.rules.day_view import Found, View
from spreekuur.rules.day_words import read_core
from spreekuur.rules.holiday_words import read_holiday
from spreekuur.rules.school_calendar import Holiday
from spreekuur.rules.text import fold

__all__ = [
    "DayReading",
    "parse_date",
    "parse_span",
    "parse_time",
    "read_day",
    "read_last_day",
]

_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = 14  # Words of the longest date: `tot en met vr 3 december 2026 om kwart over 2 uur`.
_TOT_EN_MET = ("tot", "en", "met")
_UNTIL = (_TOT_EN_MET, ("t/m",), ("tm",))
_LEADS = frozenset({"t/m", "tm", "tot", "uiterlijk", "op", "per", "vanaf", "voor", "na"})


@dataclass(frozen=True, slots=True)
class DayReading:
    """A day, a time or both, as found in text.

    `doubt` is a Dutch question or remark when the words can't be taken as they stand; `day` is then
    the proposal, or None. `day` is None as well when only a time was found. `week` is the ISO week
    when a whole week was named: `day` is its Friday. `exact`: the year was written out. `numbered`:
    day and month were written. `until`: it was written as `t/m`. `rest` is the text left over.
    """

    day: date | None
    at: time | None = None
    week: int | None = None
    exact: bool = False
    numbered: bool = False
    until: bool = False
    doubt: str = ""
    rest: str = ""


def read_day(
    text: str, today: date, holidays: Sequence[Holiday] = (), *, past: bool = False
) -> DayReading | None:
    """The day and time that `text` begins with, or None.

    A weekday is the next one, never today (`di` on a Tuesday is next week); with `past`, for what
    has happened, it is the last one, today included. A date without a year lies ahead, unless it
    passed in the last hundred days; with `past` it is the last one. `voor 3 dec` is the day before.
    """
    words = _folded(text.split(None, _LONGEST)[:_LONGEST])
    taken, reading = _read(words, View(today, tuple(holidays), past))
    if reading is None:
        return None
    rest = text.split(None, taken)
    return replace(reading, rest=rest[taken].rstrip() if len(rest) > taken else "")


def read_last_day(
    text: str, today: date, holidays: Sequence[Holiday] = (), *, past: bool = False
) -> DayReading | None:
    """The longest day, with or without a time, that `text` ends with; `rest` is what precedes."""
    words = _folded(text.rsplit(None, _LONGEST)[-_LONGEST:])
    view = View(today, tuple(holidays), past)
    for start in range(len(words)):
        taken, reading = _read(words[start:], view)
        if reading is not None and start + taken == len(words):
            pieces = text.rsplit(None, taken)
            return replace(reading, rest=pieces[0].strip() if len(pieces) > taken else "")
    return None


def parse_date(text: str, today: date, holidays: Sequence[Holiday] = ()) -> date | None:
    """A field that holds one date and nothing else; None when it is no date or leaves a doubt.

    A whole week (`wk 48`) is no date here.
    """
    reading = read_day(text, today, holidays)
    if reading is None or reading.rest or reading.doubt or reading.at or reading.week:
        return None
    return reading.day


def _folded(words: Sequence[str]) -> list[str]:
    return [fold(word).strip(",;.!") for word in words]


def _read(words: Sequence[str], view: View) -> tuple[int, DayReading | None]:
    """Lead, then day and time in either order: how many words, and the reading."""
    lead = _lead(words)
    start = len(lead)
    early = None if lead else read_time(words)
    if early is not None:
        start += early[0]
    found = read_holiday(words[start:], lead, view) or read_core(words[start:], view)
    if found is None:
        return (start, None if early is None else DayReading(None, early[1]))
    end = start + found.taken
    late = read_time(words[end:]) if early is None else None
    at = early or late
    reading = DayReading(
        _shifted(found, lead),
        None if at is None else at[1],
        week=found.week,
        exact=found.exact,
        numbered=found.numbered,
        until=lead in _UNTIL,
        doubt=found.doubt,
    )
    return (end + (late[0] if late else 0), reading)


def _lead(words: Sequence[str]) -> tuple[str, ...]:
    """The word or words before a day: `t/m`, `tot en met`, `voor`."""
    if tuple(words[:3]) == _TOT_EN_MET:
        return _TOT_EN_MET
    return (words[0],) if words and words[0] in _LEADS else ()


def _shifted(found: Found, lead: tuple[str, ...]) -> date | None:
    """`voor 3 dec` ends on the day before; `na 4 dec` begins on the next weekday."""
    day = found.day
    if day is None or found.doubt or found.settled:
        return day
    if lead == ("voor",):
        return day - _DAY
    if lead == ("na",):
        day += _DAY
        while day.weekday() >= _SATURDAY:
            day += _DAY
    return day
