"""`>>` is tied to a spreekuur and not to its day: whatever happens to that, the dossier follows."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.cancelling import cancel_hours
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.places import move_place
from spreekuur.actions.series import change_hours
from spreekuur.rules.note import parse_note
from spreekuur.store.casebook import Casebook
from spreekuur.views.changed_hours import NewHours
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.saved_note import saved_note
from spreekuur.views.timeline import timeline
from tests.actions.conftest import ILYAS, NEXT, NOOR, SAM, TODAY
from tests.dump import dump

MOVED = NewHours(date(2026, 12, 10), time(13), time(14))
LATER = date(2026, 12, 22)


@pytest.fixture
def note(casebook: Casebook) -> int:
    """The note of Sam whose `>>` gave 13:00 on 8 December."""
    return save_note(casebook, "Gaat goed.\n>>", About(SAM), today=TODAY).conversation_id


def said(casebook: Casebook, note: int) -> tuple[str, str, str]:
    """In the dossier as the next step and in the talk, and beside the line when that is opened."""
    with casebook.read() as connection:
        (coming,) = (one for one in open_follow_ups(connection, SAM, TODAY) if one.anchor)
        talk = next(one for one in timeline(connection, SAM, TODAY) if one.conversation_id == note)
        saved = saved_note(connection, note, TODAY)
    assert coming.anchor
    assert saved
    reading = parse_note(saved.entry.text, saved.context).lines[1].reading
    return coming.anchor.said(TODAY), talk.lines[1].content, reading


def test_it_says_where_the_place_is(casebook: Casebook, note: int) -> None:
    where = ">> (di 8 dec 13:00)"
    assert said(casebook, note) == (where, where, "spreekuur di 8 dec 13:00")


def test_it_moves_with_the_spreekuur_and_back(casebook: Casebook, note: int) -> None:
    before = dump(casebook)
    change_hours(casebook, 2, MOVED, TODAY)
    where = ">> (do 10 dec 13:00)"
    assert said(casebook, note) == (where, where, "spreekuur do 10 dec 13:00")
    casebook.undo()
    assert dump(casebook) == before


def test_it_moves_with_the_place(casebook: Casebook, note: int) -> None:
    with casebook.read() as connection:
        (place,) = connection.execute(
            "SELECT appointment_id FROM follow_up WHERE conversation_id = :id", {"id": note}
        ).fetchone()
    move_place(casebook, place, time(13, 40))
    assert said(casebook, note)[0] == ">> (di 8 dec 13:40)"


def test_a_cancelled_spreekuur_takes_it_to_the_next_one(casebook: Casebook, note: int) -> None:
    plan_office_hours(casebook, Hours(1, LATER, time(9), time(10)))
    cancel_hours(casebook, 2, "ziek", TODAY)
    where = ">> (di 22 dec 9:00)"
    assert said(casebook, note) == (where, where, "spreekuur di 22 dec 9:00")
    casebook.undo()
    assert said(casebook, note)[0] == ">> (di 8 dec 13:00)"


def test_without_a_next_one_it_waits_in_order(casebook: Casebook, note: int) -> None:
    give_place(casebook, 2, ILYAS)
    save_note(casebook, ">>", About(NOOR), today=TODAY)
    cancel_hours(casebook, 2, "ziek", TODAY)
    assert said(casebook, note)[:2] == ("wachtlijst Veenwijzer, 1e",) * 2
    plan_office_hours(casebook, Hours(1, LATER, time(9), time(10)))
    assert said(casebook, note)[2] == "wachtlijst di 22 dec, plek 1"
    with casebook.read() as connection:
        (coming,) = open_follow_ups(connection, NOOR, TODAY)
    assert coming.anchor
    assert coming.anchor.said(TODAY) == "wachtlijst Veenwijzer, 3e"


def test_a_full_spreekuur_gives_a_turn_on_the_waiting_list(casebook: Casebook) -> None:
    for pupil, at in ((NOOR, time(13)), (ILYAS, time(13, 20))):
        give_place(casebook, 2, pupil, at=at)
    change_hours(casebook, 2, NewHours(NEXT, time(13), time(13, 40)), TODAY)
    note = save_note(casebook, "Gaat goed.\n>>", About(SAM), today=TODAY).conversation_id
    where = "wachtlijst Veenwijzer, 1e"
    assert said(casebook, note) == (where, where, "wachtlijst di 8 dec, plek 1")
