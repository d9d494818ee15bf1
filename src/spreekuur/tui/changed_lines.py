"""What becomes of spreekuren that are changed or cancelled, and of who is on their lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.date_words import clock, short_day
from spreekuur.tui.lines import MUTED, STRONG, WARN, line
from spreekuur.tui.series_lines import Said, as_read, by_year, collided, counted, said_lines
from spreekuur.views.changed_hours import HoursChange
from spreekuur.views.collisions import Collision
from spreekuur.views.rebooking import Rebooked, where_to

NOBODY = "Er staat niemand meer op de lijst."


def changed_lines(
    changes: Sequence[HoursChange],
    met: Sequence[Collision],
    today: date,
    width: int,
    *,
    shielded: bool,
) -> list[Content]:
    """Of more than one first the days they go to; then everything out of the ordinary."""
    told = [
        *(said for one in changes for said in _told(one, changes[0], today, shielded=shielded)),
        *collided(met, shielded=shielded),
    ]
    lines: list[Content] = []
    if len(changes) > 1:
        days = sorted(one.new.day for one in changes)
        lines = [line((counted(len(changes)), STRONG), "  ", ("dit en de latere", MUTED))]
        lines += by_year(days, {one.day for one in met}, width)
        lines += [line("")] if told else []
    return [*lines, *said_lines(told, width)]


def _told(one: HoursChange, first: HoursChange, today: date, *, shielded: bool) -> Iterator[Said]:
    day = short_day(one.was.day, today)
    if one.off:
        off, new = as_read(one.off, shielded=shielded), short_day(one.new.day, today)
        if one is first:
            yield Said(new, off.said, look=WARN)
        elif one.stays_off:
            yield Said(new, off.name, "toch, de week erna is er al een", WARN)
        else:
            yield Said(day, off.name, f"wordt {new}")
    if one.new.grid != first.new.grid and one is not first:
        own = f"{clock(one.new.starts)}-{clock(one.new.ends)}"
        yield Said(day, f"houdt eigen tijden, {own}")
    if one.new.room != first.new.room and one is not first:
        yield Said(day, "houdt een eigen kamer")
    if one.waiting:
        yield Said(day, f"{_who_fits(len(one.waiting))} niet meer", "naar de wachtlijst", WARN)


def _who_fits(many: int) -> str:
    """`1 jongere past`, `2 jongeren passen`."""
    return "1 jongere past" if many == 1 else f"{many} jongeren passen"


def cancelled_lines(
    days: Sequence[date], places: Sequence[Rebooked], today: date, width: int
) -> list[Content]:
    """Which spreekuren do not go on, and where who is still invited goes."""
    lines = [line((counted(len(days)), STRONG), "  ", ("gaat niet door", MUTED))]
    if len(days) > 1:
        lines = [line((counted(len(days)), STRONG), "  ", ("gaan niet door", MUTED))]
        lines += by_year(days, (), width)
    told = where_to(places, today) or [NOBODY]
    return [*lines, line(""), *(line((one, MUTED)) for one in told)]
