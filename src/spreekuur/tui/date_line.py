"""The line of a form that holds one day of the calendar, in or out of a holiday, echoed in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from spreekuur.rules.date_words import day_and_month, day_and_time
from spreekuur.rules.dates import parse_date
from spreekuur.rules.school_calendar import Holiday
from spreekuur.tui.widgets.form import Reading, TextLine

WHICH = "welke dag?"


class DateLine(TextLine):
    """A Dutch date, seen from the day it is; `remark` may say something behind it."""

    def __init__(
        self,
        label: str,
        seen_from: Callable[[], date],
        holidays: Callable[[], Sequence[Holiday]] = tuple,
        *,
        remark: Callable[[date], str] = lambda _: "",
        empty: str = "",
        placeholder: str = "24 nov, vr",
    ) -> None:
        """`empty` is how an empty line is read."""
        super().__init__(label, read=self._echo, placeholder=placeholder)
        self._seen_from = seen_from
        self._holidays = holidays
        self._remark = remark
        self._empty = empty

    @staticmethod
    def written(day: date | None) -> str:
        """How a day stands in such a line."""
        return f"{day_and_month(day)} {day.year}" if day else ""

    @property
    def day(self) -> date | None:
        """The day that is meant, when that is clear."""
        return parse_date(self.value, self._seen_from(), self._holidays())

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is not one day."""
        return bool(self.value.strip()) and self.day is None

    def _echo(self, text: str) -> Reading:
        if not text.strip():
            return Reading(self._empty)
        day = self.day
        if day is None:
            return Reading(WHICH, doubtful=True)
        return Reading(", ".join(part for part in (day_and_time(day), self._remark(day)) if part))
