"""Which other jongeren are named in what goes to school, so that their names can be taken out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from spreekuur.rules.names import PersonName, split_titled
from spreekuur.rules.other_pupils import OtherPupils, words_of
from spreekuur.store.connection import Connection

CONTACTS = "SELECT name FROM school_contact WHERE school_id = :school ORDER BY id"


class NamedPupils:
    """The jongeren of the file of whom a name stands in some texts, and who works at the school."""

    def __init__(
        self, connection: Connection, school_id: int, listed: Collection[int], texts: Iterable[str]
    ) -> None:
        """`listed` are the jongeren of the day itself, by number."""
        words = set(words_of("\n".join(texts)))
        words |= {word.removesuffix("s") for word in words}
        self._listed = frozenset(listed)
        self._found: Mapping[int, PersonName] = {
            number: PersonName(given, prefix, surname)
            for number, given, prefix, surname, key in connection.execute(
                "SELECT id, given, prefix, surname, sort_key FROM pupil ORDER BY id"
            )
            if not words.isdisjoint(words_of(key))
        }
        contacts = connection.execute(CONTACTS, {"school": school_id})
        self._contacts = tuple(split_titled(name) for (name,) in contacts)

    def besides(self, pupil_id: int, known: Iterable[PersonName]) -> OtherPupils:
        """All but one jongere; `known` are that jongere and the ouders, who may be named."""
        others = {number: name for number, name in self._found.items() if number != pupil_id}
        listed = [name for number, name in others.items() if number in self._listed]
        return OtherPupils.of(others.values(), listed, (*known, *self._contacts))
