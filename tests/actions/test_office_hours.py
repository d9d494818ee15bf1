"""A place in a spreekuur is given, kept and lost once; what hangs on it must follow every time."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.follow_ups import book_again
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import (
    AlreadyListed,
    Hours,
    NoPlace,
    free_place,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.caseload import caseload
from spreekuur.views.follow_ups import FollowUpView, open_follow_ups
from tests.actions.conftest import ILYAS, NEXT, NOOR, SAM, TODAY, hours
from tests.dump import dump


def coming(casebook: Casebook, pupil_id: int) -> list[FollowUpView]:
    with casebook.read() as connection:
        return open_follow_ups(connection, pupil_id, TODAY)


def short_afternoon(casebook: Casebook, day: date = date(2026, 12, 1)) -> int:
    """A spreekuur with one place."""
    return plan_office_hours(casebook, Hours(1, day, time(13), time(13, 20)))


def waits(casebook: Casebook, pupil_id: int, today: date) -> bool:
    with casebook.read() as connection:
        return next(row.waiting for row in caseload(connection, today) if row.id == pupil_id)


def test_a_spreekuur_has_places_for_as_long_as_it_lasts(casebook: Casebook) -> None:
    pause, wednesday = (time(13, 40), time(14)), date(2026, 12, 9)
    number = plan_office_hours(casebook, Hours(1, wednesday, time(13), time(15), pause=pause))
    free = [place.at for place in hours(casebook, number).free]
    assert free == [time(13), time(13, 20), time(14), time(14, 20), time(14, 40)]


def test_hours_that_end_before_they_begin_are_refused(casebook: Casebook) -> None:
    before = dump(casebook)
    with pytest.raises(StoreError):
        plan_office_hours(casebook, Hours(1, NEXT, time(15), time(13)))
    assert dump(casebook) == before


def test_the_first_free_place_is_given(casebook: Casebook) -> None:
    give_place(casebook, 1, SAM, reason="7x\tte laat ")
    assert [(p.at, p.pupil_id, p.reason) for p in hours(casebook, 1).taken] == [
        (time(13), NOOR, "gesprek loopt"),
        (time(13, 20), SAM, "7x te laat"),
    ]


def test_a_place_at_a_time_of_ones_own_comes_between(casebook: Casebook) -> None:
    give_place(casebook, 1, SAM, at=time(13, 30))
    assert [place.at for place in hours(casebook, 1).places] == [time(13), time(13, 30)]


@pytest.mark.parametrize("at", [time(13), time(13, 10), time(12, 50)])
def test_a_time_that_is_taken_is_refused(casebook: Casebook, at: time) -> None:
    with pytest.raises(NoPlace):
        give_place(casebook, 1, SAM, at=at)


def test_a_full_spreekuur_has_no_place(casebook: Casebook) -> None:
    number = short_afternoon(casebook)
    give_place(casebook, number, SAM)
    with pytest.raises(NoPlace):
        give_place(casebook, number, NOOR)


def test_nobody_is_listed_twice(casebook: Casebook) -> None:
    with pytest.raises(AlreadyListed):
        give_place(casebook, 1, NOOR)


def test_a_note_outlives_the_place_it_was_made_at(casebook: Casebook) -> None:
    saved = save_note(casebook, "Kwam even langs.", About(NOOR), today=TODAY)
    free_place(casebook, 1)
    assert hours(casebook, 1).taken == ()
    said = {row[0]: row for row in dump(casebook)["conversation"]}
    assert "Kwam even langs." in said[saved.conversation_id]


def test_a_talk_that_took_place_answers_the_vervolg_that_led_to_it(casebook: Casebook) -> None:
    book_again(casebook, SAM, 1, TODAY)
    mark_attendance(casebook, 2, Attendance.LATE)
    assert [one.office_hours for one in coming(casebook, SAM)] == [None]


@pytest.mark.parametrize(
    "missed", [Attendance.NO_SHOW, Attendance.SICK, Attendance.NOT_REACHED, Attendance.MOVED]
)
def test_a_missed_place_drops_the_vervolg_that_was_tied_to_it(
    casebook: Casebook, missed: Attendance
) -> None:
    give_place(casebook, 2, ILYAS)
    book_again(casebook, ILYAS, 1, TODAY)
    number = short_afternoon(casebook, date(2026, 12, 15))
    mark_attendance(casebook, 2, missed)
    book_again(casebook, ILYAS, 1, NEXT)
    assert [one.office_hours for one in coming(casebook, ILYAS)] == [f"S-{number:04d}"]


def test_a_mark_that_is_taken_back_opens_the_vervolg_again(casebook: Casebook) -> None:
    book_again(casebook, ILYAS, 1, TODAY)
    mark_attendance(casebook, 2, Attendance.NO_SHOW)
    assert coming(casebook, ILYAS) == []
    casebook.undo()
    assert [one.on for one in coming(casebook, ILYAS)] == [NEXT]
    mark_attendance(casebook, 2, Attendance.NO_SHOW)
    mark_attendance(casebook, 2, Attendance.INVITED)
    assert [one.on for one in coming(casebook, ILYAS)] == [NEXT]


def test_when_a_talk_ended_is_noted_once(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.PRESENT)
    ended = hours(casebook, 1).taken[0].ended_at
    mark_attendance(casebook, 1, Attendance.LATE)
    assert ended is not None
    assert hours(casebook, 1).taken[0].ended_at == ended


def test_a_place_that_is_gone_cannot_be_marked(casebook: Casebook) -> None:
    free_place(casebook, 1)
    with pytest.raises(ChangedElsewhere):
        mark_attendance(casebook, 1, Attendance.PRESENT)


def test_who_waits_stands_at_the_end_and_only_once(casebook: Casebook) -> None:
    first = wait_for_place(casebook, 1, SAM, TODAY, reason="5x te laat")
    wait_for_place(casebook, 1, ILYAS, TODAY)
    assert wait_for_place(casebook, 1, SAM, TODAY) == first
    assert [(one.pupil_id, one.reason) for one in hours(casebook, 1).waiting] == [
        (SAM, "5x te laat"),
        (ILYAS, ""),
    ]


def test_who_has_a_place_does_not_wait_for_one(casebook: Casebook) -> None:
    with pytest.raises(AlreadyListed):
        wait_for_place(casebook, 1, NOOR, TODAY)


def test_a_place_ends_the_waiting_for_it_and_takes_its_vervolg_along(casebook: Casebook) -> None:
    number = short_afternoon(casebook)
    give_place(casebook, number, NOOR)
    book_again(casebook, ILYAS, 1, TODAY)
    wait_for_place(casebook, number, SAM, TODAY)
    before = dump(casebook)
    give_place(casebook, number, ILYAS, at=time(13, 20))
    assert [one.pupil_id for one in hours(casebook, number).waiting] == [SAM]
    assert [(one.on, one.at) for one in coming(casebook, ILYAS)] == [
        (date(2026, 12, 1), time(13, 20))
    ]
    casebook.undo()
    assert dump(casebook) == before


def test_waiting_goes_on_after_the_day_of_the_spreekuur_until_there_is_a_place(
    casebook: Casebook,
) -> None:
    wait_for_place(casebook, 1, ILYAS, TODAY)
    assert waits(casebook, ILYAS, date(2026, 11, 25))
    give_place(casebook, 1, ILYAS)
    assert not waits(casebook, ILYAS, date(2026, 11, 25))
