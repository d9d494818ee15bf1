"""Who sat at the table was spoken, also when nothing of it was written down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.tui.builder import BEFORE, DAY, make_casebook

from spreekuur.actions.notes import About, finish_talk, save_note
from spreekuur.actions.office_hours import give_place, mark_attendance
from spreekuur.rules.labels import Attendance, ContactKind
from spreekuur.store.casebook import Casebook
from spreekuur.views.caseload import caseload_row, without_next_step
from spreekuur.views.caseload_words import caseload_words
from spreekuur.views.listed import listed
from spreekuur.views.reach import attempts
from spreekuur.views.timeline import timeline
from spreekuur.views.today import stuck

OKSANA = 5
VOICEMAIL = "@ moeder, voicemail"


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with closing(make_casebook(tmp_path)) as made:
        yield made


def test_a_place_without_a_note_is_contact_and_no_vervolg_is_noticed(casebook: Casebook) -> None:
    save_note(casebook, VOICEMAIL, About(OKSANA), today=BEFORE)
    place = give_place(casebook, 1, OKSANA)
    with casebook.read() as connection:
        assert attempts(connection, OKSANA)
    mark_attendance(casebook, place, Attendance.LATE)
    with casebook.read() as connection:
        row = caseload_row(connection, OKSANA, DAY)
        assert row
        assert row.last_contact == DAY
        assert attempts(connection, OKSANA) is None
        assert listed(connection, [OKSANA], DAY)[OKSANA].last_talk == DAY


def test_who_came_and_never_was_written_about_stands_under_zonder_vervolg(
    casebook: Casebook,
) -> None:
    place = give_place(casebook, 1, OKSANA)
    mark_attendance(casebook, place, Attendance.NO_SHOW)
    with casebook.read() as connection:
        assert OKSANA not in caseload_words(connection, DAY).stuck
    finish_talk(casebook, "", About(OKSANA, appointment_id=place), today=DAY)
    with casebook.read() as connection:
        assert OKSANA in [one.pupil_id for one in stuck(connection, DAY)]
        assert OKSANA in [one.id for one in without_next_step(connection, DAY)]
        assert OKSANA in caseload_words(connection, DAY).stuck
    finish_talk(casebook, "> niet nodig", About(OKSANA, appointment_id=place), today=DAY)
    with casebook.read() as connection:
        assert OKSANA not in [one.pupil_id for one in stuck(connection, DAY)]


def test_a_call_in_vain_from_the_table_leaves_the_talk_a_spreekuurgesprek(
    casebook: Casebook,
) -> None:
    place = give_place(casebook, 1, OKSANA)
    talk = About(OKSANA, appointment_id=place)
    finish_talk(casebook, f"Gaat beter.\n{VOICEMAIL}", talk, today=DAY)
    with casebook.read() as connection:
        kept = timeline(connection, OKSANA, DAY)[0]
    assert (kept.kind, kept.with_whom, kept.outcome) == ("Spreekuurgesprek", "", "Gesproken")
    assert VOICEMAIL in [one.content for one in kept.lines]


def test_at_a_place_that_was_missed_a_call_is_a_call(casebook: Casebook) -> None:
    place = give_place(casebook, 1, OKSANA)
    mark_attendance(casebook, place, Attendance.NO_SHOW)
    save_note(casebook, VOICEMAIL, About(OKSANA, appointment_id=place), today=DAY)
    with casebook.read() as connection:
        assert timeline(connection, OKSANA, DAY)[0].kind == ContactKind.PHONE
