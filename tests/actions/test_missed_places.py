"""What is heard about a place that was missed is kept there, and answers nothing."""

from __future__ import annotations

import pytest

from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, finish_talk, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.actions.paper import put_in_paper
from spreekuur.rules.labels import AttemptOutcome, Attendance, ContactKind
from spreekuur.rules.paper_lines import PaperEntry
from spreekuur.store.casebook import Casebook
from spreekuur.views.carry_over import text_of
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.paper import numbered
from spreekuur.views.timeline import Entry, timeline
from tests.actions.conftest import BEFORE, NOOR, TODAY, hours

HEARD = "Zat in een toets, zei de conciërge."
PLACE = About(NOOR, appointment_id=1)
MISSED = (Attendance.NO_SHOW, Attendance.CANCELLED, Attendance.SICK, Attendance.NOT_FETCHED)


@pytest.fixture(autouse=True)
def due(casebook: Casebook) -> None:
    """Something that is to be done on the day of the spreekuur."""
    save_note(casebook, "> 24 nov moeder bellen", About(NOOR), today=BEFORE)


def newest(casebook: Casebook) -> Entry:
    with casebook.read() as connection:
        return timeline(connection, NOOR, TODAY)[0]


def still_due(casebook: Casebook) -> list[str]:
    with casebook.read() as connection:
        return [
            one.action for one in open_follow_ups(connection, NOOR, TODAY) if not one.office_hours
        ]


def from_paper(casebook: Casebook, how: Attendance, text: str) -> None:
    with casebook.read() as connection:
        numbers = numbered(connection, hours(casebook))
    entries = [PaperEntry(1, how, text)]
    put_in_paper(casebook, TODAY, numbers, entries, written_on=TODAY, draft="papier:1")


@pytest.mark.parametrize("how", MISSED)
def test_from_paper_it_is_no_talk(casebook: Casebook, how: Attendance) -> None:
    from_paper(casebook, how, HEARD)
    seen = newest(casebook)
    assert (seen.kind, seen.outcome) == (ContactKind.OFFICE_HOURS, AttemptOutcome.NOT_SPOKEN)
    assert seen.attendance is how
    assert still_due(casebook) == ["moeder bellen"]
    assert seen.conversation_id
    with casebook.read() as connection:
        assert f"Resultaat: {how}\n" in text_of(connection, seen.conversation_id)


@pytest.mark.parametrize("how", MISSED)
def test_at_the_place_itself_it_is_no_talk(casebook: Casebook, how: Attendance) -> None:
    mark_attendance(casebook, 1, how)
    save_note(casebook, HEARD, PLACE, today=TODAY)
    assert newest(casebook).outcome == AttemptOutcome.NOT_SPOKEN
    assert still_due(casebook) == ["moeder bellen"]


def test_whom_she_spoke_about_it_is_a_talk(casebook: Casebook) -> None:
    from_paper(casebook, Attendance.NO_SHOW, f"{HEARD}\n@ moeder")
    seen = newest(casebook)
    assert (seen.kind, seen.with_whom, seen.outcome) == (
        ContactKind.PHONE,
        "moeder",
        AttemptOutcome.SPOKEN,
    )
    assert seen.attendance is Attendance.NO_SHOW
    assert still_due(casebook) == []


def test_it_stays_none_when_its_text_is_mended(casebook: Casebook) -> None:
    from_paper(casebook, Attendance.NO_SHOW, f"{HEARD}\n@ moeder")
    seen = newest(casebook)
    assert seen.conversation_id
    edit_note(casebook, seen.conversation_id, HEARD, version=seen.version, today=TODAY)
    assert newest(casebook).outcome == AttemptOutcome.NOT_SPOKEN


def test_who_came_after_all_was_spoken(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.NO_SHOW)
    finish_talk(casebook, "Kwam toch nog.", PLACE, today=TODAY)
    assert newest(casebook).outcome == AttemptOutcome.SPOKEN
    assert still_due(casebook) == []


def test_from_paper_who_came_was_spoken(casebook: Casebook) -> None:
    from_paper(casebook, Attendance.LATE, "Bus gemist.")
    assert (newest(casebook).kind, newest(casebook).outcome) == ("Spreekuurgesprek", "Gesproken")
    assert still_due(casebook) == []
