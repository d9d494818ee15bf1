"""Rows as they are gathered and written: plain SQL in one transaction, no ORM, no undo steps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from spreekuur.store.connection import Connection
from spreekuur.store.search import FOLDED, folded_of

# What a table asks for and no row here says.
_EMPTY: Mapping[str, Mapping[str, object]] = {
    "school": dict.fromkeys(("street", "house_number", "postcode", "phone", "website"), ""),
    "pupil": {"closed_on": None, "closed_because": "", "background": ""},
    "guardian": dict.fromkeys(("email", "language"), ""),
    "school_contact": {"phone": "", "email": "", "left_on": None, "classes": ""},
    "office_hours": {"status_reason": ""},
    "appointment": dict.fromkeys(("started_at", "ended_at", "minutes", "listed_on"))
    | {"outcome": "", "decision": ""},
    "conversation": dict.fromkeys(("pupil_id", "school_id", "appointment_id", "minutes"))
    | {"outcome": "", "caller": "", "with_whom": "", "reading": "[]"},
    "agreement": {"check_how": "", "judged_on": None, "at": None},
    "follow_up": dict.fromkeys(("school_id", "appointment_id", "waiting_entry_id", "day", "at")),
}


class Rows:
    """Rows of a file that is being filled; each gets its number, uid and folded text here."""

    def __init__(self) -> None:
        self._tables: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: str, **columns: Any) -> int:
        """One more row; gives its number."""
        rows = self._tables[table]
        number = len(rows) + 1
        uid = f"00000000-0000-4000-8000-{number:012x}"
        row = {"id": number, "uid": uid, "version": 1, **_EMPTY.get(table, {}), **columns}
        if table in FOLDED:
            row["folded"] = folded_of(table, row)
        rows.append(row)
        return number

    def row(self, table: str, number: int) -> dict[str, Any]:
        """The columns of a row, to look at or to change."""
        return self._tables[table][number - 1]

    def write(self, connection: Connection) -> None:
        """Insert everything, tables in the order in which they were begun."""
        for table, rows in self._tables.items():
            names = ", ".join(rows[0])
            marks = ", ".join(f":{name}" for name in rows[0])
            connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)
