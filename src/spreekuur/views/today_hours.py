"""The spreekuren of one day with what asks for care: who has a place, what is free, who waits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import FREES_PLACE, Attendance
from spreekuur.rules.list_flags import other_municipality
from spreekuur.rules.names import PersonName
from spreekuur.rules.places import Span, free_places, places
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock
from spreekuur.views.no_shows import in_a_row
from spreekuur.views.waiting import WAITS_AT


@dataclass(frozen=True, slots=True)
class TodayPlace:
    """A place on the list of today, with what asks for care.

    Without a jongere it is a casuïstiekbespreking about `reason` (F4.9).
    """

    appointment_id: int
    at: time
    minutes: int
    """How long it takes."""
    pupil_id: int | None
    name: PersonName | None
    class_name: str
    reason: str
    attendance: Attendance | None
    elsewhere: str
    """The municipality, when it is another than hers."""
    without_parents: bool
    interpreter: bool
    home_language: str
    missed: int
    """How often in a row the jongere did not come before today."""
    open_agreements: int
    spoken_before: bool

    @property
    def held(self) -> bool:
        """Whether it takes time of the afternoon: somebody has it and did not give it back."""
        return self.attendance not in FREES_PLACE


@dataclass(frozen=True, slots=True)
class TodayWaiting:
    """Somebody on the waiting list of a spreekuur of today."""

    entry_id: int
    name: PersonName
    class_name: str
    reason: str
    since: date


@dataclass(frozen=True, slots=True)
class TodayHours:
    """A spreekuur of today: who has a place, which are free, who waits."""

    id: int
    school: str
    starts: time
    ends: time
    pause: tuple[time, time] | None
    room: str
    taken: tuple[TodayPlace, ...]
    free: tuple[time, ...]
    waiting: tuple[TodayWaiting, ...]
    is_closed: bool

    @property
    def held(self) -> tuple[TodayPlace, ...]:
        """The places that take time of the afternoon."""
        return tuple(place for place in self.taken if place.held)


MISSED = in_a_row("p.id", "o.day", "q.day < o.day")

LIVES = "coalesce(p.municipality, ''), coalesce((SELECT municipality FROM settings), '')"
"""Where the jongere `p` lives and where she works, for `other_municipality`."""


def today_hours(connection: Connection, today: date) -> tuple[TodayHours, ...]:
    """The spreekuren of today, earliest first, in three queries."""
    taken = _taken(connection, "o.day = :today", {"today": str(today)})
    waiting = _waiting(connection, today)
    rows = connection.execute(
        f"SELECT o.id, {SHORT}, o.starts, o.ends, o.minutes, o.pause_starts, o.pause_ends, o.room, "
        "o.status = 'afgerond' "
        "FROM office_hours o JOIN school s ON s.id = o.school_id "
        "WHERE o.day = :today AND o.status <> 'vervallen' ORDER BY o.starts, o.id",
        {"today": str(today)},
    )
    found = []
    for number, school, starts, ends, minutes, pause_starts, pause_ends, room, closed in rows:
        begin, end = time.fromisoformat(starts), time.fromisoformat(ends)
        pause_from, pause_to = clock(pause_starts), clock(pause_ends)
        pause = (pause_from, pause_to) if pause_from and pause_to else None
        held = [Span(place.at, place.minutes) for place in taken[number] if place.held]
        free = free_places(places(begin, end, minutes, pause), minutes, held)
        people = (tuple(taken[number]), free, tuple(waiting[number]))
        found.append(TodayHours(number, school, begin, end, pause, room, *people, bool(closed)))
    return tuple(found)


def places_with_care(connection: Connection, office_hours_id: int) -> dict[int, TodayPlace]:
    """The same of the places of one spreekuur, by the number of the appointment."""
    found = _taken(connection, "o.id = :id", {"id": office_hours_id})
    return {place.appointment_id: place for place in found[office_hours_id]}


def _taken(
    connection: Connection, where: str, values: dict[str, object]
) -> dict[int, list[TodayPlace]]:
    rows = connection.execute(
        "SELECT o.id, a.id, a.at, coalesce(a.minutes, o.minutes), p.id, p.given, p.prefix, "
        f"p.surname, p.class_name, a.reason, a.attendance, {LIVES}, p.without_parents, "
        f"p.interpreter, p.home_language, {MISSED}, "
        "(SELECT count(*) FROM agreement g WHERE g.pupil_id = p.id AND g.status = 'open'), "
        "EXISTS (SELECT 1 FROM conversation c WHERE c.pupil_id = p.id AND c.said_on < o.day) "
        "FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
        f"LEFT JOIN pupil p ON p.id = a.pupil_id WHERE {where} ORDER BY a.at, a.id",
        values,
    )
    found: dict[int, list[TodayPlace]] = defaultdict(list)
    for number, appointment, at, minutes, pupil, given, prefix, surname, *rest in rows:
        class_name, reason, attendance, lives_in, hers, alone, interpreter, language, *counts = rest
        missed, agreements, spoken = counts
        found[number].append(
            TodayPlace(
                appointment_id=appointment,
                at=time.fromisoformat(at),
                minutes=minutes,
                pupil_id=pupil,
                name=PersonName(given, prefix, surname) if pupil else None,
                class_name=class_name or "",
                reason=reason,
                attendance=Attendance(attendance) if pupil else None,
                elsewhere=other_municipality(lives_in, hers),
                without_parents=bool(alone),
                interpreter=bool(interpreter),
                home_language=language or "",
                missed=missed,
                open_agreements=agreements,
                spoken_before=bool(spoken),
            )
        )
    return found


def _waiting(connection: Connection, today: date) -> dict[int, list[TodayWaiting]]:
    rows = connection.execute(
        "SELECT o.id, w.id, p.given, p.prefix, p.surname, p.class_name, w.reason, w.since "
        f"FROM office_hours o JOIN waiting_entry w ON {WAITS_AT} "
        "JOIN pupil p ON p.id = w.pupil_id WHERE o.day = :today ORDER BY w.since, w.id",
        {"today": str(today)},
    )
    found: dict[int, list[TodayWaiting]] = defaultdict(list)
    for number, entry, given, prefix, surname, class_name, reason, since in rows:
        name = PersonName(given, prefix, surname)
        since_day = date.fromisoformat(since)
        found[number].append(TodayWaiting(entry, name, class_name, reason, since_day))
    return found
