"""By when: a date at the end of a line after a comma, and what makes a date doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spreekuur.rules.date_words import day_and_month, months_apart, short_day
from spreekuur.rules.dates import DayReading, read_day
from spreekuur.rules.note_lines import NoteContext
from spreekuur.rules.school_calendar import first_school_day_after, holiday_on
from spreekuur.rules.text import fold

_FAR = timedelta(days=183)
_LONGEST_DATE = 80

VAGUE = frozenset(
    {"zsm", "z.s.m", "asap", "spoedig", "binnenkort", "snel", "gauw", "straks", "later", "ooit"}
    | {"zo snel mogelijk", "zo spoedig mogelijk", "volgende keer", "t.z.t", "tzt"}
)
"""Words for a time that is no day."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A line without its date, the date if there is one, and the words behind the last comma."""

    what: str
    reading: DayReading | None
    tail: str


def split_deadline(body: str, context: NoteContext) -> Deadline:
    """Take the date off the end of a line; it counts only when nothing else follows the comma."""
    # A time may stand behind a comma of its own: `di 24 nov 2026, 14:00`.
    for commas in (1, 2):
        what, *tail = body.rsplit(",", commas)
        words = ",".join(tail).strip()
        if len(tail) != commas or len(words) > _LONGEST_DATE:
            break
        reading = read_day(words, context.today, context.holidays)
        if reading is None or reading.rest:
            break
        if reading.day or reading.doubt:
            return Deadline(what.strip(), reading, words)
    return Deadline(body, None, body.rpartition(",")[2].strip(" .!"))


def is_vague(words: str) -> bool:
    """Whether somebody wrote a time that is no day: `zsm`."""
    return len(words) <= _LONGEST_DATE and fold(words) in VAGUE


def doubt_about(reading: DayReading, context: NoteContext, *, school_day: bool) -> str:
    """The question that a day raises, or nothing: unclear, past, far away, or no school day.

    A day with its year written out is meant, far away or in a holiday though it be.
    """
    day = reading.day
    if reading.doubt or day is None:
        return reading.doubt
    if day < context.today:
        return _passed(day, reading.numbered, context.today)
    if reading.exact:
        return ""
    if day - context.today > _FAR:
        ahead = months_apart(day, context.today)
        return f"{short_day(day, context.today)}, over {ahead} maanden"
    holiday = holiday_on(day, context.holidays) if school_day else None
    if holiday is None:
        return ""
    back = first_school_day_after(holiday, context.holidays)
    return f"{fold(holiday.name)}: {short_day(back)}?"


def _passed(day: date, numbered: bool, today: date) -> str:
    """`3 nov is voorbij: do 3 dec?`: the same day of the month is what is meant most often."""
    if not numbered:
        return f"{short_day(day)} is voorbij"
    ahead = today + timedelta(days=1)
    while ahead.day != day.day:
        ahead += timedelta(days=1)
    return f"{day_and_month(day)} is voorbij: {short_day(ahead)}?"
