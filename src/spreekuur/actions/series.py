"""Reeksen: planned as spreekuren of their own, changed one by one or this one and later ones."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from spreekuur.actions.office_hours import Hours, plan_office_hours, wait_at_school
from spreekuur.actions.place import anchor_again
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import OfficeHoursStatus
from spreekuur.rules.places import check_hours
from spreekuur.rules.series import SeriesDay, check_series, series_days
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.views.changed_hours import HoursChange, NewHours, PlaceChange, changed_hours
from spreekuur.views.collisions import planned_already
from spreekuur.views.days_off import days_off
from spreekuur.views.occurrence import occurrence

if TYPE_CHECKING:
    from sqlmodel import Session


class NothingLeft(StoreError):
    """The school is closed on every day of the reeks, and no other week is free."""

    sentence = "De school is op al deze dagen dicht, en later is geen week vrij. Kies andere dagen."


class Closed(StoreError):
    """The spreekuur was closed or cancelled: its hours are past changing."""

    sentence = "Dit spreekuur is afgerond of vervallen en blijft zo. Plan een nieuw."


class DayIsOver(StoreError):
    """No spreekuur is moved to a day before today."""

    sentence = "Die dag is al voorbij. Kies vandaag of een latere dag."


class AllPlanned(StoreError):
    """Every day of the reeks has this spreekuur already."""

    sentence = "Op al deze dagen staat dit spreekuur er al. Kies andere dagen of een andere tijd."


class Begun(StoreError):
    """Somebody came already, or did not."""

    sentence = "Dit spreekuur is al begonnen: alleen het einde en de kamer kunnen nog anders."


@dataclass(frozen=True, slots=True)
class PlannedSeries:
    """What was planned: the numbers of the spreekuren, and what became of every wanted day."""

    numbers: tuple[int, ...]
    days: tuple[SeriesDay, ...]


def plan_series(casebook: Casebook, hours: Hours, weeks: int, until: date) -> PlannedSeries:
    """A spreekuur every so many weeks from the day of `hours` up to and including `until`.

    Days off give way (`rules.series`); a day on which it begins already is not doubled. Raises
    StoreError with what is wrong, NothingLeft and AllPlanned.
    """
    wrong = check_series(hours.day, until)
    if wrong:
        raise StoreError(wrong)
    with casebook.change("Reeks gepland") as session:
        from spreekuur.model import OfficeHours, OfficeHoursSeries

        with casebook.read() as connection:
            off = days_off(connection, hours.school_id, hours.day, until).off
        days = series_days(hours.day, weeks, until, off)
        planned = [one.on for one in days if one.on]
        if not planned:
            raise NothingLeft
        with casebook.read() as connection:
            there = planned_already(connection, hours.school_id, planned, hours.starts)
        left = [day for day in planned if day not in there]
        if not left:
            raise AllPlanned
        row = OfficeHoursSeries(
            school_id=hours.school_id, first=hours.day, until=until, weeks=weeks
        )
        series = added(session, row)
        numbers = [plan_office_hours(casebook, replace(hours, day=day)) for day in left]
        for number in numbers:
            fetch(session, OfficeHours, number).series_id = series
        return PlannedSeries(tuple(numbers), days)


def change_hours(
    casebook: Casebook,
    office_hours_id: int,
    new: NewHours,
    today: date,
    *,
    later: bool = False,
    version: int | None = None,
) -> tuple[HoursChange, ...]:
    """Other hours for a spreekuur, and with `later` for those of its reeks that come after it.

    Whose place goes elsewhere keeps it there; for whom there is no room waits for one since they
    came on the list, else from `today` on, the vervolg along. Raises StoreError with what is wrong
    with the hours, Closed, Begun, DayIsOver and ChangedElsewhere.
    """
    wrong = check_hours(*new.grid)
    if wrong:
        raise StoreError(wrong)
    with casebook.read() as connection:
        was = occurrence(connection, office_hours_id)
    if was is None:
        raise ChangedElsewhere
    label = "Spreekuur verzet" if new.day != was.day else "Spreekuur gewijzigd"
    with casebook.change(f"{label}, met latere" if later else label) as session:
        from spreekuur.model import OfficeHours

        fetch(session, OfficeHours, office_hours_id, version)
        # Only now nobody else can give a place in between.
        with casebook.read() as connection:
            changes = changed_hours(connection, office_hours_id, new, later=later)
        _demand_open(changes[0])
        if was.day != new.day < today:
            raise DayIsOver
        for one in changes:
            _put(session, one)
            for place in one.places:
                _put_place(casebook, session, one, place, today)
        return changes


def _demand_open(change: HoursChange) -> None:
    was, new = change.was, change.new
    if was.status in (OfficeHoursStatus.CLOSED, OfficeHoursStatus.DROPPED):
        raise Closed
    frame = (was.day, was.starts, was.minutes, was.pause)
    if was.begun and frame != (new.day, new.starts, new.minutes, new.pause):
        raise Begun


def _put(session: Session, change: HoursChange) -> None:
    from spreekuur.model import OfficeHours

    row, new = fetch(session, OfficeHours, change.was.id), change.new
    row.day, row.starts, row.ends, row.minutes = new.day, new.starts, new.ends, new.minutes
    row.pause_starts, row.pause_ends = new.pause or (None, None)
    row.room, row.list_closes_on = clean(new.room), new.list_closes_on


def _put_place(
    casebook: Casebook, session: Session, change: HoursChange, place: PlaceChange, today: date
) -> None:
    """The place at its new time; without one its jongere waits, and a discussion is dropped."""
    from spreekuur.model import Appointment

    appointment = fetch(session, Appointment, place.appointment_id)
    if place.at is not None:
        appointment.at = place.at
        return
    if place.pupil_id is not None:
        since, day = appointment.listed_on or today, change.new.day
        waiting = (change.was.school_id, place.pupil_id, since)
        entry = wait_at_school(casebook, *waiting, not_before=day, reason=place.reason)
        anchor_again(session, place.appointment_id, waiting_entry_id=entry)
    session.delete(appointment)
