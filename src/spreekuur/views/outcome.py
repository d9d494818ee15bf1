"""The one line that school may read of a place, and the last day there is something to tell of."""

from __future__ import annotations

from datetime import date

from spreekuur.store.connection import Connection
from spreekuur.views.columns import day


def outcome_of(connection: Connection, appointment_id: int) -> str | None:
    """The line *uitkomst* of a place, empty when there is none; None when the place is gone."""
    row = connection.execute(
        "SELECT outcome FROM appointment WHERE id = :id", {"id": appointment_id}
    ).fetchone()
    return row[0] if row else None


def last_day_of(
    connection: Connection, pupil_id: int, today: date
) -> tuple[int | None, date | None]:
    """The school of a jongere, and the last day on which something was said or missed."""
    row = connection.execute(
        "SELECT p.school_id, (SELECT max(day) FROM (SELECT c.said_on AS day FROM conversation c "
        "WHERE c.pupil_id = p.id AND c.said_on <= :today UNION ALL SELECT o.day "
        "FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id WHERE "
        "a.pupil_id = p.id AND o.day <= :today AND a.attendance <> 'uitgenodigd')) "
        "FROM pupil p WHERE p.id = :id",
        {"id": pupil_id, "today": str(today)},
    ).fetchone()
    return (row[0], day(row[1])) if row else (None, None)
