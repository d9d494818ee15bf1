"""The one handle on the file that everything above the store holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from spreekuur.store import journal, schema
from spreekuur.store import search as finding
from spreekuur.store.connection import (
    Connection,
    connect,
    damaged_pages,
    meaning,
    require_ours,
    translated,
)
from spreekuur.store.drafts import Drafts
from spreekuur.store.errors import Damaged, NewerFile, Replaced
from spreekuur.store.first_look import look_at
from spreekuur.store.patience import PATIENT_MS

if TYPE_CHECKING:
    from sqlmodel import Session


class Casebook:
    """An open file: one raw connection, lent to SQLAlchemy when something changes.

    Use from one thread; another thread takes its own through `beside()`.
    """

    def __init__(self, path: Path, data_key: bytes, connection: Connection, wait_ms: int) -> None:
        self.path = path
        self.drafts = Drafts(connection)
        self.wrote = True
        """Whether the newest change touched any row; else undo takes back an earlier one."""
        self._data_key = data_key
        self._connection = connection
        self._wait_ms = wait_ms
        self._sessions: SessionMaker | None = None
        self._session: Session | None = None
        self._standing = _standing(path)
        with translated():
            # Only now: it writes to the file, which by here is known to be ours.
            connection.execute("PRAGMA journal_mode=WAL")
            self._seen = self._data_version()

    @classmethod
    def create(cls, path: Path, data_key: bytes, *, wait_ms: int = PATIENT_MS) -> Casebook:
        """Lay the schema in the empty file at `path`, which the caller made private."""
        from spreekuur.store.seed import seed

        connection = connect(path, data_key, wait_ms=wait_ms)
        with translated():
            connection.execute("BEGIN IMMEDIATE")
            schema.make(connection)
            seed(connection)
            connection.execute("COMMIT")
        return cls(path, data_key, connection, wait_ms)

    @classmethod
    def open(cls, path: Path, data_key: bytes, *, wait_ms: int = PATIENT_MS) -> Casebook:
        """Open an existing file, moved to the newest schema when it is behind.

        Raises FileMissing, EmptyFile, NotEncrypted, NotOurs, Damaged or NewerFile; nothing is
        written in any of these cases.
        """
        look_at(path)
        connection = connect(path, data_key, wait_ms=wait_ms)
        try:
            with translated():
                version = require_ours(connection)
                if version > schema.VERSION:
                    raise NewerFile(version)
        except BaseException:
            connection.close()
            raise
        if version < schema.VERSION:
            from spreekuur.store.migration import migrate

            connection.close()
            migrate(path, data_key)
            connection = connect(path, data_key, wait_ms=wait_ms)
        return cls(path, data_key, connection, wait_ms)

    @contextmanager
    def change(self, label: str) -> Iterator[Session]:
        """One transaction, journalled whole under `label` (which names no person).

        A change inside a change joins it; the outermost names it. Raises FileBusy at once when
        another process holds the file, Replaced and DiskFull; nothing is then written.
        """
        if self._session is not None:
            yield self._session
            return
        self._demand_in_place()
        if self._sessions is None:
            from spreekuur.store.session import SessionMaker

            self._sessions = SessionMaker(self._connection)
        session = self._sessions.new()
        try:
            session.connection()
            journal.begin(self._connection, label)
            self._session = session
            yield session
            session.flush()
            wrote = journal.end(self._connection)
            session.commit()
            self.wrote = wrote
        except BaseException as error:
            session.rollback()
            known = meaning(error)
            if known is None:
                raise
            raise known from None
        finally:
            self._session = None
            session.close()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """The open connection for plain SQL; sees a running change."""
        with translated():
            yield self._connection

    def beside(self) -> Casebook:
        """A second handle on the same file, for another thread."""
        return Casebook.open(self.path, self._data_key)

    def undo(self) -> journal.Undone | None:
        """Take back the newest change; None when there is nothing left to undo."""
        self._demand_in_place()
        with translated():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                found = journal.last(self._connection)
                if found is not None:
                    journal.take_back(self._connection, found[0])
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk has already rolled back.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
        return found and found[1]

    def search(
        self, text: str, *, kinds: Iterable[str] = finding.FOLDED, limit: int = 50
    ) -> list[finding.Hit]:
        """Rows in which every word of `text` occurs (`store.search`)."""
        with translated():
            return finding.search(self._connection, text, kinds=kinds, limit=limit)

    def changed_elsewhere(self) -> bool:
        """Whether another process wrote since this was last asked."""
        now = self._data_version()
        changed, self._seen = now != self._seen, now
        return changed

    def check(self) -> None:
        """Look at every page of the file; raises Damaged."""
        if damaged_pages(self._connection, self.path):
            raise Damaged

    def copy_to(self, target: Path, wanted: Callable[[], bool] = lambda: True) -> None:
        """Write a verified copy under the same key to a new file (`store.copying`)."""
        from spreekuur.store.copying import copy_whole

        copy_whole(self._connection, target, self._data_key, wanted)

    def close(self) -> None:
        """Close the file and forget the key."""
        self._data_key = b""
        self._connection.close()

    def _demand_in_place(self) -> None:
        """Raise Replaced, with all there is in a copy, when the path leads to another file now.

        What is written then goes to a file without a name, and is gone when it is closed.
        """
        if _standing(self.path) != self._standing:
            from spreekuur.store.copying import rescue_name

            rescued = rescue_name(self.path)
            self.copy_to(rescued)
            raise Replaced(rescued)

    @property
    def stamp(self) -> tuple[int, int]:
        """Another one whenever anything in the file may have changed, here or elsewhere."""
        return self._connection.total_changes, self._data_version()

    def _data_version(self) -> int:
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def _standing(path: Path) -> tuple[int, int] | None:
    """Which file the path leads to, whatever it holds; None when it leads to none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


if TYPE_CHECKING:
    from spreekuur.store.session import SessionMaker
