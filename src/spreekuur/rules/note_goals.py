"""`*`: a doel with start, target and date; `* nu 4` is today's value of the running one."""

from __future__ import annotations

import re

from spreekuur.rules.cells import cut
from spreekuur.rules.note_deadlines import doubt_about, split_deadline
from spreekuur.rules.note_lines import (
    GoalLine,
    GoalValueLine,
    LineKind,
    NoteContext,
    NoteLine,
)
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.note_readings import doubtful, first_that_fits, good, moments
from spreekuur.rules.progress import number
from spreekuur.rules.sensitive import has_private_word

_NUMBER = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?"
_NOW = re.compile(rf"nu\s+({_NUMBER})(\s.*)?", re.IGNORECASE | re.DOTALL)
_FROM_TO = re.compile(
    rf"(?:\bvan\s)?(?<![0-9.,])({_NUMBER})\s?%?\s?(?:naar|->|→)\s?"
    rf"(?:hooguit |minstens |max |min )?({_NUMBER})(?![0-9])",
    re.IGNORECASE,
)


def read_goal(marked: Marked, context: NoteContext) -> NoteLine:
    """A goal with numbers and a date is shared; with one of the two it is kept.

    `*+` shares what is kept or has a word of health, care or police in it, `*-` keeps.
    """
    now = _NOW.fullmatch(marked.body)
    if now is not None:
        return _read_value(marked, now, context)
    deadline = split_deadline(marked.body, context)
    match = _FROM_TO.search(deadline.what)
    reading = deadline.reading
    if (match is None and reading is None) or not deadline.what:
        return doubtful(marked, LineKind.GOAL, "doel zonder getal of datum")
    question = doubt_about(reading, context, school_day=False) if reading else ""
    if question:
        return doubtful(marked, LineKind.GOAL, question)
    by = reading.day if reading else None
    start, target = (_value(match[1]), _value(match[2])) if match else (None, None)
    by_itself = match is not None and by is not None and not has_private_word(marked.body)
    shared = marked.shares or (by_itself and not marked.keeps)
    numbers = "" if match is None else f" {match[1]} naar {match[2]}"
    days = moments(by, None, context.today) if by else ("zonder datum",) * 3
    return good(
        marked,
        LineKind.GOAL,
        first_that_fits(context.reading_width, *(f"doel{numbers}, {day}" for day in days)),
        GoalLine(deadline.what, start, target, by, shared),
        content=f"{deadline.what}, {days[0]}" if by else deadline.what,
        shared=shared,
    )


def _read_value(marked: Marked, now: re.Match[str], context: NoteContext) -> NoteLine:
    goal = context.running_goal
    if goal is None:
        return doubtful(marked, LineKind.GOAL_VALUE, "nog geen doel dat loopt")
    value = _value(now[1])
    if now[2] and now[2].strip():
        question = cut(f"alleen het getal: * nu {number(value)}", context.reading_width)
        return doubtful(marked, LineKind.GOAL_VALUE, question)
    reading = f"doel nu {number(value)}"
    if goal.start is not None and goal.target is not None:
        whole = f"{reading} (van {number(goal.start)} naar {number(goal.target)})"
        reading = first_that_fits(context.reading_width, whole, reading)
    return good(marked, LineKind.GOAL_VALUE, reading, GoalValueLine(value))


def _value(text: str) -> float:
    return float(text.replace(",", "."))
