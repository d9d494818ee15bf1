"""What can still be done about a spreekuur that was closed."""

from __future__ import annotations

from spreekuur.store.connection import Connection


def undo_reopens(connection: Connection, office_hours_id: int) -> bool:
    """Whether closing this spreekuur was the last change, so that undoing it opens it again."""
    row = connection.execute(
        "SELECT json_extract(was, '$.status') FROM journal WHERE table_name = 'office_hours' "
        "AND row_id = :id AND change_id = (SELECT max(id) FROM change WHERE undone_at IS NULL)",
        {"id": office_hours_id},
    ).fetchone()
    return row is not None and row[0] != "afgerond"
