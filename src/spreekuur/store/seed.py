"""What a new file starts with: one row of settings and the published school holidays."""

from __future__ import annotations

from uuid import uuid4

from spreekuur.rules.school_calendar import PUBLISHED
from spreekuur.store.connection import Connection


def seed(connection: Connection) -> None:
    """Fill a file that was just made, in the running transaction; not a change one can undo."""
    connection.execute(
        "INSERT INTO settings (uid, version, name, initials, municipality, function, phone, region,"
        " minutes, shield_after, lock_after, theme, plain_signs, second_roads, copies_to,"
        " official_system, helping_questions)"
        " VALUES (?, 1, '', '', '', '', '', 'onbekend', 20, 5, 15, 'licht', 0, 0, '', 'JVS', 1)",
        (str(uuid4()),),
    )
    connection.executemany(
        "INSERT INTO holiday (uid, version, region, name, first, last, source)"
        " VALUES (?, 1, ?, ?, ?, ?, 'spreekuur')",
        [
            (str(uuid4()), str(one.region), one.name, one.first.isoformat(), one.last.isoformat())
            for one in PUBLISHED
        ],
    )
