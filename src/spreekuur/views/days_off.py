"""The days on which one school is closed: its holidays, its own days, and public holidays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.labels import Region
from spreekuur.rules.public_holidays import public_holidays
from spreekuur.rules.series import SEARCHED, DayOff, OffKind
from spreekuur.store.connection import Connection
from spreekuur.views.people import school_by_id

NO_REGION = "Zonder vakantieregio zijn schoolvakanties niet nagekeken: vul hem in bij de school."
NOT_READ = "Van daarna is nog geen schoolvakantie bekend: lees een nieuwe lijst in."


@dataclass(frozen=True, slots=True)
class SchoolDays:
    """The days off of a school in a span, and what is not known of them, as a sentence."""

    off: tuple[DayOff, ...]
    warning: str = ""


@dataclass(frozen=True, slots=True)
class ClosedDayView:
    """Days on which one school holds no spreekuur, as its own form changes them."""

    id: int
    version: int
    school_id: int
    name: str
    first: date
    last: date


CLOSED = "SELECT id, version, school_id, name, first, last FROM closed_day"


def days_off(connection: Connection, school_id: int, first: date, last: date) -> SchoolDays:
    """Of one school from `first` to `last`, and so far behind it as a proposal for `last` may lie.

    A school holiday goes before a day of its own, and that before a public holiday, so that the
    first that holds a day is the one to name. Goede Vrijdag counts: most schools are closed.
    """
    school, end = school_by_id(connection, school_id), last + SEARCHED
    region = school.region if school else Region.UNKNOWN
    own = (
        DayOff(one.name, one.first, one.last)
        for one in closed_days(connection, school_id)
        if one.first <= end and one.last >= first
    )
    off = (*_holidays(connection, region, first, end), *own, *_public(first, end))
    return SchoolDays(off, _unknown(connection, region, last))


def closed_days(connection: Connection, school_id: int) -> list[ClosedDayView]:
    """The own closed days of a school, earliest first."""
    rows = connection.execute(
        f"{CLOSED} WHERE school_id = :id ORDER BY first, id", {"id": school_id}
    )
    return [_closed(row) for row in rows]


def closed_day_by_id(connection: Connection, closed_day_id: int) -> ClosedDayView | None:
    """One of them, or None when it is gone."""
    row = connection.execute(f"{CLOSED} WHERE id = :id", {"id": closed_day_id}).fetchone()
    return _closed(row) if row else None


def _closed(row: tuple[int, int, int, str, str, str]) -> ClosedDayView:
    number, version, school_id, name, first, last = row
    days = date.fromisoformat(first), date.fromisoformat(last)
    return ClosedDayView(number, version, school_id, name, *days)


def _holidays(connection: Connection, region: str, first: date, last: date) -> Iterator[DayOff]:
    rows = connection.execute(
        "SELECT name, first, last FROM holiday WHERE region = :region AND first <= :last "
        "AND last >= :first ORDER BY first",
        {"region": region, "first": str(first), "last": str(last)},
    )
    for name, begins, ends in rows:
        named = f"{name.lower()} ({region})"
        days = date.fromisoformat(begins), date.fromisoformat(ends)
        yield DayOff(named, *days, OffKind.HOLIDAY)


def _unknown(connection: Connection, region: str, last: date) -> str:
    if region == Region.UNKNOWN:
        return NO_REGION
    row = connection.execute(
        "SELECT max(last) FROM holiday WHERE region = :region", {"region": region}
    ).fetchone()
    return NOT_READ if str(row[0] or "") < str(last) else ""


def _public(first: date, last: date) -> Iterator[DayOff]:
    for year in range(first.year, last.year + 1):
        for day, name in public_holidays(year).items():
            if first <= day <= last:
                yield DayOff(name, day, day, OffKind.PUBLIC)
