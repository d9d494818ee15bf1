"""A note that was saved, with all that is needed to read it again as on the day it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from spreekuur.rules.labels import ContactKind
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import NextPlace, NoteContext
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import Entry, entry

LONGEST_WAIT = 31
"""Days after a conversation within which it was written."""


@dataclass(frozen=True, slots=True)
class SavedNote:
    """The note and how its lines read: *morgen* means what it meant when it was written."""

    entry: Entry
    context: NoteContext


def saved_note(connection: Connection, conversation_id: int, today: date) -> SavedNote | None:
    """A saved note, or None when it is gone.

    The people, the doel and what a new `>>` gives are those of `today`; a `>>` that stands there
    reads as the place it gave.
    """
    found = entry(connection, conversation_id)
    if found is None:
        return None
    context = note_context(
        connection,
        today,
        found.at,
        pupil_id=found.pupil_id,
        school_id=found.school_id,
        in_person=found.kind == ContactKind.OFFICE_HOURS,
    )
    context = replace(
        context,
        next_place=_given(connection, found) or context.next_place,
        last_scale=_scale_before(connection, found),
    )
    readings = (replace(context, today=day) for day in _days(found))
    return SavedNote(found, max(readings, key=partial(_likeness, found)))


GIVEN = (
    "SELECT o.day, a.at FROM follow_up f LEFT JOIN appointment a ON a.id = f.appointment_id "
    "LEFT JOIN waiting_entry w ON w.id = f.waiting_entry_id "
    "JOIN office_hours o ON o.id = coalesce(a.office_hours_id, w.office_hours_id) "
    "WHERE f.conversation_id = :id ORDER BY f.id LIMIT 1"
)


def _given(connection: Connection, found: Entry) -> NextPlace | None:
    """The place that the `>>` of this note gave, where it is now."""
    row = connection.execute(GIVEN, {"id": found.conversation_id}).fetchone()
    return NextPlace(date.fromisoformat(row[0]), clock(row[1])) if row else None


BEFORE = (
    "SELECT value FROM scale_score WHERE pupil_id = :pupil AND conversation_id <> :id "
    "AND day <= :on ORDER BY day DESC, id DESC LIMIT 1"
)


def _scale_before(connection: Connection, found: Entry) -> int | None:
    """The answer to the schaalvraag before that of this note."""
    about = {"pupil": found.pupil_id, "id": found.conversation_id, "on": str(found.on)}
    row = connection.execute(BEFORE, about).fetchone()
    return row[0] if row else None


def _days(found: Entry) -> Iterator[date]:
    """The days on which it may have been written, the likeliest first."""
    if found.written_later:
        yield found.written_later
    for days in range(LONGEST_WAIT + 1):
        yield found.on + timedelta(days)


def _likeness(found: Entry, context: NoteContext) -> int:
    """How many lines read as they did when the note was saved; none when on another day."""
    note = parse_note(found.text, context)
    pairs = zip(note.lines, found.lines, strict=False)
    same = sum(bool(kept.kind) and line.content == kept.content for line, kept in pairs)
    return same if note.contact.day == found.on else -1


BOOKED = (
    "SELECT 1 FROM follow_up f JOIN journal made ON made.table_name = 'follow_up' "
    "AND made.row_id = f.id AND made.was IS NULL "
    "JOIN change c ON c.id = made.change_id AND c.undone_at IS NULL "
    "JOIN journal place ON place.change_id = c.id AND place.was IS NULL AND "
    "((place.table_name = 'appointment' AND place.row_id = f.appointment_id) OR "
    "(place.table_name = 'waiting_entry' AND place.row_id = f.waiting_entry_id)) "
    "WHERE f.id = :id AND NOT EXISTS (SELECT 1 FROM follow_up other WHERE other.id <> f.id AND "
    "(other.appointment_id = f.appointment_id OR other.waiting_entry_id = f.waiting_entry_id))"
)


def booked_its_place(connection: Connection, follow_up_id: int) -> bool:
    """Whether a `>>` itself gave the place it is tied to, and no other vervolg is tied to it."""
    return connection.execute(BOOKED, {"id": follow_up_id}).fetchone() is not None
