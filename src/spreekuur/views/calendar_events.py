"""The spreekuren as another calendar sees them: when, where, and which places are taken."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from spreekuur.rules.labels import FREES_PLACE, OfficeHoursStatus
from spreekuur.rules.names import PersonName
from spreekuur.rules.school_calendar import school_year
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, pupil_ref
from spreekuur.views.revisions import revisions


@dataclass(frozen=True, slots=True)
class TakenPlace:
    """A place and whose it is: `J-0001`, the name, or a casuïstiekbespreking (None)."""

    at: time
    who: str | None


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One spreekuur; local wall-clock times, `changed_at` UTC.

    `sequence` grows with every change of what stands here, also when one is taken back.
    """

    uid: str
    school: str
    school_name: str
    on: date
    starts: time
    ends: time
    room: str
    dropped: bool
    places: tuple[TakenPlace, ...]
    sequence: int
    changed_at: datetime


def calendar_events(
    connection: Connection, today: date, *, named: bool = False
) -> tuple[CalendarEvent, ...]:
    """Every spreekuur from the first day of this school year on, in order of time.

    One that was given out and is no longer in the file is there too, as dropped.
    Whose a place is stands there as `J-0001`, as the name only when `named`. Nothing in them
    changes by itself within a school year.
    """
    begin = date(school_year(today), 8, 1)
    rows = connection.execute(
        f"SELECT o.id, o.uid, {SHORT}, s.name, o.day, o.starts, "
        "o.ends, o.room, o.status FROM office_hours o JOIN school s ON s.id = o.school_id "
        "WHERE o.day >= :begin ORDER BY o.day, o.starts, o.id",
        {"begin": str(begin)},
    ).fetchall()
    taken = _taken(connection, begin, named=named)
    changes = revisions(connection, (row[0] for row in rows), named=named)
    first = datetime.combine(begin, time(), UTC)
    held = [
        CalendarEvent(
            uid,
            school,
            name,
            date.fromisoformat(on),
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            room,
            status == OfficeHoursStatus.DROPPED,
            tuple(taken[number]),
            changes[number].number,
            changes[number].at or first,
        )
        for number, uid, school, name, on, starts, ends, room, status in rows
    ]
    return tuple(sorted([*held, *_gone(connection, begin)], key=lambda one: (one.on, one.starts)))


GONE = (
    "SELECT g.uid, g.school, g.day, g.starts, g.ends, g.sequence, "
    "max(coalesce(c.undone_at, c.at)) FROM given_event g "
    "JOIN journal j ON j.table_name = 'office_hours' AND j.row_id = g.office_hours_id "
    "JOIN change c ON c.id = j.change_id WHERE g.day >= :begin "
    "AND NOT EXISTS (SELECT 1 FROM office_hours o WHERE o.uid = g.uid) GROUP BY g.id"
)


def _gone(connection: Connection, begin: date) -> list[CalendarEvent]:
    """What a calendar elsewhere still has of spreekuren that were undone, as it was told last."""
    return [
        CalendarEvent(
            uid,
            school,
            school,
            date.fromisoformat(on),
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            "",
            True,
            (),
            sequence + 1,
            datetime.fromisoformat(taken_back),
        )
        for uid, school, on, starts, ends, sequence, taken_back in connection.execute(
            GONE, {"begin": str(begin)}
        )
    ]


def _taken(connection: Connection, begin: date, *, named: bool) -> dict[int, list[TakenPlace]]:
    """The places that are somebody's, by spreekuur."""
    rows = connection.execute(
        "SELECT a.office_hours_id, a.at, a.attendance, p.id, p.given, p.prefix, p.surname "
        "FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
        "LEFT JOIN pupil p ON p.id = a.pupil_id WHERE o.day >= :begin ORDER BY a.at, a.id",
        {"begin": str(begin)},
    )
    taken: dict[int, list[TakenPlace]] = defaultdict(list)
    for hours, at, attendance, pupil, *name in rows:
        if attendance not in FREES_PLACE:
            who = pupil and (PersonName(*name).spoken if named else pupil_ref(pupil))
            taken[hours].append(TakenPlace(time.fromisoformat(at), who))
    return taken
