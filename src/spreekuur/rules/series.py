"""A reeks: which days it takes, and what is proposed for a day on which school is closed (6)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from spreekuur.rules.clock_words import NUMBERS
from spreekuur.rules.text import fold

MOST_WEEKS = 26
"""So many weeks may lie between two spreekuren of a reeks."""
LONGEST = timedelta(days=2 * 366)
"""Holidays of later years are not fixed yet."""
SEARCHED = timedelta(weeks=16)
"""So far behind a day off a school week is looked for: well past the longest holiday."""

_WEEK = timedelta(weeks=1)
_WEEKS = re.compile(r"(?:elke )?([0-9]{1,3}|[a-z]+) ?(?:w|wk|wkn|week|weken)?")
_EVERY_WEEK = frozenset({"week", "elke week", "wekelijks", "iedere week", "w", "wk"})
_EVERY_OTHER = frozenset({"om de week", "tweewekelijks"})


class OffKind(Enum):
    """Why a school is closed; the value says it of a day."""

    HOLIDAY = "valt in de"
    CLOSED = "valt in"
    PUBLIC = "is"


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days on which a school holds no spreekuur; `first` and `last` both belong to it."""

    name: str
    first: date
    last: date
    kind: OffKind = OffKind.CLOSED

    @property
    def said(self) -> str:
        """Behind a day: `valt in de kerstvakantie (Noord)`, `is Tweede paasdag`."""
        lead = self.kind.value
        if self.kind is OffKind.CLOSED and self.first == self.last:
            lead = OffKind.PUBLIC.value
        return f"{lead} {self.name}"


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """A day that the reeks wants, and what becomes of it.

    `off` says why it can't be. `instead` is then the same weekday in the next school week, or None
    when there is none within `SEARCHED`; `doubled` when the reeks is there already. `late` when it
    lies behind the last day of the reeks.
    """

    wanted: date
    off: DayOff | None = None
    instead: date | None = None
    doubled: bool = False
    late: bool = False

    @property
    def on(self) -> date | None:
        """The day to plan: the wanted one or the one instead; None when that is not needed."""
        if self.off is None:
            return self.wanted
        return None if self.doubled else self.instead


def off_on(day: date, days_off: Sequence[DayOff]) -> DayOff | None:
    """Why a school is closed on a day; None when it is open."""
    return next((one for one in days_off if one.first <= day <= one.last), None)


def next_school_week(day: date, days_off: Sequence[DayOff]) -> date | None:
    """The same weekday in the first later week in which it is off for none (domain 6)."""
    later, last = day + _WEEK, day + SEARCHED
    while later <= last:
        if off_on(later, days_off) is None:
            return later
        later += _WEEK
    return None


def series_days(
    first: date, weeks: int, until: date, days_off: Sequence[DayOff]
) -> tuple[SeriesDay, ...]:
    """Every wanted day in order: from `first`, every so many `weeks`, up to and including `until`.

    A day off gives way to the next school week, also when that lies behind `until`: `until` says
    how many afternoons school was promised, and a holiday takes none of them away unsaid. When the
    reeks has that day already it is not doubled.
    """
    wanted = _wanted(first, weeks, until)
    taken = {day for day in wanted if off_on(day, days_off) is None}
    days = []
    for day in wanted:
        off = off_on(day, days_off)
        if off is None:
            days.append(SeriesDay(day))
            continue
        instead = next_school_week(day, days_off)
        late = instead is not None and instead > until
        days.append(SeriesDay(day, off, instead, doubled=instead in taken, late=late))
        taken |= {instead} if instead else set()
    return tuple(days)


def parse_weeks(text: str) -> int | None:
    """Every how many weeks: `2w`, `3 weken`, `week`, `om de week`; None when it says none."""
    said = fold(text)
    if said in _EVERY_WEEK:
        return 1
    if said in _EVERY_OTHER:
        return 2
    found = _WEEKS.fullmatch(said)
    if found is None:
        return None
    number = int(found[1]) if found[1].isdigit() else NUMBERS.get(found[1], 0)
    return number if 1 <= number <= MOST_WEEKS else None


def check_series(first: date, until: date) -> str | None:
    """What to change before a reeks can run so, as a sentence; None when nothing."""
    if until < first:
        return "De reeks eindigt voor de eerste dag. Kies een latere dag bij Tot."
    if until - first > LONGEST:
        return "Een reeks loopt hoogstens twee jaar: vakanties van later staan nog niet vast."
    return None


def _wanted(first: date, weeks: int, until: date) -> list[date]:
    days = [first] if first <= until else []
    while days and until - days[-1] >= weeks * _WEEK:
        days.append(days[-1] + weeks * _WEEK)
    return days
