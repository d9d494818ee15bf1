"""The schools: which she works with, what a row of the list says, and how one is found."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import STILL_HELD
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock, day, one_of

WORKS_WITH = (
    "(s.source = '' OR s.short_name <> '' "
    "OR EXISTS (SELECT 1 FROM pupil p WHERE p.school_id = s.id) "
    "OR EXISTS (SELECT 1 FROM office_hours o WHERE o.school_id = s.id) "
    "OR EXISTS (SELECT 1 FROM school_contact k WHERE k.school_id = s.id) "
    "OR EXISTS (SELECT 1 FROM conversation c WHERE c.school_id = s.id))"
)
"""A school in her work: she added or named it herself, or something of hers is there."""

ROW = (
    f"SELECT s.id, {SHORT}, s.place, s.brin6, "
    "(SELECT count(*) FROM pupil p WHERE p.school_id = s.id AND p.closed_on IS NULL), "
    "(SELECT min(o.day || 'T' || o.starts) FROM office_hours o WHERE o.school_id = s.id "
    f"AND o.day >= :today AND o.status IN {one_of(STILL_HELD)}), "
    "(SELECT json_group_array(name) FROM (SELECT k.name FROM school_contact k "
    "WHERE k.school_id = s.id AND k.receives_feedback AND k.left_on IS NULL ORDER BY k.id)), "
    f"{WORKS_WITH} FROM school s"
)


@dataclass(frozen=True, slots=True)
class SchoolRow:
    """One school in the list."""

    id: int
    shown: str
    """The name she uses: the short one when there is one."""
    place: str
    brin6: str | None
    pupils: int
    """Jongeren whose dossier is open."""
    next_on: date | None
    next_at: time | None
    receivers: tuple[str, ...]
    """The contact persons to whom terugkoppeling goes."""
    works_with: bool


@dataclass(frozen=True, slots=True)
class SchoolWords:
    """Every school in the order of the list, and the folded text by which each is found."""

    texts: Mapping[int, str]

    def holding(self, words: Sequence[str]) -> Sequence[int]:
        """The schools in which every folded word stands somewhere."""
        found = list(self.texts)
        for word in words:
            found = [one for one in found if word in self.texts[one]]
        return found


def school_ids(connection: Connection) -> list[int]:
    """The schools she works with, by the name she uses."""
    rows = connection.execute(f"SELECT s.id, {SHORT} FROM school s WHERE {WORKS_WITH}")
    return [number for number, _ in sorted(rows, key=lambda row: fold(row[1]))]


def count(connection: Connection) -> int:
    """How many schools there are, imported ones too."""
    return int(connection.execute("SELECT count(*) FROM school").fetchone()[0])


def school_words(connection: Connection, first: Sequence[int]) -> SchoolWords:
    """The words of every school: BRIN, names, place, telephone and municipality.

    The schools in `first` come first, then the others by name.
    """
    # What is folded begins with the name, and is sorted sooner here than by the index on it.
    rows = connection.execute("SELECT folded, id, municipality FROM school").fetchall()
    municipalities = {name: fold(name) for name in {row[2] for row in rows}}
    texts = {number: f"{folded} {municipalities[name]}" for folded, number, name in sorted(rows)}
    known = {number: texts[number] for number in first if number in texts}
    return SchoolWords(known | texts)


def school_rows(connection: Connection, ids: Sequence[int], today: date) -> list[SchoolRow]:
    """The rows of these schools, in the order in which they are named."""
    rows = connection.execute(
        f"{ROW} WHERE s.id IN (SELECT value FROM json_each(:ids))",
        {"ids": json.dumps(list(ids)), "today": str(today)},
    )
    found = {}
    for number, shown, place, brin6, pupils, coming, receivers, works_with in rows:
        on, _, at = (coming or "").partition("T")
        found[number] = SchoolRow(
            id=number,
            shown=shown,
            place=place,
            brin6=brin6,
            pupils=pupils,
            next_on=day(on),
            next_at=clock(at),
            receivers=tuple(json.loads(receivers)),
            works_with=bool(works_with),
        )
    return [found[number] for number in ids if number in found]
