"""A day on which school is closed is known by its reason, or planning there is for nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.engagements import EngagementDetails, add_engagement
from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.rules.series import off_on
from spreekuur.store.casebook import Casebook
from spreekuur.views.collisions import collisions
from spreekuur.views.days_off import NO_REGION, NOT_READ, SchoolDays, days_off

YEAR = (date(2026, 9, 1), date(2027, 6, 30))
NORTH, SOUTH, UNKNOWN = 1, 2, 3


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """Three schools, of which one has no region."""
    from spreekuur.model import School

    file = tmp_path / "spreekuur.db"
    file.touch(mode=0o600)
    book = Casebook.create(file, bytes(range(32)))
    with book.change("Scholen") as session:
        for region in ("Noord", "Zuid", "onbekend"):
            session.add(School(name=f"School {region}", short_name=region, holiday_region=region))
    yield book
    book.close()


def off(casebook: Casebook, school_id: int, first: date, last: date) -> SchoolDays:
    with casebook.read() as connection:
        return days_off(connection, school_id, first, last)


@pytest.mark.parametrize(
    ("school_id", "day", "said"),
    [
        (NORTH, date(2026, 12, 22), "valt in de kerstvakantie (Noord)"),
        (NORTH, date(2026, 12, 25), "valt in de kerstvakantie (Noord)"),
        (NORTH, date(2027, 2, 16), ""),
        (SOUTH, date(2027, 2, 16), "valt in de voorjaarsvakantie (Zuid)"),
        (UNKNOWN, date(2027, 2, 16), ""),
        (UNKNOWN, date(2027, 3, 29), "is Tweede paasdag"),
        (NORTH, date(2027, 3, 26), "is Goede vrijdag"),
        (NORTH, date(2027, 5, 5), ""),
    ],
)
def test_every_school_has_its_own_days_off(
    casebook: Casebook, school_id: int, day: date, said: str
) -> None:
    found = off_on(day, off(casebook, school_id, *YEAR).off)
    assert (found.said if found else "") == said


def test_its_own_closed_days_are_those_of_one_school(casebook: Casebook) -> None:
    day = date(2026, 12, 8)
    add_closed_day(casebook, NORTH, ClosedDayDetails("studiedag", day, day))
    found = off_on(day, off(casebook, NORTH, day, day).off)
    assert found is not None
    assert found.said == "is studiedag"
    assert off_on(day, off(casebook, SOUTH, day, day).off) is None


def test_behind_the_last_day_it_goes_on_for_a_proposal(casebook: Casebook) -> None:
    day = date(2026, 12, 15)
    assert off_on(date(2027, 1, 1), off(casebook, NORTH, day, day).off)


def test_what_is_not_known_is_said(casebook: Casebook) -> None:
    assert off(casebook, UNKNOWN, *YEAR).warning == NO_REGION
    assert off(casebook, NORTH, *YEAR).warning == ""
    assert off(casebook, NORTH, date(2032, 1, 1), date(2032, 1, 1)).warning == NOT_READ


def test_what_stands_at_the_same_hours_is_found_and_nothing_else(casebook: Casebook) -> None:
    day, other = date(2027, 1, 5), date(2027, 1, 6)
    number = plan_office_hours(casebook, Hours(NORTH, day, time(13), time(14)))
    for what, first, last, starts, ends, away in (
        ("SOT", day, day, time(13, 30), time(15), False),
        ("overleg", day, day, time(14), time(15), False),
        ("cursus", date(2027, 1, 4), other, None, None, True),
        ("tandarts", other, other, time(13), time(14), True),
    ):
        add_engagement(casebook, EngagementDetails(what, first, last, starts, ends, away))
    with casebook.read() as connection:
        met = collisions(connection, [day, other], time(13), time(14))
        besides = collisions(connection, [day], time(13), time(14), [number])
    assert [(one.day, one.said(one.what)) for one in met] == [
        (day, "ben je er niet: cursus"),
        (day, "staat al een spreekuur om 13:00 op de Noord"),
        (day, "staat al SOT om 13:30"),
        (other, "ben je er niet: cursus"),
        (other, "ben je er vanaf 13:00 niet: tandarts"),
    ]
    assert [one.what for one in besides] == ["cursus", "SOT"]


def test_a_cancelled_spreekuur_takes_no_time(casebook: Casebook) -> None:
    from spreekuur.actions.cancelling import cancel_hours

    day = date(2027, 1, 5)
    number = plan_office_hours(casebook, Hours(NORTH, day, time(13), time(14)))
    cancel_hours(casebook, number, "ziek", day)
    with casebook.read() as connection:
        assert collisions(connection, [day], time(13), time(14)) == []
