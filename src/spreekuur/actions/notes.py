"""A note saved: the conversation itself and everything its lines say, in one change."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from spreekuur.actions.follow_ups import answer_due, book_next
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import Attendance, ContactKind, FollowUpStatus, GoalStatus
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import FollowUpLine, Note
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import place_on
from spreekuur.views.note_context import note_context

if TYPE_CHECKING:
    from sqlmodel import Session

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
    kind: ContactKind | None = None,
    draft: str | None = None,
) -> Saved:
    """Keep what was said on `today` and all that follows from its lines.

    A note on a day on which the jongere has a place in a spreekuur belongs to that place. `draft`
    names the concept that this text replaces. Raises NothingWritten; FileBusy and DiskFull leave
    the concept as it is.
    """
    text = clean(text, multiline=True, limit=LONGEST)
    if not text.strip():
        raise NothingWritten
    with casebook.change("Gesprek vastgelegd") as session:
        with casebook.read() as connection:
            context = note_context(
                connection,
                today,
                now,
                pupil_id=about.pupil_id,
                school_id=about.school_id,
                in_person=about.appointment_id is not None,
            )
            note = parse_note(text, context)
            said_on = note.contact.day
            place = place_on(connection, about.pupil_id, said_on) if about.pupil_id else None
        at_place = about.appointment_id or place
        conversation = _conversation(text, about, note, said_on, at_place, kind)
        conversation.said_at = note.contact.at or now
        conversation_id = added(session, conversation)
        if about.pupil_id:
            answer_due(session, about.pupil_id, said_on)
            _keep_lines(session, about.pupil_id, conversation_id, note, said_on)
        for line in note.follow_ups:
            _keep_follow_up(casebook, session, line, conversation_id, about, said_on)
        if draft:
            casebook.drafts.drop(draft)
    return Saved(conversation_id, note, at_place)


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

        saved = None
        if text.strip():
            saved = save_note(casebook, text, about, today=today, now=now, draft=draft)
        appointment = fetch(session, Appointment, about.appointment_id)
        late = appointment.attendance == Attendance.LATE
        mark_attendance(
            casebook,
            about.appointment_id,
            Attendance.LATE if late else Attendance.PRESENT,
            started_at=about.started_at,
        )
    return saved


def _conversation(
    text: str,
    about: About,
    note: Note,
    said_on: date,
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
        said_on=said_on,
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
        [position, line.kind.name.lower(), line.shared, line.content]
        for position, line in enumerate(note.lines)
        if line.value is not None
    ]
    return json.dumps(lines, ensure_ascii=False)


def _keep_lines(
    session: Session, pupil_id: int, conversation_id: int, note: Note, said_on: date
) -> None:
    """Agreements, goals, their values and the scale, as rows of their own."""
    from spreekuur.model import Agreement, Goal, GoalValue, ScaleScore

    for goal in note.goals:
        added(
            session,
            Goal(
                pupil_id=pupil_id,
                conversation_id=conversation_id,
                text=goal.text,
                start=goal.start,
                target=goal.target,
                due=goal.by,
                shared=goal.shared,
            ),
        )
    running = _running_goal(session, pupil_id)
    if running and note.goal_value:
        session.add(
            GoalValue(
                goal_id=running,
                conversation_id=conversation_id,
                day=said_on,
                value=note.goal_value.value,
            )
        )
    for agreement in note.agreements:
        session.add(
            Agreement(
                pupil_id=pupil_id,
                conversation_id=conversation_id,
                who=agreement.who,
                side=agreement.side,
                what=agreement.what,
                due=agreement.by,
                at=agreement.at,
                shared=agreement.shared,
            )
        )
    if note.scale:
        session.add(
            ScaleScore(
                pupil_id=pupil_id,
                conversation_id=conversation_id,
                day=said_on,
                value=note.scale.value,
                target=note.scale.target,
            )
        )


def _running_goal(session: Session, pupil_id: int) -> int | None:
    from sqlmodel import col, select

    from spreekuur.model import Goal

    newest = (
        select(Goal.id)
        .where(Goal.pupil_id == pupil_id, Goal.status == GoalStatus.RUNNING)
        .order_by(col(Goal.id).desc())
    )
    return session.exec(newest).first()


def _keep_follow_up(
    casebook: Casebook,
    session: Session,
    line: FollowUpLine,
    conversation_id: int,
    about: About,
    said_on: date,
) -> None:
    """A vervolg as a row; `>>` first takes its place in the next spreekuur."""
    from spreekuur.model import FollowUp, Pupil

    anchor: dict[str, Any] = {}
    if line.next_office_hours and about.pupil_id:
        pupil = fetch(session, Pupil, about.pupil_id)
        booked = pupil.school_id and book_next(
            casebook, session, about.pupil_id, pupil.school_id, said_on
        )
        if not booked:
            return
        anchor = booked
    session.add(
        FollowUp(
            pupil_id=about.pupil_id,
            school_id=about.school_id,
            conversation_id=conversation_id,
            day=line.day if not anchor else None,
            at=line.at if not anchor else None,
            action=line.action or "spreekuur",
            status=FollowUpStatus.NOT_NEEDED if line.not_needed else FollowUpStatus.OPEN,
            **anchor,
        )
    )
