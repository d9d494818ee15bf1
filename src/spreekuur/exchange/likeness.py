"""Whether two descriptions are of one jongere, or only look so: lists never agree on everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spreekuur.exchange.class_names import class_key
from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.views.known import KnownPupil


@dataclass(frozen=True, slots=True)
class Person:
    """A jongere as the file or a line describes them; `label` is a reference or a line."""

    label: str
    name: PersonName
    born: date | None
    school_id: int | None
    class_name: str
    known: KnownPupil | None = None


class People:
    """Everybody met so far, found by name and by birth date."""

    def __init__(self) -> None:
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        self._by_birth: dict[tuple[str, str, date], list[Person]] = defaultdict(list)

    def add(self, person: Person) -> None:
        self._by_name[fold(person.name.spoken)].append(person)
        if person.born and person.name.surname:
            self._by_birth[_birth_key(person, person.born)].append(person)

    def same(self, person: Person) -> list[Person]:
        """Who this is: by name and birth date; where a date lacks, by name, school and class."""
        namesakes = self._by_name[fold(person.name.spoken)]
        born_alike = [one for one in namesakes if person.born and one.born == person.born]
        return born_alike or [one for one in namesakes if _undated_same(one, person)]

    def alike(self, person: Person) -> Iterator[tuple[Person, str]]:
        """Who this resembles without being the same, and in what, as Dutch words."""
        for one in self._by_name[fold(person.name.spoken)]:
            dated = one.born and person.born
            yield one, "zelfde naam, andere geboortedatum" if dated else "zelfde naam"
        if person.born and person.name.surname:
            for one in self._by_birth[_birth_key(person, person.born)]:
                yield one, "zelfde achternaam, voorletter en geboortedatum"


def _undated_same(one: Person, other: Person) -> bool:
    if one.born and other.born:
        return False
    same_class = class_key(one.class_name) == class_key(other.class_name)
    return one.school_id == other.school_id and same_class


def _birth_key(person: Person, born: date) -> tuple[str, str, date]:
    return fold(person.name.surname), fold(person.name.given)[:1], born
