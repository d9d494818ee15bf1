"""Where a hit can be read: in the talk it was said in, at its school, or as a note by itself."""

from __future__ import annotations

from spreekuur.store.connection import Connection
from spreekuur.views.found import Found

SCHOOL_OF = {
    "school": "SELECT id FROM school WHERE id = :id",
    "contactpersoon": "SELECT school_id FROM school_contact WHERE id = :id",
    "vervolg": "SELECT school_id FROM follow_up WHERE id = :id",
}
NOTE_OF = {
    "vervolg": "SELECT conversation_id FROM follow_up WHERE id = :id",
    "doel": "SELECT conversation_id FROM goal WHERE id = :id",
    "afspraak": "SELECT conversation_id FROM agreement WHERE id = :id",
}
PARTNER = "sociale kaart"
NOT_SAID = (
    "jongere",
    "ouder",
    "school",
    "contactpersoon",
    "plek in spreekuur",
    "eigen afspraak",
    PARTNER,
)
ITSELF = "SELECT id FROM conversation WHERE id = :id"
OF_NOTE = "SELECT school_id FROM conversation WHERE id = :id"


def school_of(connection: Connection, found: Found) -> int | None:
    """The school that a hit is about: itself, somebody there, or a note on it."""
    otherwise = None if found.kind in (*NOT_SAID, *NOTE_OF) else OF_NOTE
    return _number(connection, SCHOOL_OF.get(found.kind, otherwise), found.row_id)


def note_of(connection: Connection, found: Found) -> int | None:
    """The conversation in which a hit was said; None for people, schools and places."""
    if found.kind in NOT_SAID:
        return None
    return _number(connection, NOTE_OF.get(found.kind, ITSELF), found.row_id)


def _number(connection: Connection, sql: str | None, row_id: int) -> int | None:
    row = connection.execute(sql, {"id": row_id}).fetchone() if sql else None
    return row[0] if row else None
