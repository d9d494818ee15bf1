"""Which spreekuren a calendar elsewhere was told about, and what it was told last.

Plain SQL outside any change, as concepts are: undo takes back what was planned, and the calendar
that heard of it must still be told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from spreekuur.store.connection import Connection

REMEMBER = (
    "INSERT INTO given_event "
    "(uid, version, office_hours_id, school, day, starts, ends, sequence, given_at) "
    "SELECT o.uid, 1, o.id, coalesce(nullif(s.short_name, ''), s.name), o.day, o.starts, o.ends, "
    "given.value, :at FROM json_each(:given) given JOIN office_hours o ON o.uid = given.key "
    "JOIN school s ON s.id = o.school_id WHERE true "
    "ON CONFLICT (uid) DO UPDATE SET school = excluded.school, day = excluded.day, "
    "starts = excluded.starts, ends = excluded.ends, "
    "sequence = max(sequence, excluded.sequence), given_at = excluded.given_at "
    "WHERE excluded.sequence > sequence OR (excluded.school, excluded.day, excluded.starts, "
    "excluded.ends) IS NOT (school, day, starts, ends)"
)


def remember_given(connection: Connection, sequences: Mapping[str, int]) -> None:
    """Keep what goes out now: the SEQUENCE of each spreekuur by its uid."""
    now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    connection.execute(REMEMBER, {"given": json.dumps(sequences), "at": now})
