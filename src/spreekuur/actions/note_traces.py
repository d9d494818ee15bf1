"""The rows that lines of a saved note became: found back, mended and removed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.note_rows import columns_of, table_of
from spreekuur.rules.labels import AgreementStatus, Attendance, GoalStatus
from spreekuur.rules.note_lines import LineValue
from spreekuur.store.casebook import Casebook
from spreekuur.views.saved_note import booked_its_place

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import FollowUp, Goal, Row

SAYING = ("what", "text", "action", "value")
"""The column that says what a row is about; each table has one of them."""

FROM_CONTEXT = ("side", "shared")
"""Columns that depend on who was known when the line was read."""


def mend_row(session: Session, conversation_id: int, old: LineValue, new: LineValue) -> bool:
    """Let the row of a line that was mended follow it; False when there is no such row.

    Only what differs between the two lines changes: a judgement, or what she changed in the row
    itself, stays.
    """
    row = _row_of(session, conversation_id, old, new)
    if row is None:
        return False
    was = columns_of(old)
    for column, value in columns_of(new).items():
        if value != was[column]:
            setattr(row, column, value)
    return True


def remove_row(casebook: Casebook, session: Session, conversation_id: int, old: LineValue) -> None:
    """Remove the row of a line that is gone, unless something has happened to it since."""
    from spreekuur.model import FollowUp, Goal

    row = _row_of(session, conversation_id, old)
    if row is None or not _untouched(row, old):
        return
    if isinstance(row, Goal) and _measured(session, row):
        return
    if isinstance(row, FollowUp):
        _give_back_place(casebook, session, row)
    session.delete(row)
    session.flush()


def move_measurements(session: Session, conversation_id: int, day: date) -> None:
    """The scale and the value of a doel are of the day on which they were said."""
    from sqlmodel import select

    from spreekuur.model import GoalValue, ScaleScore

    for table in (GoalValue, ScaleScore):
        for row in session.exec(select(table).where(table.conversation_id == conversation_id)):
            row.day = day


def _row_of(session: Session, conversation_id: int, *lines: LineValue) -> Row | None:
    """The row that says what one of these lines says; of several the one most like the first.

    Of equals the newest: the older one may hold a place.
    """
    from sqlmodel import select

    table: Any = table_of(lines[0])
    if table is None:
        return None
    columns = [columns_of(line) for line in lines]
    saying = next(name for name in SAYING if name in columns[0])
    rows = session.exec(
        select(table)
        .where(
            table.conversation_id == conversation_id,
            getattr(table, saying).in_([line[saying] for line in columns]),
        )
        .order_by(table.id.desc())
    )

    def likeness(row: Row) -> tuple[bool, int]:
        same = sum(getattr(row, name) == value for name, value in columns[0].items())
        return _untouched(row, lines[0]), same

    return max(rows, key=likeness, default=None)


def _untouched(row: Row, line: LineValue) -> bool:
    """Whether a row is still what its line says and nothing became of it."""
    from spreekuur.model import Agreement, Goal

    says = {name: value for name, value in columns_of(line).items() if name not in FROM_CONTEXT}
    same = all(getattr(row, name) == value for name, value in says.items())
    if isinstance(row, Agreement):
        return same and row.status == AgreementStatus.OPEN and not row.check_how
    if isinstance(row, Goal):
        return same and row.status == GoalStatus.RUNNING
    return same


def _measured(session: Session, goal: Goal) -> bool:
    from sqlmodel import select

    from spreekuur.model import GoalValue

    return session.exec(select(GoalValue).where(GoalValue.goal_id == goal.id)).first() is not None


def _give_back_place(casebook: Casebook, session: Session, follow_up: FollowUp) -> None:
    """Free the place that this `>>` itself had given, as long as nobody came to it."""
    from spreekuur.model import Appointment, WaitingEntry

    assert follow_up.id
    with casebook.read() as connection:
        if not booked_its_place(connection, follow_up.id):
            return
    if follow_up.waiting_entry_id:
        session.delete(session.get(WaitingEntry, follow_up.waiting_entry_id))
    place = session.get(Appointment, follow_up.appointment_id) if follow_up.appointment_id else None
    if place and place.attendance == Attendance.INVITED:
        session.delete(place)
