"""How an action takes hold of a row: it is there, and still what she saw."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from spreekuur.store.errors import ChangedElsewhere

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Row

    R = TypeVar("R", bound=Row)


def fetch(session: Session, table: type[R], row_id: int, version: int | None = None) -> R:
    """The row to change; raises ChangedElsewhere when it is gone or newer than `version`."""
    row = session.get(table, row_id)
    if row is None or (version is not None and row.version != version):
        raise ChangedElsewhere
    return row


def added(session: Session, row: Row) -> int:
    """Add a row and give its number."""
    session.add(row)
    session.flush()
    assert row.id is not None
    return row.id
