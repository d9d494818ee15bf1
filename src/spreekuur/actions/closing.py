"""The close of a spreekuur: each open row gets an answer, then the afternoon is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.follow_ups import book_next
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.actions.place import NotHeld
from spreekuur.actions.rows import fetch
from spreekuur.actions.waiting import wait_for_later
from spreekuur.rules.closing import ASKED, CALLING
from spreekuur.rules.labels import Attendance, Decision, FollowUpStatus, OfficeHoursStatus
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.closing import calling_day, closing_view
from spreekuur.views.people import school_by_id

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Appointment, OfficeHours


class AlreadyDecided(StoreError):
    """A decision stands for this row."""

    sentence = "Hier is al over besloten. Maak dat eerst ongedaan."


class WasThere(StoreError):
    """The jongere sat at the table, or has another place."""

    sentence = "Hier hoeft niets besloten te worden: deze jongere was er, of kreeg een andere plek."


class NotYet(StoreError):
    """The day of the spreekuur has still to come."""

    sentence = "Dit spreekuur moet nog komen. Afsluiten kan vanaf de dag zelf."


class StillOpen(StoreError):
    """Some rows have no answer yet."""

    def __init__(self, count: int) -> None:
        super().__init__(f"Nog {count} te kiezen.")


class AlreadyClosed(StoreError):
    """The spreekuur was closed before."""

    sentence = "Dit spreekuur is al afgesloten."


def decide(
    casebook: Casebook,
    appointment_id: int,
    decision: Decision,
    today: date,
    *,
    action: str = CALLING,
    on: date | None = None,
) -> None:
    """What comes next for who did not sit at the table.

    `action` is what she does herself when she calls, `on` which day instead of the next school day.
    Raises AlreadyDecided or WasThere.
    """
    with casebook.change(f"Besloten: {decision}") as session:
        from spreekuur.model import Appointment, OfficeHours

        appointment = fetch(session, Appointment, appointment_id)
        if appointment.decision:
            raise AlreadyDecided
        if appointment.pupil_id is None or appointment.attendance not in ASKED:
            raise WasThere
        appointment.decision = decision
        hours = fetch(session, OfficeHours, appointment.office_hours_id)
        columns = _next(casebook, appointment, hours, max(hours.day, today), decision, action, on)
        _keep_follow_up(session, appointment.pupil_id, columns)
        if decision is Decision.COLLEAGUE and appointment.attendance == Attendance.INVITED:
            mark_attendance(casebook, appointment_id, Attendance.COLLEAGUE)


def _next(
    casebook: Casebook,
    appointment: Appointment,
    hours: OfficeHours,
    after: date,
    decision: Decision,
    action: str,
    on: date | None,
) -> dict[str, Any]:
    """The columns of the vervolg that a decision gives."""
    assert appointment.pupil_id
    if decision is Decision.AGAIN:
        again = (appointment.pupil_id, hours.school_id, after, appointment.reason)
        anchor = book_next(casebook, *again)
        if anchor:
            return {"action": "spreekuur", **anchor}
    if decision in (Decision.AGAIN, Decision.WAIT):
        who = (hours.school_id, appointment.pupil_id, after)
        entry = wait_for_later(casebook, *who, hours.day, appointment.reason)
        return {"action": "spreekuur", "waiting_entry_id": entry}
    if decision is Decision.CALL:
        with casebook.read() as connection:
            school = school_by_id(connection, hours.school_id)
            day = on or calling_day(connection, school.region if school else "", after)
        return {"action": action, "day": day}
    return {"action": str(decision), "status": FollowUpStatus.NOT_NEEDED}


def _keep_follow_up(session: Session, pupil_id: int, columns: dict[str, Any]) -> None:
    """A vervolg, unless one that says the same stands open."""
    from sqlmodel import select

    from spreekuur.model import FollowUp

    columns = {"status": FollowUpStatus.OPEN, **columns}
    same = [getattr(FollowUp, name) == value for name, value in columns.items()]
    known = session.exec(select(FollowUp.id).where(FollowUp.pupil_id == pupil_id, *same)).first()
    if known is None or columns["status"] == FollowUpStatus.NOT_NEEDED:
        session.add(FollowUp(pupil_id=pupil_id, **columns))
        session.flush()


def close_office_hours(casebook: Casebook, office_hours_id: int, today: date) -> None:
    """The afternoon is done: who is still invited did not get their turn.

    Who was written about but not marked was there. Raises NotYet, NotHeld, StillOpen or
    AlreadyClosed.
    """
    with casebook.change("Spreekuur afgesloten") as session:
        from sqlmodel import col, select

        from spreekuur.model import Appointment, OfficeHours

        with casebook.read() as connection:
            view = closing_view(connection, office_hours_id, today)
        if view is None:
            raise ChangedElsewhere
        if view.day > today:
            raise NotYet
        if view.is_closed:
            raise AlreadyClosed
        if view.status is OfficeHoursStatus.DROPPED:
            raise NotHeld
        if view.open_rows:
            raise StillOpen(len(view.open_rows))
        missed = {row.appointment_id for row in view.rows}
        invited = select(Appointment.id).where(
            Appointment.office_hours_id == office_hours_id,
            Appointment.attendance == Attendance.INVITED,
            col(Appointment.pupil_id).is_not(None),
        )
        for number in session.exec(invited).all():
            assert number
            came = Attendance.NOT_REACHED if number in missed else Attendance.PRESENT
            mark_attendance(casebook, number, came)
        fetch(session, OfficeHours, office_hours_id).status = OfficeHoursStatus.CLOSED
