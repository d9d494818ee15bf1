"""One spreekuur as it can be changed or cancelled, and those of its reeks that come after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.rules.labels import Attendance, OfficeHoursStatus
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock, day, one_of

BEGUN = (
    Attendance.PRESENT,
    Attendance.LATE,
    Attendance.NO_SHOW,
    Attendance.NOT_FETCHED,
    Attendance.NOT_REACHED,
)
"""Attendance that is only known once the spreekuur is held."""

Span = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A spreekuur with its hours; `invited` jongeren are still expected there.

    `begun` when somebody came, or did not: such a day stays what it was.
    """

    id: int
    version: int
    school_id: int
    school: str
    series_id: int | None
    day: date
    starts: time
    ends: time
    minutes: int
    pause: Span | None
    room: str
    status: OfficeHoursStatus
    list_closes_on: date | None
    invited: int
    begun: bool

    @property
    def comes(self) -> bool:
        """Whether it is still to be held."""
        return self.status == OfficeHoursStatus.PLANNED and not self.begun


SELECT = (
    f"SELECT o.id, o.version, o.school_id, {SHORT}, o.series_id, o.day, o.starts, o.ends, "
    "o.minutes, o.pause_starts, o.pause_ends, o.room, o.status, o.list_closes_on, "
    "(SELECT count(*) FROM appointment a WHERE a.office_hours_id = o.id "
    "AND a.pupil_id IS NOT NULL AND a.attendance = 'uitgenodigd'), "
    "EXISTS (SELECT 1 FROM appointment a WHERE a.office_hours_id = o.id "
    f"AND a.attendance IN {one_of(BEGUN)}) "
    "FROM office_hours o JOIN school s ON s.id = o.school_id"
)


def occurrence(connection: Connection, office_hours_id: int) -> Occurrence | None:
    """One spreekuur, or None when it is gone."""
    row = connection.execute(f"{SELECT} WHERE o.id = :id", {"id": office_hours_id}).fetchone()
    return _view(row) if row else None


def this_and_later(
    connection: Connection, office_hours_id: int, *, later: bool
) -> Sequence[Occurrence]:
    """The spreekuur itself, and with `later` those of its reeks after it that still come, in order.

    What was held or cancelled is left out of the later ones: no change of the reeks is about it.
    """
    this = occurrence(connection, office_hours_id)
    if this is None or not later or this.series_id is None:
        return [this] if this else []
    rows = connection.execute(
        f"{SELECT} WHERE o.series_id = :series AND o.day > :day ORDER BY o.day, o.starts, o.id",
        {"series": this.series_id, "day": str(this.day)},
    )
    return [this, *(one for one in map(_view, rows) if one.comes)]


def _view(row: Sequence[Any]) -> Occurrence:
    number, version, school_id, school, series_id, on, starts, ends, minutes, *rest = row
    pause_starts, pause_ends, room, status, closes, invited, begun = rest
    begin, end = clock(pause_starts), clock(pause_ends)
    return Occurrence(
        id=number,
        version=version,
        school_id=school_id,
        school=school,
        series_id=series_id,
        day=date.fromisoformat(on),
        starts=time.fromisoformat(starts),
        ends=time.fromisoformat(ends),
        minutes=minutes,
        pause=(begin, end) if begin and end else None,
        room=room,
        status=OfficeHoursStatus(status),
        list_closes_on=day(closes),
        invited=invited,
        begun=bool(begun),
    )
