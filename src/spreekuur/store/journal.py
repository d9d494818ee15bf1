"""What every row was: written by triggers in the same transaction, walked back by undo.

Triggers see what ORM events miss: cascades, bulk statements, plain SQL. A trigger writes only while
`change_now` names a change, so drafts and migrations leave no trace here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from spreekuur.store.connection import Connection

TABLES = (
    "CREATE TABLE change (id INTEGER PRIMARY KEY, label TEXT NOT NULL, at TEXT NOT NULL, "
    "undone_at TEXT)",
    "CREATE TABLE change_now (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER)",
    "CREATE TABLE journal (id INTEGER PRIMARY KEY, change_id INTEGER NOT NULL REFERENCES change "
    "(id) ON DELETE CASCADE, table_name TEXT NOT NULL, row_id INTEGER NOT NULL, was TEXT)",
    "CREATE INDEX ix_journal_change_id ON journal (change_id)",
    "INSERT INTO change_now VALUES (1, NULL)",
)


@dataclass(frozen=True, slots=True)
class Undone:
    """A change that was taken back."""

    label: str
    at: datetime
    """When it had been made, UTC."""


def triggers(table: str, columns: Iterable[str]) -> tuple[str, ...]:
    """The three triggers that journal one table."""
    row = ", ".join(f"'{name}', old.{name}" for name in columns)
    now = "(SELECT change_id FROM change_now)"
    into = "INSERT INTO journal (change_id, table_name, row_id, was) VALUES"
    was = {"insert": "NULL", "update": f"json_object({row})", "delete": f"json_object({row})"}
    return tuple(
        f"CREATE TRIGGER journal_{table}_{event} AFTER {event.upper()} ON {table} "
        f"WHEN {now} IS NOT NULL BEGIN {into} ({now}, '{table}', "
        f"{'new' if event == 'insert' else 'old'}.id, {old}); END"
        for event, old in was.items()
    )


def begin(connection: Connection, label: str) -> None:
    """Open a change inside the running transaction; all writes until `end` belong to it."""
    stamp = datetime.now(UTC).isoformat(timespec="milliseconds")
    cursor = connection.execute("INSERT INTO change (label, at) VALUES (?, ?)", (label, stamp))
    connection.execute("UPDATE change_now SET change_id = ?", (cursor.lastrowid,))


def end(connection: Connection) -> bool:
    """Close the change; one that touched no row leaves none, so that undo never does nothing.

    Gives whether it is there to be undone.
    """
    left = connection.execute(
        "DELETE FROM change WHERE id = (SELECT change_id FROM change_now) "
        "AND NOT EXISTS (SELECT 1 FROM journal WHERE change_id = change.id)"
    )
    connection.execute("UPDATE change_now SET change_id = NULL")
    return bool(left.rowcount == 0)


def last(connection: Connection) -> tuple[int, Undone] | None:
    """The change that undo would take back: the newest one not yet undone."""
    row = connection.execute(
        "SELECT id, label, at FROM change WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return row and (row[0], Undone(row[1], datetime.fromisoformat(row[2])))


def take_back(connection: Connection, change_id: int) -> None:
    """Restore every row of a change as it was, newest entry first, inside a transaction."""
    connection.execute("PRAGMA defer_foreign_keys=ON")
    entries = connection.execute(
        "SELECT table_name, row_id, was FROM journal WHERE change_id = ? ORDER BY id DESC",
        (change_id,),
    ).fetchall()
    for table, row_id, was in entries:
        if table == "draft":
            if was is not None:
                _give_back(connection, json.loads(was))
        elif was is None:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        else:
            _restore(connection, table, json.loads(was))
    connection.execute(
        "UPDATE change SET undone_at = ? WHERE id = ?",
        (datetime.now(UTC).isoformat(timespec="milliseconds"), change_id),
    )


def _restore(connection: Connection, table: str, row: dict[str, object]) -> None:
    names = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    sets = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    connection.execute(
        f"INSERT INTO {table} ({names}) VALUES ({values}) ON CONFLICT (id) DO UPDATE SET {sets}",
        row,
    )


def _give_back(connection: Connection, concept: dict[str, object]) -> None:
    """Put back the concept that a save had taken.

    Concepts are written outside changes, so a newer one may stand at its place by now: what it says
    that is not in this one stays, below what comes back.
    """
    newer = connection.execute(
        "SELECT text FROM draft WHERE place = ?", (concept["place"],)
    ).fetchone()
    if newer is None:
        _restore(connection, "draft", concept)
    else:
        old, new = str(concept["text"]), str(newer[0])
        text = old if _is_part_of(new.split("\n"), old.split("\n")) else f"{old}\n{new}"
        connection.execute("UPDATE draft SET text = ? WHERE place = ?", (text, concept["place"]))


def _is_part_of(lines: list[str], whole: list[str]) -> bool:
    """Whether all the lines stand in the whole, in their order: a save may leave some behind."""
    rest = iter(whole)
    return all(text in rest for text in lines)
