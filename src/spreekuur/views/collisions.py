"""What stands in her agenda at the hours of a spreekuur that is being planned."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.date_words import clock
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT
from spreekuur.views.engagements import engagements_between


@dataclass(frozen=True, slots=True)
class Collision:
    """Another spreekuur (its `school`) or an engagement (`what`) on one of the days."""

    day: date
    at: time | None
    school: str = ""
    what: str = ""
    away: bool = False

    def said(self, what: str) -> str:
        """Behind its day: `staat al een spreekuur om 13:00 op de Veenwijzer`.

        `what` is how the engagement may be read now.
        """
        at = f" om {clock(self.at)}" if self.at else ""
        if self.school:
            return f"staat al een spreekuur{at} op de {self.school}"
        since = f" vanaf {clock(self.at)}" if self.at else ""
        return f"ben je er{since} niet: {what}" if self.away else f"staat al {what}{at}"


def planned_already(
    connection: Connection, school_id: int, days: Collection[date], starts: time
) -> dict[date, int]:
    """On which of the days a spreekuur of this school begins at this time, each with its number.

    One that was cancelled leaves its time to another.
    """
    rows = connection.execute(
        "SELECT day, id FROM office_hours WHERE school_id = :school AND starts = :starts "
        "AND status <> 'vervallen'",
        {"school": school_id, "starts": starts.isoformat("microseconds")},
    )
    found = ((date.fromisoformat(day), number) for day, number in rows)
    return {day: number for day, number in found if day in days}


def collisions(
    connection: Connection,
    days: Collection[date],
    starts: time,
    ends: time,
    besides: Collection[int] = (),
) -> list[Collision]:
    """What is planned already at these hours on these days, by day and time.

    A spreekuur that was cancelled takes no time, nor do those of the numbers `besides`.
    """
    if not days:
        return []
    first, last = min(days), max(days)
    rows = connection.execute(
        f"SELECT o.id, o.day, o.starts, {SHORT} FROM office_hours o "
        "JOIN school s ON s.id = o.school_id WHERE o.day BETWEEN :first AND :last "
        "AND o.status <> 'vervallen' AND o.starts < :ends AND o.ends > :starts",
        {
            "first": str(first),
            "last": str(last),
            "starts": starts.isoformat("microseconds"),
            "ends": ends.isoformat("microseconds"),
        },
    )
    found = [
        Collision(date.fromisoformat(day), time.fromisoformat(at), school)
        for number, day, at, school in rows
        if number not in besides and date.fromisoformat(day) in days
    ]
    for one in engagements_between(connection, first, last):
        found += [
            Collision(day, one.starts, what=one.what, away=one.away)
            for day in days
            if one.meets(day, starts, ends)
        ]
    return sorted(found, key=lambda one: (one.day, one.at or time.min))
