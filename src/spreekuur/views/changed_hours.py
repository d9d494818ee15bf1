"""What other hours would do to a spreekuur, to those after it in its reeks, and to who is there.

Shown before it is done; `actions.series` does just this.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from spreekuur.rules.labels import FREES_PLACE
from spreekuur.rules.places import places
from spreekuur.rules.refit import Filled, refit
from spreekuur.rules.series import DayOff, next_school_week, off_on
from spreekuur.store.connection import Connection
from spreekuur.views.days_off import days_off
from spreekuur.views.occurrence import Occurrence, Span, this_and_later


@dataclass(frozen=True, slots=True)
class NewHours:
    """When and where a spreekuur is to be; wall-clock local times."""

    day: date
    starts: time
    ends: time
    minutes: int = 20
    pause: Span | None = None
    room: str = ""
    list_closes_on: date | None = None

    @property
    def grid(self) -> tuple[time, time, int, Span | None]:
        """What its places follow from."""
        return self.starts, self.ends, self.minutes, self.pause

    @property
    def closes_before(self) -> timedelta | None:
        """How long before its day the list of school closes."""
        return self.day - self.list_closes_on if self.list_closes_on else None


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """Where somebody's place goes; None when there is no room for it any more."""

    appointment_id: int
    pupil_id: int | None
    reason: str
    at: time | None


@dataclass(frozen=True, slots=True)
class HoursChange:
    """One spreekuur with what it is to be.

    `off` says why school is closed on the day it would have moved to, or moves to all the same when
    its reeks is in the next school week already (`stays_off`).
    """

    was: Occurrence
    new: NewHours
    places: tuple[PlaceChange, ...] = ()
    off: DayOff | None = None
    stays_off: bool = False

    @property
    def waiting(self) -> tuple[PlaceChange, ...]:
        """Who goes to the waiting list."""
        return tuple(one for one in self.places if one.at is None)


def as_it_is(one: Occurrence) -> NewHours:
    """The hours a spreekuur has now."""
    hours = (one.day, one.starts, one.ends, one.minutes)
    return NewHours(*hours, one.pause, one.room, one.list_closes_on)


def changed_hours(
    connection: Connection, office_hours_id: int, new: NewHours, *, later: bool = False
) -> tuple[HoursChange, ...]:
    """What becomes of a spreekuur, and with `later` of those of its reeks that come after it.

    Those move by as many days, each from its own day; another week is taken for a day off, as when
    the reeks was planned. Of hours, room and closing of the list each takes over what changes only
    where it was the same: what was changed for one day alone stays.
    """
    rows = this_and_later(connection, office_hours_id, later=later)
    if not rows:
        return ()
    this, *others = rows
    old = as_it_is(this)
    first = HoursChange(this, new, off=_off(connection, this, new))
    wanted = [_taken_over(as_it_is(one), old, new) for one in others]
    moved = _moved(connection, others, wanted, new.day) if new.day != old.day else wanted
    changes = [first]
    for one, want, hours in zip(others, wanted, moved, strict=True):
        off = _off(connection, one, want)
        stays = off is not None and want == hours
        changes.append(HoursChange(one, hours, off=off, stays_off=stays))
    return tuple(replace(one, places=tuple(_places(connection, one))) for one in changes)


def _off(connection: Connection, one: Occurrence, hours: NewHours) -> DayOff | None:
    """Why school is closed on the day it goes to; a spreekuur that stays was decided on before."""
    if hours.day == one.day:
        return None
    return off_on(hours.day, days_off(connection, one.school_id, hours.day, hours.day).off)


def _taken_over(own: NewHours, old: NewHours, new: NewHours) -> NewHours:
    """The own hours of a later spreekuur with what changes from `old` to `new`."""
    grid = new.grid if own.grid == old.grid else own.grid
    room = new.room if own.room == old.room else own.room
    closes = new.closes_before if own.closes_before == old.closes_before else own.closes_before
    day = own.day + (new.day - old.day)
    return NewHours(day, *grid, room, day - closes if closes is not None else None)


def _moved(
    connection: Connection,
    rows: Sequence[Occurrence],
    wanted: Sequence[NewHours],
    first: date,
) -> list[NewHours]:
    """Each on its day or, when that is off, in the next school week that the reeks has not."""
    if not rows:
        return []
    last = max(one.day for one in wanted)
    off = days_off(connection, rows[0].school_id, min(one.day for one in wanted), last).off
    taken = {first, *(one.day for one in wanted)}
    moved = []
    for hours in wanted:
        instead = next_school_week(hours.day, off) if off_on(hours.day, off) else None
        if instead and instead not in taken:
            taken.add(instead)
            closes = instead - hours.closes_before if hours.closes_before is not None else None
            hours = replace(hours, day=instead, list_closes_on=closes)
        moved.append(hours)
    return moved


def _places(connection: Connection, change: HoursChange) -> Iterator[PlaceChange]:
    """Everybody whose place goes elsewhere; nobody when the places stay what they were."""
    was, new = as_it_is(change.was), change.new
    if was.grid == new.grid or change.was.begun:
        return
    rows = connection.execute(
        "SELECT id, pupil_id, reason, at, coalesce(minutes, 0), attendance FROM appointment "
        "WHERE office_hours_id = :id ORDER BY at, id",
        {"id": change.was.id},
    ).fetchall()
    held = [row for row in rows if row[5] not in FREES_PLACE]
    filled = [
        Filled(time.fromisoformat(at), max(1, -(-minutes // new.minutes)), pupil is not None)
        for _, pupil, _, at, minutes, _ in held
    ]
    begins = refit(filled, places(*was.grid), places(*new.grid))
    for (number, pupil, reason, *_), at in zip(held, begins, strict=True):
        yield PlaceChange(number, pupil, reason, at)
