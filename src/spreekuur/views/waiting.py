"""Which spreekuur somebody on a waiting list waits for (F4.12)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spreekuur.rules.labels import STILL_HELD
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import day, one_of

WAITS_FOR = (
    "(SELECT h.id FROM office_hours h WHERE h.school_id = w.school_id AND h.day >= w.not_before "
    f"AND h.day >= :today AND h.status IN {one_of(STILL_HELD)} "
    "ORDER BY h.day, h.starts, h.id LIMIT 1)"
)
"""The first one at the school from `:today` on that is still to be held; `w` is the waiting_entry.

One of an earlier day that nobody closed gives no place any more.
"""

WAITS_AT = (
    f"w.school_id = o.school_id AND w.not_before <= o.day AND o.status IN {one_of(STILL_HELD)}"
)
"""Whether the entry `w` may get a place in the spreekuur `o`."""

POSITION = (
    "(SELECT count(*) FROM waiting_entry x WHERE x.school_id = w.school_id "
    "AND (x.since < w.since OR (x.since = w.since AND x.id <= w.id)) "
    "AND x.not_before <= coalesce(o.day, x.not_before))"
)
"""The turn of the entry `w` for the spreekuur `o`, from 1; 0 where there is no entry."""

FROM_THEN = (
    "coalesce((SELECT min(h.day) FROM office_hours h WHERE h.school_id = w.school_id "
    f"AND h.day >= w.not_before AND h.status IN {one_of(STILL_HELD)}), w.not_before)"
)
"""The day of the first spreekuur that may give the entry `w` a place, else the first such day."""


@dataclass(frozen=True, slots=True)
class LaterWaiting:
    """Somebody on the waiting list of the school for a spreekuur after this one."""

    name: PersonName
    class_name: str
    on: date


def waiting_later(connection: Connection, office_hours_id: int) -> tuple[LaterWaiting, ...]:
    """Who waits at the school of a spreekuur for a later one, longest first."""
    rows = connection.execute(
        f"SELECT p.given, p.prefix, p.surname, p.class_name, {FROM_THEN} FROM office_hours o "
        "JOIN waiting_entry w ON w.school_id = o.school_id AND w.not_before > o.day "
        "JOIN pupil p ON p.id = w.pupil_id WHERE o.id = :id ORDER BY w.since, w.id",
        {"id": office_hours_id},
    )
    return tuple(
        LaterWaiting(PersonName(*name), class_name, date.fromisoformat(on))
        for *name, class_name, on in rows
    )


def waits_until(connection: Connection, school_id: int, pupil_id: int) -> date | None:
    """The day for which a jongere waits at a school; None for who doesn't."""
    row = connection.execute(
        f"SELECT {FROM_THEN} FROM waiting_entry w "
        "WHERE w.school_id = :school AND w.pupil_id = :pupil ORDER BY w.since, w.id",
        {"school": school_id, "pupil": pupil_id},
    ).fetchone()
    return day(row[0]) if row else None
