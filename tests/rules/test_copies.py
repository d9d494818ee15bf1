"""Which copies stay: a wrong answer here removes what she may need, or keeps people for ever."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.copies import DAYS, MONTHS, WEEKS, is_stale, which_to_keep

TODAY = date(2026, 11, 24)
"""A Tuesday."""
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def every_day(first: date, last: date) -> set[date]:
    return {first + timedelta(number) for number in range((last - first).days + 1)}


def test_the_last_days_stay_whole() -> None:
    recent = every_day(TODAY - timedelta(DAYS + 1), TODAY)
    assert which_to_keep(recent, TODAY) == recent


def test_before_those_the_sunday_of_every_week_stays_then_the_last_of_a_month() -> None:
    kept = which_to_keep(every_day(date(2025, 1, 1), TODAY), TODAY)
    older = sorted(day for day in kept if day < TODAY - timedelta(DAYS + 1))
    assert older == [
        *(date(2025, 12, 31), date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)),
        *(date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30), date(2026, 7, 31)),
        *(date(2026, 8, 31), date(2026, 9, 6), date(2026, 9, 13), date(2026, 9, 20)),
        *(date(2026, 9, 27), date(2026, 10, 4), date(2026, 10, 11), date(2026, 10, 18)),
        *(date(2026, 10, 25), date(2026, 11, 1), date(2026, 11, 8)),
    ]


def test_a_consultant_who_works_two_days_a_week_keeps_six_weeks_of_copies_whole() -> None:
    worked = {day for day in every_day(date(2026, 1, 1), TODAY) if day.weekday() in (1, 3)}
    kept = which_to_keep(worked, TODAY)
    whole = [day for day in worked if day > date(2026, 10, 12)]
    assert kept.issuperset(whole)
    assert len(kept) == 1 + DAYS + WEEKS + 7


def test_copies_made_day_after_day_end_as_one_a_week_and_one_a_month() -> None:
    kept: set[date] = set()
    for day in sorted(every_day(date(2025, 3, 1), TODAY)):
        kept = set(which_to_keep({*kept, day}, day))
    older = sorted(day for day in kept if day < TODAY - timedelta(DAYS + 1))
    assert {day.isoweekday() for day in older} == {7}
    assert [day.month for day in older[:MONTHS]] == [12, 1, 2, 3, 4, 5, 6, 7, 8]
    assert len(kept) == 2 + DAYS + WEEKS + MONTHS


def test_a_clock_that_jumped_ahead_for_a_day_takes_nothing_away() -> None:
    recent = every_day(TODAY - timedelta(DAYS - 1), TODAY)
    ahead = date(2031, 1, 1)
    assert which_to_keep({*recent, ahead}, ahead) == {*recent, ahead}
    assert which_to_keep({*recent, ahead}, TODAY) == {*recent, ahead}


@given(st.sets(days), days)
def test_the_newest_always_stays_and_never_more_than_fit(found: set[date], today: date) -> None:
    kept = which_to_keep(found, today)
    assert kept <= found
    assert not found or max(found) in kept
    assert {day for day in found if day >= today - timedelta(1)} <= kept
    assert len([day for day in kept if day < today - timedelta(1)]) <= DAYS + WEEKS + MONTHS


@given(st.sets(days), days)
def test_thinning_twice_removes_nothing_more(found: set[date], today: date) -> None:
    kept = which_to_keep(found, today)
    assert which_to_keep(kept, today) == kept


@pytest.mark.parametrize(
    ("latest", "stale"),
    [
        (None, True),
        (TODAY, False),
        (date(2026, 11, 17), False),
        (date(2026, 11, 16), True),
        (date(2026, 11, 25), False),
    ],
)
def test_a_last_copy_of_more_than_a_week_ago_no_longer_reassures(
    latest: date | None, stale: bool
) -> None:
    assert is_stale(latest, TODAY) is stale
