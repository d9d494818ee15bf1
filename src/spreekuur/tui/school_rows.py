"""Rows of Scholen: her own schools with what is going on, or of all schools where each is."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date
from typing import NamedTuple

from spreekuur.rules.date_words import clock, short_day
from spreekuur.store.casebook import Casebook
from spreekuur.tui import shown
from spreekuur.tui.lines import MUTED, WARN, Part
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.views.schools import SchoolRow, school_rows

WIDE = 66
"""Cells of a row from which the columns have their whole titles."""

NO_RECEIVER = "geen ontvanger"


def columns(room: int, *, searching: bool) -> tuple[Column, ...]:
    """Of her schools what is going on there; of all schools where each one is."""
    wide = room >= WIDE
    if searching:
        return (
            Column(title="School"),
            Column(18 if wide else 14, "Plaats"),
            Column(6, "BRIN", needs=WIDE),
            Column(8 if wide else 3, "Jongeren" if wide else "Jgr", right=True),
        )
    return (
        Column(28 if wide else 18, "School"),
        Column(8 if wide else 3, "Jongeren" if wide else "Jgr", right=True),
        Column(17 if wide else 15, "Volgend spreekuur" if wide else "Spreekuur"),
        Column(title="Terugkoppeling"),
    )


class AtSchool(NamedTuple):
    """One school of a list."""

    school: int


class SchoolsWindow:
    """The rows of these schools, read a page at a time."""

    def __init__(
        self,
        casebook: Casebook,
        school_ids: Sequence[int],
        today: date,
        *,
        searching: bool,
        shielded: bool,
    ) -> None:
        self._casebook = casebook
        self._school_ids = school_ids
        self._today = today
        self._searching = searching
        self._shielded = shielded

    def count(self) -> int:
        return len(self._school_ids)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        with self._casebook.read() as connection:
            rows = school_rows(connection, self._school_ids[offset : offset + limit], self._today)
        return [self._line(row) for row in rows]

    def position(self, key: Hashable) -> int | None:
        found = (at for at, school_id in enumerate(self._school_ids) if school_id == key)
        return next(found, None)

    def _line(self, row: SchoolRow) -> Row:
        pupils = str(row.pupils) if row.pupils else ""
        if self._searching:
            look = "" if row.works_with else MUTED
            return Row(row.id, (row.shown, row.place, row.brin6 or "", pupils), look)
        return Row(row.id, (row.shown, pupils, self._next(row), self._receivers(row)))

    def _next(self, row: SchoolRow) -> Part:
        if row.next_on is None:
            return ""
        at = f" {clock(row.next_at)}" if row.next_at else ""
        return f"{short_day(row.next_on, self._today)}{at}"

    def _receivers(self, row: SchoolRow) -> Part:
        if not row.receivers:
            return (NO_RECEIVER, WARN) if row.pupils else ""
        return ", ".join(shown.spoken(one, self._shielded) for one in row.receivers)
