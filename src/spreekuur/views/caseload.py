"""The caseload: per jongere the last contact and the next step, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from spreekuur.rules.labels import STILL_HELD, TALKED
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, one_of, pupil_ref


class Order(StrEnum):
    """How the caseload is sorted."""

    NAME = "naam"
    SCHOOL = "school"
    CONTACT = "laatste contact"
    """Behind their own rhythm first, then longest without contact; never spoken comes last."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """The first thing that will happen: a day, perhaps a time, and what or who."""

    on: date
    at: time | None
    action: str


@dataclass(frozen=True, slots=True)
class CaseloadRow:
    """One jongere in the caseload."""

    id: int
    name: PersonName
    class_name: str
    school: str
    last_contact: date | None
    next_step: NextStep | None
    waiting: bool
    without_next_step: bool
    """Spoken at least once, nothing planned, and not answered with `niet nodig`."""

    @property
    def ref(self) -> str:
        return pupil_ref(self.id)


SPOKEN = "('', 'Gesproken', 'Teruggebeld')"
"""Outcomes of a conversation that count as contact; the others are attempts."""

CAME = f"a.pupil_id = p.id AND a.attendance IN {one_of(TALKED)}"
"""A place `a` at which the jongere `p` sat at the table: contact, with a note or without."""

LAST_CONTACT = (
    "(SELECT max(spoken) FROM (SELECT max(c.said_on) AS spoken FROM conversation c "
    f"WHERE c.pupil_id = p.id AND c.outcome IN {SPOKEN} UNION ALL SELECT max(o.day) "
    f"FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id WHERE {CAME}))"
)

NEXT_STEP = (
    "(SELECT min(step) FROM ("
    "SELECT o.day || 'T' || substr(a.at, 1, 5) || '|spreekuur' AS step FROM appointment a "
    "JOIN office_hours o ON o.id = a.office_hours_id WHERE a.pupil_id = p.id "
    f"AND a.attendance = 'uitgenodigd' AND o.day >= :today AND o.status IN {one_of(STILL_HELD)} "
    "UNION ALL SELECT f.day || 'T' || coalesce(substr(f.at, 1, 5), '') || '|' || f.action "
    "FROM follow_up f WHERE f.pupil_id = p.id AND f.status = 'open' "
    "AND f.appointment_id IS NULL AND f.day IS NOT NULL "
    "UNION ALL SELECT g.due || 'T' || coalesce(substr(g.at, 1, 5), '') || '|' || "
    "CASE g.side WHEN 'ik' THEN g.what ELSE g.who END "
    "FROM agreement g WHERE g.pupil_id = p.id AND g.status = 'open' AND g.due IS NOT NULL))"
)

WAITING = "EXISTS (SELECT 1 FROM waiting_entry w WHERE w.pupil_id = p.id)"

ANSWERED = (
    "coalesce((SELECT f.status FROM follow_up f WHERE f.pupil_id = p.id "
    "ORDER BY f.id DESC LIMIT 1), '') = 'niet nodig'"
)

OPEN = "p.closed_on IS NULL"
"""What belongs to the caseload: a dossier that is not closed."""

EVER = (
    "(EXISTS (SELECT 1 FROM conversation c WHERE c.pupil_id = p.id) "
    f"OR EXISTS (SELECT 1 FROM appointment a WHERE {CAME}))"
)


ROW = (
    f"SELECT p.id, p.given, p.prefix, p.surname, p.class_name, {SHORT} AS school, "
    f"{LAST_CONTACT} AS contact, {NEXT_STEP} AS step, {WAITING}, {EVER}, {ANSWERED} "
    "FROM pupil p LEFT JOIN school s ON s.id = p.school_id"
)

BEHIND = (
    "coalesce(julianday(:today) - julianday(contact) > (SELECT r.days FROM contact_rhythm r "
    "WHERE r.pupil_id = p.id), 0)"
)
"""Longer without contact than the rhythm of this dossier allows."""

WITH_CONTACT = (
    "WITH p AS MATERIALIZED (SELECT p.id, p.sort_key, p.closed_on, "
    f"{LAST_CONTACT} AS contact FROM pupil p)"
)
"""Each jongere with the last contact, worked out once: an order asks for it three times."""

ORDER_BY = {
    Order.NAME: "p.sort_key, p.id",
    Order.SCHOOL: "school, p.class_name, p.sort_key, p.id",
    Order.CONTACT: f"{BEHIND} DESC, contact IS NULL, contact, p.sort_key, p.id",
}


def count(connection: Connection) -> int:
    """How many dossiers are open."""
    return int(connection.execute(f"SELECT count(*) FROM pupil p WHERE {OPEN}").fetchone()[0])


def caseload(
    connection: Connection,
    today: date,
    *,
    order: Order = Order.NAME,
    limit: int = -1,
    offset: int = 0,
) -> list[CaseloadRow]:
    """A page of the caseload; `limit` -1 is everything."""
    rows = connection.execute(
        f"{ROW} WHERE {OPEN} ORDER BY {ORDER_BY[order]} LIMIT :limit OFFSET :offset",
        {"today": str(today), "limit": limit, "offset": offset},
    )
    return [_row(row) for row in rows]


def caseload_ids(
    connection: Connection, today: date, order: Order = Order.NAME, *, closed: bool = False
) -> list[int]:
    """Every open dossier in this order, by number alone: cheap however many there are.

    With `closed` those that are closed instead.
    """
    people = {
        Order.NAME: "SELECT p.id FROM pupil p",
        Order.SCHOOL: f"SELECT p.id, {SHORT} AS school FROM pupil p "
        "LEFT JOIN school s ON s.id = p.school_id",
        Order.CONTACT: f"{WITH_CONTACT} SELECT p.id FROM p",
    }
    which = f"NOT ({OPEN})" if closed else OPEN
    rows = connection.execute(
        f"{people[order]} WHERE {which} ORDER BY {ORDER_BY[order]}", {"today": str(today)}
    )
    return [row[0] for row in rows]


def caseload_rows(
    connection: Connection, pupil_ids: Sequence[int], today: date
) -> list[CaseloadRow]:
    """The rows of these jongeren, at most a page of them, in the order in which they are named."""
    named = {f"id{at}": pupil_id for at, pupil_id in enumerate(pupil_ids)}
    wanted = ", ".join(f":{name}" for name in named)
    rows = connection.execute(f"{ROW} WHERE p.id IN ({wanted})", {**named, "today": str(today)})
    found = {row[0]: _row(row) for row in rows}
    return [found[pupil_id] for pupil_id in pupil_ids if pupil_id in found]


def caseload_row(connection: Connection, pupil_id: int, today: date) -> CaseloadRow | None:
    """The row of one jongere."""
    row = connection.execute(
        f"{ROW} WHERE p.id = :id", {"id": pupil_id, "today": str(today)}
    ).fetchone()
    return _row(row) if row else None


def without_next_step(connection: Connection, today: date) -> list[CaseloadRow]:
    """Jongeren who slipped through: spoken, nothing planned, not answered; longest ago first."""
    rows = caseload(connection, today, order=Order.CONTACT)
    return [row for row in rows if row.without_next_step]


def _row(row: Any) -> CaseloadRow:
    pupil_id, given, prefix, surname, class_name, school, contact, step, *facts = row
    waiting, ever, answered = facts
    return CaseloadRow(
        id=pupil_id,
        name=PersonName(given, prefix, surname),
        class_name=class_name,
        school=school,
        last_contact=date.fromisoformat(contact) if contact else None,
        next_step=_step(step) if step else None,
        waiting=bool(waiting),
        without_next_step=bool(ever and not step and not waiting and not answered),
    )


def _step(text: str) -> NextStep:
    when, action = text.split("|", 1)
    on, at = when.split("T", 1)
    return NextStep(date.fromisoformat(on), time.fromisoformat(at) if at else None, action)
