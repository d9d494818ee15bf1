"""Spreekuren: planned, filled with jongeren, and kept while the afternoon goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from spreekuur.actions.place import NotHeld, demand_within, the_coming_hours
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import (
    FREES_PLACE,
    TALKED,
    Attendance,
    FollowUpStatus,
    OfficeHoursStatus,
)
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.places import Span, check_hours, fits
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.collisions import planned_already
from spreekuur.views.columns import office_hours_ref

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Appointment

CAME_OF_IT = {
    Attendance.INVITED: FollowUpStatus.OPEN,
    Attendance.PRESENT: FollowUpStatus.DONE,
    Attendance.LATE: FollowUpStatus.DONE,
}
"""What becomes of the vervolg that a place was given for; a missed place drops it."""


class NoPlace(StoreError):
    """The spreekuur has no free place at the time that was asked for."""

    sentence = "Deze plek is al bezet. Kies een andere plek."


class GivenAway(NoPlace):
    """The place was free for a while, and another has it now."""

    sentence = "Deze plek is intussen aan een ander gegeven. Geef deze jongere een andere tijd."


class AlreadyListed(StoreError):
    """The jongere has a place in this spreekuur."""

    sentence = "Deze jongere staat al op de lijst van dit spreekuur."


class AlreadyPlanned(StoreError):
    """A spreekuur of this school begins at that very time."""

    def __init__(self, office_hours_id: int) -> None:
        super().__init__(
            f"Dit spreekuur staat er al: {office_hours_ref(office_hours_id)}. Kies een andere dag "
            "of tijd, of wijzig dat spreekuur."
        )


@dataclass(frozen=True, slots=True)
class Hours:
    """When and where a spreekuur is; wall-clock local times."""

    school_id: int
    day: date
    starts: time
    ends: time
    minutes: int = 20
    pause: tuple[time, time] | None = None
    room: str = ""


def plan_office_hours(casebook: Casebook, hours: Hours) -> int:
    """One spreekuur; gives its number.

    Raises StoreError with what is wrong with the hours, and AlreadyPlanned.
    """
    wrong = check_hours(hours.starts, hours.ends, hours.minutes, hours.pause)
    if wrong:
        raise StoreError(wrong)
    with casebook.change("Spreekuur gepland") as session:
        from spreekuur.model import OfficeHours

        with casebook.read() as connection:
            there = planned_already(connection, hours.school_id, [hours.day], hours.starts)
        if hours.day in there:
            raise AlreadyPlanned(there[hours.day])
        pause = hours.pause or (None, None)
        return added(
            session,
            OfficeHours(
                school_id=hours.school_id,
                day=hours.day,
                starts=hours.starts,
                ends=hours.ends,
                minutes=hours.minutes,
                pause_starts=pause[0],
                pause_ends=pause[1],
                room=clean(hours.room),
            ),
        )


def give_place(
    casebook: Casebook,
    office_hours_id: int,
    pupil_id: int,
    *,
    at: time | None = None,
    reason: str = "",
    listed_on: date | None = None,
) -> int:
    """Put a jongere in a place (the first free one when no time is named); gives its number.

    Who waited at this school waits no more, and keeps the day since which, and the reason where
    none is given. `listed_on` is the day of writing, else the day it is. Raises NoPlace when that
    time, or every place, is taken, NotHeld, OutsideHours and AlreadyListed.
    """
    with casebook.change("Op de lijst gezet") as session:
        from spreekuur.model import Appointment

        hours = _not_yet_listed(casebook, office_hours_id, pupil_id)
        place = hours.room_at(at)
        if place is None:
            raise NoPlace
        demand_within(hours, place)
        appointment = Appointment(
            office_hours_id=office_hours_id,
            pupil_id=pupil_id,
            at=place,
            reason=clean(reason),
            listed_on=listed_on or datetime.now(LOCAL).date(),
        )
        appointment_id = added(session, appointment)
        _end_waiting(session, hours.school_id, appointment)
        return appointment_id


def wait_for_place(
    casebook: Casebook, office_hours_id: int, pupil_id: int, since: date, *, reason: str = ""
) -> int:
    """Let a jongere wait for a place in this spreekuur or a later one; gives the entry's number.

    Raises AlreadyListed for who has a place in it, and NotHeld.
    """
    with casebook.change("Op de wachtlijst gezet"):
        hours = _not_yet_listed(casebook, office_hours_id, pupil_id)
        waiting = (hours.school_id, pupil_id, since)
        return wait_at_school(casebook, *waiting, not_before=hours.day, reason=reason)


def wait_at_school(
    casebook: Casebook,
    school_id: int,
    pupil_id: int,
    since: date,
    *,
    not_before: date,
    reason: str = "",
) -> int:
    """Put a jongere at the end of a school's waiting list; gives the number of the entry there is.

    Who waits already keeps their turn, and the reason when there was one.
    """
    with casebook.change("Op de wachtlijst gezet") as session:
        from sqlmodel import select

        from spreekuur.model import WaitingEntry

        of_pupil = (WaitingEntry.school_id == school_id, WaitingEntry.pupil_id == pupil_id)
        entry = session.exec(select(WaitingEntry).where(*of_pupil)).first() or WaitingEntry(
            school_id=school_id, pupil_id=pupil_id, since=since, not_before=not_before
        )
        entry.reason = entry.reason or clean(reason)
        return added(session, entry)


def _not_yet_listed(casebook: Casebook, office_hours_id: int, pupil_id: int) -> OfficeHoursView:
    """The spreekuur to come, in which this jongere has no place yet; else raises AlreadyListed."""
    hours = the_coming_hours(casebook, office_hours_id)
    if any(place.pupil_id == pupil_id for place in hours.held):
        raise AlreadyListed
    return hours


def _end_waiting(session: Session, school_id: int, given: Appointment) -> None:
    """Off the waiting list of the school; the vervolg tied to it is tied to the place from now on.

    Whatever spreekuur was waited for: one place at a time is enough.
    """
    from sqlmodel import select

    from spreekuur.model import FollowUp, WaitingEntry

    of_pupil = (WaitingEntry.school_id == school_id, WaitingEntry.pupil_id == given.pupil_id)
    for entry in session.exec(select(WaitingEntry).where(*of_pupil)).all():
        given.listed_on = min(given.listed_on or entry.since, entry.since)
        given.reason = given.reason or entry.reason
        tied = select(FollowUp).where(FollowUp.waiting_entry_id == entry.id)
        for follow_up in session.exec(tied):
            follow_up.waiting_entry_id, follow_up.appointment_id = None, given.id
        session.flush()
        session.delete(entry)


def free_place(casebook: Casebook, appointment_id: int) -> None:
    """Take a jongere off the list; what was said there stays in the dossier."""
    with casebook.change("Van de lijst gehaald") as session:
        from spreekuur.model import Appointment

        session.delete(fetch(session, Appointment, appointment_id))


def mark_attendance(
    casebook: Casebook,
    appointment_id: int,
    attendance: Attendance,
    *,
    started_at: datetime | None = None,
) -> None:
    """Say how a jongere came; a talk that took place answers the vervolg that led to it.

    A place that was missed drops that vervolg: a new place is another one. What she answered
    herself stays answered. `started_at` is when the jongere sat down, UTC, when that was seen.
    Raises NotHeld for who is to come again to what is over, or came to what was cancelled, and
    GivenAway when another has the place.
    """
    with casebook.change(f"Opkomst: {attendance}") as session:
        from sqlmodel import select

        from spreekuur.model import Appointment, FollowUp, OfficeHours

        appointment = fetch(session, Appointment, appointment_id)
        hours = fetch(session, OfficeHours, appointment.office_hours_id)
        if attendance is Attendance.INVITED:
            _demand_expected(casebook, session, appointment)
        elif attendance not in FREES_PLACE and hours.status == OfficeHoursStatus.DROPPED:
            raise NotHeld
        followed = CAME_OF_IT.get(Attendance(appointment.attendance), FollowUpStatus.DROPPED)
        appointment.attendance = attendance
        if attendance in TALKED and appointment.ended_at is None:
            appointment.started_at = started_at
            appointment.ended_at = datetime.now(UTC)
        anchored = select(FollowUp).where(
            FollowUp.appointment_id == appointment_id, FollowUp.status == followed
        )
        for follow_up in session.exec(anchored).all():
            follow_up.status = CAME_OF_IT.get(attendance, FollowUpStatus.DROPPED)


def _demand_expected(casebook: Casebook, session: Session, place: Appointment) -> None:
    """That a place which was given back is still free; what was only marked keeps its time."""
    session.flush()
    hours = the_coming_hours(casebook, place.office_hours_id)
    others = [one.span for one in hours.held if one.appointment_id != place.id]
    own = Span(place.at, place.minutes or hours.minutes)
    if place.attendance in FREES_PLACE and not fits(own, others):
        raise GivenAway
