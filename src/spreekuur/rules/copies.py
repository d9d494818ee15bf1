"""Which copies stay, and when the last one is too old."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import repeat

DAYS = 12
WEEKS = 10
MONTHS = 9
STALE_AFTER = 7
"""Days after which a last copy no longer reassures."""


def which_to_keep(days: Iterable[date], today: date) -> frozenset[date]:
    """The days of which the copy stays, thinned as Anki does; the newest is always among them.

    Every copy of today, yesterday and later; before those the newest 12, then the newest of each
    of 10 weeks (from Monday), then of each of 9 months. It counts copies, not time that went by,
    so a clock that jumps ahead takes none away.
    """
    places = iter((*repeat(_day, DAYS), *repeat(_week, WEEKS), *repeat(_month, MONTHS)))
    period = next(places, None)
    kept: list[date] = []
    for day in sorted(set(days), reverse=True):
        if day >= today - timedelta(1):
            kept.append(day)
        elif period and (not kept or period(day) < period(kept[-1])):
            kept.append(day)
            period = next(places, None)
    return frozenset(kept)


def is_stale(latest: date | None, today: date) -> bool:
    """Whether the last copy is more than a week old, or there is none."""
    return latest is None or (today - latest).days > STALE_AFTER


def _day(day: date) -> int:
    return day.toordinal()


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month
