"""A school list against the schools in the file: added to and brought up to date, never removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from spreekuur.exchange.plan import Batch, Edit, Plan, Tally
from spreekuur.exchange.reading import Reading
from spreekuur.exchange.schools import SchoolRow
from spreekuur.rules.labels import Region, Sector
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection

School = Mapping[str, Any]

_PUBLISHED = (
    "name",
    "street",
    "house_number",
    "postcode",
    "place",
    "municipality",
    "phone",
    "website",
    "sector",
    "rmc_region",
    "holiday_region",
)
_COLUMNS = ("id", "version", "brin6", "short_name", *_PUBLISHED)
_SAYS_NOTHING = ("", Region.UNKNOWN.value, Sector.OTHER.value)
_SHOWN = {
    "name": "naam",
    "street": "straat",
    "house_number": "huisnummer",
    "postcode": "postcode",
    "place": "plaats",
    "municipality": "gemeente",
    "phone": "telefoon",
    "website": "website",
    "sector": "sector",
    "rmc_region": "RMC-regio",
    "holiday_region": "vakantieregio",
    "brin6": "BRIN",
}


def plan_schools(connection: Connection, reading: Reading[SchoolRow], source: str = "") -> Plan:
    """What reading this list in would do; `source` is the name of the list, for the record.

    A school is known by its BRIN, or, when she added it herself without one, by name and place.
    """
    schools = _Schools(connection, reading)
    tally = Tally()
    new: list[dict[str, object]] = []
    edits: list[Edit] = []
    for row in reading.rows:
        published = {column: str(getattr(row, column)) for column in _PUBLISHED}
        school = schools.of(row)
        if school is None:
            new.append({"brin6": row.brin6, **published, "source": source})
            tally.count_new(row.line, f"{row.name}, {row.place}")
            continue
        changes = _changes(school, {"brin6": row.brin6, **published})
        if changes:
            edits.append(_edit(school, {**changes, "source": source}))
            fields = ", ".join(_SHOWN[column] for column in changes)
            tally.count_changed(row.line, f"{school['name']}: {fields}")
        else:
            tally.unchanged += 1
    batches = (Batch("school", tuple(new), tuple(edits)),)
    nouns = ("school", "scholen")
    return tally.plan("Scholenlijst ingelezen", nouns, batches, reading.refused, reading.warnings)


class _Schools:
    """The schools in the file, found by what a list says."""

    def __init__(self, connection: Connection, reading: Reading[SchoolRow]) -> None:
        self._by_brin: dict[str, School] = {}
        self._own: dict[str, list[School]] = defaultdict(list)
        self._listed: dict[str, list[SchoolRow]] = defaultdict(list)
        for values in connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM school"):
            school = dict(zip(_COLUMNS, values, strict=True))
            if school["brin6"]:
                self._by_brin[school["brin6"]] = school
            else:
                self._own[fold(school["name"])].append(school)
        if self._own:
            for row in reading.rows:
                self._listed[fold(row.name)].append(row)

    def of(self, row: SchoolRow) -> School | None:
        return self._by_brin.get(row.brin6) or self._without_brin(row)

    def _without_brin(self, row: SchoolRow) -> School | None:
        """Her own school, only when neither side could mean another."""
        own = self._own.get(fold(row.name), [])
        if len(own) != 1:
            return None
        place = fold(own[0]["place"])
        meant = [
            one for one in self._listed[fold(row.name)] if fold(one.place) == place or not place
        ]
        return own[0] if meant == [row] else None


def _changes(school: School, published: Mapping[str, str]) -> dict[str, str]:
    return {
        column: value
        for column, value in published.items()
        if value not in _SAYS_NOTHING and value != school[column]
    }


def _edit(school: School, changes: Mapping[str, object]) -> Edit:
    kept = {column: school[column] for column in _COLUMNS if column not in ("id", "version")}
    return Edit(school["id"], school["version"], {**kept, **changes})
