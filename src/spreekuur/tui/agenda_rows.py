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
from spreekuur.views.agenda_things import DaysOff, OwnTime, PlannedHours
from spreekuur.views.today import Move
from spreekuur.views.weeks import Agenda, AgendaDay, Thing, Week, monday_of

COUNT = 17
TITLE = 39
"""Cells for the name of a week, with two behind the longest."""
FREE = "vrij"
"""What is said of a week without anything."""
ROOMY = 66
"""Cells from which how full a spreekuur is has a column of its own."""
WIDE = (Column(9), Column(5, right=True), Column(18), Column(), Column(COUNT, right=True))
NARROW = (Column(9), Column(5, right=True), Column(18), Column())

Lines = list[Row | Head]


class Spot(NamedTuple):
    """A row of the agenda: what it is of which kind, and on which day."""

    kind: str
    """`office_hours`, `engagement`, `agreement`, `follow_up`, or `day` for one without anything."""
    id: int
    on: date


def spot_of(thing: Thing) -> Spot:
    """Where a thing stands in the agenda."""
    match thing:
        case PlannedHours():
            return Spot("office_hours", thing.id, thing.on)
        case OwnTime():
            return Spot("engagement", thing.id, thing.on)
    return Spot(thing.kind, thing.id, thing.on)


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
        lines += [Head((_off(one, agenda, how.shielded), MUTED)) for one in week.off]
        for day in _days(week, agenda, how.today):
            lines += _rows(day, agenda, how, roomy=room >= ROOMY)
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


def row_of(lines: Sequence[Row | Head], on: date) -> Spot | None:
    """The row of a day, else the last one before it, else the first of all."""
    spots = [line.key for line in lines if isinstance(line, Row) and isinstance(line.key, Spot)]
    exact = next((spot for spot in spots if spot.on == on), None)
    earlier = [spot for spot in spots if spot.on < on]
    return exact or next(reversed(earlier), None) or next(iter(spots), None)


def week_title(monday: date, today: date) -> str:
    """`week 48 · ma 23 t/m vr 27 nov`."""
    friday = monday + timedelta(days=4)
    first = f"ma {monday.day}" if monday.month == friday.month else f"ma {day_and_month(monday)}"
    return f"week {monday.isocalendar().week} · {first} t/m {short_day(friday, today)}"


def _quiet_week(week: Week, agenda: Agenda, how: Drawing) -> Row:
    off = ", ".join(off_name(one, agenda, how.shielded) for one in week.off)
    text = f"{week_title(week.monday, how.today):{TITLE}}{off or FREE}"
    return Row(Spot("day", 0, week.monday), (text,), MUTED)


def _off(one: DaysOff, agenda: Agenda, shielded: bool) -> str:
    """`kerstvakantie za 19 dec t/m zo 3 jan`, `studiedag Veenwijzer di 24 nov`."""
    until = f" t/m {short_day(one.last)}" if one.last != one.first else ""
    return f"{off_name(one, agenda, shielded)} {short_day(one.first)}{until}"


def off_name(one: DaysOff, agenda: Agenda, shielded: bool) -> str:
    """`kerstvakantie`, with the school or the regions when not all her schools are closed."""
    if one.school:
        return f"{words(one.name, shielded)} {one.school}"
    return one.name if agenda.everywhere(one) else f"{one.name} {', '.join(one.regions)}"


def _days(week: Week, agenda: Agenda, today: date) -> Sequence[AgendaDay]:
    planned = {day.on for day in week.days}
    free = {on for on in week.workdays if on >= today and not _all_closed(on, agenda)}
    free |= {today} if monday_of(today) == week.monday else set()
    return [agenda.day(on) for on in sorted(free | planned)]


def _all_closed(on: date, agenda: Agenda) -> bool:
    return any(map(agenda.everywhere, agenda.off_on(on)))


def _rows(day: AgendaDay, agenda: Agenda, how: Drawing, *, roomy: bool) -> Iterator[Row]:
    label: Part = short_day(day.on)
    if day.on == how.today:
        label = (f"{signs.FULL} vandaag", STRONG)
    if not day.things:
        nothing = "niets gepland" if day.on == how.today else ""
        nothing = nothing or ("middag vrij" if agenda.free_afternoon(day.on) else "")
        yield Row(Spot("day", 0, day.on), (label, "", (nothing, MUTED)), MUTED)
    for thing in day.things:
        match thing:
            case PlannedHours():
                yield _hours(thing, label, how, roomy=roomy)
            case OwnTime():
                yield _own_time(thing, label, how, roomy=roomy)
            case _:
                yield _step(thing, label, how, roomy=roomy)
        label = ""


def _hours(one: PlannedHours, label: Part, how: Drawing, *, roomy: bool) -> Row:
    look = MUTED if one.dropped or one.on < how.today else ""
    count = "vervallen" if one.dropped else f"{one.taken} van {one.places} plekken"
    about: Part = (words(one.reason, how.shielded) if one.dropped else one.room, MUTED)
    clash = words(one.clash, how.shielded)
    if clash:
        about = (clash, WARN)
    rest: tuple[Part, ...] = (about, count)
    if clash and not roomy:
        rest = ((f"{clash}, {count}", WARN),)
    elif not roomy:
        rest = (f"{count}: {about[0]}" if one.dropped and about[0] else count,)
    return Row(spot_of(one), (label, clock(one.at), (one.school, look or ACCENT), *rest), look)


def _own_time(one: OwnTime, label: Part, how: Drawing, *, roomy: bool) -> Row:
    at = clock(one.starts) if one.starts else ""
    kind = "afwezig" if one.away else "eigen afspraak"
    until = f"tot {clock(one.ends)}" if one.ends else ""
    if one.last != one.on:
        until = f"t/m {short_day(one.last)}"
    what, look = words(one.what, how.shielded), MUTED if one.on < how.today else ""
    rest: tuple[Part, ...] = (what, (until, MUTED)) if roomy else (what,)
    return Row(spot_of(one), (label, at, (kind, MUTED), *rest), look)


def _step(move: Move, label: Part, how: Drawing, *, roomy: bool) -> Row:
    at = clock(move.at) if move.at else ""
    what: Part = words(move.what, how.shielded)
    late: tuple[Part, ...] = ()
    if move.on < how.today:
        late = (("over datum", WARN),)
        what, late = (what, late) if roomy else ((f"over datum: {what}", WARN), ())
    return Row(spot_of(move), (label, at, about_whom(move, how), what, *late))
