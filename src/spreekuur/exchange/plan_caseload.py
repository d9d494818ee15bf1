"""A caseload list against the jongeren in the file: added, brought up to date, never merged."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import uuid4

from spreekuur.actions.bringing_in import Batch, Edit
from spreekuur.actions.pupils import PupilDetails, columns
from spreekuur.exchange.caseload import CaseloadRow
from spreekuur.exchange.changed_fields import changed_fields
from spreekuur.exchange.known_schools import KnownSchools
from spreekuur.exchange.likeness import People, Person
from spreekuur.exchange.plan import Plan, Tally
from spreekuur.exchange.plan_guardians import GuardianPlan
from spreekuur.exchange.reading import Reading, Refused
from spreekuur.rules.ages import doubt_about_birth
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import pupil_ref
from spreekuur.views.known import KnownPupil, known_guardians, known_pupils

_SHOWN = {
    "born": "geboortedatum",
    "school_id": "school",
    "class_name": "klas",
    "phone": "telefoon",
    "home_language": "thuistaal",
    "municipality": "gemeente",
    "mentor": "mentor",
}


def plan_caseload(connection: Connection, reading: Reading[CaseloadRow], today: date) -> Plan:
    """What reading this list in would do.

    A jongere is known by name and birth date or, where either lacks the date, by name, school and
    class. Who only resembles somebody comes in beside them, with a warning; so does who is at an
    unknown school, without one. Lines about one jongere twice, or born after `today`, are refused.
    """
    caseload = _Caseload(connection, today)
    for row in reading.rows:
        caseload.take(row)
    return caseload.plan(reading)


class _Caseload:
    def __init__(self, connection: Connection, today: date) -> None:
        self._today = today
        self._schools = KnownSchools(connection)
        self._guardians = GuardianPlan(known_guardians(connection))
        self._people = People()
        self._lines: dict[int, int] = {}
        self._new: list[dict[str, object]] = []
        self._edits: list[Edit] = []
        self._refused: list[Refused] = []
        self._warnings: list[str] = []
        self._tally = Tally()
        self._now = datetime.now(UTC)
        for known in known_pupils(connection):
            self._people.add(_person_in_file(known))

    def take(self, row: CaseloadRow) -> None:
        doubt = doubt_about_birth(row.born, self._today)
        if doubt:
            self._refuse(row, doubt)
            return
        school_id = self._schools.named(row.school_text, row.line)
        name = PersonName(row.given, row.prefix, row.surname)
        person = Person(f"regel {row.line}", name, row.born, school_id, row.class_name)
        same = self._people.same(person)
        if len(same) > 1:
            labels = ", ".join(one.label for one in same)
            self._refuse(row, f"past op meer dan één jongere ({labels})")
        elif not same:
            self._add(row, person)
        elif same[0].known is None:
            self._refuse(row, f"staat ook op {same[0].label}")
        else:
            self._update(row, person, same[0].known)

    def plan(self, reading: Reading[CaseloadRow]) -> Plan:
        pupils = Batch("pupil", tuple(self._new), tuple(self._edits))
        return self._tally.plan(
            "Caseload ingelezen",
            ("jongere", "jongeren"),
            (pupils, self._guardians.batch()),
            (*reading.refused, *self._refused),
            (*reading.warnings, *self._schools.warnings(), *self._warnings),
        )

    def _refuse(self, row: CaseloadRow, reason: str) -> None:
        self._refused.append(Refused(row.line, reason))

    def _add(self, row: CaseloadRow, person: Person) -> None:
        for other, likeness in self._people.alike(person):
            self._warnings.append(
                f"Regel {row.line} lijkt op {other.label}: {likeness}. Apart ingelezen."
            )
        self._people.add(person)
        uid = str(uuid4())
        details = columns(_details(row, person))
        self._new.append({**details, "uid": uid, "added_at": self._now})
        self._guardians.add(uid, row.guardians)
        self._tally.count_new(row.line, f"{person.name.listed} {row.class_name}".rstrip())

    def _update(self, row: CaseloadRow, person: Person, known: KnownPupil) -> None:
        if known.id in self._lines:
            self._refuse(row, f"staat ook op regel {self._lines[known.id]}")
            return
        self._lines[known.id] = row.line
        changes = changed_fields(known, **_shown_of(_details(row, person)))
        if changes:
            self._edits.append(Edit(known.id, known.version, {**_columns(known), **changes}))
        shown = [_SHOWN[column] for column in changes]
        if self._guardians.update(known.id, known.uid, row.guardians):
            shown.append("ouders")
        if shown:
            self._tally.count_changed(row.line, f"{known.name.listed}: {', '.join(shown)}")
        else:
            self._tally.unchanged += 1


def _person_in_file(known: KnownPupil) -> Person:
    label = pupil_ref(known.id)
    return Person(label, known.name, known.born, known.school_id, known.class_name, known)


def _details(row: CaseloadRow, person: Person) -> PupilDetails:
    """What a line says of a jongere."""
    return PupilDetails(
        name=person.name,
        born=row.born,
        school_id=person.school_id,
        class_name=row.class_name,
        phone=row.phone,
        home_language=row.home_language,
        municipality=row.municipality,
        mentor=row.mentor,
    )


def _shown_of(pupil: PupilDetails | KnownPupil) -> dict[str, object]:
    return {column: getattr(pupil, column) for column in _SHOWN}


def _columns(known: KnownPupil) -> dict[str, object]:
    name = {
        "given": known.name.given,
        "prefix": known.name.prefix,
        "surname": known.name.surname,
    }
    return {**name, **_shown_of(known)}
