"""What can still be done about a spreekuur that was closed or cancelled."""

from __future__ import annotations

from spreekuur.rules.labels import OfficeHoursStatus
from spreekuur.store.connection import Connection


def is_over(connection: Connection, office_hours_id: int) -> OfficeHoursStatus | None:
    """How a spreekuur stands that gives no places any more; None while it does, or is gone."""
    row = connection.execute(
        "SELECT status FROM office_hours WHERE id = :id AND status IN ('afgerond', 'vervallen')",
        {"id": office_hours_id},
    ).fetchone()
    return OfficeHoursStatus(row[0]) if row else None


def undo_reopens(connection: Connection, office_hours_id: int) -> bool:
    """Whether closing or cancelling this spreekuur was the last change: undoing it opens it."""
    row = connection.execute(
        "SELECT json_extract(j.was, '$.status') <> o.status FROM journal j "
        "JOIN office_hours o ON o.id = j.row_id WHERE j.table_name = 'office_hours' "
        "AND j.row_id = :id AND j.change_id = (SELECT max(id) FROM change WHERE undone_at IS NULL)",
        {"id": office_hours_id},
    ).fetchone()
    return bool(row and row[0])
