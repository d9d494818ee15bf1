"""Searching, reading and saving in the file itself, against the SQL that must be run anyhow."""

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
from spreekuur.views.card import pupil_card
from spreekuur.views.cases import case_of
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.timeline import timeline
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
        searches = {query: partial(casebook.search, query) for query in QUERIES}
        asked = {query: _statements(connection, searches[query]) for query in QUERIES}
        for turn in range(rounds + 1):
            for query, statements in asked.items():
                one = _timed(searches[query])
                other = _timed(partial(_all, connection, statements))
                if turn:
                    measured.append(one)
                    bare.append(other)
    return Figure(f"search, {name}", "the same SQL", measured, bare)


def opening(name: str, casebook: Casebook, rounds: int) -> Figure:
    """All that a dossier shows, of one jongere after the other, and its SQL alone."""
    measured, bare = [], []
    with casebook.read() as connection:
        for turn in range(rounds):
            read = partial(_dossier, connection, turn % 100 + 1)
            statements = _statements(connection, read)
            measured.append(_timed(read))
            bare.append(_timed(partial(_all, connection, statements)))
    return Figure(f"open a dossier, {name}", "the same SQL", measured, bare)


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


def _dossier(connection: Connection, pupil_id: int) -> None:
    pupil_card(connection, pupil_id, TODAY)
    timeline(connection, pupil_id, TODAY)
    open_follow_ups(connection, pupil_id, TODAY)
    case_of(connection, pupil_id)


def _statements(connection: Connection, read: Callable[[], object]) -> list[str]:
    """The SQL that something runs, with its values filled in."""
    seen: list[str] = []
    connection.set_trace_callback(seen.append)
    read()
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
