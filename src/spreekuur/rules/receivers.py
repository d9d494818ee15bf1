"""To whom at school the terugkoppeling about a jongere goes (F1.5).

A mentor gets the jongeren whose mentor they are and those of their classes; who has another role
gets everyone of the school, or the classes they answer for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spreekuur.rules.labels import ContactRole
from spreekuur.rules.names import split_titled
from spreekuur.rules.text import fold

OWN_PUPILS_ONLY = frozenset({ContactRole.MENTOR, ContactRole.SLB, ContactRole.TEACHER})
"""Roles that get only the jongeren of whom they are the mentor, or of the classes they name."""

SAID_SHORT = {
    "oco": ContactRole.SUPPORT,
    "zoco": ContactRole.CARE,
    "ib": ContactRole.INTERNAL_SUPPORT,
    "ib'er": ContactRole.INTERNAL_SUPPORT,
    "slb": ContactRole.SLB,
    "smw": ContactRole.SOCIAL_WORK,
    "juf": ContactRole.TEACHER,
    "meester": ContactRole.TEACHER,
}
"""Roles as they are called for short."""

_TOGETHER = re.compile(r"\s*(?:[/&+;]|\ben\b)\s*")
_CLASS_WORDS = re.compile(r"\b(?:groep|gr|klas|leerjaar|jaar)\b\.?\s*")
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Receiver:
    """A contact person who gets terugkoppeling."""

    id: int
    name: str
    role: str
    classes: str = ""

    @property
    def is_host(self) -> bool:
        """Whether the whole school is theirs, so that they may know how many came."""
        return self.role not in OWN_PUPILS_ONLY and not class_names(self.classes)


def mine(receiver: Receiver, class_name: str, mentor: str, school: Sequence[Receiver]) -> bool:
    """Whether a jongere of this class and with this mentor is one of the receiver's.

    `school` are all receivers of the school: of two who may be meant as mentor nobody is.
    """
    if answers_for(receiver.classes, class_name):
        return True
    if receiver.role in OWN_PUPILS_ONLY:
        return receiver in mentors_meant(mentor, school)
    return not class_names(receiver.classes)


def mentors_meant(mentor: str, school: Sequence[Receiver]) -> list[Receiver]:
    """The receivers that a mentor field names; it may name two (`Ot Prins / mw. Vos`)."""
    meant = []
    for named in filter(None, _TOGETHER.split(mentor)):
        fitting = [
            one for one in school if one.role in OWN_PUPILS_ONLY and is_same_person(one.name, named)
        ]
        if len(fitting) == 1:
            meant += fitting
    return meant


def is_same_person(name: str, other: str) -> bool:
    """Whether two ways of writing may name one person: `Ot Prins`, `mw. Prins`, `O. Prins`.

    A tussenvoegsel or a first name may be left out; a first name alone is nobody's whole name.
    """
    first, second = split_titled(name), split_titled(other)
    if not first.surname or fold(first.surname) != fold(second.surname):
        return False
    prefixes = {one.prefix for one in (first, second) if one.prefix}
    return len(prefixes) < 2 and _may_be_same(first.given, second.given)


def _may_be_same(given: str, other: str) -> bool:
    one, two = fold(given), fold(other)
    if not one or not two or one == two:
        return True
    short = any("." in part or len(part) == 1 for part in (one, two))
    return short and one[0] == two[0]


def class_names(classes: str) -> tuple[str, ...]:
    """The classes somebody answers for, as they are compared: of `4H1 4H2`, `gr. 5, gr. 8`."""
    plain = _CLASS_WORDS.sub(" ", fold(classes))
    parts = (_NO_LETTER.sub("", part) for part in re.split(r"[\s,;/+&]+|\ben\b", plain))
    return tuple(part for part in parts if part)


def answers_for(classes: str, class_name: str) -> bool:
    """Whether a class is one of these; `4` is every class of that year, `4H` every havo class."""
    theirs = _NO_LETTER.sub("", _CLASS_WORDS.sub(" ", fold(class_name)))
    return any(_begins(theirs, part) for part in class_names(classes))


def _begins(class_name: str, part: str) -> bool:
    rest = class_name[len(part) :]
    if not class_name.startswith(part):
        return False
    # `1` is no part of `12`, `4h` none of `4hv`.
    return not rest or rest[0].isdigit() is not part[-1].isdigit()
