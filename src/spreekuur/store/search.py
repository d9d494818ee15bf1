"""Finds any part of any word in anything written about anyone.

Text is folded in Python before the write into the row's own `folded` column (a trigger may not
call Python). Three letters and more go through a trigram index over that column, newest first, and
are checked with `instr`; one or two letters are scanned. `detail=none` keeps the index small and
commits fast, at the price of the check.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection

FOLDED: dict[str, tuple[str, ...]] = {
    "pupil": ("given", "prefix", "surname", "class_name", "phone"),
    "guardian": ("name", "relation", "phone"),
    "school_contact": ("name", "role", "phone"),
    "school": ("name", "short_name", "brin6", "place", "phone"),
    "conversation": ("text", "with_whom", "caller"),
    "goal": ("text",),
    "agreement": ("who", "what", "check_how"),
    "follow_up": ("action",),
    "appointment": ("reason", "outcome"),
    "engagement": ("what",),
    "partner": ("name", "offers", "phone"),
}
"""Which columns of a table can be found; names and schools first, then what was said."""

_NUMBER = re.compile(r"(?<!\S)[+(]?\d[\d ()+./-]*(?!\S)")
_FROM_ABROAD = re.compile(r"^\(?(\+|00)31\D*0?")
_LEAST_DIGITS = 4
"""Fewer may as well be a class such as 4-2: those are found as they were typed."""

_MOST_WORDS = 200
"""SQLite takes a thousand conditions; a whole page that was pasted is found by its beginning."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that holds every word; a view names it."""

    kind: str
    """Table of the row, a key of `FOLDED`."""
    row_id: int
    position: int
    """Where the first word begins in the folded text."""


def folded_of(table: str, row: Mapping[str, object]) -> str:
    """What `folded` must hold for a row: its findable columns, telephone numbers also as digits."""
    parts: list[str] = []
    for column in FOLDED[table]:
        value = str(row.get(column) or "")
        parts.append(value)
        if column == "phone":
            parts.append(_digits(value))
    return fold(" ".join(part for part in parts if part))


def index_statements(table: str) -> tuple[str, ...]:
    """The trigram index of one table and the triggers that keep it true."""
    index = f"search_{table}"
    add = f"INSERT INTO {index} (rowid, folded) VALUES (new.id, new.folded)"
    drop = f"INSERT INTO {index} ({index}, rowid, folded) VALUES ('delete', old.id, old.folded)"
    return (
        f"CREATE VIRTUAL TABLE {index} USING fts5(folded, content='{table}', content_rowid='id', "
        "tokenize='trigram', detail='none')",
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN {add}; END",
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN {drop}; END",
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF folded ON {table} "
        f"WHEN old.folded IS NOT new.folded BEGIN {drop}; {add}; END",
    )


@contextmanager
def indexed_afterwards(connection: Connection) -> Iterator[None]:
    """Fill an empty file in one go, inside a transaction: the index is built once, at the end.

    Four times as fast as a row at a time; only for rows that were not there before.
    """
    for table in FOLDED:
        connection.execute(f"DROP TRIGGER search_{table}_insert")
    yield
    for table in FOLDED:
        _index, added, *_others = index_statements(table)
        connection.execute(f"INSERT INTO search_{table} (search_{table}) VALUES ('rebuild')")
        connection.execute(added)


def search(
    connection: Connection, text: str, *, kinds: Iterable[str] = FOLDED, limit: int = 50
) -> list[Hit]:
    """Rows in which every word of `text` occurs somewhere, newest first within each kind.

    At most `limit` of each kind. Words are parts of words; accents and case don't matter, nor does
    how a telephone number is spaced.
    """
    folded = fold(text)
    words = folded.split()[:_MOST_WORDS]
    if not words:
        return []
    dialled = _NUMBER.sub(_dialled, folded).split()[:_MOST_WORDS]
    return [
        Hit(kind, row_id, position)
        for kind in kinds
        for row_id, position in _rows(
            connection, kind, dialled if "phone" in FOLDED[kind] else words, limit
        )
    ]


def _digits(number: str) -> str:
    """A telephone number as it is dialled here: `+31 (0)6-00 00 00 01` is `0600000001`."""
    return re.sub(r"\D", "", _FROM_ABROAD.sub("0", number.strip()))


def _dialled(typed: re.Match[str]) -> str:
    digits = _digits(typed[0])
    return digits if len(digits) >= _LEAST_DIGITS else typed[0]


def _rows(connection: Connection, kind: str, words: list[str], limit: int) -> list[tuple[int, int]]:
    pieces = sorted({word[at : at + 3] for word in words for at in range(len(word) - 2)})
    check = " AND ".join(f"instr(r.folded, :w{n})" for n in range(len(words)))
    values: dict[str, object] = {f"w{n}": word for n, word in enumerate(words)}
    values["limit"] = limit
    source, order = f"{kind} r", "r.id"
    if pieces:
        source = f"search_{kind} s JOIN {kind} r ON r.id = s.rowid"
        check = f"search_{kind} MATCH :pieces AND {check}"
        order = "s.rowid"
        values["pieces"] = " AND ".join('"' + piece.replace('"', '""') + '"' for piece in pieces)
    rows = connection.execute(
        f"SELECT r.id, instr(r.folded, :w0) FROM {source} WHERE {check} "
        f"ORDER BY {order} DESC LIMIT :limit",
        values,
    ).fetchall()
    return [(row_id, position - 1) for row_id, position in rows]
