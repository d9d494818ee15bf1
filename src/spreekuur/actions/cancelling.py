"""A spreekuur that does not go on, and where its jongeren go."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from spreekuur.actions.office_hours import give_place, wait_at_school
from spreekuur.actions.place import anchor_again
from spreekuur.actions.rows import fetch
from spreekuur.actions.series import Begun, Closed
from spreekuur.rules.labels import Attendance, OfficeHoursStatus
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.agenda import office_hours_by_id
from spreekuur.views.occurrence import Occurrence, this_and_later
from spreekuur.views.rebooking import Rebooked, rebooked

if TYPE_CHECKING:
    from sqlmodel import Session


class AlreadyBegun(Begun):
    """Who came was there: the spreekuur went on."""

    sentence = "Dit spreekuur is al begonnen en kan niet meer vervallen."


def cancel_hours(
    casebook: Casebook, office_hours_id: int, reason: str, today: date, *, later: bool = False
) -> list[Rebooked]:
    """Let a spreekuur vervallen, and with `later` those of its reeks that come after it.

    Each jongere of `views.rebooking` goes to the next spreekuur at the school or, when that is full
    or there is none, to its waiting list, in order, the vervolg along. Raises Closed, AlreadyBegun
    and ChangedElsewhere.
    """
    with casebook.change("Reeks vervallen" if later else "Spreekuur vervallen") as session:
        from spreekuur.model import OfficeHours

        # Only now nobody else can give a place in between.
        with casebook.read() as connection:
            rows = this_and_later(connection, office_hours_id, later=later)
            numbers = [one.id for one in rows]
            places = rebooked(connection, numbers, today)
        _demand_coming(rows)
        for number in numbers:
            row = fetch(session, OfficeHours, number)
            row.status, row.status_reason = OfficeHoursStatus.DROPPED, clean(reason.strip())
        session.flush()
        for place in places:
            _rebook(casebook, session, place, today)
    return places


def _demand_coming(rows: Sequence[Occurrence]) -> None:
    if not rows:
        raise ChangedElsewhere
    if rows[0].begun:
        raise AlreadyBegun
    if rows[0].status in (OfficeHoursStatus.CLOSED, OfficeHoursStatus.DROPPED):
        raise Closed


def _rebook(casebook: Casebook, session: Session, place: Rebooked, today: date) -> None:
    from spreekuur.model import Appointment

    old = fetch(session, Appointment, place.appointment_id)
    # Who said off beforehand did so: that is what was.
    invited = old.attendance == Attendance.INVITED
    if place.to is None:
        waiting = (place.school_id, place.pupil_id, place.listed_on or today)
        entry = wait_at_school(casebook, *waiting, not_before=place.day, reason=place.reason)
        anchor_again(session, place.appointment_id, waiting_entry_id=entry)
        old.attendance = Attendance.DROPPED if invited else old.attendance
        return
    number = _place_in(casebook, place.to, place, today)
    given = fetch(session, Appointment, number)
    given.reason = given.reason or place.reason
    anchor_again(session, place.appointment_id, appointment_id=number)
    old.attendance = Attendance.MOVED if invited else old.attendance


def _place_in(casebook: Casebook, office_hours_id: int, place: Rebooked, today: date) -> int:
    """The place this jongere has there already, or the first free one."""
    with casebook.read() as connection:
        view = office_hours_by_id(connection, office_hours_id)
    held = view.held if view else ()
    own = next((one.appointment_id for one in held if one.pupil_id == place.pupil_id), None)
    if own:
        return own
    listed_on = place.listed_on or today
    return give_place(casebook, office_hours_id, place.pupil_id, listed_on=listed_on)
