"""When the last copy was made, as Vandaag says it: in passing, or as something to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from spreekuur.rules.copies import is_stale
from spreekuur.rules.date_words import short_day
from spreekuur.tui.lines import MUTED, WARN, paragraph
from spreekuur.tui.widgets.row_source import Head, Row

if TYPE_CHECKING:
    from spreekuur.store.backups import Daily

TO_DO = "spreekuur kopie --naar MAP maakt er een op een stick of schijf."


def with_copies(
    lines: list[Row | Head], copies: Daily | None, today: date, width: int
) -> list[Row | Head]:
    """What lies open with the copies: above when there is something to do, else quietly below."""
    if copies is None:
        return lines
    said = list(copies.refusals)
    if not is_stale(copies.latest, today):
        last = [Head(), Head((_last(copies.latest, today), MUTED))]
    else:
        said.append(f"{_last(copies.latest, today)} {TO_DO}")
        last = []
    above = [Head((row, WARN)) for one in said for row in paragraph(one, width)]
    return [*above, *([Head()] if above else []), *lines, *last]


def _last(latest: date | None, today: date) -> str:
    if latest is None:
        return "Er is nog geen kopie."
    day = "vandaag" if latest == today else short_day(latest, today)
    return f"Laatste kopie: {day}."
