"""A reeks is planned around days off; a change of one day leaves every other as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.follow_ups import book_again
from spreekuur.actions.office_hours import (
    Hours,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.series import Begun, Closed, NothingLeft, change_hours, plan_series
from spreekuur.rules.labels import Attendance, OfficeHoursStatus
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.changed_hours import NewHours, as_it_is, changed_hours
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.occurrence import Occurrence, occurrence
from tests.actions.conftest import (
    ILYAS,
    NEXT,
    NOOR,
    SAM,
    TODAY,
    hours,
    place_given_meanwhile,
)
from tests.dump import dump

FROM, UNTIL = date(2026, 12, 1), date(2027, 2, 2)
MORNING = Hours(1, FROM, time(9), time(10), room="0.14")
DAYS = [FROM, date(2026, 12, 15), date(2027, 1, 5), date(2027, 1, 12), date(2027, 1, 26)]
"""Every two weeks from 1 December; 29 December gives way to 5 January."""


def at(casebook: Casebook, number: int) -> Occurrence:
    with casebook.read() as connection:
        found = occurrence(connection, number)
    assert found
    return found


def taken(casebook: Casebook, number: int) -> list[tuple[time, int | None]]:
    return [(place.at, place.pupil_id) for place in hours(casebook, number).held]


@pytest.fixture
def series(casebook: Casebook) -> tuple[int, ...]:
    """The numbers of a reeks of five."""
    return plan_series(casebook, MORNING, 2, UNTIL).numbers


def test_every_day_becomes_a_spreekuur_of_its_own(
    casebook: Casebook, series: tuple[int, ...]
) -> None:
    made = [at(casebook, number) for number in series]
    assert [one.day for one in made] == DAYS
    assert len({one.series_id for one in made}) == 1
    assert {(one.starts, one.ends, one.room) for one in made} == {(time(9), time(10), "0.14")}


def test_a_reeks_is_one_step_back(casebook: Casebook) -> None:
    before = dump(casebook)
    plan_series(casebook, MORNING, 1, UNTIL)
    casebook.undo()
    assert dump(casebook) == before


def test_a_school_that_is_closed_all_the_while_gets_no_reeks(casebook: Casebook) -> None:
    add_closed_day(casebook, 1, ClosedDayDetails("verbouwing", FROM, date(2028, 1, 1)))
    before = dump(casebook)
    with pytest.raises(NothingLeft):
        plan_series(casebook, MORNING, 2, UNTIL)
    with pytest.raises(StoreError):
        plan_series(casebook, MORNING, 2, TODAY)
    assert dump(casebook) == before


def test_moving_one_leaves_the_others_where_they_are(
    casebook: Casebook, series: tuple[int, ...]
) -> None:
    book_again(casebook, SAM, 1, NEXT)
    before = dump(casebook)
    new = replace(as_it_is(at(casebook, series[1])), day=date(2026, 12, 16))
    change_hours(casebook, series[1], new, TODAY)
    assert [at(casebook, number).day for number in series] == [
        *(DAYS[0], date(2026, 12, 16), *DAYS[2:]),
    ]
    with casebook.read() as connection:
        coming = [one.on for one in open_follow_ups(connection, SAM, TODAY)]
    assert date(2026, 12, 16) in coming, "the vervolg is anchored to the spreekuur, not to its day"
    casebook.undo()
    assert dump(casebook) == before


def test_later_ones_move_by_as_many_days_each_from_its_own(
    casebook: Casebook, series: tuple[int, ...]
) -> None:
    add_closed_day(casebook, 1, ClosedDayDetails("studiedag", date(2027, 1, 6), date(2027, 1, 6)))
    own = replace(as_it_is(at(casebook, series[3])), day=date(2027, 1, 14), room="2.20")
    change_hours(casebook, series[3], own, TODAY)
    mark_attendance(casebook, give_place(casebook, series[4], ILYAS), Attendance.PRESENT)
    before = dump(casebook)
    new = replace(as_it_is(at(casebook, series[1])), day=date(2026, 12, 16), room="1.02")
    change_hours(casebook, series[1], new, TODAY, later=True)
    assert [(at(casebook, one).day, at(casebook, one).room) for one in series] == [
        (DAYS[0], "0.14"),
        (date(2026, 12, 16), "1.02"),
        (date(2027, 1, 13), "1.02"),  # The studiedag gives way to the next school week.
        (date(2027, 1, 15), "2.20"),  # Moved and placed by itself before: its own shift and room.
        (DAYS[4], "0.14"),  # Held already.
    ]
    casebook.undo()
    assert dump(casebook) == before


def test_a_later_day_off_behind_which_the_reeks_stands_already_is_kept_and_told(
    casebook: Casebook,
) -> None:
    weekly = plan_series(casebook, MORNING, 1, date(2026, 12, 15)).numbers
    day_off = ClosedDayDetails("studiedag", date(2026, 12, 9), date(2026, 12, 9))
    add_closed_day(casebook, 1, day_off)
    new = replace(as_it_is(at(casebook, weekly[0])), day=date(2026, 12, 2))
    told = change_hours(casebook, weekly[0], new, TODAY, later=True)
    assert [(one.new.day.day, one.stays_off) for one in told] == [
        *((2, False), (9, True), (16, False)),
    ]
    assert told[1].off is not None
    assert told[1].off.name == "studiedag"


def test_of_later_ones_only_what_changes_is_taken_over(
    casebook: Casebook, series: tuple[int, ...]
) -> None:
    held = as_it_is(at(casebook, series[2]))
    own = replace(held, starts=time(8), list_closes_on=date(2027, 1, 4))
    change_hours(casebook, series[2], own, TODAY)
    new = replace(
        as_it_is(at(casebook, series[0])), ends=time(11), list_closes_on=date(2026, 11, 27)
    )
    change_hours(casebook, series[0], new, TODAY, later=True)
    found = [at(casebook, number) for number in series]
    assert [(one.starts.hour, one.ends.hour) for one in found] == [
        *((9, 11), (9, 11), (8, 10), (9, 11), (9, 11)),
    ]
    assert [one.list_closes_on for one in found[:3]] == [
        *(date(2026, 11, 27), date(2026, 12, 11), date(2027, 1, 4)),
    ]


def test_places_go_along_and_for_whom_there_is_no_room_waits(casebook: Casebook) -> None:
    number = plan_office_hours(casebook, MORNING)
    for pupil_id in (SAM, NOOR, ILYAS):
        give_place(casebook, number, pupil_id, reason="te laat", listed_on=date(2026, 11, 1))
    book_again(casebook, ILYAS, 1, TODAY)
    before = dump(casebook)
    change_hours(
        casebook, number, replace(as_it_is(at(casebook, number)), starts=time(9, 20)), TODAY
    )
    assert taken(casebook, number) == [(time(9, 20), SAM), (time(9, 40), NOOR)]
    with casebook.read() as connection:
        (follow_up,) = open_follow_ups(connection, ILYAS, TODAY)
    assert [(one.pupil_id, one.reason, one.since) for one in hours(casebook, number).waiting] == [
        (ILYAS, "te laat", date(2026, 11, 1))
    ]
    assert follow_up.on is not None
    casebook.undo()
    assert dump(casebook) == before


def test_a_place_that_is_given_elsewhere_meanwhile_goes_along_too(
    casebook: Casebook, path: Path
) -> None:
    new = replace(as_it_is(at(casebook, 1)), starts=time(15), ends=time(16))
    with place_given_meanwhile(path):
        change_hours(casebook, 1, new, TODAY)
    assert taken(casebook, 1) == [(time(15), NOOR), (time(15, 20), SAM)]


def test_a_place_that_was_given_back_stays_what_it_was(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    give_place(casebook, 1, SAM)
    new = replace(as_it_is(at(casebook, 1)), starts=time(15), ends=time(16))
    change_hours(casebook, 1, new, TODAY)
    assert taken(casebook, 1) == [(time(15), SAM)]
    mark_attendance(casebook, 1, Attendance.INVITED)
    assert taken(casebook, 1) == [(time(13), NOOR), (time(15), SAM)]


def test_a_later_beginning_takes_everybody_along(casebook: Casebook) -> None:
    number = plan_office_hours(casebook, MORNING)
    give_place(casebook, number, SAM)
    give_place(casebook, number, NOOR, at=time(9, 40))
    new = replace(as_it_is(at(casebook, number)), starts=time(13), ends=time(14))
    change_hours(casebook, number, new, TODAY)
    assert taken(casebook, number) == [(time(13), SAM), (time(13, 40), NOOR)]


def test_another_room_leaves_places_and_waiting_alone(casebook: Casebook) -> None:
    wait_for_place(casebook, 1, SAM, TODAY)
    before = dump(casebook)
    change_hours(casebook, 1, replace(as_it_is(at(casebook, 1)), room="1.02"), TODAY)
    after = dump(casebook)
    changed = {table for table in after if after[table] != before[table]}
    assert changed == {"office_hours"}


def test_what_was_begun_keeps_its_day_and_gets_another_end(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.PRESENT)
    old = as_it_is(at(casebook, 1))
    with pytest.raises(Begun):
        change_hours(casebook, 1, replace(old, day=NEXT), TODAY)
    change_hours(casebook, 1, replace(old, ends=time(15), room="1.02"), TODAY)
    assert at(casebook, 1).ends == time(15)
    assert taken(casebook, 1) == [(time(13), NOOR)]


def test_what_was_closed_or_has_changed_elsewhere_stays_as_it_is(casebook: Casebook) -> None:
    from spreekuur.model import OfficeHours

    new = NewHours(NEXT, time(9), time(10))
    with pytest.raises(ChangedElsewhere):
        change_hours(casebook, 2, new, TODAY, version=99)
    with pytest.raises(ChangedElsewhere):
        change_hours(casebook, 99, new, TODAY)
    with pytest.raises(StoreError):
        change_hours(casebook, 2, replace(new, ends=time(8)), TODAY)
    for status in (OfficeHoursStatus.CLOSED, OfficeHoursStatus.DROPPED):
        with casebook.change("Afgerond") as session:
            row = session.get(OfficeHours, 2)
            assert row
            row.status = status
        with pytest.raises(Closed):
            change_hours(casebook, 2, new, TODAY)


def test_a_spreekuur_without_a_reeks_has_no_later_ones(casebook: Casebook) -> None:
    with casebook.read() as connection:
        changes = changed_hours(connection, 1, NewHours(TODAY, time(9), time(10)), later=True)
    assert [one.was.id for one in changes] == [1]
