"""The lines of a form that say from which day up to and including which day."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from spreekuur.tui.date_line import DateLine
from spreekuur.tui.widgets.form import FormLine

NO_DAY = "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."
NO_LAST = "Tot en met welke dag? Typ bijvoorbeeld 27 nov, of laat leeg voor één dag."
BACKWARDS = "De laatste dag ligt voor de eerste. Kies een latere, of laat T/m leeg."


class DaysLines:
    """A first day and, when there are more, a last one."""

    def __init__(
        self, seen_from: Callable[[], date], where: Callable[[], str] = lambda: ""
    ) -> None:
        """`where` is said behind the first day."""
        self.first_line = DateLine("Datum", seen_from, remark=lambda _: where())
        self.last_line = DateLine("T/m", seen_from, empty="één dag", placeholder="27 nov")
        self.all = (self.first_line, self.last_line)

    def held(self, first: date | None, last: date | None = None) -> Mapping[FormLine, str]:
        """How days of the file stand here."""
        more = last if last != first else None
        return {self.first_line: DateLine.written(first), self.last_line: DateLine.written(more)}

    @property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day, when both are clear."""
        first = self.first_line.day
        if first is None or self.last_line.unclear:
            return None
        last = self.last_line.day or first
        return (first, last) if first <= last else None

    @property
    def missing(self) -> tuple[str, FormLine] | None:
        """What to type first, and where."""
        if self.first_line.day is None:
            return NO_DAY, self.first_line
        if self.last_line.unclear:
            return NO_LAST, self.last_line
        return None if self.span else (BACKWARDS, self.last_line)
