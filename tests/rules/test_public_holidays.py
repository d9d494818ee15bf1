"""A spreekuur planned on Tweede Paasdag finds a closed school: these days must be right."""

from __future__ import annotations

from datetime import date

from tests.public_holidays_of import rows

from spreekuur.rules.public_holiday_data import ROWS
from spreekuur.rules.public_holidays import public_holidays


def test_they_are_those_of_the_library() -> None:
    years = [int(row[:4]) for row in ROWS.split("\n")]
    assert ROWS.split("\n") == rows(min(years), max(years))


def test_tweede_paasdag_2027_is_a_monday_in_march() -> None:
    assert public_holidays(2027)[date(2027, 3, 29)] == "Tweede paasdag"


def test_bevrijdingsdag_is_one_in_a_lustrum_year_only() -> None:
    assert date(2025, 5, 5) in public_holidays(2025)
    assert date(2026, 5, 5) not in public_holidays(2026)


def test_a_year_beyond_the_data_has_none() -> None:
    assert public_holidays(2199) == {}
