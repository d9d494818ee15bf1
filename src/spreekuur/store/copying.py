"""A copy of the whole file, known to be whole before it gets its name."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from spreekuur.store.connection import Connection, connect, damaged_pages, translated
from spreekuur.store.errors import Damaged
from spreekuur.store.location import _replace, _sync_folder, create_private


def copy_whole(source: Connection, target: Path, data_key: bytes) -> None:
    """Write all of `source` to a new file under `data_key`: 0600, on disk, with no -wal beside it.

    Every page is read back and every table counted against one snapshot of the source; other
    processes may go on writing. Raises FileExists, NotWritable, DiskFull or Damaged; nothing is
    left at `target` then.
    """
    create_private(target)
    try:
        with closing(connect(target, data_key)) as copy, translated():
            source.execute("BEGIN")
            try:
                counted = _row_counts(source)
                source.backup(copy)
            finally:
                source.execute("COMMIT")
            copy.execute("PRAGMA journal_mode=WAL")
            if damaged_pages(copy, target) or _row_counts(copy) != counted:
                raise Damaged
    except BaseException:
        discard(target)
        raise


def put_in_place(source: Path, target: Path) -> None:
    """Give a finished copy its name, over what stands there, on disk when this returns."""
    _replace(source, target)
    _sync_folder(target.parent)


def discard(path: Path) -> None:
    """Remove a database that nobody has open, with what SQLite keeps beside it."""
    for name in ("", "-wal", "-shm", "-journal"):
        Path(f"{path}{name}").unlink(missing_ok=True)


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
