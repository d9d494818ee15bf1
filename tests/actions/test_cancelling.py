"""When a spreekuur does not go on nobody on its list may be forgotten."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.cancelling import AlreadyBegun, cancel_hours
from spreekuur.actions.closing import decide
from spreekuur.actions.follow_ups import book_again
from spreekuur.actions.office_hours import (
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.series import Closed, plan_series
from spreekuur.actions.waiting import give_to_waiting, let_wait
from spreekuur.rules.labels import Attendance, Decision
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.rebooking import where_to
from spreekuur.views.school import waiting_at
from tests.actions.conftest import (
    ILYAS,
    NEXT,
    NOOR,
    SAM,
    TODAY,
    held,
    hours,
    place_given_meanwhile,
)
from tests.dump import dump

LATER = date(2026, 12, 15)


def test_who_is_invited_goes_to_the_next_spreekuur_the_vervolg_along(casebook: Casebook) -> None:
    book_again(casebook, SAM, 1, date(2026, 11, 23))
    before = dump(casebook)
    places = cancel_hours(casebook, 1, " studiedag ", TODAY)
    assert where_to(places, TODAY) == ["2 jongeren naar di 8 dec"]
    assert held(casebook, 2) == [(time(13), NOOR, "gesprek loopt"), (time(13, 20), SAM, "")]
    with casebook.read() as connection:
        coming = [(one.on, one.at) for one in open_follow_ups(connection, SAM, TODAY)]
        reason = connection.execute("SELECT status_reason FROM office_hours WHERE id = 1")
        assert reason.fetchone() == ("studiedag",)
    assert (NEXT, time(13, 20)) in coming
    old = hours(casebook, 1)
    assert old.status == "vervallen"
    assert [one.attendance for one in old.taken] == [Attendance.MOVED, Attendance.MOVED]
    casebook.undo()
    assert dump(casebook) == before


def test_when_the_next_is_full_the_rest_waits_in_order(casebook: Casebook) -> None:
    small = plan_office_hours(casebook, Hours(1, date(2026, 12, 1), time(13), time(13, 20)))
    give_place(casebook, 1, SAM, at=time(13, 20), reason="7x te laat", listed_on=TODAY)
    give_place(casebook, 1, ILYAS, listed_on=TODAY)
    places = cancel_hours(casebook, 1, "ziek", TODAY)
    assert where_to(places, TODAY) == ["1 jongere naar di 1 dec", "2 jongeren naar de wachtlijst"]
    assert [one[1] for one in held(casebook, small)] == [NOOR]
    with casebook.read() as connection:
        waiting = waiting_at(connection, 1, TODAY)
    assert [(one.pupil_id, one.reason, one.since) for one in waiting] == [
        (SAM, "7x te laat", TODAY),
        (ILYAS, "", TODAY),
    ]
    dropped = [one.attendance for one in hours(casebook, 1).taken]
    assert dropped == [Attendance.MOVED, Attendance.DROPPED, Attendance.DROPPED]


def test_who_has_a_place_in_the_next_keeps_that_one(casebook: Casebook) -> None:
    give_place(casebook, 2, NOOR, at=time(13, 40))
    cancel_hours(casebook, 1, "ziek", TODAY)
    assert held(casebook, 2) == [(time(13, 40), NOOR, "gesprek loopt")]


def test_later_ones_of_the_reeks_go_with_it_and_nobody_lands_on_one_of_them(
    casebook: Casebook,
) -> None:
    weekly = Hours(1, date(2026, 11, 25), time(9), time(10))
    first, second, third = plan_series(casebook, weekly, 1, date(2026, 12, 9)).numbers
    give_place(casebook, first, SAM)
    give_place(casebook, second, SAM)
    mark_attendance(casebook, give_place(casebook, third, ILYAS), Attendance.PRESENT)
    before = dump(casebook)
    cancel_hours(casebook, first, "verhuizing", TODAY, later=True)
    statuses = [hours(casebook, number).status for number in (first, second, third)]
    assert statuses == ["vervallen", "vervallen", "gepland"]
    assert [one[1] for one in held(casebook, 2)] == [SAM], "the next that is not of the reeks"
    casebook.undo()
    assert dump(casebook) == before


def test_only_this_one_leaves_the_reeks_as_it_was(casebook: Casebook) -> None:
    weekly = Hours(1, date(2026, 11, 25), time(9), time(10))
    first, second = plan_series(casebook, weekly, 1, date(2026, 12, 2)).numbers
    cancel_hours(casebook, first, "ziek", TODAY)
    assert hours(casebook, second).status == "gepland"


@pytest.mark.parametrize("off", [Attendance.CANCELLED, Attendance.SICK])
def test_who_said_off_beforehand_is_booked_again_and_stays_on_record(
    casebook: Casebook, off: Attendance
) -> None:
    mark_attendance(casebook, 1, off)
    cancel_hours(casebook, 1, "ziek", TODAY)
    assert held(casebook, 2) == [(time(13), NOOR, "gesprek loopt")]
    assert [one.attendance for one in hours(casebook, 1).taken] == [off]


def test_who_said_off_and_was_decided_about_is_not_booked_again(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    decide(casebook, 1, Decision.STOP, TODAY)
    assert cancel_hours(casebook, 1, "ziek", TODAY) == []


def test_who_said_off_and_waits_or_comes_later_already_is_not_booked_again(
    casebook: Casebook,
) -> None:
    later = plan_office_hours(casebook, Hours(1, LATER, time(9), time(10)))
    mark_attendance(casebook, 1, Attendance.SICK)
    let_wait(casebook, 1, TODAY)
    mark_attendance(casebook, give_place(casebook, 1, SAM), Attendance.CANCELLED)
    give_place(casebook, later, SAM)
    assert cancel_hours(casebook, 1, "ziek", TODAY) == []
    assert held(casebook, 2) == []


def test_who_waited_before_they_had_the_place_waits_since_then_again(casebook: Casebook) -> None:
    cancel_hours(casebook, 2, "ziek", TODAY)
    entry = wait_for_place(casebook, 1, SAM, date(2026, 11, 1))
    give_to_waiting(casebook, 1, entry)
    wait_for_place(casebook, 1, ILYAS, date(2026, 11, 5))
    cancel_hours(casebook, 1, "ziek", TODAY)
    with casebook.read() as connection:
        waiting = waiting_at(connection, 1, TODAY)
    assert [one.pupil_id for one in waiting] == [SAM, ILYAS, NOOR]
    assert waiting[0].since == date(2026, 11, 1)


def test_a_place_that_is_given_elsewhere_meanwhile_is_booked_again_too(
    casebook: Casebook, path: Path
) -> None:
    with place_given_meanwhile(path):
        cancel_hours(casebook, 1, "ziek", TODAY)
    assert [one.attendance for one in hours(casebook, 1).taken] == [Attendance.MOVED] * 2
    assert [one[1] for one in held(casebook, 2)] == [NOOR, SAM]


def test_without_a_next_spreekuur_all_wait_for_one(casebook: Casebook) -> None:
    cancel_hours(casebook, 2, "ziek", TODAY)
    cancel_hours(casebook, 1, "ziek", TODAY)
    new = plan_office_hours(casebook, Hours(1, LATER, time(9), time(10)))
    assert [one.pupil_id for one in hours(casebook, new).waiting] == [NOOR]


def test_who_waited_already_keeps_their_turn(casebook: Casebook) -> None:
    wait_for_place(casebook, 2, ILYAS, date(2026, 11, 20))
    cancel_hours(casebook, 2, "ziek", TODAY)
    cancel_hours(casebook, 1, "ziek", TODAY)
    with casebook.read() as connection:
        assert [one.pupil_id for one in waiting_at(connection, 1, TODAY)] == [ILYAS, NOOR]


def test_what_was_begun_cancelled_or_is_gone_is_refused(casebook: Casebook) -> None:
    cancel_hours(casebook, 2, "ziek", TODAY)
    mark_attendance(casebook, 1, Attendance.NO_SHOW)
    before = dump(casebook)
    for number, refusal in ((1, AlreadyBegun), (2, Closed), (99, ChangedElsewhere)):
        with pytest.raises(refusal):
            cancel_hours(casebook, number, "ziek", TODAY)
    assert dump(casebook) == before
