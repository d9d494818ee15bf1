"""What the file holds already, for a list that is compared with it before it is brought in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

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


@dataclass(frozen=True, slots=True)
class KnownHoliday:
    """A holiday of a region, both days included."""

    id: int
    version: int
    region: str
    name: str
    first: date
    last: date


SCHOOL_COLUMNS = (
    *("id", "version", "brin6", "name", "short_name", "street", "house_number", "postcode"),
    *("place", "municipality", "phone", "website", "sector", "rmc_region", "holiday_region"),
)
KnownSchool = Mapping[str, Any]
"""A school by the names of its columns, `SCHOOL_COLUMNS`."""


def known_schools(connection: Connection) -> Iterator[KnownSchool]:
    """Every school in the file."""
    rows = connection.execute(f"SELECT {', '.join(SCHOOL_COLUMNS)} FROM school")
    return (dict(zip(SCHOOL_COLUMNS, row, strict=True)) for row in rows)


def known_holidays(connection: Connection) -> Iterator[KnownHoliday]:
    """Every holiday in the file, those that came with the program too."""
    rows = connection.execute("SELECT id, version, region, name, first, last FROM holiday")
    for row_id, version, region, name, *days in rows:
        yield KnownHoliday(row_id, version, region, name, *map(date.fromisoformat, days))


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
