"""A reeks before it is planned: its days by year, and each day that could not be, with why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import NamedTuple

from textual.content import Content

from spreekuur.rules.date_words import WEEKDAYS, day_and_month, short_day
from spreekuur.rules.series import DayOff, OffKind, SeriesDay
from spreekuur.tui.lines import MUTED, STRONG, WARN, Part, line, paragraph
from spreekuur.tui.shown import words
from spreekuur.views.collisions import Collision

YEAR = 6
DAY = 9
"""Cells of a year before its days, and of each day."""
WIDEST = 25
"""Cells of the days before what is said of them, at most."""
MOST_DAYS = 3
"""Of more days at once only is said how many there are."""
MET = "*"
"""Behind a day on which something stands already."""


class Said(NamedTuple):
    """Days with what is said of them, what becomes of them, and a colour."""

    days: str
    why: str
    so: str = ""
    look: str = MUTED


def series_lines(
    days: Sequence[SeriesDay],
    weeks: int,
    there: Collection[date],
    met: Sequence[Collision],
    width: int,
    *,
    shielded: bool,
) -> list[Content]:
    """How many come, how often, which days, and of which days there is something to say.

    On the days that are `there` this spreekuur stands already; it is not planned again.
    """
    planned = [one.on for one in days if one.on and one.on not in there]
    often = "elke week" if weeks == 1 else f"elke {weeks} weken"
    rhythm = f"{often} op {WEEKDAYS[days[0].wanted.weekday()]}"
    known = [one.on for one in days if one.on in there and one.on]
    told = [
        *([Said(named(known), "staat er al")] if known else []),
        *_off(days, shielded=shielded),
        *collided(met, shielded=shielded),
    ]
    return [
        line((counted(len(planned)), STRONG), "  ", (rhythm, MUTED)),
        *by_year(planned, {one.day for one in met}, width),
        *([line("")] if told else []),
        *said_lines(told, width),
    ]


def counted(many: int) -> str:
    """`1 spreekuur`, `4 spreekuren`."""
    return "1 spreekuur" if many == 1 else f"{many} spreekuren"


def by_year(days: Sequence[date], met: Collection[date], width: int) -> Iterator[Content]:
    """The days in columns, each year on lines of its own; those that are met stand out."""
    a_line = max(1, (width - YEAR) // DAY)
    for year, group in groupby(days, lambda day: day.year):
        of_year = list(group)
        for start in range(0, len(of_year), a_line):
            cells: list[Part] = [
                (f"{f'{day_and_month(day):>6}{MET}':{DAY}}", WARN)
                if day in met
                else f"{day_and_month(day):>6}{' ' * (DAY - 6)}"
                for day in of_year[start : start + a_line]
            ]
            yield line((f"{'' if start else year!s:{YEAR}}", MUTED), *cells)


def collided(met: Sequence[Collision], *, shielded: bool) -> Iterator[Said]:
    """What stands at these hours already; it is hers to judge."""
    days: dict[str, list[date]] = {}
    for one in met:
        days.setdefault(one.said(words(one.what, shielded)), []).append(one.day)
    for said, on in days.items():
        yield Said(f"{MET} {named(on)}", said, look=WARN)


def named(days: Sequence[date]) -> str:
    """`di 22 dec`, `di 20 jul, 3 aug, 17 aug`, `7 dagen`."""
    if len(days) > MOST_DAYS:
        return f"{len(days)} dagen"
    return ", ".join([short_day(days[0]), *map(day_and_month, days[1:])])


def said_lines(told: Sequence[Said], width: int) -> Iterator[Content]:
    """Days, why and what becomes of them in three columns; in two where that is too wide."""
    left = min(max((len(one.days) for one in told), default=0), WIDEST) + 2
    why = max((len(one.why) for one in told if one.so), default=0) + 2
    beside = left + why + max((len(one.so) for one in told), default=0) <= width
    for one in told:
        parts = (one.why, one.so)
        said = f"{one.why:{why}}{one.so}" if beside and one.so else ": ".join(filter(None, parts))
        rows = [said] if len(said) <= width - left else paragraph(said, max(10, width - left))
        for number, row in enumerate(rows):
            yield line(f"{'' if number else one.days:{left}}", (row, one.look))


def as_read(off: DayOff, *, shielded: bool) -> DayOff:
    """The same as it may be read now: what she wrote herself can't be under the shield."""
    if off.kind is not OffKind.CLOSED:
        return off
    return replace(off, name=words(off.name, shielded))


def _off(days: Sequence[SeriesDay], *, shielded: bool) -> Iterator[Said]:
    """Days off that give way to one day are told together."""
    moved = (one for one in days if one.off)
    for _, group in groupby(moved, lambda one: (one.off, one.instead)):
        first, *more = group
        name = as_read(first.off, shielded=shielded).name if first.off else ""
        yield Said(named([first.wanted, *(one.wanted for one in more)]), name, _so(first, more))


def _so(first: SeriesDay, more: Sequence[SeriesDay]) -> str:
    """What becomes of one day off, and of those behind it that give way to the same day."""
    if first.instead is None:
        return "geen schoolweek vrij"
    day = short_day(first.instead)
    if first.doubled:
        return f"{day} staat er al"
    said = f"samen {day}" if more else f"wordt {day}"
    return f"{said}, na Tot" if first.late else said
