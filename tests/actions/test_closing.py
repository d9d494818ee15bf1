"""A spreekuur is closed only when everybody who did not come has an answer that stands."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from spreekuur.actions.closing import (
    AlreadyClosed,
    AlreadyDecided,
    NotYet,
    StillOpen,
    WasThere,
    close_office_hours,
    decide,
)
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import (
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_at_school,
)
from spreekuur.actions.rows import fetch
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.model import OfficeHours
from spreekuur.rules.labels import Attendance, Decision
from spreekuur.store.casebook import Casebook
from spreekuur.views.closing import ClosingView, closing_view
from tests.actions.conftest import ILYAS, NEXT, NOOR, TODAY, hours
from tests.dump import dump

NOORS = 1


def seen(casebook: Casebook, today: date = TODAY) -> ClosingView:
    with casebook.read() as connection:
        view = closing_view(connection, 1, today)
    assert view
    return view


def one(casebook: Casebook, sql: str) -> Any:
    with casebook.read() as connection:
        return connection.execute(sql).fetchone()


def follow_up(casebook: Casebook) -> Any:
    return one(
        casebook,
        "SELECT action, day, status, appointment_id, waiting_entry_id FROM follow_up "
        "ORDER BY id DESC LIMIT 1",
    )


def test_an_invited_jongere_is_open_with_the_next_place_proposed(casebook: Casebook) -> None:
    (row,) = seen(casebook).open_rows
    assert row.pupil_id == NOOR
    assert row.choice
    assert row.choice.decision is Decision.AGAIN
    assert row.step
    assert (row.step.day, row.step.at) == (NEXT, time(13))


def test_proposed_places_are_given_in_order(casebook: Casebook) -> None:
    give_place(casebook, 1, ILYAS)
    steps = [row.step for row in seen(casebook).rows]
    assert [step and step.at for step in steps] == [time(13), time(13, 20)]


def test_opnieuw_books_the_next_spreekuur_and_leaves_a_next_step(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.AGAIN, TODAY)
    place = one(casebook, "SELECT id, pupil_id, at FROM appointment WHERE office_hours_id = 2")
    assert place[1:] == (NOOR, "13:00:00.000000")
    assert follow_up(casebook)[3] == place[0]
    (row,) = seen(casebook).rows
    assert (row.is_open, row.decision) == (False, Decision.AGAIN)
    assert row.step
    assert row.step.day == NEXT


def test_opnieuw_without_a_next_spreekuur_is_the_waiting_list(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.AGAIN, date(2026, 12, 9))
    entry = one(casebook, "SELECT pupil_id, not_before, reason FROM waiting_entry")
    assert entry == (NOOR, "2026-11-25", "gesprek loopt")
    assert follow_up(casebook)[4]


@pytest.mark.parametrize("decision", [Decision.AGAIN, Decision.WAIT])
def test_who_missed_a_spreekuur_is_not_offered_a_place_in_it_again(
    casebook: Casebook, decision: Decision
) -> None:
    with casebook.change("Geen volgende") as session:
        session.delete(fetch(session, OfficeHours, 2))
    mark_attendance(casebook, NOORS, Attendance.CANCELLED)
    wait_at_school(casebook, 1, NOOR, TODAY, not_before=TODAY)
    decide(casebook, NOORS, decision, TODAY)
    assert not hours(casebook).waiting
    later = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    assert [one.pupil_id for one in hours(casebook, later).waiting] == [NOOR]


def test_who_said_off_and_came_after_all_is_not_asked_about(casebook: Casebook) -> None:
    mark_attendance(casebook, NOORS, Attendance.CANCELLED)
    again = give_place(casebook, 1, NOOR, at=time(13, 40))
    assert [row.appointment_id for row in seen(casebook).rows] == [again]
    mark_attendance(casebook, again, Attendance.PRESENT)
    view = seen(casebook)
    assert (view.rows, view.spoken) == ((), 1)
    close_office_hours(casebook, 1, TODAY)


def test_what_came_later_does_not_change_how_often_somebody_had_missed(casebook: Casebook) -> None:
    mark_attendance(casebook, NOORS, Attendance.NO_SHOW)
    later = give_place(casebook, 2, NOOR)
    for came in (Attendance.PRESENT, Attendance.NO_SHOW):
        mark_attendance(casebook, later, came)
        assert [row.times for row in seen(casebook, NEXT).rows] == [1]


def test_the_waiting_list_is_that_of_the_school(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.WAIT, TODAY)
    assert one(casebook, "SELECT school_id, pupil_id FROM waiting_entry") == (1, NOOR)


def test_bellen_is_hers_on_the_next_school_day(casebook: Casebook) -> None:
    friday = date(2026, 11, 27)
    decide(casebook, NOORS, Decision.CALL, friday)
    assert follow_up(casebook)[:3] == ("bellen", "2026-11-30", "open")


def test_bellen_may_be_on_another_day(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.CALL, TODAY, on=date(2026, 12, 1), action="moeder bellen")
    assert follow_up(casebook)[:2] == ("moeder bellen", "2026-12-01")


@pytest.mark.parametrize("decision", [Decision.STOP, Decision.COLLEAGUE])
def test_an_answer_that_nothing_follows_is_an_answer(
    casebook: Casebook, decision: Decision
) -> None:
    decide(casebook, NOORS, decision, TODAY)
    assert follow_up(casebook)[2] == "niet nodig"
    assert not seen(casebook).open_rows


def test_each_decision_is_one_step_back(casebook: Casebook) -> None:
    for decision in Decision:
        before = dump(casebook)
        decide(casebook, NOORS, decision, TODAY)
        casebook.undo()
        assert dump(casebook) == before


def test_nothing_is_decided_twice(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.STOP, TODAY)
    with pytest.raises(AlreadyDecided):
        decide(casebook, NOORS, Decision.AGAIN, TODAY)


def test_nothing_is_decided_about_who_was_there(casebook: Casebook) -> None:
    mark_attendance(casebook, NOORS, Attendance.LATE)
    assert not seen(casebook).rows
    with pytest.raises(WasThere):
        decide(casebook, NOORS, Decision.AGAIN, TODAY)


def test_who_has_a_next_step_is_not_asked_about(casebook: Casebook) -> None:
    save_note(casebook, "@ moeder, telefoon\n> vr bellen", About(NOOR), today=TODAY)
    (row,) = seen(casebook).rows
    assert not row.is_open
    assert row.step
    assert row.step.action == "bellen"


def test_a_vervolg_of_before_the_spreekuur_is_no_next_step(casebook: Casebook) -> None:
    save_note(casebook, "> 12 nov bellen", About(NOOR), today=date(2026, 11, 10))
    assert seen(casebook).open_rows


def test_a_spreekuur_with_open_rows_is_not_closed(casebook: Casebook) -> None:
    with pytest.raises(StillOpen, match="Nog 1 te kiezen"):
        close_office_hours(casebook, 1, TODAY)


def test_the_close_gives_who_was_not_called_a_word_for_it(casebook: Casebook) -> None:
    decide(casebook, NOORS, Decision.AGAIN, TODAY)
    before = dump(casebook)
    close_office_hours(casebook, 1, TODAY)
    assert one(casebook, "SELECT attendance FROM appointment WHERE id = 1") == (
        "niet aan de beurt gekomen",
    )
    assert seen(casebook).is_closed
    with pytest.raises(AlreadyClosed):
        close_office_hours(casebook, 1, TODAY)
    casebook.undo()
    assert dump(casebook) == before
    assert not seen(casebook).is_closed


def test_who_was_written_about_but_not_marked_was_there(casebook: Casebook) -> None:
    save_note(casebook, "Sam wil graag.\n> vr", About(NOOR, appointment_id=1), today=TODAY)
    view = seen(casebook)
    assert (view.rows, view.spoken) == ((), 1)
    close_office_hours(casebook, 1, TODAY)
    assert one(casebook, "SELECT attendance FROM appointment WHERE id = 1") == ("aanwezig",)


def test_a_bespreking_without_a_jongere_asks_nothing(casebook: Casebook) -> None:
    mark_attendance(casebook, NOORS, Attendance.PRESENT)
    with casebook.change("Bespreking") as session:
        from spreekuur.model import Appointment

        session.add(Appointment(office_hours_id=1, at=time(13, 20), reason="klas 4H2"))
    assert not seen(casebook).rows
    close_office_hours(casebook, 1, TODAY)
    assert one(casebook, "SELECT attendance FROM appointment WHERE pupil_id IS NULL") == (
        "uitgenodigd",
    )


def test_a_spreekuur_to_come_is_not_closed(casebook: Casebook) -> None:
    coming = plan_office_hours(casebook, Hours(1, date(2026, 12, 15), time(9), time(10)))
    with pytest.raises(NotYet):
        close_office_hours(casebook, coming, TODAY)


def test_after_two_no_shows_the_ouders_are_called(casebook: Casebook) -> None:
    earlier = plan_office_hours(casebook, Hours(1, date(2026, 11, 10), time(9), time(10)))
    mark_attendance(casebook, give_place(casebook, earlier, NOOR), Attendance.NO_SHOW)
    mark_attendance(casebook, NOORS, Attendance.NO_SHOW)
    (row,) = seen(casebook).open_rows
    assert row.times == 2
    assert row.choice
    assert row.choice.shown == "oudergesprek?"
    assert row.step
    assert row.step.day == date(2026, 11, 25)


def move_noor(casebook: Casebook, municipality: str) -> None:
    with casebook.change("Verhuisd") as session:
        from spreekuur.model import Pupil

        session.get_one(Pupil, NOOR).municipality = municipality


def test_her_own_municipality_is_known_however_it_is_typed(casebook: Casebook) -> None:
    introduce(casebook, AboutYou(municipality="Veenmeer"))
    move_noor(casebook, "veenmeer")
    (row,) = seen(casebook).open_rows
    assert row.elsewhere == ""


def test_who_lives_elsewhere_goes_to_the_colleague_there(casebook: Casebook) -> None:
    introduce(casebook, AboutYou(municipality="Veenmeer"))
    move_noor(casebook, "Borgerveld")
    (row,) = seen(casebook).open_rows
    assert row.elsewhere == "Borgerveld"
    assert row.choice
    decide(casebook, NOORS, row.choice.decision, TODAY)
    assert one(casebook, "SELECT attendance FROM appointment WHERE id = 1") == ("bij collega",)
    close_office_hours(casebook, 1, TODAY)
