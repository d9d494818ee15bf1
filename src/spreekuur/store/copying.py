"""A copy of the whole file, known to be whole before it gets its name."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

import sqlcipher3

from spreekuur.store.connection import Connection, connect, damaged_pages, translated
from spreekuur.store.errors import Abandoned, Damaged, DiskFull
from spreekuur.store.location import create_private

_PAGES_AT_ONCE = 1000
"""4 MB: how long it takes to notice that a copy is no longer wanted."""


def copy_whole(
    source: Connection,
    target: Path,
    data_key: bytes,
    wanted: Callable[[], bool] = lambda: True,
) -> None:
    """Write all of `source` to a new file under `data_key`: 0600, on disk, with no -wal beside it.

    Every page is looked at before and after, and every table counted against one snapshot of the
    source; other processes may go on writing. Raises FileExists, NotWritable, DiskFull, Damaged, or
    Abandoned once it is no longer `wanted`; nothing is left at `target` then.
    """

    def go_on(*_: int) -> None:
        if not wanted():
            raise Abandoned

    go_on()
    require_whole(source)
    create_private(target)
    try:
        with closing(connect(target, data_key)) as copy, translated():
            source.execute("BEGIN")
            try:
                counted = _row_counts(source)
                source.backup(copy, pages=_PAGES_AT_ONCE, progress=go_on)
            finally:
                source.execute("COMMIT")
            copy.execute("PRAGMA journal_mode=WAL")
            go_on()
            if not _is_whole(copy, target, counted):
                raise Damaged
    except BaseException:
        discard(target)
        raise


def rescue_name(path: Path) -> Path:
    """A name beside `path` at which nothing stands, for what the open file holds."""
    names = (f"{path.stem}.gered{f'-{n}' if n > 1 else ''}{path.suffix}" for n in count(1))
    places = (path.with_name(name) for name in names)
    return next(place for place in places if not any(map(os.path.lexists, all_of(place))))


def require_whole(connection: Connection) -> None:
    """Raise Damaged unless every page is what was written.

    The backup of SQLite does not notice: it copies a damaged page as an empty one, well sealed.
    """
    (_, _, path) = connection.execute("PRAGMA database_list").fetchone()
    if damaged_pages(connection, Path(path)):
        raise Damaged


def require_room(source: Path, folder: Path, purpose: str) -> None:
    """Raise DiskFull unless `folder` has room for twice `source`: a copy, and work going on."""
    beside = Path(f"{source}-wal")
    size = source.stat().st_size + (beside.stat().st_size if beside.exists() else 0)
    if shutil.disk_usage(folder).free < 2 * size:
        megabytes = 2 * size // 1_000_000 + 1
        raise DiskFull(
            f"Er is te weinig ruimte om {purpose}: maak {megabytes} MB vrij. Er is niets veranderd."
        )


def discard(path: Path) -> None:
    """Remove a database that nobody has open, with what SQLite keeps beside it."""
    for each in all_of(path):
        each.unlink(missing_ok=True)


def all_of(path: Path) -> list[Path]:
    """A database and what SQLite may keep beside it, there or not."""
    return [Path(f"{path}{name}") for name in ("", "-wal", "-shm", "-journal")]


def _is_whole(copy: Connection, path: Path, counted: dict[str, int]) -> bool:
    try:
        return (
            not damaged_pages(copy, path)
            and copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            and _row_counts(copy) == counted
        )
    except sqlcipher3.DatabaseError:
        return False


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in tables
    }
