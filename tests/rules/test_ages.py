"""Whom to address and which duty holds hang on one birthday: the borders must be exact."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.ages import (
    Duty,
    address_line,
    age_on,
    birthday,
    compulsory_from,
    compulsory_until,
    doubt_about_birth,
    duty_line,
    duty_on,
)

TODAY = date(2026, 11, 24)
births = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("born", "doubt"),
    [
        (None, ""),
        (TODAY, ""),
        (TODAY + timedelta(days=1), "geboortedatum ligt in de toekomst"),
    ],
)
def test_nobody_is_born_tomorrow(born: date | None, doubt: str) -> None:
    assert doubt_about_birth(born, TODAY) == doubt


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2012, 11, 24), date(2026, 11, 23), 13),
        (date(2012, 11, 24), date(2026, 11, 24), 14),
        (date(2012, 2, 29), date(2026, 2, 28), 13),
        (date(2012, 2, 29), date(2026, 3, 1), 14),
        (date(2012, 2, 29), date(2028, 2, 28), 15),
        (date(2012, 2, 29), date(2028, 2, 29), 16),
        (date(2026, 11, 24), date(2026, 11, 24), 0),
        (date(2026, 11, 25), date(2026, 11, 24), -1),
    ],
)
def test_age_turns_on_the_birthday_itself(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@given(births, st.integers(0, 30))
def test_an_age_is_reached_on_its_birthday_and_not_a_day_sooner(born: date, age: int) -> None:
    reached = birthday(born, age)
    assert age_on(born, reached) == age
    assert age_on(born, reached - timedelta(days=1)) == age - 1


@pytest.mark.parametrize(
    ("born", "first"),
    [
        (date(2021, 8, 31), date(2026, 9, 1)),
        (date(2021, 9, 1), date(2026, 10, 1)),
        (date(2021, 11, 30), date(2026, 12, 1)),
        (date(2021, 12, 1), date(2027, 1, 1)),
        (date(2021, 12, 31), date(2027, 1, 1)),
        (date(2020, 2, 29), date(2025, 4, 1)),
    ],
)
def test_leerplicht_begins_the_month_after_the_fifth_birthday(born: date, first: date) -> None:
    assert compulsory_from(born) == first


@pytest.mark.parametrize(
    ("born", "last"),
    [
        (date(2010, 7, 31), date(2026, 7, 31)),
        (date(2010, 8, 1), date(2027, 7, 31)),
        (date(2011, 3, 14), date(2027, 7, 31)),
        (date(2012, 2, 29), date(2028, 7, 31)),
    ],
)
def test_leerplicht_ends_with_the_school_year_in_which_sixteen_is_reached(
    born: date, last: date
) -> None:
    assert compulsory_until(born) == last


@pytest.mark.parametrize(
    ("born", "day", "duty"),
    [
        (date(2021, 8, 31), date(2026, 8, 31), Duty.NOT_YET),
        (date(2021, 8, 31), date(2026, 9, 1), Duty.COMPULSORY),
        (date(2010, 8, 1), date(2027, 7, 31), Duty.COMPULSORY),
        (date(2010, 8, 1), date(2027, 8, 1), Duty.QUALIFICATION),
        (date(2010, 7, 31), date(2026, 7, 31), Duty.COMPULSORY),
        (date(2010, 7, 31), date(2026, 8, 1), Duty.QUALIFICATION),
        (date(2009, 6, 30), date(2027, 6, 29), Duty.QUALIFICATION),
        (date(2009, 6, 30), date(2027, 6, 30), Duty.TRANSFER_POINT),
        (date(2009, 6, 30), date(2036, 6, 29), Duty.TRANSFER_POINT),
        (date(2009, 6, 30), date(2036, 6, 30), Duty.ABOVE),
        (date(2008, 1, 20), TODAY, Duty.TRANSFER_POINT),
        (TODAY + timedelta(days=1), TODAY, Duty.NOT_YET),
    ],
)
def test_each_duty_follows_the_one_before_it_without_a_gap(
    born: date, day: date, duty: Duty
) -> None:
    assert duty_on(born, day) is duty


def test_the_upper_age_is_a_setting() -> None:
    born = date(2003, 11, 24)
    assert duty_on(born, TODAY) is Duty.TRANSFER_POINT
    assert duty_on(born, TODAY, upper_age=23) is Duty.ABOVE
    assert duty_on(born, TODAY - timedelta(days=1), upper_age=23) is Duty.TRANSFER_POINT


@settings(deadline=None)
@given(births)
def test_a_life_passes_every_duty_once_and_in_order(born: date) -> None:
    days = (born + timedelta(days=count) for count in range(0, 366 * 30, 5))
    assert [duty for duty, _ in groupby(duty_on(born, day) for day in days)] == list(Duty)


@pytest.mark.parametrize(
    ("born", "line"),
    [
        (date(2011, 3, 14), "leerplichtig t/m 31 juli 2027"),
        (date(2010, 8, 1), "leerplichtig t/m 31 juli 2027"),
        (date(2009, 6, 30), "kwalificatieplicht"),
        (date(2008, 1, 20), "Doorstroompunt"),
        (date(1990, 1, 1), "boven de leeftijd"),
        (date(2021, 12, 31), "nog niet leerplichtig, vanaf 1 januari 2027"),
    ],
)
def test_a_dossier_says_which_duty_holds_and_until_when(born: date, line: str) -> None:
    assert duty_line(born, TODAY) == line


def test_the_line_of_a_dossier_follows_the_upper_age() -> None:
    assert duty_line(date(2003, 1, 1), TODAY, upper_age=23) == "boven de leeftijd"


@pytest.mark.parametrize(
    ("years", "before", "after"),
    [
        (12, "ouders", "jongere en ouders"),
        (16, "jongere en ouders", "jongere eerst, ouders alleen dat, hoe vaak en wanneer"),
        (18, "jongere eerst, ouders alleen dat, hoe vaak en wanneer", "alleen jongere"),
    ],
)
@pytest.mark.parametrize("born", [date(2010, 8, 1), date(2012, 2, 29), date(2011, 12, 31)])
def test_whom_to_address_changes_on_the_birthday_itself(
    born: date, years: int, before: str, after: str
) -> None:
    reached = birthday(born, years)
    assert address_line(age_on(born, reached - timedelta(days=1))) == before
    assert address_line(age_on(born, reached)) == after


def test_the_people_of_the_example_afternoon_are_addressed_at_their_age() -> None:
    born = {"Fenna": date(2014, 10, 3), "Zuzanna": date(2017, 5, 9), "Jesse": date(2008, 1, 20)}
    lines = {name: address_line(age_on(day, TODAY)) for name, day in born.items()}
    assert lines == {"Fenna": "jongere en ouders", "Zuzanna": "ouders", "Jesse": "alleen jongere"}
