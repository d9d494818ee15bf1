"""One keyed connection to the file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import sqlcipher3

from spreekuur.store.errors import (
    ChangedElsewhere,
    Damaged,
    DiskFull,
    FileBusy,
    FirstPageUnread,
    NotOurs,
    NotWritable,
)
from spreekuur.store.first_look import PAGE
from spreekuur.store.patience import PATIENT_MS

Connection = Any
"""A `sqlcipher3.Connection`; the package ships no types."""

APPLICATION_ID = 0x53505245
"""`SPRE`: tells our file from any other encrypted SQLite file."""

OLDEST_SQLITE = (3, 51, 3)

SETTINGS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA mmap_size=0",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
)


def connect(path: Path, data_key: bytes, *, wait_ms: int = PATIENT_MS) -> Connection:
    """A connection with the key proven and all settings on; transactions are explicit.

    Raises Damaged when the key doesn't open the first page, which after a proven key means damage.
    """
    if sqlcipher3.sqlite_version_info < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {sqlcipher3.sqlite_version} is too old")
    connection = sqlcipher3.connect(
        os.fspath(path), check_same_thread=False, isolation_level=None, timeout=wait_ms / 1000
    )
    try:
        with translated():
            # Before the key: a wrong one prints over the screen otherwise.
            connection.execute("PRAGMA cipher_log_level=none")
            connection.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            for setting in SETTINGS:
                connection.execute(setting)
    except BaseException:
        connection.close()
        raise
    return connection


def require_ours(connection: Connection) -> int:
    """The schema version of our file; raises NotOurs for another program's."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotOurs
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def damaged_pages(connection: Connection, path: Path) -> int:
    """How many pages of the whole file are not what was written (26 ms at 7.5 MB)."""
    with translated():
        found = _unsealed_pages(connection)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        if found or path.stat().st_size < pages * PAGE:
            # A power cut leaves pages torn or missing that the -wal holds whole. Writing it back
            # mends those, and makes zeros, which are noticed, of pages that nothing holds.
            with suppress(sqlcipher3.OperationalError):
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
            found = _unsealed_pages(connection)
    return found


def _unsealed_pages(connection: Connection) -> int:
    return len(connection.execute("PRAGMA cipher_integrity_check").fetchall())


@contextmanager
def translated() -> Iterator[None]:
    """Turn what SQLite says into the store's own errors, without any value in the text."""
    try:
        yield
    except sqlcipher3.DatabaseError as error:
        known = meaning(error)
        if known is None:
            raise
        raise known from None


def meaning(error: BaseException) -> Exception | None:
    """The store's error for an SQLite one (also wrapped by SQLAlchemy), or None."""
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", None)
    text = str(getattr(error, "orig", error))
    if code is None and not isinstance(getattr(error, "orig", error), sqlcipher3.DatabaseError):
        return None
    if "locked" in text:
        return FileBusy()
    if "disk is full" in text or "disk I/O error" in text:
        return DiskFull()
    if "not a database" in text:
        return FirstPageUnread()
    if "malformed" in text:
        return Damaged()
    if "readonly" in text:
        return NotWritable()
    if "FOREIGN KEY constraint failed" in text:
        return ChangedElsewhere()
    return None
