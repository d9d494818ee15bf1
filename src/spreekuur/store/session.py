"""Sessions of SQLModel over the casebook's own connection. Loads the ORM: never on the way in."""

from __future__ import annotations

from typing import Any

import sqlcipher3
from sqlalchemy import event
from sqlalchemy.engine import Connection as EngineConnection
from sqlalchemy.orm import UOWTransaction
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, create_engine

from spreekuur.model import Row
from spreekuur.store.connection import Connection
from spreekuur.store.search import FOLDED, folded_of


class SessionMaker:
    """Makes sessions that begin with the write lock and keep every row findable and versioned."""

    def __init__(self, connection: Connection) -> None:
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher3.dbapi2,
            creator=lambda: connection,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin_with_the_lock)

    def new(self) -> Session:
        """A session whose first statement takes the write lock."""
        session = Session(self._engine, expire_on_commit=False)
        event.listen(session, "before_flush", _prepare_rows)
        return session


def _begin_with_the_lock(connection: EngineConnection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _prepare_rows(session: Session, _context: UOWTransaction, _instances: Any) -> None:
    for row in session.dirty:
        if isinstance(row, Row) and session.is_modified(row):
            row.version += 1
    for row in (*session.new, *session.dirty):
        table = getattr(row, "__tablename__", "")
        if table in FOLDED:
            folded = folded_of(table, row.__dict__)
            if folded != getattr(row, "folded", None):
                row.folded = folded
