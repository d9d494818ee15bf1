"""A note that was saved, with all that is needed to read it again as on the day it was said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spreekuur.rules.labels import AT_TABLE, ContactKind
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import NextPlace, NoteContext
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import school_of_place
from spreekuur.views.columns import clock
from spreekuur.views.follow_ups import ANCHORS
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import Entry, entry
from spreekuur.views.waiting import POSITION

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
        hosted_by=_host(connection, conversation_id),
        in_person=found.kind == ContactKind.OFFICE_HOURS,
        # Only the talk at the table has its minutes counted.
        at_table=found.kind == ContactKind.OFFICE_HOURS and found.minutes is not None,
        missed=found.attendance is not None and found.attendance not in AT_TABLE,
    )
    context = replace(
        context,
        next_place=_given(connection, found, today) or context.next_place,
        last_scale=_scale_before(connection, found),
    )
    return SavedNote(found, _as_written(found, context))


def _host(connection: Connection, conversation_id: int) -> int | None:
    """The school at which it was said, when that was in a spreekuur."""
    row = connection.execute(
        "SELECT appointment_id FROM conversation WHERE id = :id", {"id": conversation_id}
    ).fetchone()
    return school_of_place(connection, row[0])


GIVEN = (
    f"SELECT o.day, a.at, nullif({POSITION}, 0) {ANCHORS} "
    "WHERE f.conversation_id = :id AND o.id IS NOT NULL ORDER BY f.id LIMIT 1"
)


def _given(connection: Connection, found: Entry, today: date) -> NextPlace | None:
    """The place that the `>>` of this note gave, where it is now."""
    about = {"id": found.conversation_id, "today": str(today)}
    row = connection.execute(GIVEN, about).fetchone()
    return NextPlace(date.fromisoformat(row[0]), clock(row[1]), row[2]) if row else None


BEFORE = (
    "SELECT value FROM scale_score WHERE pupil_id = :pupil AND conversation_id <> :id "
    "AND day <= :on ORDER BY day DESC, id DESC LIMIT 1"
)


def _scale_before(connection: Connection, found: Entry) -> int | None:
    """The answer to the schaalvraag before that of this note."""
    about = {"pupil": found.pupil_id, "id": found.conversation_id, "on": str(found.on)}
    row = connection.execute(BEFORE, about).fetchone()
    return row[0] if row else None


def _as_written(found: Entry, context: NoteContext) -> NoteContext:
    """The context of the first day on which all lines read as they were saved, else most."""
    kept = [line for line in found.lines if line.kind]
    text = "\n".join(line.text for line in kept)
    best, most = context, -2
    for today, ahead in _days(found):
        reading = replace(context, today=today, ahead=ahead)
        note = parse_note(text, reading)
        pairs = zip(note.lines, kept, strict=False)
        same = sum(line.content == was.content for line, was in pairs)
        likeness = same if note.contact.day == found.on else -1
        if likeness > most:
            best, most = reading, likeness
        if likeness == len(kept):
            break
    return best


def _days(found: Entry) -> Iterator[tuple[date, date]]:
    """The days as of which it may have been read, and that of writing: the likeliest first."""
    written = found.written_later
    if written:
        yield written, written
    for days in range(LONGEST_WAIT + 1):
        day = found.on + timedelta(days)
        yield day, day
        if written and day < written:
            yield day, written


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
