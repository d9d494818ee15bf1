"""How often in a row a jongere did not come, counted from the last talk on (domain 5.2)."""

from __future__ import annotations

from datetime import date

from spreekuur.rules.labels import TALKED
from spreekuur.store.connection import Connection
from spreekuur.views.columns import one_of


def in_a_row(pupil: str, until: str, which: str) -> str:
    """The number as SQL, seen from the day `until`; `which` are the days of `q` that count."""
    talked = (
        "SELECT max(r.day || c.at) FROM appointment c JOIN office_hours r "
        f"ON r.id = c.office_hours_id WHERE c.pupil_id = {pupil} AND r.day <= {until} "
        f"AND c.attendance IN {one_of(TALKED)}"
    )
    return (
        "(SELECT count(*) FROM appointment b JOIN office_hours q ON q.id = b.office_hours_id "
        f"WHERE b.pupil_id = {pupil} AND b.attendance = 'niet verschenen' AND {which} "
        f"AND q.day || b.at > coalesce(({talked}), ''))"
    )


def no_shows(connection: Connection, pupil_id: int, until: date = date.max) -> int:
    """How often in a row a jongere did not come, up to and with the day `until`."""
    counted = in_a_row(":pupil", ":until", "q.day <= :until")
    values = {"pupil": pupil_id, "until": str(until)}
    found: int = connection.execute(f"SELECT {counted}", values).fetchone()[0]
    return found
