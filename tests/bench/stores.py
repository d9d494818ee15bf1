"""Searching and saving in the file itself, against the SQL that must be run anyhow."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import uuid4

from spreekuur.actions.notes import About, save_note
from spreekuur.rules.text import fold
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection
from tests.bench.figures import Figure
from tests.bench.files import RARE, SENTENCES, TODAY

QUERIES = (
    *("moeder", "ziekteverzuim", "supermarkt rooster", "telefoon beneden ligt"),
    *(RARE, "verzuim", "Aa00007", "oco eerste uur maandag", "klás", "jo"),
)
TEXT = " ".join(SENTENCES[:5])
RAW = (
    "INSERT INTO conversation (uid, version, pupil_id, kind, with_whom, outcome, caller, said_on, "
    "written_at, text, reading, folded) VALUES (:uid, 1, 1, 'Telefoon', '', 'Gesproken', '', "
    ":day, :at, :text, '[]', :folded)"
)


def searching(name: str, casebook: Casebook, rounds: int) -> Figure:
    """Every query in turn, through the casebook and as the SQL that it runs."""
    measured, bare = [], []
    with casebook.read() as connection:
        asked = {query: _statements(casebook, connection, query) for query in QUERIES}
        for turn in range(rounds + 1):
            for query, statements in asked.items():
                one = _timed(partial(casebook.search, query))
                other = _timed(partial(_all, connection, statements))
                if turn:
                    measured.append(one)
                    bare.append(other)
    return Figure(f"search, {name}", "the same SQL", measured, bare)


def saving(casebook: Casebook, rounds: int) -> Figure:
    """A plain note through `save_note`, and one row with its search index; both committed."""
    measured, bare = [], []
    for turn in range(rounds + 5):
        text = f"{TEXT} {turn}"
        about = About(turn % 100 + 11)
        one = _timed(partial(save_note, casebook, text, about, today=TODAY))
        with casebook.read() as connection:
            other = _timed(partial(_insert, connection, text, TODAY))
        if turn >= 5:
            measured.append(one)
            bare.append(other)
    return Figure("save a note", "insert, index, commit", measured, bare)


def _statements(casebook: Casebook, connection: Connection, query: str) -> list[str]:
    """The SQL of a search, with its values filled in."""
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    casebook.search(query)
    connection.set_trace_callback(None)
    return [sql for sql in seen if not sql.startswith("--")]


def _all(connection: Connection, statements: list[str]) -> None:
    for sql in statements:
        connection.execute(sql).fetchall()


def _insert(connection: Connection, text: str, day: date) -> None:
    values = {"uid": str(uuid4()), "day": str(day), "at": f"{day} 10:00:00", "text": text}
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(RAW, {**values, "folded": fold(text)})
    connection.execute("COMMIT")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
