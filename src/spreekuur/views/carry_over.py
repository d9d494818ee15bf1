"""Over te nemen: conversations with a jongere that do not stand in the official system yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, pupil_ref
from spreekuur.views.timeline import entry


@dataclass(frozen=True, slots=True)
class ToCarryOver:
    """One conversation that waits to be taken over."""

    conversation_id: int
    pupil_id: int
    name: PersonName
    on: date
    at: time | None
    kind: str

    @property
    def ref(self) -> str:
        return pupil_ref(self.pupil_id)


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait for `system`, and since which day; until which day all is done already."""

    system: str
    many: int
    since: date | None
    done_until: date | None


WHAT = "c.id, c.pupil_id, p.given, p.prefix, p.surname, c.said_on, c.said_at, c.kind"
STILL_HERE = "NOT EXISTS (SELECT 1 FROM carry_over o WHERE o.conversation_id = c.id)"
"""Not taken over yet."""


def official_system(connection: Connection) -> str:
    """What the system of the municipality is called; empty when there is none."""
    row = connection.execute("SELECT official_system FROM settings").fetchone()
    return str(row[0]) if row else ""


def _whose(pupil_id: int | None) -> str:
    """Which conversations: of one jongere, found by the index, or of every jongere."""
    return "c.pupil_id IS NOT NULL" if pupil_id is None else "c.pupil_id = :pupil"


def to_carry_over(
    connection: Connection, pupil_id: int | None = None, limit: int = -1
) -> list[ToCarryOver]:
    """What waits, of one jongere or of all, oldest first by when it was said; else nothing."""
    if not official_system(connection):
        return []
    which, about = f"{STILL_HERE} AND {_whose(pupil_id)}", {"pupil": pupil_id, "limit": limit}
    # Their days stand in an index: so only the conversations of those days are read.
    first, last = connection.execute(
        "SELECT min(said_on), max(said_on) FROM (SELECT c.said_on FROM conversation c "
        f"WHERE {which} ORDER BY +c.said_on LIMIT :limit)",
        about,
    ).fetchone()
    rows = connection.execute(
        f"SELECT {WHAT} FROM conversation c JOIN pupil p ON p.id = c.pupil_id WHERE {which} "
        "AND c.said_on BETWEEN :first AND :last "
        "ORDER BY c.said_on, c.said_at IS NOT NULL, c.said_at, c.id LIMIT :limit",
        {**about, "first": first, "last": last},
    )
    return [_read(row) for row in rows]


def taken_over(
    connection: Connection, pupil_id: int | None = None, limit: int = 20
) -> list[ToCarryOver]:
    """What was taken over last, of one jongere or of all, last done first."""
    rows = connection.execute(
        f"SELECT {WHAT} FROM carry_over o JOIN conversation c ON c.id = o.conversation_id "
        f"JOIN pupil p ON p.id = c.pupil_id WHERE {_whose(pupil_id)} "
        "ORDER BY o.done_at DESC, o.id DESC LIMIT :limit",
        {"pupil": pupil_id, "limit": limit},
    )
    return [_read(row) for row in rows]


def _read(row: Any) -> ToCarryOver:
    conversation, pupil, given, prefix, surname, on, at, kind = row
    name = PersonName(given, prefix, surname)
    return ToCarryOver(conversation, pupil, name, date.fromisoformat(on), clock(at), kind)


def waiting(connection: Connection, pupil_id: int | None = None) -> Waiting | None:
    """How many wait, of one jongere or of all; None without a system."""
    system = official_system(connection)
    if not system:
        return None
    many, since, until = connection.execute(
        "SELECT count(*) - count(o.id), min(CASE WHEN o.id IS NULL THEN c.said_on END), "
        "max(CASE WHEN o.id IS NOT NULL THEN c.said_on END) FROM conversation c "
        f"LEFT JOIN carry_over o ON o.conversation_id = c.id WHERE {_whose(pupil_id)}",
        {"pupil": pupil_id},
    ).fetchone()
    return Waiting(system, many, day(since), day(until))


def text_of(connection: Connection, conversation_id: int) -> str:
    """The clean text of one conversation; empty when it is gone."""
    from spreekuur.rules.carried_text import Said, SaidLine, carried_text

    said = entry(connection, conversation_id)
    if said is None:
        return ""
    lines = tuple(SaidLine(one.kind, one.content) for one in said.lines)
    return carried_text(
        Said(
            on=said.on,
            at=said.at,
            kind=said.kind,
            with_whom=said.with_whom,
            outcome=said.outcome,
            attendance=said.attendance,
            minutes=said.minutes,
            lines=lines,
        )
    )
