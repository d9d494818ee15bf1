"""One school: its data, who is to be reached there, and what is going on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import STILL_HELD
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import Waiting
from spreekuur.views.caseload import CaseloadRow, caseload_rows
from spreekuur.views.columns import day, one_of
from spreekuur.views.held import HELD
from spreekuur.views.waiting import WAITS_FOR


@dataclass(frozen=True, slots=True)
class ContactView:
    """A contact person; `left_on` when that person works there no longer."""

    receives_feedback: bool
    left_on: date | None
    id: int
    version: int
    school_id: int
    name: str
    role: str
    classes: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True)
class SchoolView:
    """The data of a school and its contact persons, receivers of terugkoppeling first."""

    contacts: tuple[ContactView, ...]
    id: int
    version: int
    brin6: str
    name: str
    short_name: str
    sector: str
    street: str
    house_number: str
    postcode: str
    place: str
    municipality: str
    phone: str
    website: str
    rmc_region: str
    holiday_region: str
    source: str

    @property
    def shown(self) -> str:
        """The name she uses: the short one when there is one."""
        return self.short_name or self.name

    @property
    def reached(self) -> tuple[ContactView, ...]:
        """Who works there now."""
        return tuple(one for one in self.contacts if one.left_on is None)

    @property
    def receivers(self) -> tuple[ContactView, ...]:
        """To whom terugkoppeling goes."""
        return tuple(one for one in self.reached if one.receives_feedback)


@dataclass(frozen=True, slots=True)
class ComingHours:
    """A spreekuur that is planned at a school, with how many places are taken."""

    id: int
    day: date
    starts: time
    ends: time
    room: str
    taken: int


@dataclass(frozen=True, slots=True)
class SchoolWaiting(Waiting):
    """Somebody who waits for a place in one of the spreekuren at a school."""

    for_day: date
    """Of the spreekuur that is waited for; else from when one is waited for."""


SCHOOL = (
    "SELECT id, version, coalesce(brin6, ''), name, short_name, sector, street, house_number, "
    "postcode, place, municipality, phone, website, rmc_region, holiday_region, source "
    "FROM school WHERE id = :id"
)
CONTACT = (
    "SELECT receives_feedback, left_on, id, version, school_id, name, role, classes, "
    "phone, email "
    "FROM school_contact"
)


def school_view(connection: Connection, school_id: int) -> SchoolView | None:
    """One school, or None when it is gone."""
    row = connection.execute(SCHOOL, {"id": school_id}).fetchone()
    if row is None:
        return None
    order = "ORDER BY left_on IS NOT NULL, receives_feedback DESC, left_on DESC, id"
    contacts = _contacts(connection, f"WHERE school_id = :id {order}", school_id)
    return SchoolView(contacts, *row)


def contact_view(connection: Connection, contact_id: int) -> ContactView | None:
    """One contact person, or None when they are gone."""
    return next(iter(_contacts(connection, "WHERE id = :id", contact_id)), None)


def coming_hours(connection: Connection, school_id: int, today: date) -> list[ComingHours]:
    """The spreekuren at a school from a day on, earliest first."""
    rows = connection.execute(
        "SELECT o.id, o.day, o.starts, o.ends, o.room, (SELECT count(*) FROM appointment a "
        f"WHERE a.office_hours_id = o.id AND {HELD}) FROM office_hours o WHERE o.school_id = :id "
        f"AND o.day >= :today AND o.status IN {one_of(STILL_HELD)} ORDER BY o.day, o.starts, o.id",
        {"id": school_id, "today": str(today)},
    )
    return [
        ComingHours(
            number,
            date.fromisoformat(on),
            time.fromisoformat(starts),
            time.fromisoformat(ends),
            room,
            taken,
        )
        for number, on, starts, ends, room, taken in rows
    ]


def waiting_at(connection: Connection, school_id: int, today: date) -> list[SchoolWaiting]:
    """Who waits for a place at a school from `today` on, longest first (F4.12)."""
    rows = connection.execute(
        "SELECT w.id, p.id, p.given, p.prefix, p.surname, p.class_name, w.reason, w.since, "
        f"coalesce((SELECT o.day FROM office_hours o WHERE o.id = {WAITS_FOR}), "
        "max(w.not_before, :today)) "
        "FROM waiting_entry w JOIN pupil p ON p.id = w.pupil_id "
        "WHERE w.school_id = :id ORDER BY w.since, w.id",
        {"id": school_id, "today": str(today)},
    )
    return [
        SchoolWaiting(
            entry_id=entry_id,
            pupil_id=pupil_id,
            name=PersonName(*name),
            class_name=class_name,
            reason=reason,
            since=date.fromisoformat(since),
            for_day=date.fromisoformat(on),
        )
        for entry_id, pupil_id, *name, class_name, reason, since, on in rows
    ]


def pupils_at(connection: Connection, school_id: int, today: date) -> list[CaseloadRow]:
    """The jongeren of a school with an open dossier: the next step that is nearest first, who has
    none last."""
    rows = connection.execute(
        "SELECT id FROM pupil WHERE school_id = :id AND closed_on IS NULL ORDER BY sort_key, id",
        {"id": school_id},
    )
    return sorted(caseload_rows(connection, [row[0] for row in rows], today), key=_when)


def _when(row: CaseloadRow) -> tuple[date, time]:
    step = row.next_step
    return (step.on, step.at or time.min) if step else (date.max, time.max)


def _contacts(connection: Connection, where: str, number: int) -> tuple[ContactView, ...]:
    rows = connection.execute(f"{CONTACT} {where}", {"id": number})
    return tuple(
        ContactView(bool(receives), day(left_on), *known) for receives, left_on, *known in rows
    )
