"""The form of somebody on the sociale kaart: added, or changed."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.partners import PartnerDetails, add_partner, edit_partner, remove_partner
from spreekuur.rules.labels import Circle
from spreekuur.rules.text import fold
from spreekuur.tui.commands import bindings
from spreekuur.tui.removable_form import RemovableForm
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine
from spreekuur.views.partners import PartnerView, partner_view

NO_NAME = "Typ eerst een naam; de rest mag later."
GONE = "Dit staat niet meer op de sociale kaart. Esc gaat terug."


class PartnerForm(RemovableForm):
    """Somebody new on the sociale kaart, or somebody who is there."""

    scopes = ("verwijderen", "formulier")
    BINDINGS = bindings("verwijderen", "formulier", "terug")
    removal = "Van de sociale kaart gehaald"
    removed = "Van de sociale kaart gehaald. u maakt het ongedaan."
    not_there = "Dit staat nog niet op de sociale kaart. Esc sluit het formulier."
    about = "Wie er kan helpen, waarvoor, hoe je er belt en hoe lang het wachten is."

    def __init__(self, partner_id: int | None = None, called: str = "") -> None:
        """Somebody new, perhaps `called` so already; or with a number somebody who is there."""
        self._partner_id = partner_id
        self._partner: PartnerView | None = None
        self._called = TextLine("Naam", called)
        self._phone = TextLine("Telefoon")
        self._offers = TextLine("Waarvoor", placeholder="opvoedvragen, thuis helpen")
        self._waiting = TextLine("Wachttijd", placeholder="2 weken")
        self._circle = TextLine("Cirkel", read=_read_circle, placeholder="2, of lokaal")
        lines = (self._called, self._phone, self._offers, self._waiting, self._circle)
        super().__init__("Sociale kaart", lines, place=f"formulier:partner:{partner_id or 'nieuw'}")

    def held(self) -> Mapping[FormLine, str]:
        if self._partner_id is None:
            return {}
        with self.casebook.read() as connection:
            self._partner = partner = partner_view(connection, self._partner_id)
        if partner is None:
            return {}
        return {
            self._called: partner.name,
            self._phone: partner.phone,
            self._offers: partner.offers,
            self._waiting: partner.waiting_time,
            self._circle: partner.circle,
        }

    def take_out(self) -> None:
        """Off the sociale kaart; agreements that name it stay."""
        assert self._partner
        remove_partner(self.casebook, self._partner.id)

    def do_save(self) -> None:
        """Add or change it."""
        if not self._called.value.strip():
            self.refuse(NO_NAME, self._called)
        elif self._partner_id is not None and self._partner is None:
            self.refuse(GONE, self._called)
        else:
            self.done(self._save())

    def _save(self) -> int:
        details = PartnerDetails(
            name=self._called.value.strip(),
            circle=circle_meant(self._circle.value),
            phone=self._phone.value.strip(),
            offers=self._offers.value.strip(),
            waiting_time=self._waiting.value.strip(),
        )
        partner = self._partner
        if partner is None:
            with self.saving("Sociale kaart aangevuld"):
                return add_partner(self.casebook, details)
        with self.saving("Sociale kaart gewijzigd"):
            edit_partner(self.casebook, partner.id, details, version=partner.version)
        return partner.id


def circle_meant(text: str) -> str:
    """A circle by its digit, its word or the beginning of it; else as it was typed."""
    typed = fold(text)
    for circle in Circle:
        digit, word = fold(circle).split()
        if typed and (typed == digit or word.startswith(typed) or fold(circle) == typed):
            return circle
    return text.strip()


def _read_circle(text: str) -> Reading:
    circle = circle_meant(text)
    return Reading("" if circle == text else circle)
