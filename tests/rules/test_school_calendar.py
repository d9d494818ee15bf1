"""A spreekuur in a holiday finds nobody: dates are checked against what Rijksoverheid published."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st

from spreekuur.rules.labels import Region
from spreekuur.rules.school_calendar import (
    PUBLISHED,
    Holiday,
    first_school_day_after,
    holiday_on,
    last_school_day_before,
    next_named,
    next_school_day,
    school_year,
)

REGIONS = (Region.NORTH, Region.CENTRAL, Region.SOUTH)
NORTH = tuple(holiday for holiday in PUBLISHED if holiday.region is Region.NORTH)
TODAY = date(2026, 11, 24)
published_days = st.dates(date(2024, 8, 1), date(2030, 7, 31))


def named(prefix: str, after: date = TODAY) -> Holiday:
    holiday = next_named(prefix, after, NORTH)
    assert holiday is not None
    return holiday


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_five_holidays_in_each_of_six_school_years(region: Region) -> None:
    found = [
        (school_year(holiday.first), holiday.name)
        for holiday in PUBLISHED
        if holiday.region is region
    ]
    seasons = ("herfst", "kerst", "voorjaars", "mei", "zomer")
    expected = [(year, f"{season}vakantie") for year in range(2024, 2030) for season in seasons]
    assert found == expected


def test_every_holiday_runs_from_a_saturday_to_a_sunday() -> None:
    assert {(h.first.weekday(), h.last.weekday()) for h in PUBLISHED} == {(5, 6)}


def test_the_dates_are_those_of_the_published_file(shared_data: Path) -> None:
    text = (shared_data / "nl-school-all.ics").read_text(encoding="utf-8")
    event = re.compile(
        r"UID:nl-school-[\d-]+-(\w+)-([\w ]+)\n"
        r".*?DTSTART;VALUE=DATE:(\d+)\nDTEND;VALUE=DATE:(\d+)\n",
        re.DOTALL,
    )
    expected = set()
    for name, place, first, behind in event.findall(text.replace("\r\n", "\n")):
        last = date.fromisoformat(behind) - timedelta(days=1)
        regions = REGIONS if place == "heel Nederland" else [Region(place.title())]
        expected |= {Holiday(name, date.fromisoformat(first), last, region) for region in regions}
    assert len(expected) == 90
    assert set(PUBLISHED) == expected


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 7, 31), 2025),
        (date(2026, 8, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_a_school_year_begins_on_the_first_of_august(day: date, start: int) -> None:
    assert school_year(day) == start


def test_both_ends_of_a_holiday_belong_to_it() -> None:
    days = (date(2026, 10, 9), date(2026, 10, 10), date(2026, 10, 18), date(2026, 10, 19))
    assert [holiday_on(day, NORTH) is not None for day in days] == [False, True, True, False]
    christmas = holiday_on(date(2026, 12, 22), NORTH)
    assert christmas is not None
    assert christmas.name == "kerstvakantie"


def test_after_a_holiday_school_begins_on_its_first_weekday() -> None:
    assert first_school_day_after(named("kerstvakantie"), NORTH) == date(2027, 1, 4)
    assert first_school_day_after(named("herfstvakantie"), NORTH) == date(2027, 10, 25)


def test_until_christmas_ends_on_the_last_weekday_before_it() -> None:
    assert last_school_day_before(named("kerst"), NORTH) == date(2026, 12, 18)


def test_a_second_holiday_right_beside_the_first_is_passed_over() -> None:
    extra = Holiday("extra week", date(2026, 10, 19), date(2026, 10, 23), Region.NORTH)
    autumn = named("herfst", date(2026, 9, 1))
    assert first_school_day_after(autumn, (*NORTH, extra)) == date(2026, 10, 26)
    assert last_school_day_before(extra, (*NORTH, extra)) == date(2026, 10, 9)


def test_a_day_off_counts_even_when_the_list_does_not_know_it() -> None:
    day_off = Holiday("studiedag", date(2026, 11, 25), date(2026, 11, 25), Region.NORTH)
    assert first_school_day_after(day_off, NORTH) == date(2026, 11, 26)
    assert last_school_day_before(day_off, NORTH) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("prefix", "after", "first"),
    [
        ("herfst", date(2026, 10, 9), date(2026, 10, 10)),
        ("herfst", date(2026, 10, 18), date(2026, 10, 10)),
        ("herfst", date(2026, 10, 19), date(2027, 10, 16)),
        ("Kerstvakantie", TODAY, date(2026, 12, 19)),
        ("voorjaar", TODAY, date(2027, 2, 20)),
        ("krokusvakantie", TODAY, date(2027, 2, 20)),
        ("mei", TODAY, date(2027, 4, 24)),
        ("ZOMER", TODAY, date(2027, 7, 10)),
    ],
)
def test_a_named_holiday_is_the_running_or_the_next_one(
    prefix: str, after: date, first: date
) -> None:
    assert named(prefix, after).first == first
    assert next_named(prefix, after, reversed(NORTH)) == named(prefix, after)


def test_a_holiday_nobody_knows_of_is_not_found() -> None:
    assert next_named("paas", TODAY, NORTH) is None
    assert next_named("herfst", date(2029, 10, 29), NORTH) is None
    assert next_named("herfst", TODAY, ()) is None


def test_on_a_public_holiday_there_is_no_school() -> None:
    """Goede Vrijdag and Tweede Paasdag 2027 are in no school list."""
    assert next_school_day(date(2027, 3, 25), NORTH) == date(2027, 3, 30)
    easter = Holiday("Vrij", date(2027, 3, 30), date(2027, 3, 30), Region.NORTH)
    assert last_school_day_before(easter, (*NORTH, easter)) == date(2027, 3, 25)
