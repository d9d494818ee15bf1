"""The vervolg: what comes next, anchored to a day or to a spreekuur."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.office_hours import give_place, wait_for_place
from spreekuur.actions.rows import fetch
from spreekuur.rules.labels import FollowUpStatus
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import next_office_hours
from spreekuur.views.reach import reached

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Conversation


def finish_follow_up(casebook: Casebook, follow_up_id: int) -> None:
    """Done, with one key."""
    with casebook.change("Vervolg gedaan") as session:
        from spreekuur.model import FollowUp

        fetch(session, FollowUp, follow_up_id).status = FollowUpStatus.DONE


@dataclass(frozen=True, slots=True)
class OwnStep:
    """What she does herself, and on which day."""

    action: str
    day: date


def book_again(
    casebook: Casebook,
    pupil_id: int,
    school_id: int,
    after: date,
    step: OwnStep | None = None,
    *,
    reason: str = "",
) -> None:
    """After a no-show: a place in the next spreekuur at this school, else on its waiting list.

    `reason` is that of the place that was missed. With `step` something of her own beside it; one
    that still stands open is not doubled.
    """
    with casebook.change("Voorstel overgenomen" if step else "Nieuwe plek gegeven") as session:
        from spreekuur.model import FollowUp

        anchor = book_next(casebook, pupil_id, school_id, after, reason)
        if anchor:
            session.add(FollowUp(pupil_id=pupil_id, action="spreekuur", **anchor))
        if step and not _stands_open(session, pupil_id, step.action):
            session.add(FollowUp(pupil_id=pupil_id, action=step.action, day=step.day))


def _stands_open(session: Session, pupil_id: int, action: str) -> bool:
    from sqlmodel import select

    from spreekuur.model import FollowUp

    same = (FollowUp.pupil_id == pupil_id, FollowUp.action == action)
    still = select(FollowUp.id).where(*same, FollowUp.status == FollowUpStatus.OPEN)
    return session.exec(still).first() is not None


def book_next(
    casebook: Casebook, pupil_id: int, school_id: int, after: date, reason: str = ""
) -> dict[str, Any] | None:
    """The place `>>` gives: in the next spreekuur at this school, else on its waiting list.

    A place there already gets `reason` only when it had none. Returns the columns of the anchor, or
    None when no spreekuur is planned.
    """
    with casebook.change("Volgend spreekuur") as session:
        from spreekuur.model import Appointment

        with casebook.read() as connection:
            coming = next_office_hours(connection, school_id, after)
        if coming is None:
            return None
        own = next((place for place in coming.held if place.pupil_id == pupil_id), None)
        if own and own.appointment_id:
            row = fetch(session, Appointment, own.appointment_id)
            row.reason = row.reason or reason
            return {"appointment_id": own.appointment_id}
        who = (coming.id, pupil_id)
        if coming.free:
            return {"appointment_id": give_place(casebook, *who, reason=reason)}
        return {"waiting_entry_id": wait_for_place(casebook, *who, after, reason=reason)}


def answer_due(session: Session, talk: Conversation) -> None:
    """A talk answers every vervolg of its jongere, else its school, that was due by its day.

    An attempt to reach somebody answers none.
    """
    from sqlmodel import col, select

    from spreekuur.model import FollowUp

    if not reached(talk.kind, talk.outcome):
        return
    due = select(FollowUp).where(
        FollowUp.pupil_id == talk.pupil_id,
        FollowUp.status == FollowUpStatus.OPEN,
        col(FollowUp.day) <= talk.said_on,
    )
    if talk.pupil_id is None:
        due = due.where(col(FollowUp.school_id) == talk.school_id)
    for follow_up in session.exec(due):
        follow_up.status = FollowUpStatus.DONE
