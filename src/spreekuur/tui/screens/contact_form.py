"""The form of a contact person at a school (F1.5): added, or changed."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.schools import ContactDetails, add_contact, edit_contact
from spreekuur.rules.labels import ContactRole
from spreekuur.rules.receivers import SAID_SHORT, class_names
from spreekuur.rules.sensitive import looks_like_bsn
from spreekuur.rules.text import fold
from spreekuur.tui.dossier_rows import CONTACT
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_about import BSN
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.school import ContactView, contact_view

NO_NAME = "Typ eerst een naam; de rest mag later."
GONE = "Deze contactpersoon is er niet meer. Esc gaat terug."
BEGINNING = 3
"""Letters from which the beginning of a role is enough."""


class ContactForm(FormSheet[int]):
    """Gives the number of the contact person."""

    about = "Wie er op school te bereiken is, en of de terugkoppeling daarheen gaat."

    def __init__(self, school_id: int | None, contact_id: int | None = None) -> None:
        """Somebody new at a school, or with the second number somebody who is there."""
        self._school_id = school_id
        self._contact_id = contact_id
        self._contact: ContactView | None = None
        self._role = TextLine("Wie", read=self._read_role, placeholder="mentor, oco")
        self._called = TextLine("Naam")
        self._of_classes = TextLine("Klassen", read=read_classes, placeholder="4H1 4H2, of 4")
        self._phone = TextLine("Telefoon")
        self._email = TextLine("E-mail")
        self._feedback = TickLine("Terugkoppeling", "gaat hierheen")
        lines = (
            self._role,
            self._called,
            self._of_classes,
            self._phone,
            self._email,
            self._feedback,
        )
        number = contact_id or f"nieuw:{school_id}"
        super().__init__("Contactpersoon", lines, place=f"formulier:{CONTACT}:{number}")

    def held(self) -> Mapping[FormLine, str]:
        if self._contact_id is None:
            return {}
        with self.casebook.read() as connection:
            self._contact = contact = contact_view(connection, self._contact_id)
        if contact is None:
            return {}
        return {
            self._role: contact.role,
            self._called: contact.name,
            self._of_classes: contact.classes,
            self._phone: contact.phone,
            self._email: contact.email,
            self._feedback: "ja" if contact.receives_feedback else "nee",
        }

    def _read_role(self, text: str) -> Reading:
        role = role_meant(text)
        return Reading("" if role == text else role)

    def on_form_edited(self) -> None:
        typed = (self._role, self._called, self._phone, self._email)
        self.hint(BSN if any(looks_like_bsn(one.value) for one in typed) else "")

    def do_save(self) -> None:
        """Add or change the contact person."""
        if not self._called.value.strip():
            self.refuse(NO_NAME, self._called)
        elif self._contact_id is not None and self._contact is None:
            self.refuse(GONE, self._called)
        else:
            self.done(self._save())

    def _save(self) -> int:
        details = ContactDetails(
            name=self._called.value.strip(),
            role=role_meant(self._role.value),
            classes=self._of_classes.value,
            phone=self._phone.value,
            email=self._email.value,
            receives_feedback=self._feedback.ticked,
        )
        contact = self._contact
        if contact is None:
            assert self._school_id is not None
            with self.saving("Contactpersoon toegevoegd"):
                return add_contact(self.casebook, self._school_id, details)
        with self.saving("Contactpersoon gewijzigd"):
            edit_contact(self.casebook, contact.id, details, version=contact.version)
        return contact.id


def read_classes(text: str) -> Reading:
    """Of whom they get terugkoppeling by this line."""
    names = class_names(text)
    if not names:
        return Reading("geen klas?" if text.strip() else "", doubtful=bool(text.strip()))
    years = [f"jaar {one}" if one.isdecimal() else one.upper() for one in names]
    return Reading(", ".join(years))


def role_meant(text: str) -> str:
    """A role by its name, what it is called for short, or its beginning; else as it was typed."""
    wanted = fold(text)
    if wanted in SAID_SHORT:
        return SAID_SHORT[wanted]
    begin = [one for one in ContactRole if fold(one).startswith(wanted)]
    exact = [one for one in begin if fold(one) == wanted]
    if exact or (len(begin) == 1 and len(wanted) >= BEGINNING):
        return (exact or begin)[0]
    return text.strip()
