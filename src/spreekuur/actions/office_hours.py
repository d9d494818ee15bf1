"""Spreekuren: planned, filled with jongeren, and kept while the afternoon goes on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import Attendance, FollowUpStatus
from spreekuur.rules.places import check_hours
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import office_hours_by_id

DONE = {Attendance.PRESENT, Attendance.LATE}
"""Attendance after which a talk took place."""


class NoPlace(StoreError):
    """The spreekuur has no free place at the time that was asked for."""

    sentence = "Deze plek is al bezet. Kies een andere plek."


class AlreadyListed(StoreError):
    """The jongere has a place in this spreekuur."""

    sentence = "Deze jongere staat al op de lijst van dit spreekuur."


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
    """One spreekuur; gives its number. Raises StoreError with what is wrong with the hours."""
    wrong = check_hours(hours.starts, hours.ends, hours.minutes, hours.pause)
    if wrong:
        raise StoreError(wrong)
    with casebook.change("Spreekuur gepland") as session:
        from spreekuur.model import OfficeHours

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
) -> int:
    """Put a jongere in a place (the first free one when no time is named); gives its number.

    Raises NoPlace when that place, or every place, is taken, and AlreadyListed.
    """
    with casebook.change("Op de lijst gezet") as session:
        from spreekuur.model import Appointment

        with casebook.read() as connection:
            hours = office_hours_by_id(connection, office_hours_id)
        if hours is None:
            raise NoPlace
        if any(place.pupil_id == pupil_id for place in hours.taken):
            raise AlreadyListed
        free = [place.at for place in hours.free]
        if (at is None and not free) or (at is not None and at in {p.at for p in hours.taken}):
            raise NoPlace
        return added(
            session,
            Appointment(
                office_hours_id=office_hours_id,
                pupil_id=pupil_id,
                at=at or free[0],
                reason=clean(reason),
            ),
        )


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

    `started_at` is when the jongere sat down, UTC, when that was seen.
    """
    with casebook.change(f"Opkomst: {attendance}") as session:
        from sqlmodel import select

        from spreekuur.model import Appointment, FollowUp

        appointment = fetch(session, Appointment, appointment_id)
        appointment.attendance = attendance
        if attendance in DONE and appointment.ended_at is None:
            appointment.started_at = started_at
            appointment.ended_at = datetime.now(UTC)
        status = FollowUpStatus.DONE if attendance in DONE else FollowUpStatus.OPEN
        anchored = select(FollowUp).where(FollowUp.appointment_id == appointment_id)
        for follow_up in session.exec(anchored):
            follow_up.status = status
