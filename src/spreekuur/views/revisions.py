"""How often what others see of a spreekuur has changed: read from the journal, undone ones too.

The version of a row goes back with undo. A calendar elsewhere that has seen the change must see
that it was taken back, so what counts here only grows.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from spreekuur.rules.labels import FREES_PLACE, OfficeHoursStatus
from spreekuur.store.connection import Connection

SHOWN = {
    "office_hours": (
        *("school_id", "day", "starts", "ends", "minutes", "pause_starts", "pause_ends"),
        *("room", "status"),
    ),
    "appointment": ("office_hours_id", "pupil_id", "at", "attendance"),
    "school": ("name", "short_name"),
    "pupil": ("given", "prefix", "surname"),
}
"""What can be seen of a row from outside, by its table."""

Fields = tuple[Any, ...]
Key = tuple[str, int]


@dataclass(slots=True)
class Revision:
    """How often it changed since it was planned, and when last; None when no record says so."""

    number: int = 0
    at: datetime | None = None

    def grow(self, by: int, stamp: str) -> None:
        at = datetime.fromisoformat(stamp)
        self.number += by
        self.at = max(self.at or at, at)


def revisions(connection: Connection, ids: Iterable[int], *, named: bool) -> dict[int, Revision]:
    """Of each of these spreekuren; with `named` the names of the jongeren count too.

    One pass over the record, newest first: what a row became is what it was before the next change.
    """
    found = {one: Revision() for one in ids}
    tables = [table for table in SHOWN if named or table != "pupil"]
    state: dict[Key, Fields | None] = {}
    for table in tables:
        rows = connection.execute(f"SELECT id, {', '.join(SHOWN[table])} FROM {table}")
        state |= {(table, row_id): _seen(table, fields) for row_id, *fields in rows}
    owners = _owners(state)
    entries = connection.execute(
        "SELECT j.table_name, j.row_id, j.was, c.at, c.undone_at FROM journal j "
        "JOIN change c ON c.id = j.change_id "
        "WHERE j.table_name IN (SELECT value FROM json_each(:tables)) ORDER BY j.id DESC",
        {"tables": json.dumps(tables)},
    )
    touched: set[int] | None
    for table, row_id, was, at, undone_at in entries:
        key, before = (table, row_id), _was(table, was)
        now = state.get(key)
        if undone_at is not None:
            grown, stamp = 2, undone_at
        else:
            grown, stamp = int(before != now), at
            state[key] = before
        if before is None and table != "appointment":
            # To be made is no change; it gives a spreekuur its first stamp.
            grown = 0
            touched = {row_id} if table == "office_hours" else set()
        else:
            touched = _about(key, before, now, owners) if grown else set()
        # A place that was given and taken back left no trace of where it was: it may be any.
        for one in found if touched is None else touched & found.keys():
            found[one].grow(grown, stamp)
    return found


def _seen(table: str, fields: Iterable[Any]) -> Fields:
    """What of these fields makes a difference outside: not who was marked as present."""
    *rest, last = fields
    if table == "appointment":
        return (*rest, last in FREES_PLACE)
    if table == "office_hours":
        return (*rest, last == OfficeHoursStatus.DROPPED)
    return (*rest, last)


def _was(table: str, was: str | None) -> Fields | None:
    """A row as the journal kept it; None when there was none yet."""
    if was is None:
        return None
    row = json.loads(was)
    return _seen(table, (row.get(name) for name in SHOWN[table]))


def _owners(state: Mapping[Key, Fields | None]) -> dict[Key, set[int]]:
    """The spreekuren at each school, and those at which each jongere has a place."""
    owners: dict[Key, set[int]] = defaultdict(set)
    for (table, row_id), fields in state.items():
        if fields and table == "office_hours":
            owners["school", fields[0]].add(row_id)
        elif fields and table == "appointment":
            owners["pupil", fields[1]].add(fields[0])
    return owners


def _about(
    key: Key, before: Fields | None, now: Fields | None, owners: Mapping[Key, set[int]]
) -> set[int] | None:
    """The spreekuren that a change of this row touches; None when that is not known any more."""
    match key:
        case ("office_hours", row_id):
            return {row_id}
        case ("appointment", _):
            return {fields[0] for fields in (before, now) if fields} or None
    return owners.get(key, set())
