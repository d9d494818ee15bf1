"""Who has no place now, waits for one or comes next time, and the reason goes along."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.follow_ups import book_again
from spreekuur.actions.office_hours import (
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.places import squeeze_in_last
from spreekuur.actions.waiting import (
    NoNextHours,
    give_to_waiting,
    leave_waiting_list,
    let_wait,
    list_for_next,
    move_to_next,
)
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.views.follow_ups import open_follow_ups
from tests.actions.conftest import AFTERNOON, COMING, ILYAS, NEXT, NOOR, SAM, TODAY, hours, listed
from tests.dump import dump


def waiting(casebook: Casebook, number: int = AFTERNOON) -> list[int]:
    return [one.pupil_id for one in hours(casebook, number).waiting]


def anchors(casebook: Casebook, pupil_id: int) -> list[tuple[date | None, time | None]]:
    with casebook.read() as connection:
        found = open_follow_ups(connection, pupil_id, TODAY)
    return [(one.on, one.at) for one in found if one.action == "spreekuur"]


def test_a_freed_place_goes_to_who_waits_longest_with_the_reason(casebook: Casebook) -> None:
    wait_for_place(casebook, AFTERNOON, ILYAS, date(2026, 11, 20), reason="2 ziekmeldingen")
    wait_for_place(casebook, AFTERNOON, SAM, date(2026, 11, 18), reason="7x te laat")
    assert waiting(casebook) == [SAM, ILYAS]
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    give_to_waiting(casebook, AFTERNOON, hours(casebook).waiting[0].entry_id)
    assert waiting(casebook) == [ILYAS]
    place = hours(casebook).held[0]
    assert (place.at, place.pupil_id, place.reason) == (time(13), SAM, "7x te laat")


def test_who_waited_keeps_the_reason_behind_the_last_one_too(casebook: Casebook) -> None:
    wait_for_place(casebook, AFTERNOON, ILYAS, TODAY, reason="2 ziekmeldingen")
    squeeze_in_last(casebook, AFTERNOON, ILYAS)
    assert hours(casebook).held[-1].reason == "2 ziekmeldingen"


def test_from_the_list_to_the_waiting_list_is_for_a_later_spreekuur(casebook: Casebook) -> None:
    entry = let_wait(casebook, 1, TODAY)
    assert listed(casebook) == ["13:00 -", "13:20 -", "13:40 -"]
    assert waiting(casebook) == []
    (waits,) = hours(casebook, COMING).waiting
    assert (waits.entry_id, waits.pupil_id, waits.reason) == (entry, NOOR, "gesprek loopt")


def test_who_cancelled_stays_on_record_while_waiting(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.SICK)
    let_wait(casebook, 1, TODAY)
    assert listed(casebook)[0] == "13:00 ziek gemeld"
    assert waiting(casebook, COMING) == [NOOR]


def test_a_vervolg_follows_to_the_waiting_list_and_to_the_next_spreekuur(
    casebook: Casebook,
) -> None:
    book_again(casebook, SAM, 1, TODAY)
    third = plan_office_hours(casebook, Hours(1, date(2026, 12, 15), time(13), time(14)))
    place = hours(casebook, COMING).taken[0].appointment_id
    assert place
    move_to_next(casebook, place)
    assert listed(casebook, COMING)[0] == "13:00 verplaatst"
    assert anchors(casebook, SAM) == [(date(2026, 12, 15), time(13))]
    place = hours(casebook, third).taken[0].appointment_id
    assert place
    let_wait(casebook, place, NEXT)
    later = plan_office_hours(casebook, Hours(1, date(2026, 12, 22), time(13), time(14)))
    assert waiting(casebook, later) == [SAM]
    assert anchors(casebook, SAM) == [(date(2026, 12, 22), None)]


def test_the_next_spreekuur_gets_the_reason_too(casebook: Casebook) -> None:
    move_to_next(casebook, 1)
    (place,) = hours(casebook, COMING).held
    assert (place.pupil_id, place.reason) == (NOOR, "gesprek loopt")
    list_for_next(casebook, AFTERNOON, SAM)
    assert [one.pupil_id for one in hours(casebook, COMING).held] == [NOOR, SAM]


def test_without_a_next_spreekuur_nothing_changes(casebook: Casebook) -> None:
    place = give_place(casebook, COMING, SAM)
    before = dump(casebook)
    with pytest.raises(NoNextHours):
        move_to_next(casebook, place)
    with pytest.raises(NoNextHours):
        list_for_next(casebook, COMING, ILYAS)
    assert dump(casebook) == before


def test_somebody_may_leave_the_waiting_list(casebook: Casebook) -> None:
    entry = wait_for_place(casebook, AFTERNOON, SAM, TODAY)
    leave_waiting_list(casebook, entry)
    assert waiting(casebook) == []
