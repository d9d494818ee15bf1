"""A place of a spreekuur as an action takes hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.actions.rows import fetch
from spreekuur.rules.labels import FollowUpStatus, OfficeHoursStatus
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id

if TYPE_CHECKING:
    from sqlmodel import Session


class Spoken(StoreError):
    """The talk took place: its place is what was."""

    sentence = "Met deze jongere is al gesproken. Deze plek blijft staan."


class NotHeld(StoreError):
    """Nobody is expected in a spreekuur that is over or does not go on."""

    sentence = "Dit spreekuur is afgerond of vervallen en geeft geen plekken meer. Kies een ander."


def the_hours(casebook: Casebook, office_hours_id: int) -> OfficeHoursView:
    """The spreekuur as it is shown; raises ChangedElsewhere when it is gone."""
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, office_hours_id)
    if hours is None:
        raise ChangedElsewhere
    return hours


def the_coming_hours(casebook: Casebook, office_hours_id: int) -> OfficeHoursView:
    """The spreekuur as it is shown, while it gives places; raises ChangedElsewhere and NotHeld."""
    hours = the_hours(casebook, office_hours_id)
    if hours.status in (OfficeHoursStatus.CLOSED, OfficeHoursStatus.DROPPED):
        raise NotHeld
    return hours


def the_place(
    casebook: Casebook, session: Session, appointment_id: int
) -> tuple[OfficeHoursView, Place]:
    """The place as it is shown, in its spreekuur; raises ChangedElsewhere when it is gone."""
    from spreekuur.model import Appointment

    hours = the_hours(casebook, fetch(session, Appointment, appointment_id).office_hours_id)
    return hours, next(one for one in hours.places if one.appointment_id == appointment_id)


def anchor_again(
    session: Session,
    old_place: int,
    *,
    appointment_id: int | None = None,
    waiting_entry_id: int | None = None,
) -> None:
    """Tie every open vervolg of a place to another place, or to the waiting list."""
    from sqlmodel import select

    from spreekuur.model import FollowUp

    tied = select(FollowUp).where(
        FollowUp.appointment_id == old_place, FollowUp.status == FollowUpStatus.OPEN
    )
    for follow_up in session.exec(tied):
        follow_up.appointment_id, follow_up.waiting_entry_id = appointment_id, waiting_entry_id
    session.flush()
