"""The jongeren and ouders in the file, as far as a list may change them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import day


@dataclass(frozen=True, slots=True)
class KnownGuardian:
    """An ouder/verzorger in the file."""

    id: int
    version: int
    name: str
    relation: str
    phone: str


@dataclass(frozen=True, slots=True)
class KnownPupil:
    """A jongere in the file, with the columns that a list may fill."""

    id: int
    uid: str
    version: int
    name: PersonName
    born: date | None
    school_id: int | None
    class_name: str
    phone: str
    home_language: str
    municipality: str
    mentor: str


def known_pupils(connection: Connection) -> Iterator[KnownPupil]:
    """Every jongere in the file."""
    rows = connection.execute(
        "SELECT id, uid, version, given, prefix, surname, born, school_id, class_name, phone, "
        "home_language, municipality, mentor FROM pupil"
    )
    for row_id, uid, version, given, prefix, surname, born, *rest in rows:
        name = PersonName(given, prefix, surname)
        yield KnownPupil(row_id, uid, version, name, day(born), *rest)


def known_guardians(connection: Connection) -> dict[int, list[KnownGuardian]]:
    """The ouders in the file by jongere."""
    found: dict[int, list[KnownGuardian]] = defaultdict(list)
    rows = connection.execute("SELECT pupil_id, id, version, name, relation, phone FROM guardian")
    for pupil_id, *rest in rows:
        found[pupil_id].append(KnownGuardian(*rest))
    return found
