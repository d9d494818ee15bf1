"""A date that is read wrongly loses somebody: every Dutch way to write one, at its borders."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.date_words import MONTHS, WEEKDAYS, day_and_time, short_day
from spreekuur.rules.dates import (
    DayReading,
    parse_date,
    read_day,
    read_last_day,
)
from spreekuur.rules.school_calendar import Holiday

TUESDAY = date(2026, 11, 24)
FRIDAY = date(2026, 11, 27)


def read(text: str, holidays: tuple[Holiday, ...] = (), *, past: bool = False) -> DayReading:
    reading = read_day(text, TUESDAY, holidays, past=past)
    assert reading is not None, text
    return reading


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("vandaag", TUESDAY),
        ("vanmiddag", TUESDAY),
        ("Morgen", date(2026, 11, 25)),
        ("morgenochtend", date(2026, 11, 25)),
        ("overmorgen", date(2026, 11, 26)),
        ("gisteren", date(2026, 11, 23)),
        ("gisteravond", date(2026, 11, 23)),
        ("eergisteren", date(2026, 11, 22)),
        ("vr", FRIDAY),
        ("VRIJDAG", FRIDAY),
        ("vrijdagmiddag", FRIDAY),
        ("komende vr", FRIDAY),
        ("a.s. vrijdag", FRIDAY),
        ("deze vr", FRIDAY),
        ("di", date(2026, 12, 1)),
        ("ma", date(2026, 11, 30)),
        ("afgelopen vr", date(2026, 11, 20)),
        ("vorige di", date(2026, 11, 17)),
        ("volgende week di", date(2026, 12, 1)),
        ("di volgende week", date(2026, 12, 1)),
        ("deze week do", date(2026, 11, 26)),
        ("vorige week vr", date(2026, 11, 20)),
        ("over 2 wk", date(2026, 12, 8)),
        ("over 2 weken", date(2026, 12, 8)),
        ("over twee weken", date(2026, 12, 8)),
        ("over 2wk", date(2026, 12, 8)),
        ("over een week", date(2026, 12, 1)),
        ("over één week", date(2026, 12, 1)),
        ("over 10 dagen", date(2026, 12, 4)),
        ("over een maand", date(2026, 12, 24)),
        ("over 3 mnd", date(2027, 2, 24)),
        ("3 dagen geleden", date(2026, 11, 21)),
        ("een week geleden", date(2026, 11, 17)),
        ("3 dec", date(2026, 12, 3)),
        ("3 dec.", date(2026, 12, 3)),
        ("3dec", date(2026, 12, 3)),
        ("3 december", date(2026, 12, 3)),
        ("3 december 2026", date(2026, 12, 3)),
        ("3 dec '27", date(2027, 12, 3)),
        ("3-12", date(2026, 12, 3)),
        ("3/12", date(2026, 12, 3)),
        ("03-12-2026", date(2026, 12, 3)),
        ("3-12-26", date(2026, 12, 3)),
        ("3.12.2026", date(2026, 12, 3)),
        ("2026-12-03", date(2026, 12, 3)),
        ("14-03-2011", date(2011, 3, 14)),
        ("di 24 nov", TUESDAY),
        ("do 3-12", date(2026, 12, 3)),
        ("t/m vr 4 dec", date(2026, 12, 4)),
        ("tot en met vr", FRIDAY),
        ("tot 10 december", date(2026, 12, 10)),
        ("uiterlijk vr", FRIDAY),
        ("op vr", FRIDAY),
        ("voor 1 dec", date(2026, 11, 30)),
        ("vóór vr", date(2026, 11, 26)),
        ("na do", FRIDAY),
        ("na vr", date(2026, 11, 30)),
        ("na het weekend", date(2026, 11, 30)),
        ("di wk 49", date(2026, 12, 1)),
        ("wk 49 di", date(2026, 12, 1)),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date) -> None:
    reading = read(text)
    assert (reading.day, reading.doubt, reading.rest) == (day, "", "")
    assert parse_date(text, TUESDAY) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("na herfstvakantie", date(2027, 10, 25)),
        ("na de kerstvakantie", date(2027, 1, 4)),
        ("na kerst", date(2027, 1, 4)),
        ("na de vakantie", date(2027, 1, 4)),
        ("na de voorjaarsvakantie", date(2027, 3, 1)),
        ("na de krokusvakantie", date(2027, 3, 1)),
        ("t/m kerst", date(2026, 12, 18)),
        ("tot de kerstvakantie", date(2026, 12, 18)),
        ("voor kerst", date(2026, 12, 18)),
    ],
)
def test_a_holiday_names_the_school_day_beside_it(
    north: tuple[Holiday, ...], text: str, day: date
) -> None:
    assert read(text, north).day == day


def test_a_holiday_that_is_not_in_the_list_is_a_doubt() -> None:
    assert read("na kerst").doubt == "kerstvakantie nog niet ingelezen"
    assert parse_date("na kerst", TUESDAY) is None
    assert read_day("kerstvakantie", TUESDAY) is None


def test_a_weekday_is_never_today_ahead_and_may_be_today_behind() -> None:
    for number, name in enumerate(WEEKDAYS):
        ahead, behind = read(name[:2]).day, read(name, past=True).day
        assert ahead is not None
        assert behind is not None
        assert ahead.weekday() == behind.weekday() == number
        assert timedelta(days=1) <= ahead - TUESDAY <= timedelta(days=7)
        assert timedelta(days=0) <= TUESDAY - behind <= timedelta(days=6)


@pytest.mark.parametrize(
    ("text", "ahead", "behind"),
    [
        ("24 nov", TUESDAY, TUESDAY),
        ("25 nov", date(2026, 11, 25), date(2025, 11, 25)),
        ("3 nov", date(2026, 11, 3), date(2026, 11, 3)),
        ("16 aug", date(2026, 8, 16), date(2026, 8, 16)),
        ("15 aug", date(2027, 8, 15), date(2026, 8, 15)),
        ("4 jan", date(2027, 1, 4), date(2026, 1, 4)),
        ("29 feb", date(2028, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_date_without_a_year_lies_where_it_makes_sense(
    text: str, ahead: date, behind: date
) -> None:
    assert read(text).day == ahead
    assert read(text, past=True).day == behind


@pytest.mark.parametrize(
    ("text", "week", "friday"),
    [
        ("wk 48", 48, FRIDAY),
        ("week 49", 49, date(2026, 12, 4)),
        ("wk49", 49, date(2026, 12, 4)),
        ("wk 53", 53, date(2027, 1, 1)),
        ("wk 1", 1, date(2027, 1, 8)),
        ("wk 47", 47, date(2027, 11, 26)),
        ("volgende week", 49, date(2026, 12, 4)),
        ("deze week", 48, FRIDAY),
        ("vorige week", 47, date(2026, 11, 20)),
    ],
)
def test_a_whole_week_ends_on_its_friday_and_is_no_single_date(
    text: str, week: int, friday: date
) -> None:
    reading = read(text)
    assert (reading.week, reading.day) == (week, friday)
    assert parse_date(text, TUESDAY) is None


@pytest.mark.parametrize(
    ("text", "doubt", "day"),
    [
        ("vrijdg", "vrijdg: bedoel je vr 27 nov?", FRIDAY),
        ("vijdag", "vijdag: bedoel je vr 27 nov?", FRIDAY),
        ("dindsag", "dindsag: bedoel je di 1 dec?", date(2026, 12, 1)),
        ("donnerdag", "donnerdag: bedoel je do 26 nov?", date(2026, 11, 26)),
        ("3 desember", "3 desember: bedoel je do 3 dec?", date(2026, 12, 3)),
        ("wo 24 nov", "24 nov is een di", TUESDAY),
        ("volgende vrijdag", "vr 27 nov of vr 4 dec?", None),
        ("31 nov", "31 nov bestaat niet", None),
        ("31-11-2026", "31 nov bestaat niet", None),
        ("29-2-2027", "29 feb bestaat niet", None),
        ("3-13", "maand 13 bestaat niet", None),
        ("wk 54", "week 54 bestaat niet", None),
    ],
)
def test_what_cannot_be_meant_is_a_question(text: str, doubt: str, day: date | None) -> None:
    reading = read(text)
    assert (reading.doubt, reading.day) == (doubt, day)
    assert parse_date(text, TUESDAY) is None


@pytest.mark.parametrize(
    "text",
    ["", "bellen", "over school", "na school", "60 uur", "3-4 keer", "8", "eind nov", "zsm", "1e",
     "over een half uur", "maanden", "vrij", "dindag morgen"],
)  # fmt: skip
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    reading = read_day(text, TUESDAY)
    assert reading is None or reading.day is None or reading.doubt


@pytest.mark.parametrize(
    ("text", "day", "at", "rest"),
    [
        ("vr 14:00 moeder bellen", FRIDAY, time(14), "moeder bellen"),
        ("vr om 14 uur", FRIDAY, time(14), ""),
        ("vr half 3 bellen", FRIDAY, time(14, 30), "bellen"),
        ("om 14.00 uur vr bellen", FRIDAY, time(14), "bellen"),
        ("di 24 nov 2026, 14:00", TUESDAY, time(14), ""),
        ("half 3 bellen", None, time(14, 30), "bellen"),
        ("vr,  moeder  bellen", FRIDAY, None, "moeder  bellen"),
    ],
)
def test_a_time_stands_before_or_behind_the_day(
    text: str, day: date | None, at: time | None, rest: str
) -> None:
    reading = read(text)
    assert (reading.day, reading.at, reading.rest) == (day, at, rest)


def test_a_day_at_the_end_leaves_what_comes_before() -> None:
    reading = read_last_day("moeder bellen over school, vr om 14 uur", TUESDAY)
    assert reading is not None
    assert (reading.day, reading.at) == (FRIDAY, time(14))
    assert reading.rest == "moeder bellen over school,"
    assert read_last_day("moeder bellen over school", TUESDAY) is None
    assert read_last_day("", TUESDAY) is None


def test_how_a_day_was_written_is_remembered() -> None:
    assert read("t/m vr").until
    assert read("tot en met vr").until
    assert not read("tot vr").until
    assert read("3 dec 2026").exact
    assert not read("3 dec").exact
    assert read("3 dec").numbered
    assert not read("vr").numbered


def test_a_field_holds_a_date_and_nothing_else() -> None:
    for text in ("vr bellen", "vr 14:00", "14:00", "wk 49", "vrijdg", ""):
        assert parse_date(text, TUESDAY) is None


OTHER_WORDS = (
    *("over", "na", "t/m", "wk", "week", "volgende", "maanden", "geleden", "half", "om"),
    *("0", "1", "31", "99", "999", "2026", "'26", "3-12", "99-99", "32-1-26"),
)
DAYS = st.dates(date(1950, 1, 1), date(2150, 12, 31))


@settings(deadline=None)
@given(today=DAYS, day=DAYS, at=st.times())
def test_what_is_echoed_is_read_again(today: date, day: date, at: time) -> None:
    at = at.replace(second=0, microsecond=0)
    reading = read_day(day_and_time(day, at), today)
    assert reading is not None
    assert (reading.day, reading.at, reading.doubt) == (day, at, "")
    for text in (day.isoformat(), f"{day:%d-%m-%Y}"):
        assert parse_date(text, today) == day


@settings(deadline=None)
@given(today=DAYS, ahead=st.integers(0, 180))
def test_a_short_day_of_the_coming_half_year_is_read_as_that_day(today: date, ahead: int) -> None:
    day = today + timedelta(days=ahead)
    assert parse_date(short_day(day), today) == day


@settings(deadline=None, max_examples=400)
@given(
    text=st.one_of(
        st.text(max_size=40),
        st.lists(st.sampled_from([*WEEKDAYS, *MONTHS, *OTHER_WORDS]), max_size=6).map(" ".join),
    ),
    today=DAYS,
    past=st.booleans(),
)
def test_no_text_ever_breaks_the_reading(text: str, today: date, past: bool) -> None:
    for reading in (
        read_day(text, today, past=past),
        read_last_day(text, today, past=past),
    ):
        assert reading is None or reading.day or reading.at is not None or reading.doubt
        assert reading is None or reading.rest in text
