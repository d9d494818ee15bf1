"""Vandaag: all that lies open on a day beside its spreekuren, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.rules.labels import STILL_HELD, Side
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.after_hours import AfterHours, after_hours
from spreekuur.views.carry_over import Waiting, waiting
from spreekuur.views.caseload import ANSWERED, EVER, LAST_CONTACT, NEXT_STEP, OPEN, WAITING
from spreekuur.views.columns import SHORT, clock, day, one_of, stamp

MOST_COMING = 5
"""How much of what comes after today is shown."""


@dataclass(frozen=True, slots=True)
class Move:
    """An agreement, vervolg or spreekuur with its day; without name and school not filed yet."""

    kind: str
    """`agreement`, `follow_up` or `office_hours`: the table of `id`."""
    id: int
    pupil_id: int | None
    name: PersonName | None
    school_id: int | None
    school: str
    conversation_id: int | None
    who: str
    side: Side
    what: str
    on: date
    at: time | None


@dataclass(frozen=True, slots=True)
class Stuck:
    """A jongere who was spoken and has no vervolg."""

    pupil_id: int
    name: PersonName
    school: str
    last_contact: date | None


@dataclass(frozen=True, slots=True)
class Unfiled:
    """A note about somebody who is not known yet."""

    conversation_id: int
    said_on: date
    text: str


@dataclass(frozen=True, slots=True)
class Concept:
    """A draft: where it is being typed, how long it is; `hours` is the spreekuur of a gesprek."""

    place: str
    pupil_id: int | None
    name: PersonName | None
    characters: int
    on: date
    """The local day of the last key."""
    hours: int | None


@dataclass(frozen=True, slots=True)
class OpenThings:
    """All that lies open on a day but its spreekuren, each part in the order in which it is shown.

    `next_hours` is the first spreekuur after today.
    """

    mine_overdue: tuple[Move, ...]
    mine_today: tuple[Move, ...]
    others_overdue: tuple[Move, ...]
    coming: tuple[Move, ...]
    next_hours: Move | None
    stuck: tuple[Stuck, ...]
    unfiled: tuple[Unfiled, ...]
    concepts: tuple[Concept, ...]
    has_schools: bool
    after: tuple[AfterHours, ...]
    to_carry_over: Waiting | None
    """None without an official system."""


WHO = "p.given, p.prefix, p.surname"

MOVES = (
    f"SELECT 'agreement' AS kind, g.id, g.pupil_id, {WHO}, NULL AS school_id, '' AS school, "
    "g.conversation_id, g.who, g.side AS side, g.what, g.due AS on_day, g.at AS on_time "
    "FROM agreement g JOIN pupil p ON p.id = g.pupil_id WHERE g.status = 'open' "
    f"UNION ALL SELECT 'follow_up', f.id, f.pupil_id, {WHO}, f.school_id, {SHORT}, "
    "f.conversation_id, 'ik', 'ik', f.action, f.day, f.at FROM follow_up f "
    "LEFT JOIN pupil p ON p.id = f.pupil_id LEFT JOIN school s ON s.id = f.school_id "
    "WHERE f.status = 'open' AND f.appointment_id IS NULL AND f.waiting_entry_id IS NULL"
)


def open_things(connection: Connection, today: date, now: time | None = None) -> OpenThings:
    """What today asks beside its spreekuren, in ten queries however much there is.

    Some more for each spreekuur that was closed this week.
    """
    due = _moves(connection, "on_day <= :today", today)
    mine = [move for move in due if move.side is Side.ME]
    coming_hours = _coming_hours(connection, today)
    coming_moves = _moves(connection, "on_day > :today AND side = 'ik'", today, MOST_COMING)
    return OpenThings(
        mine_overdue=tuple(move for move in mine if move.on < today),
        mine_today=tuple(move for move in mine if move.on == today),
        others_overdue=tuple(m for m in due if m.side is not Side.ME and m.on < today),
        coming=_soonest(coming_hours, coming_moves),
        next_hours=next(iter(coming_hours), None),
        stuck=stuck(connection, today),
        unfiled=_unfiled(connection),
        concepts=_concepts(connection),
        has_schools=has_schools(connection),
        after=after_hours(connection, today, now),
        to_carry_over=waiting(connection),
    )


def _soonest(hours: Sequence[Move], moves: Sequence[Move]) -> tuple[Move, ...]:
    """The first few of both in order of time, the next spreekuur always among them."""
    in_order = sorted((*hours, *moves), key=lambda one: (one.on, one.at or time.min))
    soonest = in_order[:MOST_COMING]
    if hours and hours[0] not in soonest:
        soonest[-1] = hours[0]
    return tuple(soonest)


def has_schools(connection: Connection) -> bool:
    """Whether there is a school to plan at, or to recognise in a list."""
    return connection.execute("SELECT 1 FROM school LIMIT 1").fetchone() is not None


def _moves(connection: Connection, which: str, today: date, limit: int = -1) -> list[Move]:
    rows = connection.execute(
        f"SELECT * FROM ({MOVES}) WHERE {which} "
        "ORDER BY on_day, on_time IS NOT NULL, on_time, 2 LIMIT :limit",
        {"today": str(today), "limit": limit},
    )
    return [read_move(row) for row in rows]


def read_move(row: Any) -> Move:
    """A row of `MOVES`."""
    kind, number, pupil_id, given, prefix, surname, school_id, school, *rest = row
    conversation_id, who, side, what, on, at = rest
    name = PersonName(given, prefix, surname) if pupil_id else None
    about = (pupil_id, name, school_id, school, conversation_id)
    return Move(kind, number, *about, who, Side(side), what, date.fromisoformat(on), clock(at))


def _coming_hours(connection: Connection, today: date) -> list[Move]:
    rows = connection.execute(
        f"SELECT 'office_hours', o.id, NULL, NULL, NULL, NULL, o.school_id, {SHORT}, NULL, 'ik', "
        "'ik', 'spreekuur', o.day, o.starts "
        "FROM office_hours o JOIN school s ON s.id = o.school_id "
        f"WHERE o.day > :today AND o.status IN {one_of(STILL_HELD)} "
        "ORDER BY o.day, o.starts, o.id LIMIT :limit",
        {"today": str(today), "limit": MOST_COMING},
    )
    return [read_move(row) for row in rows]


def stuck(connection: Connection, today: date) -> tuple[Stuck, ...]:
    """Spoken at least once, nothing planned, not answered with `niet nodig`: longest ago first."""
    rows = connection.execute(
        f"SELECT p.id, {WHO}, {SHORT}, {LAST_CONTACT} AS contact "
        "FROM pupil p LEFT JOIN school s ON s.id = p.school_id "
        f"WHERE {OPEN} AND {EVER} AND NOT {WAITING} AND NOT {ANSWERED} AND {NEXT_STEP} IS NULL "
        "ORDER BY p.sort_key, p.id",
        {"today": str(today)},
    )
    found = [
        Stuck(number, PersonName(given, prefix, surname), school, day(contact))
        for number, given, prefix, surname, school, contact in rows
    ]
    # Sorted by SQL it would be worked out three times for each.
    return tuple(sorted(found, key=lambda one: one.last_contact or date.max))


def _unfiled(connection: Connection) -> tuple[Unfiled, ...]:
    rows = connection.execute(
        "SELECT id, said_on, substr(text, 1, 120) FROM conversation "
        "WHERE pupil_id IS NULL AND +school_id IS NULL ORDER BY said_on, id"
    )
    return tuple(Unfiled(number, date.fromisoformat(on), text) for number, on, text in rows)


def _concepts(connection: Connection) -> tuple[Concept, ...]:
    rows = connection.execute(
        f"SELECT d.place, d.pupil_id, {WHO}, length(d.text), d.at, "
        "a.office_hours_id FROM draft d LEFT JOIN pupil p ON p.id = d.pupil_id "
        "LEFT JOIN appointment a ON d.place LIKE 'gesprek:%' "
        "AND a.id = CAST(substr(d.place, 9) AS INTEGER) ORDER BY d.at DESC, d.id DESC"
    )
    found = []
    for place, pupil_id, given, prefix, surname, characters, at, hours in rows:
        name = PersonName(given, prefix, surname) if pupil_id else None
        last_key = stamp(at)
        assert last_key
        on = last_key.astimezone(LOCAL).date()
        found.append(Concept(place, pupil_id, name, characters, on, hours))
    return tuple(found)
