"""On which days a jongere was spoken in person: how many talks there were (F4.21)."""

from __future__ import annotations

from datetime import date

from spreekuur.rules.contact_words import IN_PERSON
from spreekuur.rules.labels import TALKED
from spreekuur.store.connection import Connection
from spreekuur.views.columns import one_of

TALKED_ON = (
    "SELECT said_on FROM conversation WHERE pupil_id = :id AND outcome IN ('', 'Gesproken') "
    f"AND with_whom = '' AND kind IN {one_of(IN_PERSON)} "
    "UNION SELECT o.day FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
    f"WHERE a.pupil_id = :id AND a.attendance IN {one_of(TALKED)} ORDER BY 1"
)


def talked_on(connection: Connection, pupil_id: int) -> tuple[date, ...]:
    """Each day once, oldest first; a place at which somebody came counts without a note too."""
    rows = connection.execute(TALKED_ON, {"id": pupil_id})
    return tuple(date.fromisoformat(on) for (on,) in rows)
