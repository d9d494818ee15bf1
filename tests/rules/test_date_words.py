"""Dates are short on the screen and in full in a letter, in Dutch on any machine."""

from __future__ import annotations

import locale
from datetime import date, time

import pytest

from spreekuur.rules.date_words import (
    clock,
    day_and_month,
    day_and_time,
    days_ago,
    months_apart,
    short_day,
    short_weekday,
)

TUESDAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 24), "di 24 nov"),
        (date(2026, 12, 3), "do 3 dec"),
        (date(2026, 1, 5), "ma 5 jan"),
        (date(2027, 1, 4), "ma 4 jan 2027"),
        (date(2027, 10, 25), "ma 25 okt 2027"),
        (date(2025, 12, 3), "wo 3 dec 2025"),
    ],
)
def test_a_day_in_another_year_carries_its_year(day: date, text: str) -> None:
    assert short_day(day, TUESDAY) == text
    assert short_day(day) == " ".join(text.split()[:3])


def test_around_new_year_the_year_goes_without_saying() -> None:
    assert short_day(date(2027, 1, 4), date(2026, 12, 30)) == "ma 4 jan"
    assert short_day(date(2027, 1, 27), date(2026, 12, 30)) == "wo 27 jan"
    assert short_day(date(2027, 1, 28), date(2026, 12, 30)) == "do 28 jan 2027"
    assert short_day(date(2026, 12, 30), date(2027, 1, 4)) == "wo 30 dec"


def test_a_moment_is_echoed_with_its_year() -> None:
    assert day_and_time(TUESDAY, time(14)) == "di 24 nov 2026, 14:00"
    assert day_and_time(TUESDAY) == "di 24 nov 2026"
    assert day_and_month(TUESDAY) == "24 nov"
    assert short_weekday(TUESDAY) == "di"


def test_a_clock_has_no_zero_before_the_hour() -> None:
    assert [clock(time(13, 20)), clock(time(9))] == ["13:20", "9:00"]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 24), "vandaag"),
        (date(2026, 11, 23), "gisteren"),
        (date(2026, 11, 15), "9 dagen geleden"),
        (date(2026, 11, 25), "morgen"),
        (date(2026, 12, 8), "over 14 dagen"),
    ],
)
def test_how_long_ago_is_said_in_days(day: date, text: str) -> None:
    assert days_ago(day, TUESDAY) == text


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2027, 10, 25), 11),
        (date(2027, 10, 23), 10),
        (date(2026, 12, 24), 1),
        (date(2026, 12, 23), 0),
        (date(2026, 11, 24), 0),
        (date(2025, 11, 25), 11),
        (date(2025, 11, 24), 12),
    ],
)
def test_months_are_whole_months_either_way(day: date, months: int) -> None:
    assert months_apart(day, TUESDAY) == months


def test_the_words_do_not_follow_the_language_of_the_machine() -> None:
    before = locale.setlocale(locale.LC_TIME)
    spoken = short_day(TUESDAY)
    try:
        for name in ("C", "C.UTF-8", ""):
            locale.setlocale(locale.LC_TIME, name)
            assert short_day(TUESDAY) == spoken
    finally:
        locale.setlocale(locale.LC_TIME, before)
