"""Every table of a file with every row, as the file is at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from spreekuur.store.connection import Connection

Rows = Iterator[dict[str, object]]

_TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
)


@contextmanager
def one_moment(connection: Connection) -> Iterator[None]:
    """See nothing of what others write meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        connection.execute("COMMIT")


def all_tables(connection: Connection) -> Iterator[tuple[str, Rows]]:
    """Name and rows of each table, rows in order of id, by the names of their columns.

    What is made from these by itself is left out: the search tables.
    """
    for (table,) in connection.execute(_TABLES).fetchall():
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        columns = [column[0] for column in rows.description]
        yield table, (dict(zip(columns, row, strict=True)) for row in rows)
