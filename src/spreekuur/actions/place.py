"""A place of a spreekuur as an action takes hold of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.actions.rows import fetch
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id

if TYPE_CHECKING:
    from sqlmodel import Session


class Spoken(StoreError):
    """The talk took place: its place is what was."""

    sentence = "Met deze jongere is al gesproken. Deze plek blijft staan."


def the_hours(casebook: Casebook, office_hours_id: int) -> OfficeHoursView:
    """The spreekuur as it is shown; raises ChangedElsewhere when it is gone."""
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, office_hours_id)
    if hours is None:
        raise ChangedElsewhere
    return hours


def the_place(
    casebook: Casebook, session: Session, appointment_id: int
) -> tuple[OfficeHoursView, Place]:
    """The place as it is shown, in its spreekuur; raises ChangedElsewhere when it is gone."""
    from spreekuur.model import Appointment

    hours = the_hours(casebook, fetch(session, Appointment, appointment_id).office_hours_id)
    return hours, next(one for one in hours.places if one.appointment_id == appointment_id)
