"""The spreekuren of the demo: a term of earlier ones, the one of today, and those to come."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from spreekuur.rules.places import places
from spreekuur.store.demo.days import after, at_clock, before, stamp, stored
from spreekuur.store.demo.named import EARLIER, FORGOT, NEXT, TODAY, WAITING
from spreekuur.store.demo.people import PUPILS
from spreekuur.store.demo.rows import Rows
from spreekuur.store.demo.threads import THREADS

WHOLE = (time(13), time(16, 30), (time(14, 40), time(14, 50)), "kamer 0.14")
SHORT = (time(9), time(11), None, "spreekkamer")
CAME = ("aanwezig", "te laat")
FIRST_OF_POOL = 22


@dataclass(frozen=True, slots=True)
class Place:
    """Somebody's place in a spreekuur."""

    number: int
    day: date
    at: time
    came: bool
    minutes: int


@dataclass(slots=True)
class Afternoons:
    """Every place of everybody, in order of days."""

    of: dict[int, list[Place]] = field(default_factory=lambda: defaultdict(list))

    def on(self, pupil: int, day: date) -> Place | None:
        """The place somebody had on a day."""
        return next((place for place in self.of[pupil] if place.day == day), None)

    def after(self, pupil: int, day: date) -> Place | None:
        """Somebody's first place later than a day."""
        found = self.of[pupil]
        at = bisect_right(found, day, key=lambda place: place.day)
        return found[at] if at < len(found) else None


def plan(rows: Rows, today: date) -> Afternoons:
    """Plan every spreekuur from the earliest on, and fill its places."""
    made = Afternoons()
    first, until = str(before(today, 14 * 6)), str(after(today, 28))
    rows.add("office_hours_series", school_id=1, first=first, until=until, weeks=2)
    for turn in range(6, 0, -1):
        _earlier(rows, made, 1, before(today, 14 * turn), turn)
        if turn in (2, 4):
            _earlier(rows, made, 2, before(today, 14 * turn - 3), turn)
    _today(rows, made, today)
    _coming(rows, made, 2, after(today, 3), ((25, "9:00"), (53, "9:20")))
    _coming(rows, made, 1, after(today, 14), NEXT)
    _coming(rows, made, 1, after(today, 28), ())
    return made


def _hours(rows: Rows, school: int, day: date, status: str) -> tuple[int, tuple[time, ...]]:
    starts, ends, pause, room = WHOLE if school == 1 else SHORT
    number = rows.add(
        "office_hours",
        school_id=school,
        series_id=1 if school == 1 else None,
        list_closes_on=str(day - timedelta(days=1)) if school == 1 else None,
        day=str(day),
        starts=stored(starts),
        ends=stored(ends),
        minutes=20,
        pause_starts=stored(pause[0]) if pause else None,
        pause_ends=stored(pause[1]) if pause else None,
        room=room,
        status=status,
    )
    return number, places(starts, ends, 20, pause)


def _earlier(rows: Rows, made: Afternoons, school: int, day: date, turn: int) -> None:
    hours, times = _hours(rows, school, day, "afgerond")
    for seat, (at, pupil) in enumerate(zip(times, _listed(school, turn), strict=False)):
        reason = THREADS[PUPILS[pupil - 1].thread].reason
        attendance = _attendance(turn, seat, pupil)
        minutes = 12 + (turn * 3 + seat * 5) % 8
        _place(rows, made, hours, (pupil, day, at), (reason, attendance, seat % 3, minutes))


def _listed(school: int, turn: int) -> list[int]:
    """Who was on the list: some by name, the others in turn, most of them twice in a row."""
    if school != 1:
        return [one.number for one in PUPILS if one.school == school]
    named = EARLIER.get(turn, ())
    pool = [
        one.number
        for one in PUPILS[FIRST_OF_POOL - 1 :]
        if one.school == 1 and one.number not in named
    ]
    return [*named, *(pool[(turn * 5 + seat) % len(pool)] for seat in range(10))]


def _attendance(turn: int, seat: int, pupil: int) -> str:
    if (turn, pupil) == FORGOT:
        return "niet verschenen"
    if seat < len(EARLIER.get(turn, ())):
        return "aanwezig"
    unusual = {3: "te laat", 5: "niet verschenen", 8: "ziek gemeld", 11: "niet uit de les gehaald"}
    return unusual.get((turn * 5 + seat * 3) % 13, "aanwezig")


def _today(rows: Rows, made: Afternoons, today: date) -> None:
    hours, times = _hours(rows, 1, today, "gepland")
    for at, (pupil, reason, attendance, late, minutes) in zip(times, TODAY, strict=True):
        _place(rows, made, hours, (pupil, today, at), (reason, attendance, late, minutes))
    for pupil, reason, days in WAITING:
        since = str(today - timedelta(days=days))
        rows.add(
            "waiting_entry",
            school_id=1,
            pupil_id=pupil,
            since=since,
            not_before=str(today),
            reason=reason,
        )


def _coming(
    rows: Rows, made: Afternoons, school: int, day: date, taken: tuple[tuple[int, str], ...]
) -> None:
    hours, _ = _hours(rows, school, day, "gepland")
    for pupil, at in taken:
        _place(
            rows, made, hours, (pupil, day, at_clock(at)), ("gesprek loopt", "uitgenodigd", 0, 0)
        )


def _place(
    rows: Rows,
    made: Afternoons,
    hours: int,
    who: tuple[int, date, time],
    how: tuple[str, str, int, int],
) -> None:
    pupil, day, at = who
    reason, attendance, late, minutes = how
    came = attendance in CAME
    number = rows.add(
        "appointment",
        office_hours_id=hours,
        pupil_id=pupil,
        at=stored(at),
        reason=reason,
        attendance=attendance,
        started_at=stamp(day, at, late) if came else None,
        ended_at=stamp(day, at, late + minutes) if came else None,
    )
    made.of[pupil].append(Place(number, day, at, came, minutes))
