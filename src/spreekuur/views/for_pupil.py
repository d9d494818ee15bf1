"""What the jongere beside her may read: their own agreements and doel, and no name of others."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from spreekuur.rules.for_pupil import Agreed, Around, next_time, sentence, until
from spreekuur.rules.hidden_names import name_parts, without_names
from spreekuur.rules.labels import Side
from spreekuur.rules.names import split_name, split_titled
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import Note
from spreekuur.rules.progress import dots, number
from spreekuur.rules.text import fold
from spreekuur.rules.written_out import ended, weekday_and_day
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import school_of_place
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.follow_ups import open_follow_ups
from spreekuur.views.note_context import note_context


@dataclass(frozen=True, slots=True)
class GoalShown:
    """A doel: as it was said, where it stands, and steps done of steps in all."""

    text: str
    stands: str
    steps: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class ForPupil:
    """Plain sentences; each agreement with until when."""

    given: str
    initials: str
    agreements: tuple[tuple[str, str], ...]
    goals: tuple[GoalShown, ...]
    next_time: str


OTHERS = (
    "SELECT DISTINCT p.id, p.given, p.surname FROM json_each(:words) w "
    "JOIN pupil p ON instr(p.given, w.value) OR instr(p.surname, w.value) ORDER BY p.id"
)
"""Jongeren in whose names one of these words occurs."""

ADULTS = (
    "SELECT DISTINCT a.name FROM json_each(:words) w JOIN (SELECT name FROM guardian "
    "UNION ALL SELECT name FROM school_contact) a ON instr(a.name, w.value) ORDER BY a.name"
)
"""The same of ouders and of who works at a school."""

_WORD = re.compile(r"\w+")


def for_pupil(
    connection: Connection,
    pupil_id: int,
    today: date,
    now: time | None = None,
    *,
    concept: str = "",
    appointment_id: int | None = None,
) -> ForPupil | None:
    """What was agreed with one jongere, what is being typed included; None when there is none.

    What stays with her, a doel or an agreement, stays here too, unless it is the jongere's own
    move.
    """
    card = pupil_card(connection, pupil_id, today)
    if card is None:
        return None
    note = _read(connection, card, today, now, concept, appointment_id)
    agreed = tuple(_agreed(card, note))
    texts = [one.what for one in agreed] + [text for text, *_ in _goals(card, note)]
    instead = instead_of_names(names_in(connection, texts), card)
    around = Around(card.name.given, {fold(name): role for name, role in _roles(card)})
    shown = [replace(one, what=without_names(one.what, instead)) for one in agreed]
    return ForPupil(
        given=card.name.given,
        initials=card.name.initials,
        agreements=tuple((sentence(one, around), until(one, today)) for one in shown),
        goals=tuple(
            _goal(without_names(text, instead), start, target, at, due)
            for text, start, target, at, due in _goals(card, note)
        ),
        next_time=_next_time(connection, pupil_id, note, today),
    )


def _read(
    connection: Connection,
    card: PupilCard,
    today: date,
    now: time | None,
    concept: str,
    appointment_id: int | None,
) -> Note | None:
    if not concept.strip():
        return None
    host = school_of_place(connection, appointment_id)
    context = note_context(
        connection, today, now, pupil_id=card.id, hosted_by=host, in_person=host is not None
    )
    return parse_note(concept, context)


def _agreed(card: PupilCard, note: Note | None) -> Iterator[Agreed]:
    for one in card.open_agreements:
        if one.shared or one.side is Side.PUPIL:
            yield Agreed(one.who, one.side, one.what, one.due, one.at)
    for line in note.agreements if note else ():
        if line.shared or line.side is Side.PUPIL:
            yield Agreed(line.who, line.side, line.what, line.by, line.at)


GoalParts = tuple[str, float | None, float | None, float | None, date | None]


def _goals(card: PupilCard, note: Note | None) -> Sequence[GoalParts]:
    """Text, start, target, where it stands and until when; what is typed goes before.

    A doel that is kept back (`*-`, or not ticked as shared) is hers: it is not shown.
    """
    typed = [one for one in note.goals if one.shared] if note else []
    if typed:
        return [(one.text, one.start, one.target, one.start, one.by) for one in typed]
    one = next((one for one in card.running_goals if one.shared), None)
    if one is None:
        return []
    said = note.goal_value if note and one is card.running_goal else None
    return [(one.text, one.start, one.target, said.value if said else one.now, one.due)]


def _goal(
    text: str, start: float | None, target: float | None, at: float | None, due: date | None
) -> GoalShown:
    stands = [f"Nu {number(at)}." if at is not None else ""]
    stands.append(f"Tot en met {weekday_and_day(due)}." if due else "")
    steps = None
    if start is not None and target is not None and at is not None:
        steps = dots(start, target, at)
    text = f"van {text}" if text[:1].isdigit() else text
    said = ended(f"{text[:1].upper()}{text[1:]}")
    return GoalShown(said, " ".join(part for part in stands if part), steps)


def _next_time(connection: Connection, pupil_id: int, note: Note | None, today: date) -> str:
    typed = note.follow_ups if note else ()
    for line in typed:
        if line.next_office_hours:
            return next_time(line.day, line.at)
    for one in open_follow_ups(connection, pupil_id, today):
        later = one.on is None or one.on > today
        if one.anchor is not None and not one.anchor.cancelled and later:
            return next_time(one.on, one.at)
    return ""


def _roles(card: PupilCard) -> Iterator[tuple[str, str]]:
    """Everybody around by each way they are called, and what they are."""
    people = [(one.name, one.relation or "ouder") for one in card.guardians]
    people += [(one.name, one.role or "school") for one in card.contacts]
    if card.mentor:
        people.append((card.mentor, "mentor"))
    for name, role in people:
        for called in _called(name):
            if called != card.name.given:
                yield called, role


def _called(name: str) -> Iterator[str]:
    """`Ot van Dam`, `Ot`, `van Dam`, `Dam`: of an adult, without a title."""
    parts = split_titled(name)
    with_prefix = f"{parts.prefix} {parts.surname}".strip()
    first = parts.given.partition(" ")[0]
    ways = dict.fromkeys((name, parts.spoken, parts.given, first, with_prefix, parts.surname))
    yield from filter(None, ways)


@dataclass(frozen=True, slots=True)
class NamesIn:
    """The names that may stand in some texts: of jongeren, by number, and of adults."""

    pupils: tuple[tuple[int, str], ...]
    adults: tuple[str, ...]


def names_in(connection: Connection, texts: Iterable[str]) -> NamesIn:
    """Whose names to look for in these texts."""
    words = set(_WORD.findall("\n".join(texts)))
    # Two small letters stand in so many names that all would be looked at one by one.
    telling = [word for word in words if len(word) > 2 or word[0].isupper()]
    values = {"words": json.dumps(telling)}

    def said(name: str) -> bool:
        return not words.isdisjoint(_WORD.findall(name))

    rows = connection.execute(OTHERS, values).fetchall()
    adults = connection.execute(ADULTS, values).fetchall()
    return NamesIn(
        tuple((number, name) for number, *both in rows for name in both if said(name)),
        tuple(name for (name,) in adults if said(name)),
    )


def instead_of_names(found: NamesIn, card: PupilCard) -> dict[str, str]:
    """What stands for each name of another than the jongere of this card."""
    names = [
        part for number, name in found.pupils if number != card.id for part in name_parts(name)
    ]
    names += [called for name in found.adults for called in _called(name)]
    own = {*name_parts(card.name.given), *name_parts(card.name.surname), card.name.spoken}
    own.add(f"{card.name.prefix} {card.name.surname}".strip())
    others = dict.fromkeys(name for name in names if name not in own)
    instead = {name: split_name(name).initials for name in others}
    return instead | {name: role for name, role in _roles(card) if name not in own}
