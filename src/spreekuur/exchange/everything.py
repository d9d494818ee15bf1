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

from spreekuur.store import schema
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from spreekuur.store.location import private_file
from spreekuur.store.tables import all_tables, one_moment

WARNING = (
    "Dit bestand is niet versleuteld en bevat alles van iedereen. "
    "Verwijder het zodra het is overgezet."
)


def write_everything(casebook: Casebook, path: Path) -> None:
    """Write all of the file to a new one at `path`, as it is at one moment: 0600, whole or not.

    Raises NotWritable or DiskFull; nothing is left at `path` then.
    """
    with private_file(path) as file, casebook.read() as connection, one_moment(connection):
        for piece in _pieces(connection):
            file.write(piece.encode())


def _pieces(connection: Connection) -> Iterator[str]:
    """The text, a row at a time: a large file is never in memory as a whole."""
    yield f'{{\n "version": 1,\n "schema": {schema.VERSION},\n "tables": {{'
    for number, (table, rows) in enumerate(all_tables(connection)):
        yield f"{',' if number else ''}\n  {json.dumps(table)}: ["
        for at, row in enumerate(rows):
            yield f"{',' if at else ''}\n   {json.dumps(row, ensure_ascii=False)}"
        yield "\n  ]"
    yield "\n }\n}\n"
