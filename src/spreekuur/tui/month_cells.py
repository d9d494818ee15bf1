"""A month as cells: for each day its number, why schools are closed, and what is planned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spreekuur.rules.date_words import MONTHS, SHORT_MONTHS, WEEKDAYS, clock
from spreekuur.tui import signs
from spreekuur.tui.agenda_rows import off_name
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, WARN, Part
from spreekuur.tui.shown import words
from spreekuur.tui.today_rows import Drawing
from spreekuur.tui.widgets.row_columns import fit
from spreekuur.views.agenda_things import OwnTime, PlannedHours
from spreekuur.views.today import Move
from spreekuur.views.weeks import WORKDAYS, Agenda, Thing, monday_of

WEEK_NUMBER = 3
"""Cells for the number of the week."""
WEEKEND, WEEKEND_ROOMY = 5, 12
WITH_TIMES = 17
"""Cells of a day from which it says when things begin."""
LEAD = 1
"""Cells before what stands in a day, for the sign of the cursor."""
FREE = "middag vrij"
_DAY = timedelta(days=1)

Line = tuple[str, str]
"""Text of a known width, and its look."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How wide the days are and how high the weeks, in a pane of this size."""

    workday: int
    weekend: int
    height: int

    def width(self, weekday: int) -> int:
        return self.workday if weekday < WORKDAYS else self.weekend


def grid_in(width: int, height: int, weeks: int) -> Grid:
    """The grid that fits under two heads; a week takes two lines at least, and seven at most."""
    weekend = WEEKEND_ROOMY if width >= 110 else WEEKEND
    workday = max(LEAD + 3, (width - WEEK_NUMBER - 2 * weekend) // 5)
    return Grid(workday, weekend, max(2, min(7, height // weeks)))


def weeks_of(month: date) -> list[date]:
    """The Mondays of the weeks that hold a day of this month."""
    monday = monday_of(month.replace(day=1))
    found: list[date] = []
    while not found or (monday.year, monday.month) <= (month.year, month.month):
        found.append(monday)
        monday += 7 * _DAY
    return found


def title(month: date) -> str:
    """`november 2026`."""
    return f"{MONTHS[month.month - 1]} {month.year}"


def head(grid: Grid) -> str:
    """The names of the days above their columns."""
    names = (fit(f"{' ' * LEAD}{name[:2]}", grid.width(at)) for at, name in enumerate(WEEKDAYS))
    return " " * WEEK_NUMBER + "".join(names)


def day_lines(on: date, month: int, agenda: Agenda, how: Drawing, grid: Grid) -> list[Line]:
    """All lines of one day, each as wide as its column; the last says what more there is."""
    width = grid.width(on.weekday())
    dim = on.month != month
    rows = list(_things(on, agenda, how, width))
    room = grid.height - 1
    if len(rows) > room:
        kept = max(0, room - 1)
        rows[kept:] = [(f"{signs.MORE} nog {len(rows) - kept}", MUTED)]
    rows += [""] * (room - len(rows))
    lines = [_number(on, agenda, how, width, dim=dim)]
    for row in rows:
        text, look = (row, "") if isinstance(row, str) else row
        lines.append((fit(" " * LEAD + text, width - 1) + " ", MUTED if dim else look))
    return lines


def _number(on: date, agenda: Agenda, how: Drawing, width: int, *, dim: bool) -> Line:
    """` 24 ● vandaag`, ` 25 kerstvakantie`, and at the right whether the afternoon is free."""
    off = agenda.off_on(on)
    free = on >= how.today and agenda.free_afternoon(on)
    room = width - (3 if free else 1)
    first = on.day == 1 and width > WEEKEND
    number = f"{' ' * LEAD}{on.day:>2}" + (f" {SHORT_MONTHS[on.month - 1]}" if first else "")
    if on == how.today:
        ways = (f"{number} {signs.FULL}{rest}" for rest in (" vandaag", ""))
        text = next((one for one in ways if len(one) <= room), f"{number}{signs.FULL}")
    else:
        said = next((off_name(one, agenda, False) for one in off if not one.school), "")
        text = f"{number} {said}" if said and on.weekday() < WORKDAYS else number
    text = fit(text, room) + (f" {signs.EMPTY} " if free else " ")
    closed = any(map(agenda.everywhere, off))
    look = STRONG if on == how.today else ""
    return text, MUTED if dim or closed or on < how.today else look


def _things(on: date, agenda: Agenda, how: Drawing, width: int) -> Iterator[Part]:
    """Spreekuren and own time in order, then which school is closed, then how many steps."""
    things: Sequence[Thing] = agenda.day(on).things
    past, timed = on < how.today, width >= WITH_TIMES
    if width <= WEEKEND and things:
        yield (str(len(things)), MUTED)
        return
    for one in things:
        match one:
            case PlannedHours():
                yield _hours(one, how, past=past, timed=timed)
            case OwnTime():
                yield _own_time(one, how, timed=timed)
    for off in agenda.off_on(on):
        if off.school:
            yield (off_name(off, agenda, how.shielded), MUTED)
    steps = sum(isinstance(one, Move) for one in things)
    if steps:
        yield ("1 stap" if steps == 1 else f"{steps} stappen", MUTED)


def _hours(one: PlannedHours, how: Drawing, *, past: bool, timed: bool) -> Part:
    at = f"{clock(one.at)} " if timed else ""
    if one.dropped:
        return (f"{signs.NO} {one.school} vervallen", MUTED)
    if one.clash:
        return (f"! {at}{one.school}, {words(one.clash, how.shielded)}", WARN)
    return (f"{at}{one.school}", MUTED if past else ACCENT)


def _own_time(one: OwnTime, how: Drawing, *, timed: bool) -> Part:
    at = f"{clock(one.starts)} " if timed and one.starts else ""
    away = "afwezig " if one.away and timed else ""
    what = words(one.what, how.shielded)
    return (f"{at}{away}{what}", MUTED if one.on < how.today else "")
