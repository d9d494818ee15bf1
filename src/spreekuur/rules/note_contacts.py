"""`@`: with whom, how, with what result, when; what is left out follows from the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from spreekuur.rules.cells import columns
from spreekuur.rules.contact_words import KINDS, ONE_WAY, OUTCOMES, ROADS, SHORT_OUTCOMES
from spreekuur.rules.date_words import clock, day_and_month, months_apart, short_day, short_weekday
from spreekuur.rules.dates import DayReading, read_day, read_last_day
from spreekuur.rules.labels import AttemptOutcome, ContactKind
from spreekuur.rules.note_lines import Contact, ContactLine, LineKind, NoteContext, NoteLine
from spreekuur.rules.note_marks import Marked
from spreekuur.rules.note_readings import doubtful, good, squeeze
from spreekuur.rules.text import fold

_WEEK = timedelta(days=6)
_FAR = timedelta(days=183)
_MOST_WORDS = 6
_MOST_CHARACTERS = 200
_LONGEST_PHRASE = 4
_LINKS = frozenset({"met", "aan", "bij", "van", "naar"})


@dataclass(slots=True)
class _Parts:
    """What has been found so far on one line; `bare_ma`: a day was written as a mother may be."""

    people: list[str] = field(default_factory=list)
    kind: ContactKind | None = None
    outcome: AttemptOutcome | None = None
    when: DayReading | None = None
    bare_ma: bool = False


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

    Without a line it is now, with the jongere, by telephone or the spreekuurgesprek itself; at a
    place that was missed nobody is spoken unless the line says whom, how or with what result.
    """
    line = line or ContactLine(None, None, None, None, None)
    elsewhere = line.day is not None and line.day != context.today
    nobody = context.missed and not (elsewhere or line.with_whom or line.kind or line.outcome)
    usual = ContactKind.PHONE
    if nobody or (context.spoken_in_person and not (elsewhere or context.missed)):
        usual = ContactKind.OFFICE_HOURS
    kind = line.kind or (ROADS.get(line.outcome, usual) if line.outcome else usual)
    by_itself = AttemptOutcome.NOT_SPOKEN if nobody else AttemptOutcome.SPOKEN
    outcome = line.outcome or (None if kind in ONE_WAY else by_itself)
    at = line.at or (None if line.day else context.now)
    return Contact(line.with_whom, kind, outcome, line.day or context.today, at)


def _ask(marked: Marked, question: str) -> NoteLine:
    return doubtful(marked, LineKind.CONTACT, question)


def _place(piece: str, parts: _Parts, context: NoteContext) -> None:
    """Take the road, the result and the date out of one piece; what remains is a person."""
    words = piece.split()
    while words:
        left = _without_known(words, parts)
        if left is None:
            left = _without_when(words, parts, context)
        if left is None and fold(words[0]) in _LINKS:
            left = words[1:]
        if left is None:
            parts.people.append(" ".join(words))
            return
        words = left


def _without_known(words: list[str], parts: _Parts) -> list[str] | None:
    """The words without a road or a result at either end, the longest phrase first."""
    for count in range(min(_LONGEST_PHRASE, len(words)), 0, -1):
        for start in (0, len(words) - count):
            phrase = fold(" ".join(words[start : start + count]))
            if phrase not in KINDS and phrase not in OUTCOMES:
                continue
            parts.kind = parts.kind or KINDS.get(phrase)
            parts.outcome = parts.outcome or OUTCOMES.get(phrase)
            return words[:start] + words[start + count :]
    return None


def _without_when(words: list[str], parts: _Parts, context: NoteContext) -> list[str] | None:
    """The words without a day or time at either end."""
    if parts.when is not None:
        return None
    text = " ".join(words)
    reading = read_day(text, context.today, context.holidays, past=True)
    last = reading is None
    reading = reading or read_last_day(text, context.today, context.holidays, past=True)
    if reading is None:
        return None
    left = reading.rest.split()
    taken = words[len(left) :] if last else words[: len(words) - len(left)]
    parts.when = reading
    parts.bare_ma = [fold(word) for word in taken] == ["ma"]
    return left


def _question(parts: _Parts, context: NoteContext) -> str:
    width = context.reading_width
    if len(parts.people) > 1:
        return squeeze('wat is "', parts.people[1], '"?', width)
    if parts.people and len(parts.people[0].split()) > _MOST_WORDS:
        return "met wie? kort, dan een komma"
    when = parts.when
    now = when is None or when.day in (None, context.today)
    if context.at_table and now and _is_elsewhere(parts):
        return "niet aan tafel? eigen notitie"
    if when is None:
        return ""
    if when.doubt:
        return when.doubt
    if when.week is not None:
        return "op welke dag?"
    if parts.bare_ma and not parts.people:
        return "ma: maandag of moeder?"
    return _improbable(when, context)


def _is_elsewhere(parts: _Parts) -> bool:
    """Whether this can't be how the jongere at the table is spoken: in vain, or another."""
    called_another = parts.kind is ContactKind.PHONE and bool(parts.people)
    in_vain = parts.outcome not in (None, AttemptOutcome.SPOKEN)
    return called_another or in_vain or parts.kind in ONE_WAY


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
    """`telefoon, moeder, ingesproken`; what follows by itself goes when room is short."""
    contact = contact_of(line, context)
    outcome = contact.outcome
    result = "" if outcome is None else SHORT_OUTCOMES.get(outcome) or _lowered(outcome)
    kind, whom = _lowered(contact.kind), line.with_whom or ""
    when, short = _when(line, context.today)
    if not line.kind and when:
        kind = ""
    given = (kind if line.kind else "", result if line.outcome or not line.kind else "")
    readings = [
        _joined(kind, when, whom, result),
        _joined(given[0], when, whom, given[1]),
        _joined(given[0], short, whom, given[1]),
    ]
    fitting = (reading for reading in readings if columns(reading) <= context.reading_width)
    before, after = (f"{short}, " if short else ""), (f", {result}" if result else "")
    return next(fitting, None) or squeeze(before, whom, after, context.reading_width)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _when(line: ContactLine, today: date) -> tuple[str, str]:
    """`ma 16:30` within a week, `di 10 nov 9:10` further back, and the same without weekday."""
    if line.day is None and line.at is None:
        return ("", "")
    day = line.day or today
    tail = "" if line.at is None else f" {clock(line.at)}"
    if day == today:
        return (f"vandaag{tail}", f"vandaag{tail}")
    if today - day <= _WEEK:
        return (short_weekday(day) + tail, short_weekday(day) + tail)
    return (short_day(day, today) + tail, day_and_month(day) + tail)


def _lowered(label: str) -> str:
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
