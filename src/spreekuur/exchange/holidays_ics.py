"""Calendars of school holidays: region and name stand in the summary or the UID of an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from spreekuur.exchange.holiday_rows import (
    NO_DATE,
    NO_NAME,
    NOT_HOLIDAYS,
    REGIONS,
    HolidayRow,
    checked,
)
from spreekuur.exchange.reading import NotReadable, Refused
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.text import fold

if TYPE_CHECKING:
    from icalendar import Component

_REGION = re.compile(r"\b(noord|midden|zuid|heel nederland)\b")
_NAME = re.compile(r"\b(?!school)[a-z]+vakantie\b")


def read_ics(data: bytes) -> list[HolidayRow | Refused]:
    """Every event of the calendar. Raises NotReadable for a file that is no calendar."""
    from icalendar import Calendar

    try:
        return list(_events(Calendar.from_ical(data)))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        raise NotReadable(NOT_HOLIDAYS) from error


def _events(calendar: Component) -> Iterator[HolidayRow | Refused]:
    whole = fold(str(calendar.get("X-WR-CALNAME", "")))
    for number, event in enumerate(calendar.walk("VEVENT"), start=1):
        yield from _rows(number, event, whole)


def _rows(number: int, event: Component, whole: str) -> Iterator[HolidayRow | Refused]:
    summary, uid = fold(str(event.get("SUMMARY", ""))), fold(str(event.get("UID", "")))
    name = _NAME.search(summary)
    region = _REGION.search(summary) or _REGION.search(uid) or _REGION.search(whole)
    if name is None or region is None:
        yield Refused(number, NO_NAME)
        return
    days = _days(event)
    if days is None:
        yield Refused(number, NO_DATE)
        return
    for each in REGIONS[region[0]]:
        yield checked(HolidayRow(number, each, name[0], *days))


def _days(event: Component) -> tuple[date, date] | None:
    """First and last day; an event ends at the beginning of a day after it (RFC 5545 3.6.1).

    Times are those of the schools here, whatever zone they are written in.
    """
    start, end = event.decoded("DTSTART", None), event.decoded("DTEND", None)
    lasts = event.decoded("DURATION", None)
    if not isinstance(start, date):
        return None
    first = _local(start)
    if isinstance(end, date):
        after = _local(end)
    else:
        after = first + lasts if isinstance(lasts, timedelta) else first
    to_midnight = after.time() == time() and after > first
    return first.date(), (after - timedelta(days=1) if to_midnight else after).date()


def _local(moment: date) -> datetime:
    """The clock here, without its zone; a whole day begins at midnight."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    return moment.astimezone(LOCAL).replace(tzinfo=None) if moment.tzinfo else moment
