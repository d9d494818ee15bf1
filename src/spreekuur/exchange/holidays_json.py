"""The open data of Rijksoverheid: one array of school years, its texts padded with newlines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from spreekuur.exchange.holiday_rows import (
    NO_DATE,
    NO_NAME,
    NOT_HOLIDAYS,
    REGIONS,
    HolidayRow,
    checked,
)
from spreekuur.exchange.reading import NotReadable, Refused
from spreekuur.rules.text import clean, fold


def read_json(data: bytes) -> list[HolidayRow | Refused]:
    """Every region period of every school year. Raises NotReadable for other JSON."""
    try:
        return list(_periods(json.loads(data)))
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise NotReadable(NOT_HOLIDAYS) from error


def _periods(published: Any) -> Iterator[HolidayRow | Refused]:
    """A missing key or another shape ends here as KeyError, TypeError or AttributeError."""
    numbers = count(1)
    for year in published if isinstance(published, list) else [published]:
        for content in year["content"]:
            for vacation in content["vacations"]:
                for period in vacation["regions"]:
                    yield from _rows(next(numbers), vacation["type"], period)


def _rows(number: int, kind: str, period: dict[str, str]) -> Iterator[HolidayRow | Refused]:
    name = clean(kind).strip().lower()
    regions = REGIONS.get(fold(period["region"]))
    if not name or regions is None:
        yield Refused(number, NO_NAME)
        return
    try:
        first, last = _day(period["startdate"]), _day(period["enddate"])
    except ValueError:
        yield Refused(number, NO_DATE)
        return
    for region in regions:
        yield checked(HolidayRow(number, region, name, first, last))


def _day(stamp: str) -> date:
    """The first ten characters as published; converting the `Z` would shift the start by a day."""
    return date.fromisoformat(stamp.strip()[:10])
