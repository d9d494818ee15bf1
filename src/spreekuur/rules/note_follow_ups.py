"""`>`: a vervolg on a day; `>>`: in the next spreekuur at this school."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from spreekuur.rules.calendar_words import meant_day
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.dates import DayReading, parse_time, read_day, read_last_day
from spreekuur.rules.note_deadlines import VAGUE, doubt_about
from spreekuur.rules.note_lines import FollowUpLine, LineKind, NoteContext, NoteLine
from spreekuur.rules.note_marks import NOT_NEEDED, Marked
from spreekuur.rules.note_readings import doubtful, first_that_fits, good, moments, squeeze
from spreekuur.rules.text import fold

DEFAULT_ACTION = "bellen"
OFFICE_HOURS_ACTION = "spreekuur"

_NEXT_OFFICE_HOURS = ("volgend spreekuur", "volgende spreekuur", "spreekuur")
# At the end of a line without a comma these are more often a mother, "so", or a range.
_UNSURE_AT_END = re.compile(r"ma|zo|[0-9]{1,2}[-/][0-9]{1,2}")
_OTHER_WORDS = ("ma", "zo")
_BETWEEN_DAYS = ("of", "en", "tot", "t/m", "-")
_LONGEST_QUESTION = 200
_WHICH_DAY = "vervolg op welke dag?"


def read_follow_up(marked: Marked, context: NoteContext) -> NoteLine:
    """A day or a time first or last, the rest is what to do; `niet nodig` is an answer too."""
    if context.ahead:
        context = replace(context, today=context.ahead)
    folded = fold(marked.body)
    if marked.mark == ">>" or folded in _NEXT_OFFICE_HOURS:
        return _office_hours(marked, context)
    if folded.startswith(NOT_NEEDED):
        value = FollowUpLine(None, None, "", not_needed=True)
        return good(marked, LineKind.FOLLOW_UP, "geen vervolg", value)
    reading = _read_when(marked.body, context)
    if reading is None:
        return _ask(marked, _vague_question(marked.body) or _WHICH_DAY)
    question = _question(reading, context)
    if question or reading.day is None:
        return _ask(marked, question)
    action = reading.rest.strip(" ,") or DEFAULT_ACTION
    value = FollowUpLine(reading.day, reading.at, action)
    content = f"{moments(reading.day, reading.at, context.today)[0]} {action}"
    return good(marked, LineKind.FOLLOW_UP, _reading(reading, context), value, content=content)


def _office_hours(marked: Marked, context: NoteContext) -> NoteLine:
    place = context.next_place
    if place is None:
        school = context.school_name
        if not school:
            return _ask(marked, "nog geen spreekuur gepland")
        return _ask(marked, squeeze("nog geen spreekuur op ", school, "", context.reading_width))
    days = moments(place.day, place.at, context.today)
    if place.at is None:
        position = "" if place.waiting_position is None else f", plek {place.waiting_position}"
        readings = [f"wachtlijst {day}{position}" for day in days]
    else:
        readings = [f"spreekuur {day}" for day in days]
    action = marked.body if marked.mark == ">>" and marked.body else OFFICE_HOURS_ACTION
    value = FollowUpLine(place.day, place.at, action, next_office_hours=True)
    reading = first_that_fits(context.reading_width, *readings)
    return good(marked, LineKind.FOLLOW_UP, reading, value, content=readings[0])


def _read_when(body: str, context: NoteContext) -> DayReading | None:
    """The day that the line begins or else ends with; `rest` is the action."""
    reading = read_day(body, context.today, context.holidays)
    if reading is None:
        return _read_at_end(body, context)
    if reading.day is None or reading.doubt or not reading.rest:
        return reading
    if fold(body[:3]) == "zo" and reading.at is None:
        return replace(reading, doubt=_vague_question(body) or meant_day("zo", reading.day))
    if _goes_on(reading.rest, context):
        return replace(reading, doubt=_WHICH_DAY)
    return _with_time_at_end(reading, context)


def _goes_on(rest: str, context: NoteContext) -> bool:
    """Whether a second day follows the first: `di of do`, `over 2 weken op vrijdag`."""
    first, _, left = rest.partition(" ")
    between = fold(first[:_LONGEST_QUESTION]) in _BETWEEN_DAYS
    second = read_day(left if between else rest, context.today, context.holidays)
    if second is None or second.day is None:
        return False
    return between or fold(first) not in _OTHER_WORDS


def _with_time_at_end(reading: DayReading, context: NoteContext) -> DayReading:
    """`vr moeder bellen om 14:00`."""
    action, om, clock_words = reading.rest.rpartition(" om ")
    at = parse_time(clock_words) if om and len(clock_words) < _LONGEST_QUESTION else None
    if at is None or reading.at is not None:
        return reading
    return replace(reading, at=at, rest=action)


def _read_at_end(body: str, context: NoteContext) -> DayReading | None:
    reading = read_last_day(body, context.today, context.holidays)
    if reading is None or reading.day is None or reading.doubt or reading.rest.endswith(","):
        return reading
    tail = fold(body[len(reading.rest) :])
    if _UNSURE_AT_END.fullmatch(tail):
        return replace(reading, doubt=meant_day(tail, reading.day))
    if fold(reading.rest.rsplit(None, 1)[-1]) in _BETWEEN_DAYS:
        return replace(reading, doubt=_WHICH_DAY)
    return reading


def _question(reading: DayReading, context: NoteContext) -> str:
    if reading.doubt or reading.day is not None:
        return doubt_about(reading, context, school_day=True) or _too_late(reading, context)
    at = reading.at
    if at is None:
        return _WHICH_DAY
    passed = context.now is not None and at <= context.now
    return f"{'morgen' if passed else 'vandaag'} {clock(at)}?"


def _too_late(reading: DayReading, context: NoteContext) -> str:
    """A time of today that is over."""
    if reading.day != context.today or reading.at is None or context.now is None:
        return ""
    if reading.at > context.now:
        return ""
    tomorrow = short_day(context.today + timedelta(days=1))
    return f"{clock(reading.at)} is voorbij: {tomorrow}?"


def _vague_question(body: str) -> str:
    """`welke dag is zsm?`, when such a word is in the line."""
    words = f" {fold(body[:_LONGEST_QUESTION])} "
    vague = next((word for word in sorted(VAGUE, key=len)[::-1] if f" {word} " in words), None)
    return f"welke dag is {vague}?" if vague else ""


def _reading(reading: DayReading, context: NoteContext) -> str:
    if reading.day is None:
        return ""
    days = moments(reading.day, reading.at, context.today)
    if reading.week is None:
        return first_that_fits(context.reading_width, *(f"vervolg {day}" for day in days))
    week = f"vervolg wk {reading.week}"
    return first_that_fits(
        context.reading_width, *(f"{week} (t/m {day})" for day in days), f"{week} ({days[0]})"
    )


def _ask(marked: Marked, question: str) -> NoteLine:
    return doubtful(marked, LineKind.FOLLOW_UP, question)
