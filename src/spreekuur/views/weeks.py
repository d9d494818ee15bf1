"""Agenda: the weeks with their spreekuren, her own time and steps, and when schools are closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from spreekuur.rules.free_time import Hours, afternoon_is_free, overlap
from spreekuur.rules.public_holidays import public_holidays
from spreekuur.store.connection import Connection
from spreekuur.views.agenda_things import (
    DaysOff,
    OwnTime,
    PlannedHours,
    closed_days,
    holidays,
    own_time,
    planned_hours,
)
from spreekuur.views.today import MOVES, Move, has_schools, read_move

AHEAD = 12
"""Weeks after this one that are there although nothing is planned in them yet."""
WORKDAYS = 5
OWN_TOO = "overlapt eigen afspraak"
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)

Thing = PlannedHours | OwnTime | Move


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with what is planned on it, in order of time; without a time comes first."""

    on: date
    things: tuple[Thing, ...]

    @property
    def afternoon_free(self) -> bool:
        """Whether no spreekuur and no time of her own takes any of it."""
        return afternoon_is_free(_takes(self.things))


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday on, the days on which something is planned in order."""

    monday: date
    days: tuple[AgendaDay, ...]
    off: tuple[DaysOff, ...]
    """Those that take a working day of this week."""

    @property
    def workdays(self) -> tuple[date, ...]:
        """Monday to Friday."""
        return tuple(self.monday + _DAY * number for number in range(WORKDAYS))


@dataclass(frozen=True, slots=True)
class Agenda:
    """The weeks in order: those that hold something, this one and the `AHEAD` after it."""

    weeks: tuple[Week, ...]
    """None at all when nothing was ever planned."""
    days: Mapping[date, AgendaDay]
    """The days of those weeks on which something is planned."""
    off: tuple[DaysOff, ...]
    """School holidays and own closed days, whenever they are."""
    regions: int
    """In how many holiday regions her schools are."""
    has_schools: bool

    @property
    def has_hours(self) -> bool:
        """Whether a spreekuur was ever planned."""
        things = (thing for day in self.days.values() for thing in day.things)
        return any(isinstance(thing, PlannedHours) for thing in things)

    def day(self, on: date) -> AgendaDay:
        """What is planned on a day."""
        return self.days.get(on) or AgendaDay(on, ())

    def off_on(self, on: date) -> list[DaysOff]:
        """Why schools are closed on a day; what closes all of them comes first."""
        found = [one for one in (*self.off, *_public(on)) if one.holds(on)]
        return sorted(found, key=lambda one: not self.everywhere(one))

    def everywhere(self, one: DaysOff) -> bool:
        """Whether none of her schools is open then."""
        return one.public or (bool(one.regions) and len(one.regions) == self.regions)

    def free_afternoon(self, on: date) -> bool:
        """A working day on whose afternoon a spreekuur can be planned."""
        if on.weekday() >= WORKDAYS or not self.day(on).afternoon_free:
            return False
        return not any(map(self.everywhere, self.off_on(on)))


def agenda_weeks(connection: Connection, today: date) -> Agenda:
    """The whole agenda seen from a day, in seven queries however much there is."""
    by_day: dict[date, list[Thing]] = defaultdict(list)
    things: list[Thing] = [*_own_steps(connection), *own_time(connection)]
    for thing in (*things, *planned_hours(connection)):
        by_day[thing.on].append(thing)
    schools_off = tuple(holidays(connection))
    regions = {region for one in schools_off for region in one.regions}
    off = (*schools_off, *closed_days(connection))
    days = {on: _day(on, by_day[on], off, today) for on in sorted(by_day)}
    agenda = Agenda((), days, off, len(regions), has_schools(connection))
    return replace(agenda, weeks=tuple(_weeks(agenda, today))) if days else agenda


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - _DAY * day.weekday()


def _day(on: date, things: Sequence[Thing], off: Iterable[DaysOff], today: date) -> AgendaDay:
    """The things of a day in order; what stands in the way of a spreekuur still to come is said."""
    in_order = sorted(things, key=lambda thing: thing.at or time.min)
    if on < today:
        return AgendaDay(on, tuple(in_order))
    closed = [one for one in (*off, *_public(on)) if one.holds(on)]
    return AgendaDay(on, tuple(_in_its_way(one, in_order, closed) for one in in_order))


def _in_its_way(one: Thing, things: Iterable[Thing], closed: Iterable[DaysOff]) -> Thing:
    if not isinstance(one, PlannedHours) or one.dropped:
        return one
    for other in things:
        if isinstance(other, Move) or other is one or not overlap(one.hours, other.hours):
            continue
        if isinstance(other, OwnTime):
            return replace(one, clash="je bent er niet" if other.away else OWN_TOO)
        if not other.dropped:
            return replace(one, clash=f"overlapt {other.school}")
    off = next((off.name for off in closed if off.closes(one)), "")
    return replace(one, clash=off) if off else one


def _takes(things: Iterable[Thing]) -> Iterator[Hours]:
    """The hours that are not free any more; a step is done in between."""
    for one in things:
        if isinstance(one, OwnTime) or (isinstance(one, PlannedHours) and not one.dropped):
            yield one.hours


def _public(on: date) -> Iterator[DaysOff]:
    name = public_holidays(on.year).get(on)
    if name:
        yield DaysOff(name, on, on)


def _weeks(agenda: Agenda, today: date) -> Iterator[Week]:
    this = monday_of(today)
    days: dict[date, list[AgendaDay]] = {this + _WEEK * number: [] for number in range(AHEAD + 1)}
    for on, day in agenda.days.items():
        days.setdefault(monday_of(on), []).append(day)
    for monday in sorted(days):
        week = Week(monday, tuple(days[monday]), ())
        yield replace(week, off=tuple(_off(week, agenda)))


def _off(week: Week, agenda: Agenda) -> list[DaysOff]:
    """What closes schools on a working day of a week; a public holiday in a holiday is none."""
    first, last = week.workdays[0], week.workdays[-1]
    off = [one for one in agenda.off if one.first <= last and one.last >= first]
    everywhere = [one for one in off if agenda.everywhere(one)]
    for on in week.workdays:
        if not any(one.holds(on) for one in everywhere):
            off += _public(on)
    return sorted(off, key=lambda one: one.first)


def _own_steps(connection: Connection) -> list[Move]:
    rows = connection.execute(
        f"SELECT * FROM ({MOVES}) WHERE on_day IS NOT NULL AND side = 'ik' "
        "ORDER BY on_day, on_time IS NOT NULL, on_time, 2"
    )
    return [read_move(row) for row in rows]
