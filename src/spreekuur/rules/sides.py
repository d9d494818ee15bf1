"""Whose move it is, by the words people use for each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spreekuur.rules.labels import Side
from spreekuur.rules.note_lines import NoteContext
from spreekuur.rules.text import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(map(fold, text.split()))


WORDS: dict[Side, frozenset[str]] = {
    Side.ME: _words(
        "ik mij mezelf leerplicht leerplichtambtenaar lpa consulent doorstroompunt rmc"
    ),
    Side.SCHOOL: _words(
        """school mentor mentrix oco zoco ib ib'er iber slb slb'er slber docent docente leerkracht
        leraar lerares juf meester teamleider afdelingsleider directeur directrice directie rector
        conrector conciërge administratie decaan verzuimcoördinator zorgcoördinator
        leerlingcoördinator ondersteuningscoördinator leerlingbegeleider gedragswetenschapper
        intern"""
    ),
    Side.PARENTS: _words(
        """moeder vader ouder ouders ma pa mam pap mama papa oma opa grootouders stiefmoeder
        stiefvader pleegmoeder pleegvader pleegouder pleegouders verzorger verzorgers voogd gezin
        broer broertje zus zusje tante oom neef nicht familie"""
    ),
    Side.PUPIL: _words("jongere leerling student"),
    Side.PARTNER: _words(
        """partner wijkteam buurtteam jeugdteam jeugdarts schoolarts ggd ggz huisarts psycholoog
        hulpverlener hulpverlening jeugdzorg jeugdhulp jeugdcoach gezinscoach gezinsvoogd smw
        maatschappelijk trajectbegeleider wijkagent agent politie boa gemeente swv
        samenwerkingsverband werkgever vriend vriendin"""
    ),
}
"""Folded words of each side; whoever is in none of them is a partner."""

TOGETHER = re.compile(r"\s*(?:[+&/,]|\ben\b|\bmet\b|\bsamen\b)\s*")
_ARTICLES = frozenset({"de", "het", "een", "zijn", "haar", "hun", "mijn", "zelf"})
_SHAREABLE = frozenset({Side.SCHOOL, Side.PUPIL})
_MOST_WORDS = 8
_MOST_CHARACTERS = 60


def sides_of(who: str, context: NoteContext) -> tuple[Side, ...]:
    """The side of everyone named (`Sam + mentor`); nobody when it is too long to be a name."""
    if fold(who) in _partners(context):
        return (Side.PARTNER,)
    if len(who) > _MOST_CHARACTERS or len(who.split()) > _MOST_WORDS:
        return ()
    return tuple(_side(part, context) for part in TOGETHER.split(fold(who)) if part)


def goes_to_school(sides: Sequence[Side]) -> bool:
    """Whether it is school's or the jongere's move, and nobody's who is no concern of school."""
    return bool(_SHAREABLE & set(sides)) and set(sides) <= _SHAREABLE | {Side.ME}


def is_role(who: str) -> bool:
    """Whether it says what people are and names nobody: `vader`, `mentor en ik`.

    Words for partners don't count: who helps is no more to be read when shielded than a name.
    """
    words = [word for part in TOGETHER.split(fold(who)) for word in part.split()]
    named = [word for word in words if word not in _ARTICLES]
    return bool(named) and all(_is_known(word) for word in named)


def _is_known(word: str) -> bool:
    sides = (words for side, words in WORDS.items() if side is not Side.PARTNER)
    return any(word in words for words in sides) or _at_school(word)


def begins_with_someone(text: str, context: NoteContext) -> bool:
    """Whether a line begins with somebody who could be at turn."""
    begin = fold(text[:_MOST_CHARACTERS])
    if any(begin.startswith(name) for name in _partners(context)):
        return True
    first = begin.split(" ", 1)[0]
    return any(first in words for words in WORDS.values()) or first in _names(context)


def _side(part: str, context: NoteContext) -> Side:
    words = [word for word in part.split() if word not in _ARTICLES]
    # A word of the family or a partner decides: `moeder van Sam`, `jeugdarts van school`.
    for side in (Side.PARENTS, Side.PARTNER):
        if WORDS[side].intersection(words):
            return side
    name = " ".join(words)
    names = _names(context)
    known = names.get(part) or names.get(name)
    if known is not None:
        return known
    if words and name in WORDS[Side.ME] | WORDS[Side.PUPIL]:
        return Side.ME if name in WORDS[Side.ME] else Side.PUPIL
    return Side.SCHOOL if words and _at_school(words[0]) else Side.PARTNER


def _at_school(word: str) -> bool:
    return word in WORDS[Side.SCHOOL] or word.endswith(("docent", "leraar", "leerkracht"))


def _partners(context: NoteContext) -> frozenset[str]:
    """Folded whole names on the sociale kaart."""
    named = (fold(one.name) for one in context.people if one.side is Side.PARTNER)
    return frozenset(filter(None, named))


def _names(context: NoteContext) -> dict[str, Side]:
    """Folded full and first names of those in view; of two namesakes, who is not told to school.

    The jongere's own name goes before all others.
    """
    names: dict[str, Side] = {}
    for person in context.people:
        if person.side is Side.PARTNER:
            # `Ouder- en kindteam` makes no partner of who is called `ouder`.
            continue
        full = fold(person.name)
        for name in (full, full.split(" ", 1)[0]):
            if name and names.get(name, Side.SCHOOL) in _SHAREABLE:
                names[name] = person.side
    if context.school_name:
        names[fold(context.school_name)] = Side.SCHOOL
    if context.given_name:
        names[fold(context.given_name)] = Side.PUPIL
    return names
