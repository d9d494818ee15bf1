"""A note saved: the conversation itself and everything its lines say, in one change."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from spreekuur.actions.follow_ups import answer_due
from spreekuur.actions.note_rows import Said, keep_rows
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import Attendance, ContactKind
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import Note, NoteLine
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import place_on, school_of_place, was_missed
from spreekuur.views.note_context import note_context

if TYPE_CHECKING:
    from spreekuur.model import Conversation

LONGEST = 100_000
"""Characters of one note; more is a pasted file."""

LONGEST_TALK = 180
"""Minutes."""


class NothingWritten(StoreError):
    """The note holds no text."""

    sentence = "Er staat nog niets in de notitie."


@dataclass(frozen=True, slots=True)
class About:
    """Whom a note is about; with none of these it waits under *Nog indelen*."""

    pupil_id: int | None = None
    school_id: int | None = None
    appointment_id: int | None = None
    caller: str = ""
    """What she typed to find somebody, kept when nobody was found."""
    started_at: datetime | None = None
    """When the jongere sat down, UTC."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a note."""

    conversation_id: int
    note: Note
    appointment_id: int | None


def save_note(
    casebook: Casebook,
    text: str,
    about: About,
    *,
    today: date,
    now: time | None = None,
    written_on: date | None = None,
    kind: ContactKind | None = None,
    draft: str | None = None,
) -> Saved:
    """Keep what was said on `today` and all that follows from its lines.

    A note on a day on which the jongere has a place in a spreekuur belongs to that place; at a
    place that was missed nobody was spoken, unless an `@` line says who was. What comes next counts
    from `written_on` where that is later. `draft` names the concept that this text replaces. Raises
    NothingWritten; FileBusy and DiskFull leave the concept as it is.
    """
    text = clean(text, multiline=True, limit=LONGEST)
    if not text.strip():
        raise NothingWritten
    with casebook.change("Gesprek vastgelegd") as session:
        with casebook.read() as connection:
            place = about.appointment_id or place_on(connection, about.pupil_id, today)
            host = school_of_place(connection, about.appointment_id)
            context = note_context(
                connection,
                today,
                now,
                pupil_id=about.pupil_id,
                school_id=about.school_id,
                hosted_by=host,
                written_on=written_on,
                in_person=kind is None and place is not None,
                at_table=about.appointment_id is not None,
                missed=was_missed(connection, about.appointment_id),
            )
            note = parse_note(text, context)
            if note.contact.day != today:
                about = replace(about, started_at=None)
                place = place_on(connection, about.pupil_id, note.contact.day)
        conversation = _conversation(text, about, note, place, kind)
        conversation_id = added(session, conversation)
        answer_due(session, conversation)
        said = Said.of(conversation, context.ahead or today, host)
        values = [line.value for line in note.lines if line.value is not None]
        keep_rows(casebook, session, said, values)
        if draft:
            casebook.drafts.drop(draft)
    return Saved(conversation_id, note, place)


def finish_talk(
    casebook: Casebook,
    text: str,
    about: About,
    *,
    today: date,
    now: time | None = None,
    draft: str | None = None,
) -> Saved | None:
    """What F3 does, as one step to undo: keep the note when there is one, and mark *aanwezig*.

    *Te laat* stays *te laat*.
    """
    assert about.appointment_id is not None
    with casebook.change("Gesprek vastgelegd") as session:
        from spreekuur.model import Appointment

        appointment = fetch(session, Appointment, about.appointment_id)
        late = appointment.attendance == Attendance.LATE
        mark_attendance(
            casebook,
            about.appointment_id,
            Attendance.LATE if late else Attendance.PRESENT,
            started_at=about.started_at,
        )
        if not text.strip():
            return None
        return save_note(casebook, text, about, today=today, now=now, draft=draft)


def _conversation(
    text: str,
    about: About,
    note: Note,
    appointment_id: int | None,
    kind: ContactKind | None,
) -> Conversation:
    from spreekuur.model import Conversation

    contact = note.contact
    return Conversation(
        pupil_id=about.pupil_id,
        school_id=about.school_id,
        appointment_id=appointment_id,
        kind=kind or contact.kind,
        with_whom=contact.with_whom or "",
        outcome=contact.outcome or "",
        caller=clean(about.caller),
        said_on=contact.day,
        said_at=contact.at,
        written_at=datetime.now(UTC),
        minutes=_minutes_since(about.started_at),
        text=text,
        reading=reading_of(note),
    )


def _minutes_since(started_at: datetime | None) -> int | None:
    """Whole minutes of a talk; a screen that was left open for hours says nothing."""
    minutes = started_at and round((datetime.now(UTC) - started_at).total_seconds() / 60)
    return minutes if minutes and minutes <= LONGEST_TALK else None


def reading_of(note: Note) -> str:
    """The JSON of `Conversation.reading`: every line that is more than plain text."""
    lines = [
        [position, *line_reading(line)]
        for position, line in enumerate(note.lines)
        if line.value is not None
    ]
    return json.dumps(lines, ensure_ascii=False)


def line_reading(line: NoteLine) -> tuple[str, bool, str]:
    """What is kept of how one line was read: its kind, whether school knows, what it says."""
    return line.kind.name.lower(), line.shared, line.content
