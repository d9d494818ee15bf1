"""Terugkoppeling: the one line that school may read, and what was sent to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook

LONGEST = 200
"""Characters of the line *uitkomst*."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A text that goes to somebody about a school's day; without `contact_id` to ouders.

    `pupils` are the jongeren it is about.
    """

    school_id: int
    day: date
    receiver: str
    text: str
    contact_id: int | None = None
    pupils: tuple[int, ...] = ()


def keep_sent(casebook: Casebook, sent_by: str, *sendings: Sending) -> None:
    """Keep the very texts that were sent, and how: `klembord`, `bestand`, `uitvoer`, `anders`."""
    with casebook.change("Terugkoppeling verstuurd") as session:
        from spreekuur.model import Feedback, FeedbackPupil

        for one in sendings:
            number = added(
                session,
                Feedback(
                    school_id=one.school_id,
                    contact_id=one.contact_id,
                    day=one.day,
                    receiver=clean(one.receiver),
                    text=one.text,
                    sent_by=sent_by,
                    sent_at=datetime.now(UTC),
                ),
            )
            session.add_all(
                FeedbackPupil(feedback_id=number, pupil_id=pupil) for pupil in one.pupils
            )


def set_outcome(casebook: Casebook, appointment_id: int, text: str) -> None:
    """The one line that school may read of a place in a spreekuur; empty takes it away."""
    with casebook.change("Uitkomst gewijzigd") as session:
        from spreekuur.model import Appointment

        outcome = clean(text, limit=LONGEST).strip()
        fetch(session, Appointment, appointment_id).outcome = outcome
