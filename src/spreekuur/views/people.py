"""Who is meant: jongeren and schools found by reference, name or part of one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.columns import PUPIL_REF, SHORT, day, pupil_ref


@dataclass(frozen=True, slots=True)
class PupilName:
    """A jongere as named in a list of candidates."""

    id: int
    name: PersonName
    class_name: str
    school: str
    school_id: int | None
    born: date | None

    @property
    def ref(self) -> str:
        return pupil_ref(self.id)


@dataclass(frozen=True, slots=True)
class SchoolName:
    """A school as named in a list of candidates."""

    id: int
    brin6: str | None
    name: str
    short_name: str
    region: str

    @property
    def shown(self) -> str:
        """The name she uses: the short one when there is one."""
        return self.short_name or self.name


PUPIL = (
    "SELECT p.id, p.given, p.prefix, p.surname, p.class_name, "
    f"{SHORT}, p.school_id, p.born "
    "FROM pupil p LEFT JOIN school s ON s.id = p.school_id"
)
SCHOOL = "SELECT id, brin6, name, short_name, holiday_region FROM school"


def pupils_where(
    connection: Connection, where: str, values: Mapping[str, object]
) -> list[PupilName]:
    """Jongeren for whom a condition holds; `where` is SQL that goes after the joined tables."""
    return [
        PupilName(row[0], PersonName(*row[1:4]), row[4], row[5], row[6], day(row[7]))
        for row in connection.execute(f"{PUPIL} {where}", values)
    ]


def pupils_named(connection: Connection, words: str) -> list[PupilName]:
    """Jongeren meant by a reference or by part of a name; one when it is unambiguous.

    A whole name that fits exactly wins from names that merely contain it.
    """
    ref = PUPIL_REF.match(words.strip())
    if ref:
        return pupils_where(connection, "WHERE p.id = :id", {"id": int(ref[1])})
    parts = fold(words).split()
    if not parts:
        return []
    check = " AND ".join(f"instr(p.folded, :w{n})" for n in range(len(parts)))
    found = pupils_where(
        connection,
        f"WHERE {check} ORDER BY p.sort_key, p.id",
        {f"w{n}": part for n, part in enumerate(parts)},
    )
    wanted = " ".join(parts)
    exact = [one for one in found if fold(one.name.spoken) == wanted]
    return exact or [one for one in found if all(_in_name(one, part) for part in parts)]


def all_pupils(connection: Connection) -> list[PupilName]:
    """Everybody, in the order of the caseload."""
    return pupils_where(connection, "ORDER BY p.sort_key, p.id", {})


def pupil_by_id(connection: Connection, pupil_id: int) -> PupilName | None:
    """One jongere, or None when there is none by that number (any more)."""
    return next(iter(pupils_where(connection, "WHERE p.id = :id", {"id": pupil_id})), None)


def schools_named(connection: Connection, words: str) -> list[SchoolName]:
    """Schools meant by a BRIN, a short name or part of a name; one when it is unambiguous."""
    parts = fold(words).split()
    if not parts:
        return []
    check = " AND ".join(f"instr(folded, :w{n})" for n in range(len(parts)))
    rows = connection.execute(
        f"{SCHOOL} WHERE {check} ORDER BY name",
        {f"w{n}": part for n, part in enumerate(parts)},
    ).fetchall()
    found = [SchoolName(*row) for row in rows]
    wanted = " ".join(parts)
    for field in ("brin6", "short_name", "name"):
        exact = [one for one in found if fold(getattr(one, field) or "") == wanted]
        if exact:
            return exact
    return found


def school_by_id(connection: Connection, school_id: int) -> SchoolName | None:
    """One school, or None when there is none by that number (any more)."""
    row = connection.execute(f"{SCHOOL} WHERE id = :id", {"id": school_id}).fetchone()
    return SchoolName(*row) if row else None


def _in_name(pupil: PupilName, part: str) -> bool:
    return part in fold(pupil.name.spoken) or part == fold(pupil.class_name)
