"""Every row of a file except its journal: two equal dumps mean nothing was lost or added."""

from __future__ import annotations

from spreekuur.store.casebook import Casebook

JOURNAL = ("change", "change_now", "journal")


def dump(
    casebook: Casebook, *, without: tuple[str, ...] = ()
) -> dict[str, list[tuple[object, ...]]]:
    """All rows by table, in order of id; the shadow tables of the search index are left out."""
    with casebook.read() as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' "
                "AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            )
            if name not in JOURNAL and name not in without
        ]
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()
            for name in tables
        }
