"""From where a date is read, and what was found there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spreekuur.rules.school_calendar import Holiday

YEARS_AROUND = 8
"""How many years back and ahead a date without a year may lie: a 29 February can be that far."""


@dataclass(frozen=True, slots=True)
class View:
    """From where a date is read: the day itself, its holidays, and whether it looks back."""

    today: date
    holidays: tuple[Holiday, ...] = ()
    past: bool = False

    def nearest(self, days: Iterable[date], passed: timedelta) -> date | None:
        """The last day when looking back, else the first that did not pass longer ago than that."""
        if self.past:
            return max((day for day in days if day <= self.today), default=None)
        return min((day for day in days if day >= self.today - passed), default=None)


@dataclass(frozen=True, slots=True)
class Found:
    """A day at the start of some words, `taken` of them; see `DayReading` for the other fields.

    `settled`: the lead (`na`, `voor`) is already in the day.
    """

    taken: int
    day: date | None
    week: int | None = None
    exact: bool = False
    numbered: bool = False
    settled: bool = False
    doubt: str = ""
