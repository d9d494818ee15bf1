"""One key under Aan zet says what a whole note would say, and nothing more than that."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.turns import finish_turn, need_no_follow_up, put_off
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.today import stuck
from spreekuur.views.turns import turn
from tests.actions.conftest import NEXT, NOOR, SAM, TODAY


def row(casebook: Casebook, columns: str, table: str, number: int) -> tuple[object, ...]:
    with casebook.read() as connection:
        found = connection.execute(
            f"SELECT {columns} FROM {table} WHERE id = :id", {"id": number}
        ).fetchone()
    return tuple(found)


def without(casebook: Casebook) -> list[int]:
    with casebook.read() as connection:
        return [one.pupil_id for one in stuck(connection, date(2027, 1, 4))]


def test_an_agreement_that_is_done_is_gelukt_on_the_day_that_was_said(casebook: Casebook) -> None:
    finish_turn(casebook, "agreement", 1, TODAY)
    assert row(casebook, "status, judged_on", "agreement", 1) == ("gelukt", str(TODAY))


def test_her_own_vervolg_is_gedaan(casebook: Casebook) -> None:
    finish_turn(casebook, "follow_up", 1, TODAY)
    assert row(casebook, "status", "follow_up", 1) == ("gedaan",)


@pytest.mark.parametrize("kind", ["agreement", "follow_up"])
def test_only_the_moment_of_what_is_put_off_changes(casebook: Casebook, kind: str) -> None:
    with casebook.read() as connection:
        before = turn(connection, kind, 1)
    put_off(casebook, kind, 1, NEXT, time(14))
    with casebook.read() as connection:
        after = turn(connection, kind, 1)
    assert before
    assert after
    assert (after.by, after.at) == (NEXT, time(14))
    assert (after.who, after.what, after.side) == (before.who, before.what, before.side)


def test_a_move_that_is_gone_is_refused(casebook: Casebook) -> None:
    with pytest.raises(ChangedElsewhere):
        put_off(casebook, "follow_up", 999, NEXT, None)


def test_no_vervolg_needed_is_kept_as_the_line_that_says_so(casebook: Casebook) -> None:
    save_note(casebook, "Gebeld.", About(NOOR), today=TODAY, now=time(9))
    need_no_follow_up(casebook, NOOR)
    save_note(casebook, "Gebeld.\n> niet nodig", About(SAM), today=TODAY, now=time(10))
    with casebook.read() as connection:
        one, other = connection.execute(
            "SELECT status, action, day, at, appointment_id FROM follow_up "
            "WHERE status = 'niet nodig' ORDER BY id"
        ).fetchall()
    assert one == other


def test_who_needs_no_vervolg_is_not_stuck_until_a_new_one_is_done(casebook: Casebook) -> None:
    save_note(casebook, "Gebeld.", About(3), today=TODAY, now=time(9))
    assert 3 in without(casebook)
    need_no_follow_up(casebook, 3)
    assert 3 not in without(casebook)
    save_note(casebook, "Toch.\n> 8 dec bellen", About(3), today=TODAY, now=time(10))
    with casebook.read() as connection:
        (number,) = connection.execute("SELECT max(id) FROM follow_up").fetchone()
    finish_turn(casebook, "follow_up", number, TODAY)
    assert 3 in without(casebook)
