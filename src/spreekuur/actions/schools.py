"""The people at a school she works with."""

from __future__ import annotations

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


def add_contact(
    casebook: Casebook,
    school_id: int,
    name: str,
    *,
    role: str = "",
    phone: str = "",
    receives_feedback: bool = False,
) -> int:
    """A contact person of a school (F1.5); gives its number."""
    with casebook.change("Contactpersoon toegevoegd") as session:
        from spreekuur.model import SchoolContact

        contact = SchoolContact(
            school_id=school_id,
            name=clean(name),
            role=clean(role),
            phone=clean(phone),
            receives_feedback=receives_feedback,
        )
        return added(session, contact)


def edit_contact(
    casebook: Casebook,
    contact_id: int,
    name: str,
    *,
    version: int,
    role: str = "",
    phone: str = "",
    receives_feedback: bool = False,
) -> None:
    """Change a contact person as she saw it; raises ChangedElsewhere."""
    with casebook.change("Contactpersoon gewijzigd") as session:
        from spreekuur.model import SchoolContact

        contact = fetch(session, SchoolContact, contact_id, version)
        contact.name, contact.role, contact.phone = clean(name), clean(role), clean(phone)
        contact.receives_feedback = receives_feedback
