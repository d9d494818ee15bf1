"""Who can be called, and how often that was tried in vain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.contact_words import ONE_WAY
from spreekuur.rules.labels import TALKED, AttemptOutcome
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, one_of

REACHED = frozenset({AttemptOutcome.SPOKEN, AttemptOutcome.CALLED_BACK})
EVENING = time(18)
LAST_AT_TABLE = (
    "SELECT max(o.day) FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
    f"WHERE a.pupil_id = :id AND a.attendance IN {one_of(TALKED)}"
)


@dataclass(frozen=True, slots=True)
class Attempts:
    """What was tried since somebody was last spoken."""

    count: int
    days: int
    kinds: tuple[tuple[str, int], ...]
    """Soort contact and how often, most first."""
    evening: bool
    """Whether any of it was after 18:00."""


@dataclass(frozen=True, slots=True)
class Number:
    """Somebody at a school who can be called."""

    who: str
    """A name, or empty for the school itself."""
    role: str
    phone: str


def reached(kind: str, outcome: str) -> bool:
    """Whether somebody was spoken; a letter or an app alone is an attempt."""
    return outcome in REACHED or (not outcome and kind not in ONE_WAY)


def attempts(connection: Connection, pupil_id: int) -> Attempts | None:
    """The attempts to reach a jongere or its parents, back to the last time it worked."""
    came = connection.execute(LAST_AT_TABLE, {"id": pupil_id}).fetchone()[0] or ""
    rows = connection.execute(
        "SELECT kind, outcome, said_on, said_at FROM conversation WHERE pupil_id = :id "
        "ORDER BY said_on DESC, said_at DESC, id DESC",
        {"id": pupil_id},
    )
    kinds: Counter[str] = Counter()
    days: set[date | None] = set()
    evening = False
    for kind, outcome, said_on, said_at in rows:
        if reached(kind, outcome) or said_on <= came:
            break
        at = clock(said_at)
        kinds[kind] += 1
        days.add(day(said_on))
        evening = evening or (at is not None and at >= EVENING)
    if not kinds:
        return None
    return Attempts(kinds.total(), len(days), tuple(kinds.most_common()), evening)


def school_numbers(connection: Connection, school_id: int) -> list[Number]:
    """The contact persons with a number, who receive feedback first, then the school itself."""
    rows = connection.execute(
        "SELECT name, role, phone FROM (SELECT name, role, phone, receives_feedback, id "
        "FROM school_contact WHERE school_id = :id AND left_on IS NULL "
        "UNION ALL SELECT '', 'school', phone, -1, 0 FROM school WHERE id = :id) "
        "WHERE phone <> '' ORDER BY receives_feedback DESC, id",
        {"id": school_id},
    )
    return [Number(*row) for row in rows]
