"""Readings that fit beside the text, and the lines that carry them."""

from __future__ import annotations

from datetime import date, time

from spreekuur.rules.cells import columns, cut
from spreekuur.rules.date_words import clock, day_and_month, short_day
from spreekuur.rules.note_lines import LineKind, LineState, LineValue, NoteLine
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.text import clean


def good(
    marked: Marked,
    kind: LineKind,
    reading: str,
    value: LineValue,
    *,
    content: str = "",
    shared: bool = False,
) -> NoteLine:
    """A line that was understood; its content is what stands behind the mark unless given."""
    content = content or marked.body
    return NoteLine(marked.text, kind, LineState.GOOD, reading, shared, content, value)


def doubtful(marked: Marked, kind: LineKind, question: str) -> NoteLine:
    """A line that stays with its writer as text, with the question that would settle it."""
    return NoteLine(marked.text, kind, LineState.DOUBTFUL, question, content=marked.text)


def text_line(text: str, reading: str = "") -> NoteLine:
    """A line without a mark; one that looks as if it had one says so."""
    state = LineState.NOT_A_MARK if reading else LineState.PLAIN
    return NoteLine(text, LineKind.TEXT, state, reading, content=text)


def moments(day: date, at: time | None, today: date) -> tuple[str, str, str]:
    """A moment, ever shorter: `ma 4 jan 2027 9:00`, `ma 4 jan 9:00`, `4 jan 9:00`."""
    tail = "" if at is None else f" {clock(at)}"
    days = (short_day(day, today), short_day(day), day_and_month(day))
    return (days[0] + tail, days[1] + tail, days[2] + tail)


def first_that_fits(width: int, *readings: str) -> str:
    """The first reading that fits; when none does, the last one, cut."""
    fitting = (reading for reading in readings if columns(reading) <= width)
    return next(fitting, None) or cut(readings[-1], width)


def squeeze(before: str, name: str, after: str, width: int) -> str:
    """A reading around somebody's own words, of which as much stays as there is room for."""
    room = max(1, width - columns(before) - columns(after))
    return cut(f"{before}{cut(clean(name), room)}{after}", width)
