"""Places of a spreekuur while it goes on: moved, swapped, made longer, squeezed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from spreekuur.actions.office_hours import NoPlace, give_place, mark_attendance
from spreekuur.actions.place import Spoken, demand_within, the_coming_hours, the_place
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import TALKED, Attendance
from spreekuur.rules.places import Span, extended, fits, last_end
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError
from spreekuur.views.agenda import Place


class TooLate(StoreError):
    """The gesprekken would not end before midnight."""

    sentence = "Zo loopt het spreekuur door tot na middernacht. Kies een andere tijd."


class NoTopic(StoreError):
    """A casuïstiekbespreking is about something."""

    sentence = "Waar gaat de bespreking over? Typ een onderwerp."


@dataclass(frozen=True, slots=True)
class Extended:
    """How long a talk takes now, and how many after it begin later because of that."""

    minutes: int
    shifted: int


def move_place(casebook: Casebook, appointment_id: int, at: time) -> None:
    """Give a place another time in the same spreekuur; with who has it there it is swapped.

    Who had cancelled or did not come is invited again. Raises NoPlace when it doesn't fit there,
    NotHeld, OutsideHours, Spoken.
    """
    with casebook.change("Andere plek gegeven") as session:
        from spreekuur.model import Appointment

        hours, here = the_place(casebook, session, appointment_id)
        the_coming_hours(casebook, hours.id)
        demand_within(hours, at)
        if here.attendance in TALKED:
            raise Spoken
        others = [one for one in hours.held if one.appointment_id != appointment_id]
        there = next((one for one in others if one.at == at), None)
        if there is not None:
            if not here.held or not _to_come(there):
                raise NoPlace
            others.remove(there)
            moved = Span(here.at, there.minutes)
            _demand_room(moved, [one.span for one in others])
            fetch(session, Appointment, there.appointment_id or 0).at = here.at
            _demand_room(Span(at, here.minutes), [moved])
        _demand_room(Span(at, here.minutes), [one.span for one in others])
        fetch(session, Appointment, appointment_id).at = at
        if here.pupil_id and here.attendance is not Attendance.INVITED:
            mark_attendance(casebook, appointment_id, Attendance.INVITED)


def say_why(casebook: Casebook, appointment_id: int, reason: str) -> None:
    """Why somebody comes, or what a casuïstiekbespreking is about, in other words than before."""
    with casebook.change("Reden gewijzigd") as session:
        from spreekuur.model import Appointment

        fetch(session, Appointment, appointment_id).reason = clean(reason).strip()


def extend_talk(casebook: Casebook, appointment_id: int, more: int) -> Extended:
    """Let a talk take so many minutes longer; who comes after it begins later as far as needed.

    A free place or the pause takes up the rest. Raises TooLate.
    """
    with casebook.change("Gesprek verlengd") as session:
        from spreekuur.model import Appointment

        hours, here = the_place(casebook, session, appointment_id)
        after = hours.places[hours.places.index(here) + 1 :]
        later = [one for one in after if one.held and _to_come(one)]
        begins = extended(here.span, more, [one.span for one in later])
        if begins is None:
            raise TooLate
        fetch(session, Appointment, appointment_id).minutes = here.minutes + more
        shifted = [(one, at) for one, at in zip(later, begins, strict=True) if one.at != at]
        for one, at in shifted:
            fetch(session, Appointment, one.appointment_id or 0).at = at
        return Extended(here.minutes + more, len(shifted))


def squeeze_in_last(
    casebook: Casebook, office_hours_id: int, pupil_id: int, *, reason: str = ""
) -> int:
    """A place after the last one, for who walks in while all are taken; gives its number.

    Nobody else's time changes. Raises AlreadyListed, NotHeld, TooLate.
    """
    with casebook.change("Op de lijst gezet"):
        hours = the_coming_hours(casebook, office_hours_id)
        at = last_end((one.span for one in hours.held), hours.starts)
        if at is None or not fits(Span(at, hours.minutes), ()):
            raise TooLate
        return give_place(casebook, office_hours_id, pupil_id, at=at, reason=reason)


def plan_discussion(
    casebook: Casebook, office_hours_id: int, topic: str, *, at: time | None = None
) -> int:
    """A casuïstiekbespreking in a place (the first free one when no time is named) (F4.9).

    Gives the number of the place. Raises NoTopic, NoPlace, NotHeld, OutsideHours.
    """
    if not clean(topic).strip():
        raise NoTopic
    with casebook.change("Casuïstiekbespreking gepland") as session:
        from spreekuur.model import Appointment

        hours = the_coming_hours(casebook, office_hours_id)
        place = hours.room_at(at)
        if place is None:
            raise NoPlace
        demand_within(hours, place)
        return added(
            session,
            Appointment(office_hours_id=office_hours_id, at=place, reason=clean(topic).strip()),
        )


def _to_come(place: Place) -> bool:
    return place.attendance in (None, Attendance.INVITED)


def _demand_room(one: Span, others: list[Span]) -> None:
    if not fits(one, others):
        raise NoPlace
