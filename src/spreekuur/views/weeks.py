"""Agenda: the weeks with their spreekuren, her own steps and the holidays of her schools."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from spreekuur.rules.places import Span, free_places, places
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock
from spreekuur.views.held import HELD
from spreekuur.views.today import MOVES, Move, has_schools, read_move
from spreekuur.views.today_hours import SHORT

AHEAD = 12
"""Weeks after this one that are there although nothing is planned in them yet."""
WORKDAYS = 5
_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """A spreekuur, with how many of its places are taken."""

    id: int
    school: str
    on: date
    starts: time
    ends: time
    room: str
    status: str
    taken: int
    places: int

    @property
    def at(self) -> time:
        """When it begins."""
        return self.starts


@dataclass(frozen=True, slots=True)
class HolidayAt:
    """A holiday with the regions of her schools that have it on these days."""

    name: str
    first: date
    last: date
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with what is planned on it, in order of time; without a time comes first."""

    on: date
    things: tuple[PlannedHours | Move, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A week from Monday on, the days on which something is planned in order."""

    monday: date
    days: tuple[AgendaDay, ...]
    holidays: tuple[HolidayAt, ...]
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
    regions: int
    """In how many holiday regions her schools are."""
    has_schools: bool


def agenda_weeks(connection: Connection, today: date) -> Agenda:
    """The whole agenda seen from a day, in five queries however much there is."""
    by_day: dict[date, list[PlannedHours | Move]] = defaultdict(list)
    things: list[PlannedHours | Move] = [*_own_steps(connection), *_hours(connection)]
    for thing in things:
        by_day[thing.on].append(thing)
    found = tuple(_holidays(connection))
    regions = {region for one in found for region in one.regions}
    weeks = tuple(_weeks(by_day, found, today)) if by_day else ()
    return Agenda(weeks, len(regions), has_schools(connection))


def monday_of(day: date) -> date:
    """The Monday of the week of a day."""
    return day - _DAY * day.weekday()


def _weeks(
    by_day: dict[date, list[PlannedHours | Move]], holidays: Iterable[HolidayAt], today: date
) -> Iterator[Week]:
    this = monday_of(today)
    days: dict[date, list[AgendaDay]] = {this + _WEEK * number: [] for number in range(AHEAD + 1)}
    for on in sorted(by_day):
        things = sorted(by_day[on], key=lambda thing: thing.at or time.min)
        days.setdefault(monday_of(on), []).append(AgendaDay(on, tuple(things)))
    off = _by_week(holidays)
    for monday in sorted(days):
        yield Week(monday, tuple(days[monday]), tuple(off[monday]))


def _by_week(holidays: Iterable[HolidayAt]) -> dict[date, list[HolidayAt]]:
    found: dict[date, list[HolidayAt]] = defaultdict(list)
    for one in holidays:
        monday = monday_of(one.first)
        while monday <= one.last:
            if one.first < monday + _DAY * WORKDAYS:
                found[monday].append(one)
            monday += _WEEK
    return found


def _own_steps(connection: Connection) -> list[Move]:
    rows = connection.execute(
        f"SELECT * FROM ({MOVES}) WHERE on_day IS NOT NULL AND side = 'ik' "
        "ORDER BY on_day, on_time IS NOT NULL, on_time, 2"
    )
    return [read_move(row) for row in rows]


def _hours(connection: Connection) -> Iterator[PlannedHours]:
    taken: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for number, at, minutes in connection.execute(
        f"SELECT a.office_hours_id, a.at, a.minutes FROM appointment a WHERE {HELD}"
    ):
        taken[number].append((at, minutes))
    rows = connection.execute(
        f"SELECT o.id, {SHORT}, o.day, o.starts, o.ends, o.minutes, o.pause_starts, o.pause_ends, "
        "o.room, o.status FROM office_hours o JOIN school s ON s.id = o.school_id "
        "ORDER BY o.day, o.starts, o.id"
    )
    for number, school, on, starts, ends, *grid, room, status in rows:
        held = taken[number]
        begins = _places(starts, ends, *grid)
        free = len(free_places(begins, grid[0], _spans(held, grid[0])))
        begin, end, many = time.fromisoformat(starts), time.fromisoformat(ends), len(held)
        hours = (number, school, date.fromisoformat(on), begin, end, room, status)
        yield PlannedHours(*hours, taken=many, places=many + free)


def _spans(held: Iterable[tuple[str, int | None]], minutes: int) -> list[Span]:
    return [Span(time.fromisoformat(at), own or minutes) for at, own in held]


@lru_cache(maxsize=64)
def _places(
    starts: str, ends: str, minutes: int, pause_starts: str | None, pause_ends: str | None
) -> tuple[time, ...]:
    """As in `rules.places`; one school has the same hours week after week."""
    pause_from, pause_to = clock(pause_starts), clock(pause_ends)
    pause = (pause_from, pause_to) if pause_from and pause_to else None
    return places(time.fromisoformat(starts), time.fromisoformat(ends), minutes, pause)


def _holidays(connection: Connection) -> Iterator[HolidayAt]:
    """Of every region where she has a spreekuur or a jongere, the same days taken together."""
    rows = connection.execute(
        "SELECT DISTINCT h.name, h.first, h.last, h.region FROM holiday h WHERE h.region IN "
        "(SELECT s.holiday_region FROM school s WHERE s.id IN (SELECT school_id FROM office_hours) "
        "OR s.id IN (SELECT school_id FROM pupil)) ORDER BY h.first, h.name, h.region"
    )
    regions: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, first, last, region in rows:
        regions[name, first, last].append(region)
    for (name, first, last), where in regions.items():
        yield HolidayAt(name, date.fromisoformat(first), date.fromisoformat(last), tuple(where))
