"""A school list against the schools in the file: added to and brought up to date, never removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from spreekuur.actions.bringing_in import Batch, Edit
from spreekuur.exchange.plan import Plan, Tally
from spreekuur.exchange.reading import Reading
from spreekuur.exchange.schools import SchoolRow
from spreekuur.rules.labels import Region, Sector
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.known import SCHOOL_COLUMNS, KnownSchool, known_schools

_PUBLISHED = {
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
}
"""The columns that a list may change, as they are called on the screen."""
_CHANGED = {**_PUBLISHED, "brin6": "BRIN"}
_SAYS_NOTHING = ("", Region.UNKNOWN.value, Sector.OTHER.value)


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
            fields = ", ".join(_CHANGED[column] for column in changes)
            tally.count_changed(row.line, f"{school['name']}: {fields}")
        else:
            tally.unchanged += 1
    batches = (Batch("school", tuple(new), tuple(edits)),)
    nouns = ("school", "scholen")
    return tally.plan("Scholenlijst ingelezen", nouns, batches, reading.refused, reading.warnings)


class _Schools:
    """The schools in the file, found by what a list says."""

    def __init__(self, connection: Connection, reading: Reading[SchoolRow]) -> None:
        self._by_brin: dict[str, KnownSchool] = {}
        self._own: dict[str, list[KnownSchool]] = defaultdict(list)
        self._listed: dict[str, list[SchoolRow]] = defaultdict(list)
        for school in known_schools(connection):
            if school["brin6"]:
                self._by_brin[school["brin6"]] = school
            else:
                self._own[fold(school["name"])].append(school)
        if self._own:
            for row in reading.rows:
                self._listed[fold(row.name)].append(row)

    def of(self, row: SchoolRow) -> KnownSchool | None:
        return self._by_brin.get(row.brin6) or self._without_brin(row)

    def _without_brin(self, row: SchoolRow) -> KnownSchool | None:
        """Her own school, only when neither side could mean another."""
        own = self._own.get(fold(row.name), [])
        if len(own) != 1:
            return None
        place = fold(own[0]["place"])
        meant = [
            one for one in self._listed[fold(row.name)] if fold(one.place) == place or not place
        ]
        return own[0] if meant == [row] else None


def _changes(school: KnownSchool, published: Mapping[str, str]) -> dict[str, str]:
    return {
        column: value
        for column, value in published.items()
        if value not in _SAYS_NOTHING and value != school[column]
    }


def _edit(school: KnownSchool, changes: Mapping[str, object]) -> Edit:
    kept = {column: school[column] for column in SCHOOL_COLUMNS if column not in ("id", "version")}
    return Edit(school["id"], school["version"], {**kept, **changes})
