"""Under which BRIN jongeren go to school: the name by which other programs know a school."""

from __future__ import annotations

from spreekuur.store.connection import Connection


def brins_of_pupils(connection: Connection) -> dict[int, str]:
    """BRIN6 by number of the jongere, for those whose school has one."""
    return dict(
        connection.execute(
            "SELECT p.id, s.brin6 FROM pupil p JOIN school s ON s.id = p.school_id "
            "WHERE s.brin6 IS NOT NULL"
        ).fetchall()
    )
