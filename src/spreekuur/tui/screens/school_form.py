"""The form of a school: one of her own, or the data of a school that is there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from spreekuur.actions.schools import SchoolDetails, add_school, edit_school
from spreekuur.rules.labels import Region, Sector
from spreekuur.rules.school_codes import brin6, postcode
from spreekuur.rules.text import fold
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine
from spreekuur.views.school import SchoolView, school_view
from spreekuur.views.school_choice import SchoolChoice, school_choices

NO_NAME = "Typ eerst de naam van de school; de rest mag later."
NO_BRIN = "Deze BRIN is niet te lezen. Typ vier tekens en twee cijfers (99ZA00), of laat leeg."
DOUBLE = "Deze BRIN hoort al bij een school in het bestand. Zoek die met f, of laat leeg."
NO_SECTOR = "Welke sector? Typ po, so, vo, vso, pro, mbo, isk of overig."
NO_REGION = "Welke vakantieregio? Typ noord, midden of zuid, of laat leeg."

Label = TypeVar("Label", bound=StrEnum)


class SchoolForm(FormSheet[int]):
    """Gives the number of the school that was added or changed."""

    about = "Wat je van een school bijhoudt. Alleen de naam is nodig."

    def __init__(self, school_id: int | None = None) -> None:
        """Without a number a school that no list brought."""
        self._school_id = school_id
        self._school: SchoolView | None = None
        self._others: list[SchoolChoice] = []
        self._called = TextLine("Naam")
        self._short = TextLine("Korte naam")
        self._brin = TextLine("BRIN", read=self._read_brin, placeholder="99ZA00")
        self._sector = TextLine("Sector", read=self._read_sector, placeholder="po, vo, mbo")
        self._street = TextLine("Straat")
        self._number = TextLine("Huisnummer")
        self._postcode = TextLine("Postcode")
        self._place = TextLine("Plaats")
        self._municipality = TextLine("Gemeente")
        self._phone = TextLine("Telefoon")
        self._website = TextLine("Website")
        self._region = TextLine("Vakantieregio", read=self._read_region, placeholder="noord")
        self._rmc = TextLine("RMC-regio")
        lines = (
            *(self._called, self._short, self._brin, self._sector, self._phone, self._website),
            *(self._street, self._number, self._postcode, self._place, self._municipality),
            *(self._region, self._rmc),
        )
        title = "School wijzigen" if school_id else "Nieuwe school"
        super().__init__(title, lines, place=f"formulier:school:{school_id or 'nieuw'}")

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            self._others = [one for one in school_choices(connection) if one.id != self._school_id]
            if self._school_id is not None:
                self._school = school_view(connection, self._school_id)
        school = self._school
        if school is None:
            return {}
        return {
            self._called: school.name,
            self._short: school.short_name,
            self._brin: school.brin6,
            self._sector: school.sector,
            self._street: school.street,
            self._number: school.house_number,
            self._postcode: school.postcode,
            self._place: school.place,
            self._municipality: school.municipality,
            self._phone: school.phone,
            self._website: school.website,
            self._region: school.holiday_region,
            self._rmc: school.rmc_region,
        }

    def _double(self, brin: str) -> SchoolChoice | None:
        return next((one for one in self._others if one.brin6 == brin), None)

    def _read_brin(self, text: str) -> Reading:
        found = brin6(text)
        if not text.strip():
            return Reading()
        if found is None:
            return Reading("vier tekens, twee cijfers?", doubtful=True)
        double = self._double(found)
        if double:
            return Reading(f"staat er al: {double.shown}", doubtful=True)
        return _echo(found, text)

    def _read_sector(self, text: str) -> Reading:
        sector = _meant(Sector, text)
        return _echo(sector, text) if sector else Reading(", ".join(Sector), doubtful=True)

    def _read_region(self, text: str) -> Reading:
        region = _meant(Region, text)
        return _echo(region, text) if region else Reading("noord, midden of zuid?", True)

    def on_form_edited(self) -> None:
        """Say that a school of this name is there already; it may be another one."""
        name = fold(self._called.value)
        alike = next((one for one in self._others if fold(one.name) == name), None)
        where = f" ({alike.brin6})" if alike and alike.brin6 else ""
        self.hint(f"Staat er al: {alike.name}{where}?" if name and alike else "")

    def do_save(self) -> None:
        """Add or change the school."""
        brin = brin6(self._brin.value)
        if not self._called.value.strip():
            self.refuse(NO_NAME, self._called)
        elif self._brin.value.strip() and brin is None:
            self.refuse(NO_BRIN, self._brin)
        elif brin and self._double(brin):
            self.refuse(DOUBLE, self._brin)
        elif _meant(Sector, self._sector.value) is None:
            self.refuse(NO_SECTOR, self._sector)
        elif _meant(Region, self._region.value) is None:
            self.refuse(NO_REGION, self._region)
        else:
            self.done(self._save())

    def _save(self) -> int:
        if self._school_id is None:
            with self.saving("School toegevoegd"):
                return add_school(self.casebook, self._details)
        version = self._school.version if self._school else 0
        with self.saving("School gewijzigd"):
            edit_school(self.casebook, self._school_id, self._details, version=version)
        return self._school_id

    @property
    def _details(self) -> SchoolDetails:
        return SchoolDetails(
            name=self._called.value.strip(),
            short_name=self._short.value.strip(),
            brin6=brin6(self._brin.value) or "",
            sector=_meant(Sector, self._sector.value) or Sector.OTHER,
            street=self._street.value,
            house_number=self._number.value,
            postcode=postcode(self._postcode.value),
            place=self._place.value,
            municipality=self._municipality.value,
            phone=self._phone.value,
            website=self._website.value,
            rmc_region=self._rmc.value,
            holiday_region=_meant(Region, self._region.value) or Region.UNKNOWN,
        )


def _echo(read: str, text: str) -> Reading:
    """What is read, where something stands that is not written like that."""
    return Reading(read if text.strip() and text != read else "")


def _meant(labels: type[Label], text: str) -> Label | None:
    """The label that is typed, in any case; the last one (not known) when nothing is."""
    wanted = fold(text)
    every = list(labels)
    return next((one for one in every if fold(one) == wanted), None if wanted else every[-1])
