"""A reeks that drops or doubles a day leaves a school waiting: every wanted day is answered for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.labels import Region
from spreekuur.rules.school_calendar import PUBLISHED
from spreekuur.rules.series import (
    SEARCHED,
    DayOff,
    OffKind,
    SeriesDay,
    check_series,
    next_school_week,
    off_on,
    parse_weeks,
    series_days,
)

NOVEMBER, JANUARY = date(2026, 11, 24), date(2027, 1, 19)
EASTER_MONDAY = DayOff("Tweede Paasdag", date(2027, 3, 29), date(2027, 3, 29), OffKind.PUBLIC)


def holidays(region: Region) -> list[DayOff]:
    found = [one for one in PUBLISHED if one.region is region]
    return [DayOff(one.name, one.first, one.last, OffKind.HOLIDAY) for one in found]


def told(days: tuple[SeriesDay, ...]) -> list[str]:
    """Each day in a few words: `16 feb > 23 feb`, with what is said of it."""
    return [_told(one) for one in days]


def _told(one: SeriesDay) -> str:
    if one.off is None:
        return f"{one.wanted:%d-%m}"
    instead = f"{one.instead:%d-%m}" if one.instead else "nothing"
    remarks = "".join(f" {name}" for name in ("doubled", "late") if getattr(one, name))
    return f"{one.wanted:%d-%m} {one.off.name} > {instead}{remarks}"


@pytest.mark.parametrize("region", [Region.NORTH, Region.CENTRAL, Region.SOUTH])
def test_the_example_is_the_same_in_every_region_as_all_have_that_kerstvakantie(
    region: Region,
) -> None:
    days = series_days(NOVEMBER, 2, JANUARY, holidays(region))
    assert told(days) == [
        *("24-11", "08-12", "22-12 kerstvakantie > 05-01 doubled", "05-01", "19-01"),
    ]
    assert [one.on for one in days if one.on] == [
        *(date(2026, 11, 24), date(2026, 12, 8), date(2027, 1, 5), date(2027, 1, 19)),
    ]


@pytest.mark.parametrize(
    ("region", "expected"),
    [
        (Region.NORTH, ["02-02", "16-02", "02-03"]),
        (Region.CENTRAL, ["02-02", "16-02", "02-03"]),
        (Region.SOUTH, ["02-02", "16-02 voorjaarsvakantie > 23-02", "02-03"]),
    ],
)
def test_the_voorjaarsvakantie_of_its_own_region_moves_a_day(
    region: Region, expected: list[str]
) -> None:
    assert told(series_days(date(2027, 2, 2), 2, date(2027, 3, 2), holidays(region))) == expected


@pytest.mark.parametrize(
    ("region", "back"),
    [(Region.NORTH, "24-08"), (Region.CENTRAL, "31-08"), (Region.SOUTH, "07-09")],
)
def test_after_the_summer_a_reeks_goes_on_once(region: Region, back: str) -> None:
    days = series_days(date(2027, 7, 27), 2, date(2027, 8, 10), holidays(region))
    assert told(days) == [
        f"27-07 zomervakantie > {back} late",
        f"10-08 zomervakantie > {back} doubled late",
    ]


def test_a_day_in_the_kerstvakantie_moves_to_the_same_weekday_after_it() -> None:
    off = holidays(Region.NORTH)
    assert next_school_week(date(2026, 12, 22), off) == date(2027, 1, 5)
    assert next_school_week(date(2026, 12, 29), off) == date(2027, 1, 5)


def test_outside_a_holiday_the_next_school_week_is_a_week_later() -> None:
    off = holidays(Region.NORTH)
    assert next_school_week(NOVEMBER, off) == date(2026, 12, 1)
    assert next_school_week(date(2026, 12, 15), off) == date(2027, 1, 5)


@given(
    st.dates(date(2024, 8, 1), date(2030, 7, 31)),
    st.sampled_from((Region.NORTH, Region.CENTRAL, Region.SOUTH)),
)
def test_a_proposed_day_is_the_first_later_school_day_on_the_same_weekday(
    day: date, region: Region
) -> None:
    off = holidays(region)
    proposed = next_school_week(day, off)
    assert proposed
    assert proposed > day
    assert proposed.weekday() == day.weekday()
    assert off_on(proposed, off) is None
    skipped = (day + timedelta(weeks=week) for week in range(1, (proposed - day).days // 7))
    assert all(off_on(between, off) for between in skipped)


def test_tweede_paasdag_moves_a_monday_to_the_next_week() -> None:
    days = series_days(date(2027, 3, 15), 2, date(2027, 4, 12), [EASTER_MONDAY])
    assert told(days) == ["15-03", "29-03 Tweede Paasdag > 05-04", "12-04"]


def test_a_studiedag_of_the_school_moves_one_day_and_no_other() -> None:
    studiedag = DayOff("studiedag", date(2026, 12, 8), date(2026, 12, 8))
    days = series_days(NOVEMBER, 2, JANUARY, [studiedag])
    assert told(days)[:3] == ["24-11", "08-12 studiedag > 15-12", "22-12"]


def test_two_weeks_of_toetsen_move_a_weekly_reeks_on_once() -> None:
    toetsen = DayOff("toetsweek", date(2027, 1, 18), date(2027, 1, 29))
    days = series_days(date(2027, 1, 12), 1, date(2027, 2, 2), [toetsen])
    assert told(days) == [
        *("12-01", "19-01 toetsweek > 02-02 doubled", "26-01 toetsweek > 02-02 doubled", "02-02"),
    ]


def test_what_falls_behind_the_last_day_is_proposed_all_the_same() -> None:
    days = series_days(date(2026, 12, 8), 2, date(2026, 12, 22), holidays(Region.NORTH))
    assert told(days) == ["08-12", "22-12 kerstvakantie > 05-01 late"]


def test_a_proposal_that_is_off_itself_goes_on_to_the_week_after() -> None:
    days_off = [*holidays(Region.NORTH), DayOff("studiedag", date(2027, 1, 5), date(2027, 1, 5))]
    days = series_days(date(2026, 12, 22), 1, date(2026, 12, 22), days_off)
    assert told(days) == ["22-12 kerstvakantie > 12-01 late"]


def test_a_school_that_stays_closed_gets_no_proposal() -> None:
    days = series_days(NOVEMBER, 1, NOVEMBER, [DayOff("verbouwing", NOVEMBER, date.max)])
    assert told(days) == ["24-11 verbouwing > nothing"]
    assert days[0].on is None


@pytest.mark.parametrize(
    ("off", "said"),
    [
        (DayOff("kerstvakantie (Noord)", NOVEMBER, JANUARY, OffKind.HOLIDAY), "valt in de kerst"),
        (EASTER_MONDAY, "is Tweede Paasdag"),
        (DayOff("studiedag", NOVEMBER, NOVEMBER), "is studiedag"),
        (DayOff("toetsweek", NOVEMBER, JANUARY), "valt in toetsweek"),
    ],
)
def test_why_it_is_off_is_said_as_one_would(off: DayOff, said: str) -> None:
    assert off.said.startswith(said)


@pytest.mark.parametrize(
    ("text", "weeks"),
    [
        *(("2w", 2), ("2 w", 2), ("2 weken", 2), ("2 wk", 2), ("week", 1), ("1w", 1)),
        *(("elke week", 1), ("elke 3 weken", 3), ("drie weken", 3), ("om de week", 2), ("2", 2)),
        *(("26w", 26), ("Twee Weken", 2)),
    ],
)
def test_how_often_is_read_as_it_is_said(text: str, weeks: int) -> None:
    assert parse_weeks(text) == weeks


@pytest.mark.parametrize(
    "text", ["", "0w", "0", "27w", "-2w", "2 dagen", "maand", "w2", "soms", "2ww", "1000w"]
)
def test_what_is_no_number_of_weeks_is_none(text: str) -> None:
    assert parse_weeks(text) is None


def test_a_reeks_that_ends_before_it_begins_or_never_ends_is_told_so() -> None:
    assert "voor de eerste dag" in (check_series(NOVEMBER, date(2026, 11, 23)) or "")
    assert "twee jaar" in (check_series(NOVEMBER, date(2029, 1, 1)) or "")
    assert check_series(NOVEMBER, NOVEMBER) is None


DAYS = st.dates(date(2026, 1, 1), date(2029, 1, 1))
OFF = st.lists(
    st.builds(
        lambda first, days: DayOff("dicht", first, first + timedelta(days=days)),
        DAYS,
        st.integers(0, 60),
    ),
    max_size=12,
)


@given(DAYS, st.integers(1, 8), st.integers(0, 60), OFF)
def test_every_wanted_day_is_answered_for_in_order_and_once(
    first: date, weeks: int, more: int, days_off: list[DayOff]
) -> None:
    until = first + timedelta(weeks=more, days=more % 7)
    days = series_days(first, weeks, until, days_off)
    wanted = [one.wanted for one in days]
    assert wanted == [first + n * timedelta(weeks=weeks) for n in range(len(wanted))]
    assert wanted[-1] <= until < wanted[-1] + timedelta(weeks=weeks)
    planned = [one.on for one in days if one.on]
    assert planned == sorted(set(planned))
    assert all(
        off_on(day, days_off) is None and day.weekday() == first.weekday() for day in planned
    )
    for one in days:
        assert (one.off is None) == (off_on(one.wanted, days_off) is None)
        if one.off and one.instead is None:
            week = one.wanted
            while week < one.wanted + SEARCHED:
                week += timedelta(weeks=1)
                assert off_on(week, days_off)
        if one.doubled:
            assert one.instead in planned
