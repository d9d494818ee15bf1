"""The vervolg: what comes next, anchored to a day or to a spreekuur."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.office_hours import give_place
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import FollowUpStatus
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import next_office_hours

if TYPE_CHECKING:
    from sqlmodel import Session


def finish_follow_up(casebook: Casebook, follow_up_id: int) -> None:
    """Done, with one key."""
    with casebook.change("Vervolg gedaan") as session:
        from spreekuur.model import FollowUp

        fetch(session, FollowUp, follow_up_id).status = FollowUpStatus.DONE


def book_again(casebook: Casebook, pupil_id: int, school_id: int, after: date) -> None:
    """After a no-show: a place in the next spreekuur at this school, else on its waiting list."""
    with casebook.change("Nieuwe plek gegeven") as session:
        from spreekuur.model import FollowUp

        anchor = book_next(casebook, session, pupil_id, school_id, after)
        if anchor:
            session.add(FollowUp(pupil_id=pupil_id, action="spreekuur", **anchor))


def book_next(
    casebook: Casebook, session: Session, pupil_id: int, school_id: int, after: date
) -> dict[str, Any] | None:
    """The place `>>` gives: in the next spreekuur at this school, else on its waiting list.

    Returns the columns of the anchor, or None when no spreekuur is planned.
    """
    from spreekuur.model import WaitingEntry

    with casebook.read() as connection:
        coming = next_office_hours(connection, school_id, after)
    if coming is None:
        return None
    own = next((place for place in coming.taken if place.pupil_id == pupil_id), None)
    if own and own.appointment_id:
        return {"appointment_id": own.appointment_id}
    if coming.free:
        return {"appointment_id": give_place(casebook, coming.id, pupil_id)}
    waiting = next((one for one in coming.waiting if one.pupil_id == pupil_id), None)
    if waiting:
        return {"waiting_entry_id": waiting.entry_id}
    entry = WaitingEntry(office_hours_id=coming.id, pupil_id=pupil_id, since=after)
    return {"waiting_entry_id": added(session, entry)}


def answer_due(session: Session, pupil_id: int, on: date) -> None:
    """A talk answers every vervolg that was due by that day."""
    from sqlmodel import col, select

    from spreekuur.model import FollowUp

    due = select(FollowUp).where(
        FollowUp.pupil_id == pupil_id,
        FollowUp.status == FollowUpStatus.OPEN,
        col(FollowUp.day) <= on,
    )
    for follow_up in session.exec(due):
        follow_up.status = FollowUpStatus.DONE
