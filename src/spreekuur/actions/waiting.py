"""Who gets no place now: waits for one at the school, or comes the next time (F4.12)."""

from __future__ import annotations

from datetime import date, time, timedelta

from spreekuur.actions.follow_ups import book_next
from spreekuur.actions.office_hours import give_place, mark_attendance, wait_at_school
from spreekuur.actions.place import Spoken, anchor_again, the_hours, the_place
from spreekuur.actions.rows import fetch
from spreekuur.rules.labels import TALKED, Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import OfficeHoursView


class NoNextHours(StoreError):
    """No later spreekuur is planned at this school."""

    sentence = "Op deze school staat hierna nog geen spreekuur. Plan er eerst een."


def give_to_waiting(
    casebook: Casebook, office_hours_id: int, entry_id: int, *, at: time | None = None
) -> int:
    """Give a place (the first free one when no time is named) to who waits for it (F4.12).

    On the list since the day they began to wait. Gives the number of the place. Raises NoPlace,
    AlreadyListed.
    """
    with casebook.change("Plek gegeven van de wachtlijst") as session:
        from spreekuur.model import WaitingEntry

        entry = fetch(session, WaitingEntry, entry_id)
        return give_place(casebook, office_hours_id, entry.pupil_id, at=at)


def let_wait(casebook: Casebook, appointment_id: int, today: date) -> int:
    """From the list to the end of the school's waiting list, for a later spreekuur than this one.

    Gives the number of the entry. Who had cancelled or did not come stays on the list as well: that
    is what was. Raises Spoken.
    """
    with casebook.change("Op de wachtlijst gezet") as session:
        from spreekuur.model import Appointment

        hours, here = the_place(casebook, session, appointment_id)
        if here.attendance in TALKED or here.pupil_id is None:
            raise Spoken
        who = (hours.school_id, here.pupil_id, today)
        entry_id = wait_for_later(casebook, *who, hours.day, here.reason)
        anchor_again(session, appointment_id, waiting_entry_id=entry_id)
        if here.attendance is Attendance.INVITED:
            session.delete(fetch(session, Appointment, appointment_id))
        return entry_id


def wait_for_later(
    casebook: Casebook, school_id: int, pupil_id: int, since: date, than: date, reason: str
) -> int:
    """On the waiting list for a spreekuur later `than` the day of one; gives the entry's number.

    Who did not come to a spreekuur is never offered a place that falls free in that very one.
    """
    later = than + timedelta(days=1)
    entry_id = wait_at_school(casebook, school_id, pupil_id, since, not_before=later, reason=reason)
    with casebook.change("Op de wachtlijst gezet") as session:
        from spreekuur.model import WaitingEntry

        entry = fetch(session, WaitingEntry, entry_id)
        entry.not_before = max(entry.not_before, later)
    return entry_id


def move_to_next(casebook: Casebook, appointment_id: int) -> None:
    """A place in the next spreekuur at this school, else on its waiting list; here *verplaatst*.

    Raises NoNextHours, Spoken.
    """
    with casebook.change("Naar het volgende spreekuur") as session:
        hours, here = the_place(casebook, session, appointment_id)
        if here.attendance in TALKED or here.pupil_id is None:
            raise Spoken
        anchor = _book_after(casebook, hours, here.pupil_id, here.reason)
        anchor_again(session, appointment_id, **anchor)
        mark_attendance(casebook, appointment_id, Attendance.MOVED)


def list_for_next(casebook: Casebook, office_hours_id: int, pupil_id: int) -> None:
    """For who gets no place today: one in the next spreekuur at this school. Raises NoNextHours."""
    with casebook.change("Naar het volgende spreekuur"):
        _book_after(casebook, the_hours(casebook, office_hours_id), pupil_id, "")


def leave_waiting_list(casebook: Casebook, entry_id: int) -> None:
    """Somebody waits no more."""
    with casebook.change("Van de wachtlijst gehaald") as session:
        from spreekuur.model import WaitingEntry

        session.delete(fetch(session, WaitingEntry, entry_id))


def _book_after(
    casebook: Casebook, hours: OfficeHoursView, pupil_id: int, reason: str
) -> dict[str, int]:
    """The anchor that `>>` would give after this spreekuur; the reason goes along."""
    anchor = book_next(casebook, pupil_id, hours.school_id, hours.day, reason)
    if anchor is None:
        raise NoNextHours
    return anchor
