"""Rows of the caseload: which columns there are, and a window on however many jongeren."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.date_words import short_day
from spreekuur.store.casebook import Casebook
from spreekuur.tui import shown
from spreekuur.tui.lines import MUTED, WARN, Part, line, spread
from spreekuur.tui.widgets.bars import OneLine
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.views.caseload import CaseloadRow, Order, caseload_rows
from spreekuur.views.caseload_words import NEW, STUCK, WAITS

WIDE, MIDDLE = 79, 62
"""Cells of a row from which all columns fit, and from which all but the school do."""

RECENT = 14
"""Days since the last contact below which the number is muted."""


def columns(order: Order) -> tuple[Column, ...]:
    """Name and next step always; where it is narrow, of the rest first what the order is by."""
    by_school, by_contact = order is Order.SCHOOL, order is Order.CONTACT
    return (
        Column(22, "Naam"),
        Column(6, "Klas", needs=MIDDLE if by_contact else 0),
        Column(11, "School", needs=0 if by_school else WIDE),
        Column(15, "Laatste contact", needs=WIDE if by_school else 0 if by_contact else MIDDLE),
        Column(title="Volgende stap"),
    )


class CountLine(OneLine):
    """How many are listed at the left; at the right how to find one, where there is room."""

    def __init__(self, hint: str) -> None:
        super().__init__()
        self._counted = ""
        self._hint = hint

    def say(self, counted: str, hint: str) -> None:
        """Show another count and hint."""
        self._counted, self._hint = counted, hint
        self.refresh()

    def text(self, width: int) -> Content:
        fits = len(self._counted) + len(self._hint) + 3 <= width
        return spread(line(self._counted), line((self._hint if fits else "", MUTED)), width)


class CaseloadWindow:
    """The rows of these jongeren, read a page at a time."""

    def __init__(
        self, casebook: Casebook, pupil_ids: Sequence[int], today: date, *, shielded: bool
    ) -> None:
        self._casebook = casebook
        self._pupil_ids = pupil_ids
        self._today = today
        self._shielded = shielded

    def count(self) -> int:
        return len(self._pupil_ids)

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        with self._casebook.read() as connection:
            rows = caseload_rows(connection, self._pupil_ids[offset : offset + limit], self._today)
        return [caseload_line(row, self._today, shielded=self._shielded) for row in rows]

    def position(self, key: Hashable) -> int | None:
        found = (at for at, pupil_id in enumerate(self._pupil_ids) if pupil_id == key)
        return next(found, None)


def caseload_line(row: CaseloadRow, today: date, *, shielded: bool) -> Row:
    """One jongere as the list shows it, known by the number."""
    name = shown.listed(row.name, shielded)
    school = row.school or "geen"
    parts: tuple[Part, ...] = (name, (row.class_name or "-", MUTED), (school, MUTED))
    return Row(
        row.id, (*parts, _last_contact(row, today), next_step(row, today, shielded=shielded))
    )


def next_step(row: CaseloadRow, today: date, *, shielded: bool) -> Part:
    """`di 8 dec spreekuur`, or that there is none."""
    if row.next_step:
        action = shown.words(row.next_step.action, shielded)
        return f"{short_day(row.next_step.on, today)} {action}"
    if row.without_next_step:
        return STUCK, WARN
    return WAITS if row.waiting else ""


def _last_contact(row: CaseloadRow, today: date) -> Part:
    if row.last_contact is None:
        return NEW
    days, day = (today - row.last_contact).days, short_day(row.last_contact, today)
    if days < 0:
        return day, MUTED
    text = f"{day:<9} {days:>3} d"
    return (text, MUTED) if days < RECENT else text
