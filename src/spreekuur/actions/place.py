"""A place of a spreekuur as an action takes hold of it."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from spreekuur.actions.rows import fetch
from spreekuur.rules.date_words import clock
from spreekuur.rules.labels import FollowUpStatus, OfficeHoursStatus
from spreekuur.rules.places import around, last_end
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


class OutsideHours(StoreError):
    """A place begins before the spreekuur, or long after it."""

    def __init__(self, hours: OfficeHoursView) -> None:
        super().__init__(
            f"Dit spreekuur is van {clock(hours.starts)} tot {clock(hours.ends)}. Kies een tijd "
            "daarin, of hoogstens een uur erna."
        )


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


def demand_within(hours: OfficeHoursView, at: time) -> None:
    """That a place at this time belongs to the afternoon; raises OutsideHours.

    Right behind the last one is always good, however late that has become.
    """
    last = last_end((one.span for one in hours.held), hours.starts)
    if at != last and not around(at, hours.starts, hours.ends):
        raise OutsideHours(hours)


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
