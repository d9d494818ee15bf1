"""All that a file holds as readable JSON, for who moves to another program or must hand it over.

    {"version": 1, "schema": 1,
     "tables": {"pupil": [{"id": 1, "given": "Sam", ...}, ...], ...}}

Every table with every column, the record of changes included, rows in order of id. Left out is only
what is made from these by itself: the search tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from spreekuur.store.location import private_file

WARNING = (
    "Dit bestand is niet versleuteld en bevat alles van iedereen. "
    "Verwijder het zodra het is overgezet."
)

_TABLES = (
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
    "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
)


def write_everything(casebook: Casebook, path: Path) -> None:
    """Write all of the file to a new one at `path`, as it is at one moment: 0600, whole or not.

    Raises NotWritable or DiskFull; nothing is left at `path` then.
    """
    with private_file(path) as file, casebook.read() as connection:
        connection.execute("BEGIN")
        try:
            for piece in _pieces(connection):
                file.write(piece.encode())
        finally:
            connection.execute("COMMIT")


def _pieces(connection: Connection) -> Iterator[str]:
    """The text, a row at a time: a large file is never in memory as a whole."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    yield f'{{\n "version": 1,\n "schema": {schema},\n "tables": {{'
    tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
    for number, table in enumerate(tables):
        yield f"{',' if number else ''}\n  {json.dumps(table)}: ["
        rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY 1')
        columns = [column[0] for column in rows.description]
        for at, row in enumerate(rows):
            content = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
            yield f"{',' if at else ''}\n   {content}"
        yield "\n  ]"
    yield "\n }\n}\n"
