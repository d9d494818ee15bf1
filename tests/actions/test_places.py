"""Places move while the afternoon goes on: nobody may be lost, doubled or sat on another's time."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.office_hours import (
    AlreadyListed,
    Hours,
    NoPlace,
    give_place,
    mark_attendance,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.place import OutsideHours, Spoken
from spreekuur.actions.places import (
    Extended,
    NoTopic,
    TooLate,
    extend_talk,
    move_place,
    plan_discussion,
    squeeze_in_last,
)
from spreekuur.actions.waiting import (
    give_to_waiting,
    let_wait,
    move_to_next,
)
from spreekuur.rules.labels import FREES_PLACE, Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda_things import PlannedHours
from spreekuur.views.today_hours import today_hours
from spreekuur.views.weeks import agenda_weeks
from tests.actions.conftest import AFTERNOON, ILYAS, NOOR, SAM, TODAY, hours, listed
from tests.dump import dump


def full(casebook: Casebook) -> None:
    """Sam and Ilyas have the other two places of today."""
    give_place(casebook, AFTERNOON, SAM, reason="7x te laat")
    give_place(casebook, AFTERNOON, ILYAS)


@pytest.mark.parametrize("freed", sorted(FREES_PLACE))
def test_a_place_that_is_known_to_stay_empty_may_be_given_again(
    casebook: Casebook, freed: Attendance
) -> None:
    mark_attendance(casebook, 1, freed)
    assert listed(casebook) == [f"13:00 {freed}", "13:00 -", "13:20 -", "13:40 -"]
    give_place(casebook, AFTERNOON, SAM)
    assert listed(casebook) == [f"13:00 {freed}", "13:00 1", "13:20 -", "13:40 -"]
    assert [place.pupil_id for place in hours(casebook).taken] == [NOOR, SAM]


def test_every_view_counts_what_has_its_place_still(casebook: Casebook) -> None:
    full(casebook)
    mark_attendance(casebook, 1, Attendance.SICK)
    plan_discussion(casebook, AFTERNOON, "Verzuim in 4H2")
    with casebook.read() as connection:
        (today,) = today_hours(connection, TODAY)
        weeks = agenda_weeks(connection, TODAY).weeks
    planned = [one for week in weeks for day in week.days for one in day.things]
    first = next(one for one in planned if isinstance(one, PlannedHours))
    assert (len(today.held), len(today.free)) == (3, 0)
    assert (first.taken, first.places) == (3, 3)
    assert len(hours(casebook).held) == 3


@pytest.mark.parametrize("missed", [Attendance.NO_SHOW, Attendance.NOT_FETCHED])
def test_who_does_not_come_at_the_time_itself_keeps_the_place(
    casebook: Casebook, missed: Attendance
) -> None:
    mark_attendance(casebook, 1, missed)
    assert listed(casebook) == ["13:00 2", "13:20 -", "13:40 -"]


def test_who_cancelled_may_come_after_all(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    give_place(casebook, AFTERNOON, SAM)
    give_place(casebook, AFTERNOON, NOOR)
    assert listed(casebook) == ["13:00 afgemeld", "13:00 1", "13:20 2", "13:40 -"]


def test_a_place_moves_to_another_time(casebook: Casebook) -> None:
    move_place(casebook, 1, time(13, 40))
    assert listed(casebook) == ["13:00 -", "13:20 -", "13:40 2"]
    move_place(casebook, 1, time(13, 30))
    assert listed(casebook) == ["13:00 -", "13:30 2"]


def test_two_swap_when_one_has_the_time_of_the_other(casebook: Casebook) -> None:
    full(casebook)
    before = dump(casebook)
    move_place(casebook, 1, time(13, 40))
    assert listed(casebook) == ["13:00 3", "13:20 1", "13:40 2"]
    casebook.undo()
    assert dump(casebook) == before


def test_who_cancelled_is_invited_again_at_another_time(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.CANCELLED)
    move_place(casebook, 1, time(13, 20))
    assert hours(casebook).taken[0].attendance is Attendance.INVITED


def test_nobody_moves_onto_the_time_of_another(casebook: Casebook) -> None:
    full(casebook)
    before = dump(casebook)
    with pytest.raises(NoPlace):
        move_place(casebook, 1, time(13, 30))
    mark_attendance(casebook, 2, Attendance.NO_SHOW)
    with pytest.raises(NoPlace):
        move_place(casebook, 1, time(13, 20))
    casebook.undo()
    extend_talk(casebook, 1, 5)
    with pytest.raises(NoPlace):
        move_place(casebook, 1, time(13, 25))
    casebook.undo()
    assert dump(casebook) == before


def test_a_talk_that_took_place_stays_where_it_was(casebook: Casebook) -> None:
    mark_attendance(casebook, 1, Attendance.PRESENT)
    before = dump(casebook)
    for change in (
        lambda: move_place(casebook, 1, time(13, 40)),
        lambda: let_wait(casebook, 1, TODAY),
        lambda: move_to_next(casebook, 1),
    ):
        with pytest.raises(Spoken):
            change()
    assert dump(casebook) == before


def test_a_longer_talk_shifts_who_comes_after_it(casebook: Casebook) -> None:
    full(casebook)
    before = dump(casebook)
    assert extend_talk(casebook, 1, 5) == Extended(25, 2)
    assert listed(casebook) == ["13:00 2", "13:25 1", "13:45 3"]
    assert extend_talk(casebook, 1, 5) == Extended(30, 2)
    casebook.undo()
    casebook.undo()
    assert dump(casebook) == before


def test_a_free_place_takes_up_a_longer_talk_and_who_was_seen_does_not_move(
    casebook: Casebook,
) -> None:
    give_place(casebook, AFTERNOON, SAM, at=time(13, 40))
    assert extend_talk(casebook, 1, 15) == Extended(35, 0)
    assert listed(casebook) == ["13:00 2", "13:40 1"]
    mark_attendance(casebook, 2, Attendance.PRESENT)
    assert extend_talk(casebook, 1, 15) == Extended(50, 0)


def test_nothing_runs_on_past_midnight(casebook: Casebook) -> None:
    late = plan_office_hours(casebook, Hours(1, date(2026, 12, 1), time(23), time(23, 59)))
    place = give_place(casebook, late, NOOR, at=time(23, 30))
    before = dump(casebook)
    with pytest.raises(TooLate):
        extend_talk(casebook, place, 10)
    with pytest.raises(TooLate):
        squeeze_in_last(casebook, late, SAM)
    assert dump(casebook) == before


def test_who_walks_in_while_it_is_full_comes_last_and_nobody_shifts(casebook: Casebook) -> None:
    full(casebook)
    from spreekuur.actions.pupils import PupilDetails, add_pupil
    from spreekuur.rules.names import PersonName

    daan = add_pupil(casebook, PupilDetails(PersonName("Daan", "", "Jansma"), school_id=1))
    squeeze_in_last(casebook, AFTERNOON, daan)
    assert listed(casebook) == ["13:00 2", "13:20 1", "13:40 3", f"14:00 {daan}"]
    with pytest.raises(AlreadyListed):
        squeeze_in_last(casebook, AFTERNOON, daan)


def test_a_discussion_takes_a_place_and_is_nobody(casebook: Casebook) -> None:
    plan_discussion(casebook, AFTERNOON, " Verzuim\tin 4H2 ", at=time(13, 40))
    assert listed(casebook) == ["13:00 2", "13:20 -", "13:40 Verzuim in 4H2"]
    assert [one.pupil_id for one in hours(casebook).taken] == [NOOR]
    assert hours(casebook).places[-1].attendance is None
    with pytest.raises(NoPlace):
        give_place(casebook, AFTERNOON, SAM, at=time(13, 40))
    with pytest.raises(NoTopic):
        plan_discussion(casebook, AFTERNOON, " ")


def test_who_comes_on_the_list_after_it_closed_is_marked(casebook: Casebook) -> None:
    with casebook.change("Lijst sluit") as session:
        from spreekuur.model import OfficeHours

        session.get_one(OfficeHours, AFTERNOON).list_closes_on = date(2026, 11, 20)
    give_place(casebook, AFTERNOON, SAM, listed_on=date(2026, 11, 20))
    give_place(casebook, AFTERNOON, ILYAS, listed_on=date(2026, 11, 21))
    late = {one.pupil_id: one.late_on_list for one in hours(casebook).taken}
    assert (late[ILYAS], late[SAM]) == (True, False)


def test_who_waited_before_the_list_closed_is_not_late(casebook: Casebook) -> None:
    with casebook.change("Lijst sluit") as session:
        from spreekuur.model import OfficeHours

        session.get_one(OfficeHours, AFTERNOON).list_closes_on = date(2026, 11, 20)
    entry = wait_for_place(casebook, AFTERNOON, SAM, date(2026, 11, 18))
    give_to_waiting(casebook, AFTERNOON, entry)
    plan_discussion(casebook, AFTERNOON, "Verzuim in 4H2")
    late = {one.pupil_id: one.late_on_list for one in hours(casebook).places}
    assert (late[SAM], late[None]) == (False, False)


def test_a_place_belongs_to_the_afternoon_or_comes_right_behind_it(casebook: Casebook) -> None:
    before = listed(casebook)
    noor = next(one.appointment_id for one in hours(casebook).held) or 0
    for at in (time(12, 40), time(15, 1), time(23, 10)):
        with pytest.raises(OutsideHours) as refused:
            give_place(casebook, AFTERNOON, SAM, at=at)
        assert "van 13:00 tot 14:00" in refused.value.sentence
        with pytest.raises(OutsideHours):
            move_place(casebook, noor, at)
        with pytest.raises(OutsideHours):
            plan_discussion(casebook, AFTERNOON, "Verzuim in 4H2", at=at)
    assert listed(casebook) == before
    give_place(casebook, AFTERNOON, SAM, at=time(15))
    extend_talk(casebook, noor, 200)
    last = give_place(casebook, AFTERNOON, ILYAS, at=time(17))
    assert hours(casebook).held[-1].appointment_id == last
