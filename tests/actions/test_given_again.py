"""A place is given, given back and given again: nobody may have one and wait, or share one."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.cancelling import cancel_hours
from spreekuur.actions.closing import decide
from spreekuur.actions.follow_ups import book_again, finish_follow_up
from spreekuur.actions.office_hours import (
    GivenAway,
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.place import NotHeld
from spreekuur.actions.places import move_place, plan_discussion, squeeze_in_last
from spreekuur.actions.waiting import let_wait
from spreekuur.rules.labels import Attendance, Decision, OfficeHoursStatus
from spreekuur.store.casebook import Casebook
from spreekuur.views.caseload import caseload_row
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.school import waiting_at
from tests.actions.conftest import ILYAS, NOOR, SAM, TODAY, held, hours
from tests.dump import dump

DECEMBER = date(2026, 12, 1)


def waiting(casebook: Casebook) -> list[tuple[int, str]]:
    with casebook.read() as connection:
        return [(one.pupil_id, one.reason) for one in waiting_at(connection, 1, TODAY)]


def anchored(casebook: Casebook) -> int:
    """The place of Ilyas in the second spreekuur, which a vervolg led to."""
    book_again(casebook, ILYAS, 1, TODAY)
    number = hours(casebook, 2).held[0].appointment_id
    assert number
    return number


@pytest.mark.parametrize("over", [OfficeHoursStatus.CLOSED, OfficeHoursStatus.DROPPED])
def test_a_spreekuur_that_is_over_gives_no_places(
    casebook: Casebook, over: OfficeHoursStatus
) -> None:
    with casebook.change("Voorbij") as session:
        from spreekuur.model import OfficeHours

        session.get_one(OfficeHours, 1).status = over
    before = dump(casebook)
    for change in (
        lambda: give_place(casebook, 1, SAM),
        lambda: wait_for_place(casebook, 1, SAM, TODAY),
        lambda: squeeze_in_last(casebook, 1, SAM),
        lambda: plan_discussion(casebook, 1, "Verzuim in 4H2"),
        lambda: move_place(casebook, 1, time(13, 40)),
        lambda: mark_attendance(casebook, 1, Attendance.INVITED),
    ):
        with pytest.raises(NotHeld, match="afgerond of vervallen"):
            change()
    assert dump(casebook) == before


def test_nobody_came_to_a_spreekuur_that_was_cancelled(casebook: Casebook) -> None:
    cancel_hours(casebook, 1, "ziek", TODAY)
    before = dump(casebook)
    for came in (Attendance.PRESENT, Attendance.LATE, Attendance.NO_SHOW):
        with pytest.raises(NotHeld):
            mark_attendance(casebook, 1, came)
    assert dump(casebook) == before
    mark_attendance(casebook, 1, Attendance.SICK)


@pytest.mark.parametrize(
    ("status", "is_next"),
    [("gepland", True), ("bezig", True), ("afgerond", False), ("vervallen", False)],
)
def test_only_a_spreekuur_still_to_be_held_is_a_next_step(
    casebook: Casebook, status: str, is_next: bool
) -> None:
    with casebook.change("Voorbij") as session:
        from spreekuur.model import OfficeHours

        session.get_one(OfficeHours, 1).status = status
    with casebook.read() as connection:
        row = caseload_row(connection, NOOR, TODAY)
    assert row
    assert bool(row.next_step) is is_next


def test_opnieuw_at_the_close_takes_the_reason_along(casebook: Casebook) -> None:
    decide(casebook, 1, Decision.AGAIN, TODAY)
    assert held(casebook, 2) == [(time(13), NOOR, "gesprek loopt")]


def test_a_new_place_or_a_turn_takes_the_reason_along_but_keeps_its_own(
    casebook: Casebook,
) -> None:
    small = plan_office_hours(casebook, Hours(1, DECEMBER, time(13), time(13, 20)))
    book_again(casebook, SAM, 1, TODAY, reason="7x te laat")
    book_again(casebook, ILYAS, 1, TODAY, reason="2 ziekmeldingen")
    assert held(casebook, small) == [(time(13), SAM, "7x te laat")]
    assert waiting(casebook) == [(ILYAS, "2 ziekmeldingen")]
    book_again(casebook, SAM, 1, TODAY, reason="anders")
    book_again(casebook, ILYAS, 1, TODAY, reason="anders")
    assert held(casebook, small) == [(time(13), SAM, "7x te laat")]
    assert waiting(casebook) == [(ILYAS, "2 ziekmeldingen")]


def test_a_place_or_turn_without_a_reason_gets_that_of_the_place_that_was_missed(
    casebook: Casebook,
) -> None:
    small = plan_office_hours(casebook, Hours(1, DECEMBER, time(13), time(13, 20)))
    give_place(casebook, small, SAM)
    wait_for_place(casebook, small, ILYAS, TODAY)
    book_again(casebook, SAM, 1, TODAY, reason="7x te laat")
    book_again(casebook, ILYAS, 1, TODAY, reason="2 ziekmeldingen")
    assert held(casebook, small) == [(time(13), SAM, "7x te laat")]
    assert waiting(casebook) == [(ILYAS, "2 ziekmeldingen")]


def test_who_waited_for_a_later_spreekuur_and_gets_a_place_now_waits_no_more(
    casebook: Casebook,
) -> None:
    let_wait(casebook, 1, TODAY)
    assert waiting(casebook) == [(NOOR, "gesprek loopt")]
    give_place(casebook, 1, NOOR)
    assert waiting(casebook) == []


def test_who_gets_a_place_by_hand_keeps_the_day_since_which_they_waited(
    casebook: Casebook,
) -> None:
    cancel_hours(casebook, 2, "ziek", TODAY)
    wait_for_place(casebook, 1, SAM, date(2026, 11, 1))
    give_place(casebook, 1, SAM, listed_on=TODAY)
    wait_for_place(casebook, 1, ILYAS, date(2026, 11, 5))
    cancel_hours(casebook, 1, "ziek", TODAY)
    assert [who for who, _ in waiting(casebook)] == [SAM, ILYAS, NOOR]


def test_nobody_is_invited_again_to_a_place_another_has_now(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    give_place(casebook, 1, SAM)
    before = dump(casebook)
    with pytest.raises(GivenAway, match="aan een ander gegeven"):
        mark_attendance(casebook, 1, Attendance.INVITED)
    assert dump(casebook) == before
    move_place(casebook, 1, time(13, 40))
    assert [one[:2] for one in held(casebook, 1)] == [(time(13), SAM), (time(13, 40), NOOR)]


def test_who_said_off_by_mistake_is_invited_again_while_the_place_is_free(
    casebook: Casebook,
) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    mark_attendance(casebook, 1, Attendance.INVITED)
    assert held(casebook, 1) == [(time(13), NOOR, "gesprek loopt")]


def test_a_vervolg_she_answered_herself_is_not_opened_by_a_mark(casebook: Casebook) -> None:
    place = anchored(casebook)
    with casebook.read() as connection:
        (follow_up,) = open_follow_ups(connection, ILYAS, TODAY)
    finish_follow_up(casebook, follow_up.id)
    for came in (Attendance.NO_SHOW, Attendance.INVITED):
        mark_attendance(casebook, place, came)
        with casebook.read() as connection:
            assert connection.execute(
                "SELECT status FROM follow_up WHERE id = :id", {"id": follow_up.id}
            ).fetchone() == ("gedaan",)


def test_a_vervolg_follows_every_mark_until_the_last_one(casebook: Casebook) -> None:
    place = anchored(casebook)
    for came, left in (
        (Attendance.PRESENT, 0),
        (Attendance.NO_SHOW, 0),
        (Attendance.SICK, 0),
        (Attendance.INVITED, 1),
    ):
        mark_attendance(casebook, place, came)
        with casebook.read() as connection:
            assert len(open_follow_ups(connection, ILYAS, TODAY)) == left
