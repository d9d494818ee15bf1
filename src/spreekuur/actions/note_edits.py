"""A saved note changed: its lines are read again, and the rows made from them follow."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from spreekuur.actions.carry_over import take_back
from spreekuur.actions.note_rows import Said, keep_rows
from spreekuur.actions.note_traces import mend_row, move_measurements, remove_row
from spreekuur.actions.notes import LONGEST, NothingWritten, Saved, line_reading
from spreekuur.actions.rows import fetch
from spreekuur.rules.note import parse_line, parse_note
from spreekuur.rules.note_lines import Contact, FollowUpLine, GoalLine, Note, NoteContext, NoteLine
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.agenda import place_on, school_of_place
from spreekuur.views.saved_note import saved_note

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Conversation

ALIKE = 0.6
"""How much of a line stays when it is mended; a line that differs more is another one."""

COMPARED = 200
"""Characters of a line that are compared: a pasted page would take seconds."""

CONTACT = {
    "kind": "kind",
    "with_whom": "with_whom",
    "outcome": "outcome",
    "said_on": "day",
    "said_at": "at",
}
"""Columns of a conversation and what a `@` line says of them."""


@dataclass(frozen=True, slots=True)
class Differences:
    """What a new text changes: how it is kept, which lines came, which went, which were mended."""

    reading: str
    new: list[NoteLine]
    gone: list[NoteLine]
    mended: list[tuple[NoteLine, NoteLine]]


def edit_note(
    casebook: Casebook,
    conversation_id: int,
    text: str,
    *,
    version: int,
    today: date,
    draft: str | None = None,
) -> Saved:
    """Change the text of a conversation as she saw it; what its lines say follows.

    A line that stays keeps its row as it is; one that was mended keeps its row and what became of
    it; the row of one that is gone goes too, unless something has happened to it. What was taken
    over waits again. `draft` names the concept that this text replaces. Raises NothingWritten and
    ChangedElsewhere.
    """
    text = clean(text, multiline=True, limit=LONGEST)
    if not text.strip():
        raise NothingWritten
    with casebook.change("Notitie gewijzigd") as session:
        from spreekuur.model import Conversation

        conversation = fetch(session, Conversation, conversation_id, version)
        if text != conversation.text:
            # What stands in the system of the municipality is not this text any more.
            take_back(casebook, [conversation_id])
        note = read_again(casebook, session, conversation, text, today)
        if draft:
            casebook.drafts.drop(draft)
    return Saved(conversation_id, note, conversation.appointment_id)


def read_again(
    casebook: Casebook, session: Session, conversation: Conversation, text: str, today: date
) -> Note:
    """Give a conversation this text, read for the day it was said; rows of its lines follow."""
    assert conversation.id
    session.flush()
    with casebook.read() as connection:
        saved = saved_note(connection, conversation.id, today)
    if saved is None:
        raise ChangedElsewhere
    before, note = parse_note(conversation.text, saved.context), parse_note(text, saved.context)
    _follow_contact(casebook, session, conversation, before.contact, note.contact)
    differences = _compare(conversation, note, saved.context)
    conversation.text, conversation.reading = text, differences.reading
    _follow_lines(casebook, session, conversation, differences, today)
    return note


def _follow_contact(
    casebook: Casebook,
    session: Session,
    conversation: Conversation,
    before: Contact,
    after: Contact,
) -> None:
    """What the text says of the conversation itself, where that changed; a chosen kind stays."""
    for column, name in CONTACT.items():
        value = getattr(after, name)
        if value != getattr(before, name):
            setattr(conversation, column, value if value or column == "said_at" else "")
    if after.day != before.day and conversation.pupil_id:
        assert conversation.id
        with casebook.read() as connection:
            conversation.appointment_id = place_on(connection, conversation.pupil_id, after.day)
        move_measurements(session, conversation.id, after.day)


def _compare(conversation: Conversation, note: Note, context: NoteContext) -> Differences:
    """Lines that are typed as before keep the reading they were saved with."""
    old = conversation.text.split("\n")
    kept: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
    for position, *reading in json.loads(conversation.reading):
        kept[old[position]].append(reading)
    readings, new = [], []
    for position, line in enumerate(note.lines):
        if kept[line.text] and not _says_twice(line, context):
            readings.append([position, *kept[line.text].pop(0)])
        elif line.value is not None:
            readings.append([position, *line_reading(line)])
            new.append(line)
    gone = [parse_line(typed, context) for typed, left in kept.items() for _ in left]
    mended = []
    for line in list(new):
        was = _mended(line, gone)
        if was is not None:
            mended.append((was, line))
            new.remove(line)
            gone.remove(was)
    return Differences(json.dumps(readings, ensure_ascii=False), new, gone, mended)


def _says_twice(line: NoteLine, context: NoteContext) -> bool:
    """Whether only another line keeps this one from meaning anything: a second schaal."""
    return line.value is None and parse_line(line.text, context).value is not None


def _mended(line: NoteLine, gone: Sequence[NoteLine]) -> NoteLine | None:
    """The line that this one was before it was mended, when there is one much like it."""
    alike = {one.text[:COMPARED]: one for one in gone if _same_kind(one, line)}
    closest = get_close_matches(line.text[:COMPARED], alike, 1, ALIKE)
    return alike[closest[0]] if closest else None


def _same_kind(one: NoteLine, other: NoteLine) -> bool:
    if isinstance(one.value, FollowUpLine) and isinstance(other.value, FollowUpLine):
        return one.value.next_office_hours == other.value.next_office_hours
    return one.value is not None and type(one.value) is type(other.value)


def _goals_last(line: NoteLine) -> bool:
    """A doel goes only once no value of it is left."""
    return isinstance(line.value, GoalLine)


def _follow_lines(
    casebook: Casebook,
    session: Session,
    conversation: Conversation,
    differences: Differences,
    today: date,
) -> None:
    assert conversation.id
    new = [line.value for line in differences.new if line.value is not None]
    for was, line in differences.mended:
        assert was.value
        assert line.value
        if not mend_row(session, conversation.id, was.value, line.value):
            new.append(line.value)
    for line in sorted(differences.gone, key=_goals_last):
        if line.value is not None:
            remove_row(casebook, session, conversation.id, line.value)
    with casebook.read() as connection:
        host = school_of_place(connection, conversation.appointment_id)
    said = Said.of(conversation, today, host)
    keep_rows(casebook, session, said, new)
