"""Many rows of a list brought in as one change, so that one undo takes all of them back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.store.search import FOLDED, folded_of

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table

T = TypeVar("T")
Columns = Mapping[str, object]
Progress = Callable[[int, int], None]
"""Told how many rows are written, of how many."""

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Edit:
    """A row to change, as it was seen: a newer version refuses the whole.

    `columns` holds all that a list may change, also what stays: the same for a whole batch.
    """

    row_id: int
    version: int
    columns: Columns


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one table. A new row that names a `pupil_uid` belongs to that jongere."""

    table: str
    new: tuple[Columns, ...] = ()
    changed: tuple[Edit, ...] = ()

    @property
    def size(self) -> int:
        """How many rows are written."""
        return len(self.new) + len(self.changed)


def bring_in(
    casebook: Casebook, label: str, batches: Sequence[Batch], progress: Progress | None = None
) -> None:
    """Write all of these rows or none of them, batch by batch.

    Raises ChangedElsewhere when a row is no longer as it was seen.
    """
    size = sum(batch.size for batch in batches)
    if not size:
        return
    with casebook.change(label) as session:
        connection = session.connection()
        written = 0
        for count in _written(connection, batches):
            written += count
            if progress:
                progress(written, size)


def _written(connection: Connection, batches: Sequence[Batch]) -> Iterator[int]:
    for batch in batches:
        yield from _insert(connection, batch)
        yield from _update(connection, batch)


def _insert(connection: Connection, batch: Batch) -> Iterator[int]:
    from sqlalchemy import bindparam, select

    if not batch.new:
        return
    table = _table(batch.table)
    statement = table.insert()
    if "pupil_uid" in batch.new[0]:
        pupils = _table("pupil")
        owner = select(pupils.c.id).where(pupils.c.uid == bindparam("pupil_uid"))
        statement = statement.values(pupil_id=owner.scalar_subquery())
    blank = _blank(batch.table)
    for rows in _chunks(batch.new):
        full = [_complete(batch.table, blank, row) for row in rows]
        connection.execute(statement, full)
        yield len(rows)


def _update(connection: Connection, batch: Batch) -> Iterator[int]:
    from sqlalchemy import bindparam

    table = _table(batch.table)
    statement = table.update().where(
        table.c.id == bindparam("row_id"), table.c.version == bindparam("seen")
    )
    for edits in _chunks(batch.changed):
        result = connection.execute(statement, [_edited(batch.table, edit) for edit in edits])
        if result.rowcount != len(edits):
            raise ChangedElsewhere
        yield len(edits)


def _complete(table: str, blank: Columns, row: Columns) -> dict[str, object]:
    full = {"uid": str(uuid4()), **blank, **row}
    if table in FOLDED:
        full["folded"] = folded_of(table, full)
    return full


def _edited(table: str, edit: Edit) -> dict[str, object]:
    full = {"row_id": edit.row_id, "seen": edit.version, "version": edit.version + 1}
    folded = {"folded": folded_of(table, edit.columns)} if table in FOLDED else {}
    return {**full, **edit.columns, **folded}


def _table(name: str) -> Table:
    from spreekuur.model import Row

    return Row.metadata.tables[name]


def _blank(table: str) -> dict[str, object]:
    """What a column holds when nothing is said; Core knows nothing of the defaults of SQLModel."""
    from spreekuur.model import Row

    model: Any = next(one for one in Row.__subclasses__() if one.__tablename__ == table)
    fields = model.model_fields.items()
    return {
        name: field.default
        for name, field in fields
        if name not in ("id", "uid") and not field.is_required()
    }


def _chunks(rows: Sequence[T]) -> Iterator[list[T]]:
    rest = iter(rows)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk
