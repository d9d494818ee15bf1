"""`>`: a vervolg on a day; `>>`: in the next spreekuur at this school."""

from __future__ import annotations

import re
from datetime import timedelta

from spreekuur.rules.calendar_words import meant_day
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.dates import DayReading, read_day, read_last_day
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


def read_follow_up(marked: Marked, context: NoteContext) -> NoteLine:
    """A day or a time first or last, the rest is what to do; `niet nodig` is an answer too."""
    folded = fold(marked.body)
    if marked.mark == ">>" or folded in _NEXT_OFFICE_HOURS:
        return _office_hours(marked, context)
    if folded.startswith(NOT_NEEDED):
        value = FollowUpLine(None, None, "", not_needed=True)
        return good(marked, LineKind.FOLLOW_UP, "geen vervolg", value)
    reading = _read_when(marked.body, context)
    if reading is None:
        return _ask(marked, _which_day(folded))
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
    if reading is not None:
        if fold(body).startswith("zo ") and reading.rest and reading.day:
            return DayReading(reading.day, doubt=meant_day("zo", reading.day))
        return reading
    reading = read_last_day(body, context.today, context.holidays)
    if reading is None or reading.day is None or reading.doubt or reading.rest.endswith(","):
        return reading
    tail = fold(body[len(reading.rest) :])
    if _UNSURE_AT_END.fullmatch(tail):
        return DayReading(reading.day, doubt=meant_day(tail, reading.day))
    return reading


def _question(reading: DayReading, context: NoteContext) -> str:
    if reading.doubt or reading.day is not None:
        return doubt_about(reading, context, school_day=True) or _too_late(reading, context)
    at = reading.at
    if at is None:
        return "vervolg op welke dag?"
    passed = context.now is not None and at <= context.now
    return f"{'morgen' if passed else 'vandaag'} {clock(at)}?"


def _too_late(reading: DayReading, context: NoteContext) -> str:
    if reading.day != context.today or reading.at is None or context.now is None:
        return ""
    if reading.at > context.now:
        return ""
    tomorrow = short_day(context.today + timedelta(days=1))
    return f"{clock(reading.at)} is voorbij: {tomorrow}?"


def _which_day(folded: str) -> str:
    vague = next((word for word in sorted(VAGUE) if f" {word} " in f" {folded[:200]} "), None)
    return f"welke dag is {vague}?" if vague else "vervolg op welke dag?"


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
