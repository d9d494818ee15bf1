"""The columns of ouders in a caseload: `Ouder 1`, `Telefoon moeder`, `Ouder(s)` and their kin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from spreekuur.exchange.telephone import split_telephone, telephone
from spreekuur.rules.labels import Relation
from spreekuur.rules.text import fold

_RELATIONS = {
    "stiefmoeder": Relation.STEPMOTHER,
    "stiefvader": Relation.STEPFATHER,
    "pleegmoeder": Relation.FOSTER,
    "pleegvader": Relation.FOSTER,
    "pleegouder": Relation.FOSTER,
    "pleegouders": Relation.FOSTER,
    "moeder": Relation.MOTHER,
    "vader": Relation.FATHER,
    "oma": Relation.GRANDMOTHER,
    "opa": Relation.GRANDFATHER,
    "voogd": Relation.GUARDIAN,
    "verzorger": Relation.CARER,
    "verzorgers": Relation.CARER,
    "ouder": "",
    "ouders": "",
}
_PERSON = re.compile(rf"(?:tel|telefoon|mobiel|naam)?({'|'.join(_RELATIONS)})([1-4]?)")
_KINDS = {
    "phone": {"tel", "telefoon", "telefoonnummer", "telnr", "mobiel", "mobielnummer", "gsm"},
    "relation": {"relatie", "soort"},
    "given": {"voornaam", "roepnaam", "voorletters"},
    "prefix": {"tussenvoegsel", "tussenvoegsels", "voorvoegsel"},
    "surname": {"achternaam"},
}
_SMALL = {"naam", "van", "de", "en", "of", "s", "e", "nr", "nummer", "1", "2", "3", "4"}
_SAID = re.compile(rf"({'|'.join(_RELATIONS)})\b\s*[:=]?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class GuardianRow:
    """An ouder or verzorger; `relation` is a Relation value, or empty when not said."""

    name: str
    relation: str
    phone: str


@dataclass(slots=True)
class _Person:
    """The columns of one ouder: kind of column to position."""

    relation: str
    places: dict[str, int] = field(default_factory=dict)


class GuardianColumns:
    """Which columns of a header are about ouders; `positions` are those it reads."""

    def __init__(self, header: Sequence[str]) -> None:
        self._people: dict[tuple[str, str], _Person] = {}
        for position, title in enumerate(header):
            self._take(position, title)

    @property
    def positions(self) -> frozenset[int]:
        return frozenset(
            position for person in self._people.values() for position in person.places.values()
        )

    def _take(self, position: int, title: str) -> None:
        words = re.findall(r"[a-z]+[0-9]?|[0-9]", fold(title))
        people = [match for word in words if (match := _PERSON.fullmatch(word))]
        rest = {word for word in words if not _PERSON.fullmatch(word)} - _SMALL
        kind = next((kind for kind, known in _KINDS.items() if rest and rest <= known), "name")
        if not people or (kind == "name" and rest):
            return
        word = people[0][1].removesuffix("s")
        number = next((digit for digit in re.findall("[1-4]", title)), "")
        if any(match[0].startswith(("tel", "mobiel")) for match in people):
            kind = "phone"
        group = "ouder" if word == "verzorger" else word
        person = self._people.setdefault((group, number), _Person(_RELATIONS[word]))
        person.places.setdefault(kind, position)

    def read(self, cells: Sequence[str]) -> tuple[GuardianRow, ...]:
        """The ouders of one line; a cell may name more than one (`Anja / Piet`)."""
        return tuple(
            guardian for person in self._people.values() for guardian in _guardians(person, cells)
        )


def _guardians(person: _Person, cells: Sequence[str]) -> list[GuardianRow]:
    values = {kind: cells[position] for kind, position in person.places.items()}
    parts = (values.get("given"), values.get("prefix"), values.get("surname"))
    names = _several(values.get("name") or " ".join(part for part in parts if part))
    phones = _several(values.get("phone", ""))
    said = _RELATIONS.get(fold(values.get("relation", "")), "") or person.relation
    return [
        _guardian(name, phone, said) for name, phone in zip_longest(names, phones, fillvalue="")
    ]


def _several(text: str) -> list[str]:
    return [part.strip() for part in re.split("[/;]", text) if part.strip()]


def _guardian(text: str, phone: str, relation: str) -> GuardianRow:
    name, own_phone = split_telephone(text)
    said = _SAID.match(name)
    if said:
        relation = _RELATIONS[said[1].lower()] or relation
        name = name[said.end() :]
    return GuardianRow(name or relation or "ouder", str(relation), telephone(phone) or own_phone)
