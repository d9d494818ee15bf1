"""The public holidays of the Netherlands, which no list of school holidays has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from spreekuur.rules.public_holiday_data import ROWS


def public_holidays(year: int) -> Mapping[date, str]:
    """Their names by day, earliest first; Goede Vrijdag too, because most schools are closed.

    None for a year that the data doesn't reach.
    """
    return _by_year().get(year, {})


@cache
def _by_year() -> Mapping[int, Mapping[date, str]]:
    found: dict[int, dict[date, str]] = {}
    for row in ROWS.split("\n"):
        day, _, name = row.partition(" ")
        on = date.fromisoformat(day)
        found.setdefault(on.year, {})[on] = name
    return found
