"""What Vandaag says of afternoons that are over: to be closed, and to be told to school."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from spreekuur.rules.date_words import short_day
from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, STRONG
from spreekuur.tui.widgets.row_source import Head, Row

if TYPE_CHECKING:
    from spreekuur.tui.today_rows import Drawing, Lines
    from spreekuur.views.after_hours import AfterHours


class ToClose(NamedTuple):
    """A spreekuur that is over and not closed."""

    hours: int


class ToTell(NamedTuple):
    """A school and a day of which nothing went back yet."""

    school: int
    day: date


def after_lines(after: Sequence[AfterHours], how: Drawing) -> Lines:
    """A section for each of the two, the spreekuren oldest first."""
    lines: Lines = []
    for closed, title in ((False, "Af te sluiten"), (True, "Terugkoppeling")):
        rows = [_row(one, how) for one in after if one.is_closed is closed]
        if rows:
            lines += [Head(), Head((title, STRONG), (str(len(rows)), MUTED)), *rows]
    return lines


def _row(one: AfterHours, how: Drawing) -> Row:
    key = ToTell(one.school_id, one.day) if one.is_closed else ToClose(one.id)
    what = "toont wat teruggaat" if one.is_closed else "sluit het spreekuur af"
    when = short_day(one.day, how.today)
    return Row(key, ((when, MUTED), one.school, (f"{signs.ENTER} {what}", MUTED)))
