"""What stands in the agenda: spreekuren, own engagements, and the days on which schools close."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from spreekuur.rules.free_time import WHOLE_DAY, Hours
from spreekuur.rules.labels import OfficeHoursStatus
from spreekuur.rules.places import Span, free_places, places
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock
from spreekuur.views.held import HELD

LONGEST = 366
"""Days of one engagement that are shown."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PlannedHours:
    """A spreekuur, with how many of its places are taken."""

    id: int
    school_id: int
    school: str
    region: str
    on: date
    starts: time
    ends: time
    room: str
    status: str
    reason: str
    """Why it was cancelled, in her own words."""
    taken: int
    places: int
    clash: str = ""
    """What stands in its way, in a few words."""

    @property
    def at(self) -> time:
        """When it begins."""
        return self.starts

    @property
    def dropped(self) -> bool:
        """Whether it was cancelled."""
        return self.status == OfficeHoursStatus.DROPPED

    @property
    def hours(self) -> Hours:
        """What it takes of its day."""
        return self.starts, self.ends


@dataclass(frozen=True, slots=True)
class OwnTime:
    """An eigen afspraak or an absence (`away`) on one of its days; `first` to `last` are all."""

    id: int
    what: str
    on: date
    first: date
    last: date
    starts: time | None
    ends: time | None
    away: bool

    @property
    def at(self) -> time | None:
        """When it begins; None when it takes the whole day."""
        return self.starts

    @property
    def hours(self) -> Hours:
        """What it takes of its day."""
        return self.starts or WHOLE_DAY[0], self.ends or WHOLE_DAY[1]


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days on which schools are closed; `first` and `last` both belong to it.

    A school holiday is of some `regions`, an own closed day (studiedag) of one `school`; a public
    holiday has neither.
    """

    name: str
    first: date
    last: date
    regions: tuple[str, ...] = ()
    school_id: int | None = None
    school: str = ""

    @property
    def public(self) -> bool:
        """Whether it is one for everybody."""
        return not self.regions and self.school_id is None

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def closes(self, hours: PlannedHours) -> bool:
        """Whether the school is closed on the day of this spreekuur."""
        return self.holds(hours.on) and (
            self.public or hours.region in self.regions or hours.school_id == self.school_id
        )


def planned_hours(connection: Connection) -> Iterator[PlannedHours]:
    """Every spreekuur, in order of time."""
    taken: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
    for number, at, minutes in connection.execute(
        f"SELECT a.office_hours_id, a.at, a.minutes FROM appointment a WHERE {HELD}"
    ):
        taken[number].append((at, minutes))
    rows = connection.execute(
        f"SELECT o.id, o.school_id, {SHORT}, s.holiday_region, o.day, o.starts, o.ends, o.minutes, "
        "o.pause_starts, o.pause_ends, o.room, o.status, o.status_reason FROM office_hours o "
        "JOIN school s ON s.id = o.school_id ORDER BY o.day, o.starts, o.id"
    )
    for number, school_id, school, region, on, starts, ends, *grid, room, status, reason in rows:
        held = taken[number]
        free = _free(_places(starts, ends, *grid), grid[0], held)
        yield PlannedHours(
            number,
            school_id,
            school,
            region,
            date.fromisoformat(on),
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            room,
            status,
            reason,
            taken=len(held),
            places=len(held) + free,
        )


def _free(begins: tuple[time, ...], minutes: int, held: list[tuple[str, int | None]]) -> int:
    """How many places are free: at a glance when everybody has one of the grid."""
    spans = [Span(time.fromisoformat(at), own or minutes) for at, own in held]
    at_grid = {span.at for span in spans if span.minutes == minutes}.intersection(begins)
    if len(at_grid) == len(spans):
        return len(begins) - len(spans)
    return len(free_places(begins, minutes, spans))


@lru_cache(maxsize=64)
def _places(
    starts: str, ends: str, minutes: int, pause_starts: str | None, pause_ends: str | None
) -> tuple[time, ...]:
    """As in `rules.places`; one school has the same hours week after week."""
    pause_from, pause_to = clock(pause_starts), clock(pause_ends)
    pause = (pause_from, pause_to) if pause_from and pause_to else None
    return places(time.fromisoformat(starts), time.fromisoformat(ends), minutes, pause)


def own_time(connection: Connection) -> Iterator[OwnTime]:
    """Her engagements, each of their days by itself; of more than one day no weekend."""
    rows = connection.execute(
        "SELECT id, what, first, last, starts, ends, away FROM engagement ORDER BY first, id"
    )
    for number, what, first, last, starts, ends, away in rows:
        begin, end = date.fromisoformat(first), date.fromisoformat(last)
        for on in _days(begin, end):
            hours = clock(starts), clock(ends)
            yield OwnTime(number, what, on, begin, end, *hours, away=bool(away))


def _days(first: date, last: date) -> list[date]:
    many = min((last - first).days + 1, LONGEST)
    days = [first + _DAY * number for number in range(many)]
    return [day for day in days if day.weekday() < 5] or days


def holidays(connection: Connection) -> Iterator[DaysOff]:
    """Of every region where she has a spreekuur or a jongere, the same days taken together."""
    rows = connection.execute(
        "SELECT DISTINCT h.name, h.first, h.last, h.region FROM holiday h WHERE h.region IN "
        "(SELECT s.holiday_region FROM school s WHERE s.id IN (SELECT school_id FROM office_hours) "
        "OR s.id IN (SELECT school_id FROM pupil)) ORDER BY h.first, h.name, h.region"
    )
    regions: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for name, first, last, region in rows:
        regions[name.lower(), first, last].append(region)
    for (name, first, last), where in regions.items():
        yield DaysOff(name, date.fromisoformat(first), date.fromisoformat(last), tuple(where))


def closed_days(connection: Connection) -> Iterator[DaysOff]:
    """The own closed days of the schools, earliest first."""
    rows = connection.execute(
        f"SELECT c.name, c.first, c.last, c.school_id, {SHORT} FROM closed_day c "
        "JOIN school s ON s.id = c.school_id ORDER BY c.first, c.id"
    )
    for name, first, last, school_id, school in rows:
        days = date.fromisoformat(first), date.fromisoformat(last)
        yield DaysOff(name, *days, school_id=school_id, school=school)
