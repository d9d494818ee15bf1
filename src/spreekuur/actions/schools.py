"""Schools she works with and the people there."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import Region, Sector
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session


class BrinTaken(StoreError):
    """Another school in the file has this BRIN."""

    sentence = "Er staat al een school met deze BRIN. f zoekt haar op; er is niets veranderd."


@dataclass(frozen=True, slots=True)
class SchoolDetails:
    """What she may know and change of a school (vestiging); a BRIN is not needed."""

    name: str
    short_name: str = ""
    brin6: str = ""
    sector: str = Sector.OTHER
    street: str = ""
    house_number: str = ""
    postcode: str = ""
    place: str = ""
    municipality: str = ""
    phone: str = ""
    website: str = ""
    rmc_region: str = ""
    holiday_region: str = Region.UNKNOWN


@dataclass(frozen=True, slots=True)
class ContactDetails:
    """What she may know of a contact person of a school (F1.5)."""

    name: str
    role: str = ""
    phone: str = ""
    email: str = ""
    receives_feedback: bool = False
    classes: str = ""


def add_school(casebook: Casebook, details: SchoolDetails) -> int:
    """A school that no list brought; gives its number. Raises BrinTaken."""
    with casebook.change("School toegevoegd") as session:
        from spreekuur.model import School

        _refuse_double(session, details)
        return added(session, School(**_columns(details)))


def edit_school(
    casebook: Casebook, school_id: int, details: SchoolDetails, *, version: int
) -> None:
    """Change a school as she saw it; raises ChangedElsewhere or BrinTaken."""
    with casebook.change("School gewijzigd") as session:
        from spreekuur.model import School

        school = fetch(session, School, school_id, version)
        _refuse_double(session, details, besides=school_id)
        _put(school, _columns(details))


def add_contact(casebook: Casebook, school_id: int, details: ContactDetails) -> int:
    """A contact person of a school; gives its number."""
    with casebook.change("Contactpersoon toegevoegd") as session:
        from spreekuur.model import SchoolContact

        return added(session, SchoolContact(school_id=school_id, **_columns(details)))


def edit_contact(
    casebook: Casebook, contact_id: int, details: ContactDetails, *, version: int
) -> None:
    """Change a contact person as she saw it; raises ChangedElsewhere."""
    with casebook.change("Contactpersoon gewijzigd") as session:
        from spreekuur.model import SchoolContact

        _put(fetch(session, SchoolContact, contact_id, version), _columns(details))


def send_feedback(casebook: Casebook, contact_id: int, *, receives: bool, version: int) -> None:
    """Whether terugkoppeling goes to this contact person; raises ChangedElsewhere."""
    with casebook.change("Ontvanger van terugkoppeling gewijzigd") as session:
        from spreekuur.model import SchoolContact

        fetch(session, SchoolContact, contact_id, version).receives_feedback = receives


def say_left(casebook: Casebook, contact_id: int, on: date | None, *, version: int) -> None:
    """A contact person left on a day, or is there after all; raises ChangedElsewhere."""
    with casebook.change("Vertrek van contactpersoon gewijzigd") as session:
        from spreekuur.model import SchoolContact

        fetch(session, SchoolContact, contact_id, version).left_on = on


def _columns(details: SchoolDetails | ContactDetails) -> dict[str, Any]:
    """The columns of a row, every text cleaned; a BRIN that isn't there is none."""
    known = asdict(details)
    columns = {key: clean(one) if isinstance(one, str) else one for key, one in known.items()}
    return {**columns, "brin6": columns["brin6"] or None} if "brin6" in columns else columns


def _put(row: object, columns: dict[str, Any]) -> None:
    for column, value in columns.items():
        setattr(row, column, value)


def _refuse_double(session: Session, details: SchoolDetails, besides: int | None = None) -> None:
    from sqlmodel import select

    from spreekuur.model import School

    brin6 = _columns(details)["brin6"]
    same = select(School.id).where(School.brin6 == brin6, School.id != besides)
    if brin6 and session.exec(same).first() is not None:
        raise BrinTaken
