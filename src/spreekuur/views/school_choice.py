"""Which school is meant while its name is still being typed, among thousands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection

FEW = 200
"""So many candidates are looked at more closely."""


@dataclass(frozen=True, slots=True)
class SchoolChoice:
    """A school to choose; `known` when somebody of the caseload is there."""

    id: int
    brin6: str | None
    name: str
    short_name: str
    place: str
    folded: str
    known: bool

    @property
    def shown(self) -> str:
        """The name she uses: the short one when there is one."""
        return self.short_name or self.name

    @property
    def told_apart(self) -> str:
        """The same with the place where it stands: many schools share a name."""
        return f"{self.shown} ({self.place.title()})" if self.place else self.shown


def school_choices(connection: Connection) -> list[SchoolChoice]:
    """Every school by name; read once for a field in which one is typed."""
    rows = connection.execute(
        "SELECT s.id, s.brin6, s.name, s.short_name, s.place, s.folded, "
        "EXISTS (SELECT 1 FROM pupil p WHERE p.school_id = s.id) FROM school s ORDER BY s.name"
    )
    return [
        SchoolChoice(number, brin6, name, short_name, place, folded, bool(known))
        for number, brin6, name, short_name, place, folded, known in rows
    ]


def schools_meant(choices: Sequence[SchoolChoice], words: str) -> list[SchoolChoice]:
    """The schools in which every word occurs; one when it is clear which.

    A whole BRIN, short name or name wins, then the only one where somebody of the caseload is.
    """
    wanted = fold(words)
    found = list(choices)
    for part in wanted.split():
        found = [one for one in found if part in one.folded]
    if not wanted or len(found) < 2:
        return found if wanted else []
    if len(found) <= FEW:
        exact = [one for one in found if wanted in _names(one)]
        if exact:
            return exact
    known = [one for one in found if one.known]
    return known if len(known) == 1 else [*known, *(one for one in found if not one.known)]


def _names(school: SchoolChoice) -> tuple[str, ...]:
    return tuple(fold(name) for name in (school.brin6 or "", school.short_name, school.name))
