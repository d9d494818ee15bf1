"""`!`: an afspraak says who, what and by when; without all three it is text."""

from __future__ import annotations

import re

from spreekuur.rules.labels import Side
from spreekuur.rules.note_deadlines import Deadline, doubt_about, is_vague, split_deadline
from spreekuur.rules.note_lines import AgreementLine, LineKind, NoteContext, NoteLine
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.note_readings import doubtful, first_that_fits, good, moments, squeeze
from spreekuur.rules.sensitive import has_private_word
from spreekuur.rules.sides import begins_with_someone, goes_to_school, sides_of

# A colon inside a time (`7:30`) names nobody.
_WHO = re.compile(r"([^:]*):(?=\D|$)")
_ADDRESSED_FROM = 12


def read_agreement(marked: Marked, context: NoteContext) -> NoteLine:
    """An agreement goes to school by itself only when school or the jongere is at turn.

    And only without a word of health, care or police; `!+` shares all the same, `!-` keeps.
    """
    deadline = split_deadline(marked.body, context)
    match = _WHO.match(deadline.what)
    if match is None:
        return _ask(marked, _missing_who(marked, deadline, context))
    who, what = match[1].strip(), deadline.what[match.end() :].strip()
    sides = sides_of(who, context)
    question = _question(who, what, sides, deadline, context)
    reading = deadline.reading
    if question or reading is None or reading.day is None:
        return _ask(marked, question)
    by_itself = goes_to_school(sides) and not has_private_word(marked.body)
    shared = marked.shares or (by_itself and not marked.keeps)
    value = AgreementLine(who, sides[0], what, reading.day, reading.at, shared)
    until = "t/m " if reading.until else ""
    full, plain, short = moments(reading.day, reading.at, context.today)
    return good(
        marked,
        LineKind.AGREEMENT,
        first_that_fits(
            context.reading_width,
            f"afspraak {who}, {until}{full}",
            f"afspraak {who}, {until}{short}",
            squeeze("afspraak ", who, f", {until}{plain}", context.reading_width),
        ),
        value,
        content=f"{who}: {what}, {until}{full}",
        shared=shared,
    )


def _ask(marked: Marked, question: str) -> NoteLine:
    return doubtful(marked, LineKind.AGREEMENT, question)


def _missing_who(marked: Marked, deadline: Deadline, context: NoteContext) -> str:
    """What to ask when nobody stands before a colon."""
    someone = begins_with_someone(marked.body, context)
    if deadline.reading is None:
        return "wie doet wat? blijft bij jou" if someone else "wie, en tot wanneer?"
    if someone:
        return squeeze("zet een : na ", marked.body.split()[0], "", context.reading_width)
    return "wie doet dat?"


def _question(
    who: str, what: str, sides: tuple[Side, ...], deadline: Deadline, context: NoteContext
) -> str:
    """The first thing that is missing or unclear, or nothing."""
    width = context.reading_width
    if not sides:
        return "wie? een naam, dan een :" if who else "wie doet dat?"
    if not what:
        return squeeze("wat doet ", who, "?", width)
    if _too_young(sides, context):
        return f"jonger dan {_ADDRESSED_FROM}: ouders?"
    if deadline.reading is None:
        if is_vague(deadline.tail):
            asks = f"welke dag is {deadline.tail}?"
            return first_that_fits(width, f"afspraak {who}, {asks}", asks)
        return squeeze("afspraak ", who, ", tot wanneer?", width)
    return doubt_about(deadline.reading, context, school_day=Side.SCHOOL in sides)


def _too_young(sides: tuple[Side, ...], context: NoteContext) -> bool:
    """Under twelve the agreement is with the parents (domain 6)."""
    young = context.age is not None and context.age < _ADDRESSED_FROM
    return young and Side.PUPIL in sides and Side.PARENTS not in sides
