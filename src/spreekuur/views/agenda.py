"""The spreekuren: each with its places, filled and empty, and who waits (F4.11, F4.12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from spreekuur.rules.labels import AT_TABLE, FREES_PLACE, STILL_HELD, Attendance, OfficeHoursStatus
from spreekuur.rules.names import PersonName
from spreekuur.rules.places import Span, fits, free_places, places
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, day, office_hours_ref, one_of, pupil_ref, stamp
from spreekuur.views.waiting import WAITS_AT


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a spreekuur; without `appointment_id` it is free.

    With one but without a jongere it is a casuïstiekbespreking about `reason` (F4.9). `minutes` is
    how long it takes.
    """

    at: time
    minutes: int
    appointment_id: int | None = None
    pupil_id: int | None = None
    name: PersonName | None = None
    class_name: str = ""
    reason: str = ""
    attendance: Attendance | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    late_on_list: bool = False
    """Put on it after school's list had closed."""

    @property
    def ref(self) -> str | None:
        return pupil_ref(self.pupil_id) if self.pupil_id else None

    @property
    def span(self) -> Span:
        return Span(self.at, self.minutes)

    @property
    def held(self) -> bool:
        """Whether it takes time of the afternoon: somebody has it and did not give it back."""
        return self.appointment_id is not None and self.attendance not in FREES_PLACE

    @property
    def is_case_discussion(self) -> bool:
        """Whether it is a casuïstiekbespreking."""
        return self.appointment_id is not None and self.pupil_id is None

    @property
    def talked(self) -> int | None:
        """Whole minutes that the talk took, when its begin and end were seen."""
        if not self.started_at or not self.ended_at:
            return None
        return round((self.ended_at - self.started_at).total_seconds() / 60)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody on the waiting list of the school who may come in this spreekuur, in order."""

    entry_id: int
    pupil_id: int
    name: PersonName
    class_name: str
    reason: str
    since: date


@dataclass(frozen=True, slots=True)
class OfficeHoursView:
    """A spreekuur as shown: hours, places in order of time, waiting list in order of arrival."""

    id: int
    school_id: int
    school: str
    school_name: str
    brin6: str | None
    region: str
    day: date
    starts: time
    ends: time
    minutes: int
    pause: tuple[time, time] | None
    room: str
    status: str
    places: tuple[Place, ...]
    waiting: tuple[Waiting, ...]

    @property
    def ref(self) -> str:
        return office_hours_ref(self.id)

    @property
    def taken(self) -> tuple[Place, ...]:
        """The places with a jongere, also those that were given back."""
        return tuple(place for place in self.places if place.pupil_id)

    @property
    def held(self) -> tuple[Place, ...]:
        """The places that take time of the afternoon."""
        return tuple(place for place in self.places if place.held)

    @property
    def free(self) -> tuple[Place, ...]:
        """The places nobody has."""
        return tuple(place for place in self.places if not place.appointment_id)

    def room_at(self, at: time | None, minutes: int | None = None) -> time | None:
        """The time asked for, else the first free one; None when that, or all, is taken."""
        if at is None:
            return next((place.at for place in self.free), None)
        held = [place.span for place in self.held]
        return at if fits(Span(at, minutes or self.minutes), held) else None


SELECT = (
    f"SELECT o.id, o.school_id, {SHORT}, s.name, s.brin6, "
    "s.holiday_region, o.day, o.starts, o.ends, o.minutes, o.pause_starts, o.pause_ends, o.room, "
    "o.status FROM office_hours o JOIN school s ON s.id = o.school_id"
)


def office_hours_on(connection: Connection, on: date) -> list[OfficeHoursView]:
    """The spreekuren of one day, earliest first."""
    return _views(connection, "WHERE o.day = :day ORDER BY o.starts, o.id", {"day": str(on)})


def office_hours_from(connection: Connection, on: date) -> list[OfficeHoursView]:
    """Every spreekuur from a day on, oldest first, no end."""
    return _views(
        connection, "WHERE o.day >= :day ORDER BY o.day, o.starts, o.id", {"day": str(on)}
    )


def first_to_hold(connection: Connection, on: date) -> OfficeHoursView | None:
    """The first spreekuur from a day on that is still to be held, at whatever school."""
    found = _views(
        connection,
        f"WHERE o.day >= :day AND o.status IN {one_of(STILL_HELD)} "
        "ORDER BY o.day, o.starts, o.id LIMIT 1",
        {"day": str(on)},
    )
    return next(iter(found), None)


def office_hours_by_id(connection: Connection, office_hours_id: int) -> OfficeHoursView | None:
    """One spreekuur, or None when it is gone."""
    return next(iter(_views(connection, "WHERE o.id = :id", {"id": office_hours_id})), None)


def next_office_hours(
    connection: Connection, school_id: int, after: date
) -> OfficeHoursView | None:
    """The first spreekuur at a school later than a day: what `>>` means."""
    found = _views(
        connection,
        f"WHERE o.school_id = :school AND o.day > :day AND o.status IN {one_of(STILL_HELD)} "
        "ORDER BY o.day, o.starts LIMIT 1",
        {"school": school_id, "day": str(after)},
    )
    return next(iter(found), None)


def place_on(connection: Connection, pupil_id: int | None, on: date) -> int | None:
    """The appointment that a jongere has on a day, if any; a place that was missed is none."""
    row = connection.execute(
        "SELECT a.id FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
        "WHERE a.pupil_id = :pupil AND o.day = :day "
        f"AND a.attendance IN {one_of(AT_TABLE)} ORDER BY a.at LIMIT 1",
        {"pupil": pupil_id, "day": str(on)},
    ).fetchone()
    return row[0] if row else None


def was_missed(connection: Connection, appointment_id: int | None) -> bool:
    """Whether nobody came to the table at a place; False without a place."""
    row = connection.execute(
        "SELECT attendance FROM appointment WHERE id = :id", {"id": appointment_id}
    ).fetchone()
    return row is not None and row[0] not in AT_TABLE


def school_of_place(connection: Connection, appointment_id: int | None) -> int | None:
    """The school at which a place is; None without a place."""
    row = connection.execute(
        "SELECT o.school_id FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
        "WHERE a.id = :id",
        {"id": appointment_id},
    ).fetchone()
    return row[0] if row else None


def _views(connection: Connection, where: str, values: dict[str, object]) -> list[OfficeHoursView]:
    return [_view(connection, row) for row in connection.execute(f"{SELECT} {where}", values)]


def _view(connection: Connection, row: Any) -> OfficeHoursView:
    number, school_id, school, school_name, brin6, region, on, starts, ends, minutes, *rest = row
    pause_starts, pause_ends, room, status = rest
    begin, end = time.fromisoformat(starts), time.fromisoformat(ends)
    pause = (
        (time.fromisoformat(pause_starts), time.fromisoformat(pause_ends)) if pause_starts else None
    )
    taken = _taken(connection, number)
    held = [place.span for place in taken if place.held]
    begins = () if status == OfficeHoursStatus.DROPPED else places(begin, end, minutes, pause)
    empty = free_places(begins, minutes, held)
    # At one time first who gave the place back, then who has it now.
    every = sorted(
        (*taken, *(Place(at, minutes) for at in empty)), key=lambda place: (place.at, place.held)
    )
    return OfficeHoursView(
        id=number,
        school_id=school_id,
        school=school,
        school_name=school_name,
        brin6=brin6,
        region=region,
        day=date.fromisoformat(on),
        starts=begin,
        ends=end,
        minutes=minutes,
        pause=pause,
        room=room,
        status=status,
        places=tuple(every),
        waiting=_waiting(connection, number),
    )


def _taken(connection: Connection, office_hours_id: int) -> list[Place]:
    rows = connection.execute(
        "SELECT p.given, p.prefix, p.surname, a.at, coalesce(a.minutes, o.minutes), a.id, p.id, "
        "p.class_name, a.reason, a.attendance, a.started_at, a.ended_at, "
        "coalesce(a.listed_on > o.list_closes_on, 0) FROM appointment a "
        "JOIN office_hours o ON o.id = a.office_hours_id "
        "LEFT JOIN pupil p ON p.id = a.pupil_id WHERE a.office_hours_id = :id ORDER BY a.at, a.id",
        {"id": office_hours_id},
    )
    found = []
    for given, prefix, surname, at, minutes, appointment_id, pupil_id, class_name, *rest in rows:
        reason, attendance, started, ended, late_on_list = rest
        found.append(
            Place(
                at=time.fromisoformat(at),
                minutes=minutes,
                appointment_id=appointment_id,
                pupil_id=pupil_id,
                name=PersonName(given, prefix, surname) if pupil_id else None,
                class_name=class_name or "",
                reason=reason,
                attendance=Attendance(attendance) if pupil_id else None,
                started_at=stamp(started),
                ended_at=stamp(ended),
                late_on_list=bool(late_on_list),
            )
        )
    return found


def _waiting(connection: Connection, office_hours_id: int) -> tuple[Waiting, ...]:
    rows = connection.execute(
        "SELECT w.id, p.id, p.given, p.prefix, p.surname, p.class_name, w.reason, w.since "
        f"FROM office_hours o JOIN waiting_entry w ON {WAITS_AT} "
        "JOIN pupil p ON p.id = w.pupil_id WHERE o.id = :id ORDER BY w.since, w.id",
        {"id": office_hours_id},
    )
    return tuple(
        Waiting(entry, pupil, PersonName(*name), class_name, reason, day(since) or date.min)
        for entry, pupil, *name, class_name, reason, since in rows
    )
