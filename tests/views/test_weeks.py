"""The agenda stands on these queries: whole weeks, quick however much there is."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path
from time import process_time

import pytest
from tests.tui.builder import DAY, make_casebook

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda_things import OwnTime, PlannedHours
from spreekuur.views.today import Move
from spreekuur.views.weeks import AHEAD, Agenda, Week, agenda_weeks, monday_of

MONDAY = date(2026, 11, 23)
WEEK = timedelta(weeks=1)
QUERIES = 7


def note(casebook: Casebook, pupil_id: int | None, line: str) -> None:
    text = f"Gebeld.\n{line}"
    save_note(casebook, text, About(pupil_id), today=date(2026, 11, 20), now=time(9))


def agenda(casebook: Casebook, on: date = DAY) -> Agenda:
    with casebook.read() as connection:
        return agenda_weeks(connection, on)


def week(casebook: Casebook, monday: date = MONDAY) -> Week:
    return next(one for one in agenda(casebook).weeks if one.monday == monday)


def test_a_spreekuur_counts_its_places_and_who_has_one(casebook: Casebook) -> None:
    (day,) = week(casebook).days
    (hours,) = day.things
    assert isinstance(hours, PlannedHours)
    assert (day.on, hours.school, hours.room) == (DAY, "Veenwijzer", "kamer 0.14")
    assert (hours.starts, hours.taken, hours.places) == (time(13), 4, 10)


def test_somebody_squeezed_in_between_takes_no_place_of_another(casebook: Casebook) -> None:
    with casebook.change("Ingeschoven") as session:
        from spreekuur.model import Appointment

        session.add(Appointment(office_hours_id=1, pupil_id=9, at=time(13, 10)))
    (hours,) = week(casebook).days[0].things
    assert isinstance(hours, PlannedHours)
    assert (hours.taken, hours.places) == (5, 11)


def test_a_day_stands_in_order_of_time_and_without_one_comes_first(casebook: Casebook) -> None:
    note(casebook, 8, "> 24 nov 15:00 wijkteam bellen")
    note(casebook, 9, "> 24 nov school bellen")
    note(casebook, 10, "> 24 nov 9:00 vader bellen")
    things = week(casebook).days[0].things
    assert [one.at for one in things] == [None, time(9), time(13), time(15)]


def test_only_her_own_open_steps_with_a_day_are_there(casebook: Casebook) -> None:
    note(casebook, 8, "! mentor: belt, 26 nov")
    note(casebook, 8, "! ik: bel mentor, 26 nov")
    note(casebook, None, "> 27 nov bellen")
    moves = [one for day in week(casebook).days for one in day.things if isinstance(one, Move)]
    assert [(one.kind, one.on.day, one.what) for one in moves] == [
        ("agreement", 26, "bel mentor"),
        ("follow_up", 27, "bellen"),
    ]


def test_weeks_run_on_from_this_one_and_earlier_ones_only_hold_what_was(
    casebook: Casebook,
) -> None:
    plan_office_hours(casebook, Hours(1, date(2026, 6, 2), time(13), time(16)))
    mondays = [one.monday for one in agenda(casebook).weeks]
    assert mondays == [date(2026, 6, 1), *(MONDAY + WEEK * n for n in range(AHEAD + 1))]


def test_what_is_planned_far_ahead_is_there_too(casebook: Casebook) -> None:
    plan_office_hours(casebook, Hours(1, date(2027, 9, 7), time(13), time(16)))
    assert agenda(casebook).weeks[-1].monday == date(2027, 9, 6)


def test_a_weekend_belongs_to_the_week_before_it(casebook: Casebook) -> None:
    assert monday_of(date(2026, 11, 29)) == MONDAY
    assert agenda(casebook, date(2026, 11, 29)).weeks[0].monday == MONDAY


def test_a_holiday_stands_in_each_week_of_which_it_takes_a_working_day(
    casebook: Casebook,
) -> None:
    found = {one.monday: [off.name.lower() for off in one.off] for one in agenda(casebook).weeks}
    assert found[date(2026, 12, 14)] == []
    assert found[date(2026, 12, 21)] == found[date(2026, 12, 28)] == ["kerstvakantie"]
    assert found[date(2027, 1, 4)] == []


def test_holidays_are_those_of_the_regions_where_she_has_work(casebook: Casebook) -> None:
    assert agenda(casebook).regions == 1
    with casebook.change("Regio") as session:
        from spreekuur.model import School

        session.get_one(School, 2).holiday_region = "Zuid"
    both = agenda(casebook)
    spring = next(one for one in both.weeks if one.monday == date(2027, 2, 15))
    assert both.regions == 2
    assert [one.regions for one in spring.off] == [("Zuid",)]


def test_a_public_holiday_stands_in_its_week_unless_a_school_holiday_holds_it(
    casebook: Casebook,
) -> None:
    plan_office_hours(casebook, Hours(1, date(2027, 3, 29), time(9), time(11)))
    found = {one.monday: [off.name for off in one.off] for one in agenda(casebook).weeks}
    assert found[date(2027, 3, 29)] == ["Tweede paasdag"]
    assert found[date(2026, 12, 21)] == ["kerstvakantie"]
    (easter_monday,) = agenda(casebook).day(date(2027, 3, 29)).things
    assert isinstance(easter_monday, PlannedHours)
    assert easter_monday.clash == "Tweede paasdag"


def test_days_on_which_one_school_is_closed_are_those_of_that_school(casebook: Casebook) -> None:
    close(casebook, 2, "toetsweek", date(2026, 12, 7), date(2026, 12, 11))
    found = agenda(casebook)
    (toetsweek,) = next(one for one in found.weeks if one.monday == date(2026, 12, 7)).off
    assert (toetsweek.name, toetsweek.school) == ("toetsweek", "Kompas")
    assert not found.everywhere(toetsweek)
    assert clash_on(casebook, date(2026, 12, 8)) == ""
    close(casebook, 1, "studiedag", date(2026, 12, 8), date(2026, 12, 8))
    assert clash_on(casebook, date(2026, 12, 8)) == "studiedag"


def test_own_time_of_several_days_stands_on_each_working_day(casebook: Casebook) -> None:
    engage(casebook, "cursus", date(2026, 11, 26), date(2026, 12, 1), away=True)
    engage(casebook, "open dag", date(2026, 11, 28), date(2026, 11, 28))
    own = [
        (one.on, one.what)
        for day in agenda(casebook).days.values()
        for one in day.things
        if isinstance(one, OwnTime)
    ]
    assert own == [
        (date(2026, 11, 26), "cursus"),
        (date(2026, 11, 27), "cursus"),
        (date(2026, 11, 28), "open dag"),
        (date(2026, 11, 30), "cursus"),
        (date(2026, 12, 1), "cursus"),
    ]


def test_own_time_without_end_does_not_make_the_agenda_endless(casebook: Casebook) -> None:
    engage(casebook, "sabbatical", date(2026, 11, 26), date.max)
    engage(casebook, "laatste dag", date.max, date.max)
    close(casebook, 1, "altijd", date.min, date.max)
    assert len(agenda(casebook).weeks) < 70


@pytest.mark.parametrize(
    ("starts", "ends", "away", "clash"),
    [
        (None, None, True, "je bent er niet"),
        (time(12), time(14), False, "overlapt eigen afspraak"),
        (time(9), time(13), False, ""),
        (time(16, 30), time(17), True, ""),
    ],
)
def test_own_time_at_the_same_hours_stands_in_the_way(
    casebook: Casebook, starts: time | None, ends: time | None, away: bool, clash: str
) -> None:
    engage(casebook, "iets", DAY, DAY, starts, ends, away=away)
    assert clash_on(casebook, DAY) == clash


def test_two_spreekuren_at_the_same_hours_stand_in_each_others_way(casebook: Casebook) -> None:
    other = plan_office_hours(casebook, Hours(2, DAY, time(16), time(17)))
    assert clash_on(casebook, DAY) == "overlapt Kompas"
    with casebook.change("Vervallen") as session:
        from spreekuur.model import OfficeHours

        row = session.get_one(OfficeHours, other)
        row.status, row.status_reason = "vervallen", "studiedag"
    assert clash_on(casebook, DAY) == ""
    dropped = agenda(casebook).day(DAY).things[1]
    assert isinstance(dropped, PlannedHours)
    assert (dropped.dropped, dropped.reason, dropped.clash) == (True, "studiedag", "")


def test_what_was_in_the_way_long_ago_is_not_said_any_more(casebook: Casebook) -> None:
    engage(casebook, "iets", DAY, DAY)
    found = agenda(casebook, DAY + WEEK).day(DAY).things
    assert all(one.clash == "" for one in found if isinstance(one, PlannedHours))


def test_an_afternoon_is_free_when_nothing_takes_it_and_schools_are_open(
    casebook: Casebook,
) -> None:
    note(casebook, 8, "> 25 nov 15:00 wijkteam bellen")
    engage(casebook, "overleg", date(2026, 11, 26), date(2026, 11, 26), time(9), time(13))
    engage(casebook, "tandarts", date(2026, 11, 27), date(2026, 11, 27), time(15), time(16))
    found = agenda(casebook)
    days = [date(2026, 11, 23) + timedelta(days=number) for number in range(7)]
    assert [found.free_afternoon(on) for on in days] == [
        *(True, False, True, True, False),
        *(False, False),
    ]
    assert not found.free_afternoon(date(2026, 12, 23))
    assert not found.free_afternoon(date(2027, 3, 29))


def test_a_file_in_which_nothing_was_ever_planned_has_no_weeks(tmp_path: Path) -> None:
    found = agenda(make_casebook(tmp_path, filled=False))
    assert found == Agenda((), {}, (), 0, has_schools=False)


def test_the_number_of_queries_stays_the_same_however_much_there_is(casebook: Casebook) -> None:
    def queries() -> int:
        seen: list[str] = []
        with casebook.read() as connection:
            connection.set_trace_callback(seen.append)
            agenda_weeks(connection, DAY)
            connection.set_trace_callback(None)
        return sum(one.startswith("SELECT") for one in seen)

    assert queries() == QUERIES
    fill(casebook, 40)
    assert queries() == QUERIES


def test_a_year_of_spreekuren_is_there_at_once(casebook: Casebook) -> None:
    fill(casebook, 250)
    begun = process_time()
    found = agenda(casebook)
    assert process_time() - begun < 0.2
    assert sum(len(day.things) for one in found.weeks for day in one.days) >= 250


def fill(casebook: Casebook, many: int) -> None:
    """So many spreekuren, ten jongeren each, and as many steps."""
    from spreekuur.model import Appointment, FollowUp, OfficeHours

    with casebook.change("Jaar") as session:
        for number in range(many):
            on = date(2026, 2, 2) + timedelta(days=number)
            hours = OfficeHours(school_id=1, day=on, starts=time(13), ends=time(17))
            session.add(hours)
            session.flush()
            assert hours.id
            session.add(FollowUp(pupil_id=1, day=on, action="bellen"))
            session.add_all(
                Appointment(office_hours_id=hours.id, pupil_id=pupil, at=time(13 + pupil // 4))
                for pupil in range(1, 11)
            )


def close(casebook: Casebook, school_id: int, name: str, first: date, last: date) -> None:
    from spreekuur.model import ClosedDay

    with casebook.change("Dicht") as session:
        session.add(ClosedDay(school_id=school_id, name=name, first=first, last=last))


def engage(
    casebook: Casebook,
    what: str,
    first: date,
    last: date,
    starts: time | None = None,
    ends: time | None = None,
    *,
    away: bool = False,
) -> None:
    from spreekuur.model import Engagement

    one = Engagement(what=what, first=first, last=last, starts=starts, ends=ends, away=away)
    with casebook.change("Eigen afspraak") as session:
        session.add(one)


def clash_on(casebook: Casebook, on: date) -> str:
    """What stands in the way of the first spreekuur of a day."""
    hours = (one for one in agenda(casebook).day(on).things if isinstance(one, PlannedHours))
    return next(hours).clash
