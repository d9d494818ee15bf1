"""An afternoon of version 1 moves to version 2: no place, nobody waiting, no step back is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from spreekuur.actions.office_hours import give_place, wait_at_school
from spreekuur.store import journal
from spreekuur.store.casebook import Casebook
from spreekuur.store.connection import Connection, connect
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id
from tests.dump import dump
from tests.store.conftest import KEY
from tests.store.freeze import FROZEN

TODAY = date(2026, 11, 24)
DAY = str(TODAY)
"""Of the spreekuur in the frozen file, in which Sam (1) has a place."""


@contextmanager
def change(connection: Connection, label: str) -> Iterator[None]:
    """One change as the first version journalled it."""
    connection.execute("BEGIN IMMEDIATE")
    journal.begin(connection, label)
    yield
    journal.end(connection)
    connection.execute("COMMIT")


def add(connection: Connection, table: str, **columns: object) -> None:
    row = {"uid": str(uuid4()), "version": 1, **columns}
    names, values = ", ".join(row), ", ".join(f":{name}" for name in row)
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)


def place(connection: Connection, number: int, pupil_id: int, at: str) -> None:
    said = {"reason": f"reden {number}", "attendance": "uitgenodigd", "folded": ""}
    about = {"id": number, "office_hours_id": 1, "pupil_id": pupil_id, "at": at}
    add(connection, "appointment", **about, **said)


def waits(connection: Connection, number: int, pupil_id: int, since: str) -> None:
    about = {"id": number, "office_hours_id": 1, "pupil_id": pupil_id}
    add(connection, "waiting_entry", **about, since=since, reason=f"reden {number}")


@pytest.fixture
def old(path: Path) -> Path:
    """Three changes of version 1: places and a waiting list made, the newest of them gone, moved.

    Gone are place 3 and entry 3, the last numbers that were given out.
    """
    shutil.copyfile(FROZEN / "v1.db", path)
    with closing(connect(path, KEY)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
        with change(connection, "Lijst van school verwerkt"):
            place(connection, 2, 2, "13:20:00.000000")
            place(connection, 3, 3, "13:40:00.000000")
            waits(connection, 1, 2, "2026-11-20")
            waits(connection, 2, 3, "2026-11-18")
            waits(connection, 3, 1, "2026-11-19")
            add(connection, "follow_up", pupil_id=3, waiting_entry_id=2, action="spreekuur",
                status="open", folded="")  # fmt: skip
        with change(connection, "Van de lijst gehaald"):
            connection.execute("DELETE FROM appointment WHERE id = 3")
            connection.execute("DELETE FROM waiting_entry WHERE id IN (1, 3)")
        with change(connection, "Opkomst: te laat"):
            connection.execute("UPDATE appointment SET attendance = 'te laat' WHERE id = 2")
            connection.execute("UPDATE waiting_entry SET reason = 'nieuwe reden' WHERE id = 2")
    return path


@pytest.fixture
def moved(old: Path) -> Iterator[Casebook]:
    with closing(Casebook.open(old, KEY)) as casebook:
        yield casebook


def hours(casebook: Casebook) -> OfficeHoursView:
    with casebook.read() as connection:
        found = office_hours_by_id(connection, 1)
    assert found
    return found


def listed(casebook: Casebook) -> list[tuple[int | None, str | None, str]]:
    """Jongere, opkomst and reason of every place that somebody has."""
    return [(one.pupil_id, one.attendance, one.reason) for one in hours(casebook).taken]


def waiting(casebook: Casebook) -> list[tuple[int, int, str, str]]:
    return [
        (one.entry_id, one.pupil_id, str(one.since), one.reason) for one in hours(casebook).waiting
    ]


def rows_of(path: Path) -> dict[str, int]:
    with closing(connect(path, KEY)) as connection:
        tables = ("appointment", "waiting_entry", "follow_up", "journal", "change", "conversation")
        return {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        }


def test_no_place_nobody_waiting_and_no_step_back_is_lost(old: Path) -> None:
    before = rows_of(old)
    with closing(Casebook.open(old, KEY)) as casebook:
        casebook.check()
        assert rows_of(old) == before
        assert listed(casebook) == [
            (1, "uitgenodigd", "7x"),
            (2, "te laat", "reden 2"),
        ]
        assert waiting(casebook) == [(2, 3, "2026-11-18", "nieuwe reden")]
        with casebook.read() as connection:
            kept = connection.execute("SELECT school_id, not_before FROM waiting_entry").fetchall()
            tied = connection.execute(
                "SELECT waiting_entry_id FROM follow_up WHERE pupil_id = 3"
            ).fetchall()
    assert kept == [(1, DAY)]
    assert tied == [(2,)]


def test_every_change_of_before_is_undone_after_it(moved: Casebook) -> None:
    undone = moved.undo()
    assert undone
    assert undone.label == "Opkomst: te laat"
    assert listed(moved)[1] == (2, "uitgenodigd", "reden 2")
    assert waiting(moved) == [(2, 3, "2026-11-18", "reden 2")]
    assert moved.undo()
    assert [one[0] for one in listed(moved)] == [1, 2, 3]
    assert [one[:3] for one in waiting(moved)] == [
        (2, 3, "2026-11-18"),
        (3, 1, "2026-11-19"),
        (1, 2, "2026-11-20"),
    ]
    with moved.read() as connection:
        where = connection.execute("SELECT DISTINCT school_id, not_before FROM waiting_entry")
        assert where.fetchall() == [(1, DAY)]
    assert moved.undo()
    assert (listed(moved), waiting(moved)) == ([(1, "uitgenodigd", "7x")], [])
    moved.check()


def test_a_number_that_was_given_out_is_not_given_out_again(moved: Casebook) -> None:
    before = dump(moved)
    number = give_place(moved, 1, 3)
    entry = wait_at_school(moved, 1, 2, TODAY, not_before=TODAY)
    assert (number, entry) == (4, 4)
    for _ in range(2):
        moved.undo()
    assert dump(moved) == before


@pytest.fixture
def twice(path: Path) -> Path:
    """Noor (2) waits for the spreekuur of 8 December, and longer for that of 24 November before it.

    Each in a change of its own; a vervolg is tied to the newer entry.
    """
    shutil.copyfile(FROZEN / "v1.db", path)
    with closing(connect(path, KEY)) as connection:
        connection.execute(
            "INSERT INTO office_hours SELECT 9, 'later', version, school_id, '2026-12-08', starts, "
            "ends, minutes, pause_starts, pause_ends, room, status FROM office_hours WHERE id = 1"
        )
        with change(connection, "Op de wachtlijst gezet"):
            waits(connection, 1, 2, "2026-11-18")
            connection.execute("UPDATE waiting_entry SET office_hours_id = 9")
        with change(connection, "Op de wachtlijst gezet, nog eens"):
            waits(connection, 2, 2, "2026-11-20")
        with change(connection, "Gesprek vastgelegd"):
            add(connection, "follow_up", pupil_id=2, waiting_entry_id=2, action="spreekuur",
                status="open", folded="")  # fmt: skip
        with change(connection, "Vervolg afgevinkt"):
            connection.execute("UPDATE follow_up SET status = 'gedaan' WHERE waiting_entry_id = 2")
    return path


def test_who_waited_twice_at_one_school_waits_once_with_the_oldest_turn(twice: Path) -> None:
    with closing(Casebook.open(twice, KEY)) as casebook:
        casebook.check()
        assert waiting(casebook) == [(1, 2, "2026-11-18", "reden 1")]
        tied = "SELECT waiting_entry_id, status FROM follow_up WHERE pupil_id = 2"
        with casebook.read() as connection:
            assert connection.execute(tied).fetchall() == [(1, "gedaan")]
        assert casebook.undo()
        with casebook.read() as connection:
            assert connection.execute(tied).fetchall() == [(1, "open")]
        assert [one.label for one in (casebook.undo(), casebook.undo()) if one] == [
            "Gesprek vastgelegd",
            "Op de wachtlijst gezet",
        ]
        assert waiting(casebook) == []
        casebook.check()
