"""Nog indelen: notes about somebody who was not known yet get their jongere or school."""

from __future__ import annotations

import json
from datetime import date

from spreekuur.actions.follow_ups import answer_due
from spreekuur.actions.note_edits import read_again
from spreekuur.actions.notes import Saved
from spreekuur.actions.rows import fetch
from spreekuur.rules.note_lines import LineKind
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.agenda import place_on


def file_note(
    casebook: Casebook,
    conversation_id: int,
    *,
    today: date,
    pupil_id: int | None = None,
    school_id: int | None = None,
) -> Saved:
    """Put a note under a jongere, else under a school; its lines are read again for them.

    Its vervolg moves along; a note on a day on which the jongere has a place in a spreekuur
    belongs to that place. Raises ChangedElsewhere when it has been filed already.
    """
    with casebook.change("Notitie ingedeeld") as session:
        from sqlmodel import select

        from spreekuur.model import Conversation, FollowUp

        note = fetch(session, Conversation, conversation_id)
        if note.pupil_id or note.school_id:
            raise ChangedElsewhere
        note.pupil_id, note.school_id = pupil_id, school_id
        answer_due(session, note)
        if pupil_id:
            with casebook.read() as connection:
                note.appointment_id = place_on(connection, pupil_id, note.said_on)
        for row in session.exec(
            select(FollowUp).where(FollowUp.conversation_id == conversation_id)
        ):
            row.pupil_id, row.school_id = pupil_id, school_id
        note.reading = _of_rows(note.reading)
        read = read_again(casebook, session, note, note.text, today)
    return Saved(conversation_id, read, note.appointment_id)


def _of_rows(reading: str) -> str:
    """Only the lines that became rows while nobody was known: each vervolg."""
    follow_up = LineKind.FOLLOW_UP.name.lower()
    kept = [line for line in json.loads(reading) if line[1] == follow_up]
    return json.dumps(kept, ensure_ascii=False)
