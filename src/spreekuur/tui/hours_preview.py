"""A spreekuur beside a list: everybody on it, and what was said to each the last time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.date_words import clock, day_and_month, short_day
from spreekuur.store.connection import Connection
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, line, spread
from spreekuur.tui.person import told_in
from spreekuur.tui.place_rows import Drawn, place_rows
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.still_rows import still_rows
from spreekuur.tui.today_rows import TIME, Drawing
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id
from spreekuur.views.timeline import timeline

GRID = (
    Column(5, right=True),
    Column(1),
    Column(),
    Column(5),
    Column(16, needs=46),
    Column(15, right=True, needs=68),
)
"""Time, sign, name and class; reason and attendance where there is room."""


def hours_lines(
    connection: Connection, hours_id: int, how: Drawing, width: int
) -> Sequence[Content]:
    """A spreekuur with everybody on its list, its break and who waits."""
    view = office_hours_by_id(connection, hours_id)
    if view is None:
        return []
    rows = place_rows(view, None, Drawn(shielded=how.shielded, today=how.today))
    return [*_where(view, how, width), line(""), *still_rows(rows, GRID, width)]


def last_time(connection: Connection, hours_id: int, how: Drawing, width: int) -> Sequence[Content]:
    """Of everybody on the list the last talk, to read before the afternoon begins."""
    view = office_hours_by_id(connection, hours_id)
    if view is None or not view.taken:
        return []
    lines = [line(("Vorige keer", STRONG))]
    for place in (one for one in view.taken if one.held):
        lines += [*_last_talk(connection, place, view.day, how, width), line("")]
    return lines[:-1]


def _last_talk(
    connection: Connection, place: Place, before: date, how: Drawing, width: int
) -> Sequence[Content]:
    name = spoken(place.name, how.shielded) if place.name else ""
    who = line((f"{clock(place.at):{TIME}}", MUTED), name)
    talks = (
        one for one in timeline(connection, place.pupil_id or 0, how.today) if one.conversation_id
    )
    last = next((one for one in talks if one.on < before), None)
    if last is None:
        return [spread(who, line(("nieuw", ACCENT)), width)]
    first = spread(who, line((day_and_month(last.on), MUTED)), width)
    said = words(told_in(last) or str(last.outcome or ""), how.shielded)
    rest = line(" " * TIME, said).truncate(width, ellipsis=True)
    return [first, rest] if said else [first]


def _where(view: OfficeHoursView, how: Drawing, width: int) -> Sequence[Content]:
    head = f"{view.school} · {short_day(view.day, how.today)}"
    hours = f"{clock(view.starts)}-{clock(view.ends)}"
    where = f"{hours} · {view.room}" if view.room else hours
    held = len(view.held)
    taken = f"{held} van {held + len(view.free)} plekken"
    lines = [line((head, STRONG)), line((where, MUTED)), line((taken, MUTED))]
    return [one.truncate(width, ellipsis=True) for one in lines]
