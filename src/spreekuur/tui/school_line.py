"""The line of a form in which a school is chosen by typing part of its name or its BRIN."""

from __future__ import annotations

from spreekuur.store.casebook import Casebook
from spreekuur.tui import signs
from spreekuur.tui.widgets.form import Reading, TextLine
from spreekuur.views.school_choice import SchoolChoice, school_choices, schools_meant

NAMED = 2
"""So many schools are named when more than one is meant."""


class SchoolLine(TextLine):
    """Reads live which school is meant; the schools are looked up once, when she comes here."""

    def __init__(self, label: str = "School") -> None:
        super().__init__(label, read=self._read_school, placeholder="veenw, of 99ZA00")
        self._casebook: Casebook | None = None
        self._choices: list[SchoolChoice] = []
        self._held: SchoolChoice | None = None

    def hold(self, casebook: Casebook, school_id: int | None) -> str:
        """Take the school that stands in the file; gives how it is written here."""
        self._casebook = casebook
        self._choices = []
        self._held = None
        if school_id is not None:
            self._held = next((one for one in self._all() if one.id == school_id), None)
        return self._held.shown if self._held else ""

    def on_descendant_focus(self) -> None:
        self.call_after_refresh(self._all)

    @property
    def school(self) -> SchoolChoice | None:
        """The school that is meant, when that is clear."""
        meant = self._meant(self.value)
        return meant[0] if len(meant) == 1 else None

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is not one school."""
        return bool(self.value.strip()) and self.school is None

    def _all(self) -> list[SchoolChoice]:
        if not self._choices and self._casebook is not None:
            with self._casebook.read() as connection:
                self._choices = school_choices(connection)
        return self._choices

    def _meant(self, text: str) -> list[SchoolChoice]:
        if self._held and text == self._held.shown:
            return [self._held]
        return schools_meant(self._all(), text) if text.strip() else []

    def _read_school(self, text: str) -> Reading:
        meant = self._meant(text)
        if len(meant) == 1:
            school = meant[0]
            return Reading(" · ".join(part for part in (school.told_apart, school.brin6) if part))
        if not text.strip():
            return Reading()
        if not meant:
            return Reading("geen school gevonden", doubtful=True)
        named = ", ".join(one.told_apart for one in meant[:NAMED])
        more = f", {signs.MORE}" if len(meant) > NAMED else ""
        return Reading(f"{len(meant)} scholen: {named}{more}", doubtful=True)
