"""The form of a jongere: added, or the data changed; what is typed is read back beside it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from spreekuur.actions.pupils import PupilDetails, add_pupil, edit_pupil
from spreekuur.exchange.birth_dates import birth_date
from spreekuur.rules.ages import UPPER_AGE, age_on, doubt_about_birth, duty_line
from spreekuur.rules.date_words import day_and_time
from spreekuur.rules.names import PersonName, split_name
from spreekuur.rules.sensitive import looks_like_bsn
from spreekuur.tui import shown
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_about import BSN
from spreekuur.tui.school_line import SchoolLine
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.alike import alike
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.columns import pupil_ref
from spreekuur.views.people import PupilName

NO_NAME = "Typ eerst een naam; de rest mag later."
NO_DATE = "Deze geboortedatum is niet te lezen. Typ 14-03-2011 of 14 mrt 2011, of laat leeg."
NOT_BORN = "Deze geboortedatum ligt in de toekomst. Kijk het jaar na, of laat leeg."
NO_SCHOOL = "Welke school? Typ door tot er één overblijft, of maak de regel leeg."


class PupilForm(FormSheet[int]):
    """Gives the number of the jongere that was added or changed."""

    about = "Wat je van een jongere bijhoudt. Alleen de naam is nodig; geen BSN, niets medisch."

    def __init__(self, pupil_id: int | None = None) -> None:
        """Without a number a new jongere."""
        self._pupil_id = pupil_id
        self._card: PupilCard | None = None
        self._full_name = TextLine("Naam", read=self._read_name)
        self._born = TextLine("Geboren", read=self._read_born, rows=2, placeholder="14-03-2011")
        self._school = SchoolLine()
        self._class = TextLine("Klas")
        self._mentor = TextLine("Mentor")
        self._phone = TextLine("Telefoon")
        self._language = TextLine("Thuistaal")
        self._interpreter = TickLine("Tolk", "is nodig")
        self._municipality = TextLine("Woont in")
        self._alone = TickLine("Gesprek", "liever zonder ouders")
        lines = (
            *(self._full_name, self._born, self._school, self._class, self._mentor, self._phone),
            *(self._language, self._interpreter, self._municipality, self._alone),
        )
        title = f"Gegevens · {pupil_ref(pupil_id)}" if pupil_id else "Nieuwe jongere"
        place = f"formulier:jongere:{pupil_id or 'nieuw'}"
        super().__init__(title, lines, place=place, pupil_id=pupil_id)

    def held(self) -> Mapping[FormLine, str]:
        school_id = None
        if self._pupil_id is not None:
            with self.casebook.read() as connection:
                self._card = pupil_card(connection, self._pupil_id, self.desk_app.today)
            school_id = self._card.school_id if self._card else None
        school = self._school.hold(self.casebook, school_id)
        card = self._card
        if card is None:
            return {}
        return {
            self._full_name: card.name.listed,
            self._born: f"{card.born:%d-%m-%Y}" if card.born else "",
            self._school: school,
            self._class: card.class_name,
            self._mentor: card.mentor,
            self._phone: card.phone,
            self._language: card.home_language,
            self._interpreter: "ja" if card.interpreter else "nee",
            self._municipality: card.municipality,
            self._alone: "ja" if card.without_parents else "nee",
        }

    @property
    def _person(self) -> PersonName:
        """The name as typed; one that was not touched keeps the parts it has."""
        card = self._card
        if card and self._full_name.value == card.name.listed:
            return card.name
        return split_name(self._full_name.value)

    @property
    def _birthday(self) -> date | None:
        try:
            return birth_date(self._born.value)
        except ValueError:
            return None

    def _read_name(self, text: str) -> Reading:
        name = self._person
        if not name.sort_key:
            return Reading()
        said = shown.spoken(name, self.desk_app.shielded)
        return Reading(f"{said}, onder {name.sort_key[0].upper()}")

    def _read_born(self, text: str) -> Reading:
        born, today = self._birthday, self.desk_app.today
        if not text.strip():
            return Reading()
        if born is None:
            return Reading("welke dag?", doubtful=True)
        age = age_on(born, today)
        if doubt_about_birth(born, today):
            return Reading(f"{day_and_time(born)} ligt in de toekomst", doubtful=True)
        said = f"{day_and_time(born)} · {age} jaar\n{duty_line(born, today)}"
        return Reading(said, doubtful=not 4 <= age < UPPER_AGE)

    def on_form_edited(self) -> None:
        """Say who this may be, or that a BSN has no place here."""
        lines = (self._full_name, self._class, self._mentor, self._municipality)
        if any(looks_like_bsn(one.value) for one in lines):
            self.hint(BSN)
            return
        with self.casebook.read() as connection:
            found = alike(connection, self._person, self._birthday, besides=self._pupil_id)
        self.hint(self._alike_words(found[0]) if found else "")

    def _alike_words(self, one: PupilName) -> str:
        shielded = self.desk_app.shielded
        facts = [shown.spoken(one.name, shielded), f"{one.class_name} {one.school}".strip()]
        facts.append(f"geboren {one.born:%d-%m-%Y}" if one.born else "")
        return f"Staat er al iemand: {', '.join(fact for fact in facts if fact)} ({one.ref})?"

    def do_save(self) -> None:
        """Add or change the jongere."""
        if not self._person.sort_key:
            self.refuse(NO_NAME, self._full_name)
        elif self._born.value.strip() and self._birthday is None:
            self.refuse(NO_DATE, self._born)
        elif doubt_about_birth(self._birthday, self.desk_app.today):
            self.refuse(NOT_BORN, self._born)
        elif self._school.unclear:
            self.refuse(NO_SCHOOL, self._school)
        else:
            self.done(self._save())

    def _save(self) -> int:
        if self._pupil_id is None:
            with self.saving("Jongere toegevoegd"):
                return add_pupil(self.casebook, self._details)
        version = self._card.version if self._card else 0
        with self.saving("Gegevens gewijzigd"):
            edit_pupil(self.casebook, self._pupil_id, self._details, version=version)
        return self._pupil_id

    @property
    def _details(self) -> PupilDetails:
        school = self._school.school
        return PupilDetails(
            name=self._person,
            born=self._birthday,
            school_id=school.id if school else None,
            class_name=self._class.value,
            phone=self._phone.value,
            home_language=self._language.value,
            interpreter=self._interpreter.ticked,
            municipality=self._municipality.value,
            mentor=self._mentor.value,
            without_parents=self._alone.ticked,
        )
