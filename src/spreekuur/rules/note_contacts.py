"""`@`: with whom, how, with what result, when; what is left out follows from the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from spreekuur.rules.contact_words import KINDS, ONE_WAY, OUTCOMES, ROADS, SHORT_OUTCOMES
from spreekuur.rules.date_words import clock, months_apart, short_day, short_weekday
from spreekuur.rules.dates import DayReading, read_day, read_last_day
from spreekuur.rules.labels import AttemptOutcome, ContactKind
from spreekuur.rules.note_lines import Contact, ContactLine, LineKind, NoteContext, NoteLine
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.note_readings import columns, doubtful, good, squeeze
from spreekuur.rules.text import fold

_WEEK = timedelta(days=6)
_FAR = timedelta(days=183)
_MOST_WORDS = 6
_MOST_CHARACTERS = 200
_LINKS = frozenset({"met", "aan", "bij", "van", "naar"})

Word = TypeVar("Word", ContactKind, AttemptOutcome)


@dataclass(slots=True)
class _Parts:
    """What has been found so far on one line; `strange` is what nobody could place."""

    people: list[str] = field(default_factory=list)
    kind: ContactKind | None = None
    outcome: AttemptOutcome | None = None
    when: DayReading | None = None
    day_words: str = ""


def read_contact(marked: Marked, context: NoteContext) -> NoteLine:
    """The parts of the line in any order, told apart by commas and by the words themselves."""
    if len(marked.body) > _MOST_CHARACTERS:
        return _ask(marked, "met wie? kort, dan een komma")
    parts = _Parts()
    for piece in marked.body.split(","):
        _place(piece.strip(), parts, context)
    question = _question(parts, context)
    if question:
        return _ask(marked, question)
    when = parts.when or DayReading(None)
    whom = parts.people[0] if parts.people else None
    value = ContactLine(whom, parts.kind, parts.outcome, when.day, when.at)
    return good(marked, LineKind.CONTACT, _reading(value, context), value)


def contact_of(line: ContactLine | None, context: NoteContext) -> Contact:
    """The conversation: what is written, and the usual for the rest.

    Without a line it is now, with the jongere, by telephone or the spreekuurgesprek itself.
    """
    line = line or ContactLine(None, None, None, None, None)
    elsewhere = line.day is not None and line.day != context.today
    usual = ContactKind.PHONE
    if context.spoken_in_person and not elsewhere:
        usual = ContactKind.OFFICE_HOURS
    kind = line.kind or (ROADS.get(line.outcome, usual) if line.outcome else usual)
    outcome = line.outcome or (None if kind in ONE_WAY else AttemptOutcome.SPOKEN)
    at = line.at or (None if line.day else context.now)
    return Contact(line.with_whom, kind, outcome, line.day or context.today, at)


def _ask(marked: Marked, question: str) -> NoteLine:
    return doubtful(marked, LineKind.CONTACT, question)


def _place(piece: str, parts: _Parts, context: NoteContext) -> None:
    """Take the date, the road and the result out of one piece; what remains is a person."""
    if parts.when is None and fold(piece) not in KINDS | OUTCOMES:
        piece = _take_when(piece, parts, context)
    words = piece.split()
    while words:
        kind, left = _take(words, KINDS)
        outcome, left = _take(left, OUTCOMES)
        parts.kind, parts.outcome = parts.kind or kind, parts.outcome or outcome
        if left and fold(left[0]) in _LINKS:
            left = left[1:]
        if left == words:
            parts.people.append(" ".join(words))
            return
        words = left


def _take_when(piece: str, parts: _Parts, context: NoteContext) -> str:
    reading = read_day(piece, context.today, context.holidays, past=True)
    front = reading is not None
    reading = reading or read_last_day(piece, context.today, context.holidays, past=True)
    if reading is None:
        return piece
    parts.when = reading
    parts.day_words = fold(piece[: -len(reading.rest)] if front and reading.rest else piece)
    return reading.rest


def _take(words: list[str], known: Mapping[str, Word]) -> tuple[Word | None, list[str]]:
    """A known word or phrase at either end, the longest first, and the words without it."""
    for count in range(min(4, len(words)), 0, -1):
        for start in (0, len(words) - count):
            found = known.get(fold(" ".join(words[start : start + count])))
            if found is not None:
                return (found, words[:start] + words[start + count :])
    return (None, words)


def _question(parts: _Parts, context: NoteContext) -> str:
    width = context.reading_width
    if len(parts.people) > 1:
        return squeeze("wat is ", parts.people[1], "?", width)
    if parts.people and len(parts.people[0].split()) > _MOST_WORDS:
        return "met wie? kort, dan een komma"
    when = parts.when
    if when is None:
        return ""
    if when.doubt:
        return when.doubt
    if when.week is not None:
        return "op welke dag?"
    if parts.day_words == "ma" and not parts.people:
        return "ma: maandag of moeder?"
    return _improbable(when, context)


def _improbable(when: DayReading, context: NoteContext) -> str:
    """A conversation lies behind us, and without a year not far."""
    today, now = context.today, context.now
    day = when.day or today
    if day > today:
        return f"{short_day(day, today)} komt nog"
    if day == today and when.at is not None and now is not None and when.at > now:
        return f"vandaag {clock(when.at)} komt nog"
    if today - day > _FAR and not when.exact:
        return f"{short_day(day, today)}, {months_apart(day, today)} maanden terug"
    return ""


def _reading(line: ContactLine, context: NoteContext) -> str:
    """`telefoon, moeder, ingesproken`; a moment takes the place of a road that wasn't written."""
    contact = contact_of(line, context)
    when = _when(line, context.today)
    kind = _lowered(contact.kind) if line.kind or not when else ""
    outcome = contact.outcome
    result = "" if outcome is None else SHORT_OUTCOMES.get(outcome) or _lowered(outcome)
    whom = line.with_whom or ""
    width = context.reading_width
    for start in (kind, ""):
        before = ", ".join(part for part in (start, when) if part)
        whole = ", ".join(part for part in (before, whom, result) if part)
        if columns(whole) <= width:
            return whole
    before = f"{when}, " if when else ""
    return squeeze(before, whom, f", {result}" if result else "", width)


def _when(line: ContactLine, today: date) -> str:
    """`ma 16:30` within a week, `vandaag 9:00`, `di 10 nov 9:10` further back."""
    if line.day is None and line.at is None:
        return ""
    day = line.day or today
    name = short_weekday(day) if today - day <= _WEEK else short_day(day, today)
    name = "vandaag" if day == today else name
    return name if line.at is None else f"{name} {clock(line.at)}"


def _lowered(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
