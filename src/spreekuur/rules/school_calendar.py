"""School years and holidays. Functions take the holidays of one region, in any order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spreekuur.rules.holiday_data import ROWS
from spreekuur.rules.labels import Region
from spreekuur.rules.public_holidays import public_holidays
from spreekuur.rules.text import fold

_DAY = timedelta(days=1)
_SATURDAY = 5
_OTHER_NAMES = {"krokus": "voorjaar", "carnaval": "voorjaar"}


@dataclass(frozen=True, slots=True)
class Holiday:
    """A holiday of the schools in a region; `first` and `last` both belong to it."""

    name: str
    first: date
    last: date
    region: Region


_REGIONS = {
    "Noord": (Region.NORTH,),
    "Midden": (Region.CENTRAL,),
    "Zuid": (Region.SOUTH,),
    "Nederland": (Region.NORTH, Region.CENTRAL, Region.SOUTH),
}


def _published() -> Iterable[Holiday]:
    for row in ROWS.split("\n"):
        name, place, first, last = row.split()
        for region in _REGIONS[place]:
            yield Holiday(name, date.fromisoformat(first), date.fromisoformat(last), region)


PUBLISHED: tuple[Holiday, ...] = tuple(_published())
"""Holidays of Noord, Midden and Zuid, 2024-2025 to 2029-2030; schools may differ from some."""


def school_year(day: date) -> int:
    """The year in which the school year of `day` began, on 1 August (domain 6)."""
    return day.year if day.month >= 8 else day.year - 1


def holiday_on(day: date, holidays: Iterable[Holiday]) -> Holiday | None:
    """The holiday that `day` falls in."""
    return next((holiday for holiday in holidays if holiday.first <= day <= holiday.last), None)


def first_school_day_after(holiday: Holiday, holidays: Sequence[Holiday]) -> date:
    """The first school day after a holiday: in no other, and no public holiday."""
    return next_school_day(holiday.last, holidays)


def next_school_day(after: date, holidays: Sequence[Holiday]) -> date:
    """The first weekday later than `after` that is in no holiday and no public one itself."""
    day = after + _DAY
    while not _is_school_day(day, holidays):
        day += _DAY
    return day


def last_school_day_before(holiday: Holiday, holidays: Sequence[Holiday]) -> date:
    """The last school day before a holiday: what `t/m kerst` means."""
    day = holiday.first - _DAY
    while not _is_school_day(day, holidays):
        day -= _DAY
    return day


def next_named(name_prefix: str, after: date, holidays: Iterable[Holiday]) -> Holiday | None:
    """The running or next holiday whose name begins so (`herfst`), as seen from the day `after`."""
    wanted = fold(name_prefix)
    wanted = next(
        (name for other, name in _OTHER_NAMES.items() if wanted.startswith(other)), wanted
    )
    named = (h for h in holidays if h.last >= after and fold(h.name).startswith(wanted))
    return min(named, key=lambda holiday: holiday.first, default=None)


def _is_school_day(day: date, holidays: Iterable[Holiday]) -> bool:
    if day.weekday() >= _SATURDAY or day in public_holidays(day.year):
        return False
    return holiday_on(day, holidays) is None
