"""The agenda as lines: a head a week, a row for each thing, and the days on which nothing is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from spreekuur.rules.date_words import clock, day_and_month, short_day
from spreekuur.tui import signs
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, WARN, Part
from spreekuur.tui.shown import words
from spreekuur.tui.today_rows import Drawing, about_whom
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.today import Move
from spreekuur.views.weeks import Agenda, AgendaDay, HolidayAt, PlannedHours, Week, monday_of

COUNT = 17
TITLE = 39
"""Cells for the name of a week, with two behind the longest."""
ROOMY = 66
"""Cells from which how full a spreekuur is has a column of its own."""
WIDE = (Column(9), Column(5, right=True), Column(18), Column(), Column(COUNT, right=True))
NARROW = (Column(9), Column(5, right=True), Column(18), Column())

Lines = list[Row | Head]


class Spot(NamedTuple):
    """A row of the agenda: what it is of which kind, and on which day."""

    kind: str
    """`office_hours`, `agreement`, `follow_up`, or `day` for a day or week without anything."""
    id: int
    on: date


def spot_of(thing: PlannedHours | Move) -> Spot:
    """Where a thing stands in the agenda."""
    kind = "office_hours" if isinstance(thing, PlannedHours) else thing.kind
    return Spot(kind, thing.id, thing.on)


def agenda_lines(agenda: Agenda, how: Drawing, room: int) -> Lines:
    """All weeks in `room` cells; one without anything is a single row.

    Of this week and later ones the working days that are still free stand there too.
    """
    lines: Lines = []
    quiet = True
    for week in agenda.weeks:
        last_was_quiet = quiet
        quiet = not week.days and monday_of(how.today) != week.monday
        lines += [] if last_was_quiet and (quiet or not lines) else [Head()]
        if quiet:
            lines.append(_quiet_week(week, agenda, how))
            continue
        lines.append(Head(week_title(week.monday, how.today)))
        lines += [Head((_holiday(one, agenda), MUTED)) for one in week.holidays]
        for day in _days(week, agenda, how.today):
            lines += _rows(day, how, roomy=room >= ROOMY)
    return lines


def opening(lines: Sequence[Row | Head], today: date) -> tuple[Spot, int]:
    """The first row of today, and the line on which its week begins."""
    top = 0
    for y, line in enumerate(lines):
        if line == Head():
            top = y + 1
        elif isinstance(line, Row) and isinstance(line.key, Spot) and line.key.on == today:
            return line.key, top
    raise LookupError(today)


def week_title(monday: date, today: date) -> str:
    """`week 48 · ma 23 t/m vr 27 nov`."""
    friday = monday + timedelta(days=4)
    first = f"ma {monday.day}" if monday.month == friday.month else f"ma {day_and_month(monday)}"
    return f"week {monday.isocalendar().week} · {first} t/m {short_day(friday, today)}"


def _quiet_week(week: Week, agenda: Agenda, how: Drawing) -> Row:
    off = ", ".join(_holiday_name(one, agenda) for one in week.holidays)
    text = f"{week_title(week.monday, how.today):{TITLE}}{off}"
    return Row(Spot("day", 0, week.monday), (text.rstrip(),), MUTED)


def _holiday(one: HolidayAt, agenda: Agenda) -> str:
    """`kerstvakantie za 19 dec t/m zo 3 jan`."""
    until = f" t/m {short_day(one.last)}" if one.last != one.first else ""
    return f"{_holiday_name(one, agenda)} {short_day(one.first)}{until}"


def _holiday_name(one: HolidayAt, agenda: Agenda) -> str:
    """`kerstvakantie`, with the regions when not all her schools have it then."""
    where = f" {', '.join(one.regions)}" if len(one.regions) < agenda.regions else ""
    return f"{one.name.lower()}{where}"


def _days(week: Week, agenda: Agenda, today: date) -> Sequence[AgendaDay]:
    planned = {day.on: day for day in week.days}
    free = {on for on in week.workdays if on >= today and not _is_holiday(on, week, agenda)}
    free |= {today} if monday_of(today) == week.monday else set()
    return [planned.get(on) or AgendaDay(on, ()) for on in sorted(free.union(planned))]


def _is_holiday(on: date, week: Week, agenda: Agenda) -> bool:
    """Whether none of her schools is open."""
    off = {r for one in week.holidays if one.first <= on <= one.last for r in one.regions}
    return bool(off) and len(off) == agenda.regions


def _rows(day: AgendaDay, how: Drawing, *, roomy: bool) -> Iterator[Row]:
    label: Part = short_day(day.on)
    if day.on == how.today:
        label = (f"{signs.FULL} vandaag", STRONG)
    if not day.things:
        nothing = ("", ("niets gepland", MUTED)) if day.on == how.today else ()
        yield Row(Spot("day", 0, day.on), (label, *nothing), MUTED)
    for thing in day.things:
        if isinstance(thing, PlannedHours):
            yield _hours(thing, label, how, roomy=roomy)
        else:
            yield _step(thing, label, how, roomy=roomy)
        label = ""


def _hours(one: PlannedHours, label: Part, how: Drawing, *, roomy: bool) -> Row:
    dropped = one.status == "vervallen"
    count = "vervallen" if dropped else f"{one.taken} van {one.places} plekken"
    rest = ((one.room, MUTED), count) if roomy else (count,)
    look = MUTED if dropped or one.on < how.today else ""
    school: Part = (one.school, look or ACCENT)
    return Row(spot_of(one), (label, clock(one.at), school, *rest), look)


def _step(move: Move, label: Part, how: Drawing, *, roomy: bool) -> Row:
    at = clock(move.at) if move.at else ""
    what: Part = words(move.what, how.shielded)
    late: tuple[Part, ...] = ()
    if move.on < how.today:
        late = (("over datum", WARN),)
        what, late = (what, late) if roomy else ((f"over datum: {what}", WARN), ())
    return Row(spot_of(move), (label, at, about_whom(move, how), what, *late))
