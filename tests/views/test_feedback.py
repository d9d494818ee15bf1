"""What leaves for school: what was shared of whom it is about, and what happened since."""

from __future__ import annotations

from datetime import date, time

import pytest
from tests.views.conftest import DAY, NEXT, jongere, text_for, view

from spreekuur.actions.feedback import Sending, keep_sent, set_outcome
from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, edit_goal, set_goal
from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.actions.schools import say_left
from spreekuur.rules.feedback_parents import GROWN_UP
from spreekuur.rules.labels import Attendance, GoalStatus, Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook


def test_a_mentor_gets_shared_lines_attendance_and_the_next_place(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    place = give_place(school, 1, sam, reason="7x te laat")
    mark_attendance(school, place, Attendance.PRESENT)
    save_note(
        school,
        "Gamet laat.\n+ Sam komt op tijd\n! mentor: appt, 8 dec\n= 4 naar 7\n>>",
        About(sam, appointment_id=place),
        today=DAY,
    )
    set_outcome(school, place, "Blijft bij leerplicht")
    text = text_for(school, "Ot Prins")
    assert "Sam (4H2) was aanwezig.\n  Uitkomst: Blijft bij leerplicht.\n" in text
    assert "  Sam komt op tijd.\n  U appt (dinsdag 8 december)." in text
    assert "Volgende gesprek: dinsdag 8 december, 13.00 uur, kamer 0.14." in text
    assert "Gamet" not in text
    assert not text_for(school, "Wil Hartog")


def test_a_phone_note_with_a_shared_line_is_told_too(school: Casebook) -> None:
    """F0.5: father called, agreement made, mentor told."""
    sam = jongere(school, "Sam")
    monday = date(2026, 11, 23)
    save_note(school, "@ vader, telefoon\n+ Sam is er morgen weer", About(sam), today=monday)
    text = text_for(school, "Ot Prins", monday)
    assert "Sam (4H2):\n  Sam is er morgen weer.\n" in text
    assert "spreekuur" not in text.lower()
    silent = jongere(school, "Stille")
    save_note(school, "@ moeder, telefoon\nNiets voor school", About(silent), today=monday)
    assert "Stille" not in text_for(school, "Hennie Drenth", monday)


def test_who_had_no_place_stands_apart_from_who_is_counted(school: Casebook) -> None:
    sam, tess = jongere(school, "Sam"), jongere(school, "Tess")
    mark_attendance(school, give_place(school, 1, sam), Attendance.PRESENT)
    save_note(school, "@ vader, telefoon\n+ Tess is er weer\n>>", About(tess), today=DAY)
    text = text_for(school, "Hennie Drenth")
    counted, apart = text.split("\n\nBuiten het spreekuur om:\n\n")
    assert "1 uitgenodigd, 1 aanwezig, 0 niet verschenen." in counted
    assert "Sam (4H2) was aanwezig." in counted
    assert "Tess" not in counted
    assert apart.startswith("Tess (4H2):\n  Tess is er weer.\n")
    assert (view(school).told, view(school).outside) == (2, 1)
    school.undo()
    assert "Buiten" not in text_for(school, "Hennie Drenth")


def test_a_letter_follows_what_was_edited_and_undone(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    said = save_note(school, "+ Eerst dit", About(sam), today=DAY).conversation_id
    edit_note(school, said, "+ Nu dat", version=1, today=DAY)
    assert "Nu dat" in text_for(school, "Ot Prins")
    assert "Eerst" not in text_for(school, "Ot Prins")
    school.undo()
    assert "Eerst dit" in text_for(school, "Ot Prins")
    school.undo()
    assert not text_for(school, "Ot Prins")


def test_who_left_or_gets_nothing_is_no_receiver(school: Casebook) -> None:
    sam = jongere(school, "Sam", "5V")
    mark_attendance(school, give_place(school, 1, sam), Attendance.NO_SHOW)
    assert [one.receiver.name for one in view(school).letters] == ["Hennie Drenth"]
    assert view(school).without_receiver == 0
    say_left(school, 1, DAY, version=1)
    assert (view(school).letters, view(school).without_receiver) == ((), 1)


def test_a_jongere_of_another_school_is_not_told_here(school: Casebook) -> None:
    with school.change("Andere school") as session:
        from spreekuur.model import Pupil

        pupil = session.get(Pupil, jongere(school, "Gast"))
        assert pupil
        pupil.school_id = 2
    mark_attendance(school, give_place(school, 1, 1), Attendance.PRESENT)
    found = view(school)
    assert (found.elsewhere, found.told, found.without_receiver) == (1, 0, 0)
    assert "Gast" not in text_for(school, "Hennie Drenth")
    assert "1 uitgenodigd, 1 aanwezig" in text_for(school, "Hennie Drenth")


def test_what_was_sent_is_kept_and_a_later_change_is_seen(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    place = give_place(school, 1, sam)
    mark_attendance(school, place, Attendance.PRESENT)
    text = text_for(school, "Ot Prins")
    keep_sent(school, "klembord", Sending(1, DAY, "Ot Prins", text, 2))
    (letter,) = [one for one in view(school).letters if one.receiver.id == 2]
    assert letter.sent
    assert (letter.sent.text, letter.changed_since) == (text, False)
    set_outcome(school, place, "Toch iets")
    (letter,) = [one for one in view(school).letters if one.receiver.id == 2]
    assert letter.sent
    assert (letter.sent.text, letter.changed_since) == (text, True)


def test_a_shared_goal_and_an_afspraak_without_a_talk_are_told_to_who_was_there(
    school: Casebook,
) -> None:
    sam, tess = jongere(school, "Sam"), jongere(school, "Tess")
    for pupil_id, how in ((sam, Attendance.PRESENT), (tess, Attendance.NO_SHOW)):
        mark_attendance(school, give_place(school, 1, pupil_id), how)
        set_goal(school, pupil_id, GoalDetails("8 ochtenden", 3, 8, NEXT, shared=True))
        details = AgreementDetails("mentor", Side.SCHOOL, "belt", NEXT, shared=True)
        agree(school, pupil_id, details)
    text = text_for(school, "Ot Prins")
    assert text.count("Doel: 8 ochtenden") == text.count("U belt") == 1


def test_a_doel_that_was_let_go_since_is_not_told(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    save_note(school, "* 3 naar 8 ochtenden, 8 dec", About(sam), today=DAY)
    assert "3 naar 8" in text_for(school, "Ot Prins")
    let_go = GoalDetails("3 naar 8 ochtenden", 3, 8, NEXT, GoalStatus.LET_GO, shared=True)
    edit_goal(school, 1, let_go, version=1)
    assert "3 naar 8" not in text_for(school, "Ot Prins")


@pytest.mark.parametrize("talked_first", [True, False])
def test_of_two_places_on_one_day_the_talk_is_told(school: Casebook, talked_first: bool) -> None:
    later = plan_office_hours(school, Hours(1, DAY, time(17), time(18)))
    sam = jongere(school, "Sam")
    places = [give_place(school, 1, sam), give_place(school, later, sam)]
    mark_attendance(school, places[not talked_first], Attendance.PRESENT)
    assert "Sam (4H2) was aanwezig." in text_for(school, "Ot Prins")
    mark_attendance(school, places[talked_first], Attendance.NO_SHOW)
    assert "Sam (4H2) was aanwezig." in text_for(school, "Ot Prins")


def test_a_missed_place_is_told_before_one_still_to_come(school: Casebook) -> None:
    later = plan_office_hours(school, Hours(1, DAY, time(17), time(18)))
    sam = jongere(school, "Sam")
    mark_attendance(school, give_place(school, 1, sam), Attendance.NO_SHOW)
    give_place(school, later, sam)
    assert "Sam (4H2) is niet verschenen." in text_for(school, "Ot Prins")


def test_ouders_read_of_a_huisbezoek_and_nothing_from_the_day_of_eighteen(
    school: Casebook,
) -> None:
    name = PersonName("Noor", "van den", "Berg")
    noor = add_pupil(school, PupilDetails(name, date(2008, 11, 25), 1, "4H2"))
    save_note(school, "@ huisbezoek", About(noor), today=date(2026, 11, 10))
    mark_attendance(school, give_place(school, 1, noor), Attendance.NO_SHOW)
    (about,) = view(school).pupils
    assert "1 keer gesproken: dinsdag 10 november." in about.to_parents
    assert "Geen gesprek: dinsdag 24 november (niet verschenen)." in about.to_parents
    (about,) = view(school, today=date(2026, 11, 30)).pupils
    assert (about.to_parents, about.why_not) == ("", GROWN_UP)


def test_who_said_off_and_came_after_all_is_counted_once(school: Casebook) -> None:
    sam = jongere(school, "Sam")
    mark_attendance(school, give_place(school, 1, sam), Attendance.CANCELLED)
    again = give_place(school, 1, sam, at=time(15, 10))
    mark_attendance(school, again, Attendance.PRESENT)
    text = text_for(school, "Hennie Drenth")
    assert "1 uitgenodigd, 1 aanwezig, 0 niet verschenen." in text
    assert "Sam (4H2) was aanwezig." in text
