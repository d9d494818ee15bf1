"""What an afternoon still asks afterwards: to be closed, and to be told to school."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from spreekuur.rules.labels import STILL_HELD
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, one_of

CLOSE_WITHIN, TELL_WITHIN = timedelta(days=28), timedelta(days=7)
"""For how long Vandaag says that a spreekuur was not closed, or that nothing went back."""


@dataclass(frozen=True, slots=True)
class AfterHours:
    """A spreekuur that is over: to be closed, or closed and not told yet."""

    id: int
    school_id: int
    school: str
    day: date
    is_closed: bool


# Over by the clock, or because everybody on the list has been marked.
OVER = (
    "(o.day < :today OR o.ends <= :now OR NOT EXISTS (SELECT 1 FROM appointment b "
    "WHERE b.office_hours_id = o.id AND b.pupil_id IS NOT NULL "
    "AND b.attendance = 'uitgenodigd'))"
)
SOMEBODY = (
    "EXISTS (SELECT 1 FROM appointment a WHERE a.office_hours_id = o.id AND a.pupil_id IS NOT NULL)"
)
RECEIVER = (
    "EXISTS (SELECT 1 FROM school_contact c WHERE c.school_id = o.school_id "
    "AND c.receives_feedback AND c.left_on IS NULL)"
)
AFTER = (
    f"SELECT o.id, o.school_id, {SHORT}, o.day, o.status = 'afgerond' FROM office_hours o "
    "JOIN school s ON s.id = o.school_id WHERE o.day <= :today AND o.day >= :close_from "
    f"AND {SOMEBODY} AND ((o.status IN {one_of(STILL_HELD)} AND {OVER}) "
    f"OR (o.status = 'afgerond' AND o.day >= :tell_from AND {RECEIVER})) "
    "ORDER BY o.day, o.starts, o.id"
)


def after_hours(
    connection: Connection, today: date, now: time | None = None
) -> tuple[AfterHours, ...]:
    """Spreekuren to close, and closed ones of which not everybody was told yet; oldest first."""
    rows = connection.execute(
        AFTER,
        {
            "today": str(today),
            "now": now.isoformat("microseconds") if now else "",
            "close_from": str(today - CLOSE_WITHIN),
            "tell_from": str(today - TELL_WITHIN),
        },
    )
    return tuple(
        AfterHours(number, school_id, school, date.fromisoformat(on), bool(closed))
        for number, school_id, school, on, closed in rows.fetchall()
        if not (closed and _all_told(connection, school_id, date.fromisoformat(on)))
    )


def _all_told(connection: Connection, school_id: int, on: date) -> bool:
    """Whether everybody who gets something got theirs; asked only of what is closed."""
    from spreekuur.views.feedback import all_told

    return all_told(connection, school_id, on)
