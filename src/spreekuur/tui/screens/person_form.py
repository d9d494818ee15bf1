"""The form of somebody around a jongere: an ouder/verzorger, or somebody new at the school."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.pupils import GuardianDetails, add_guardian, edit_guardian
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.rules.labels import ContactRole, Relation, Side
from spreekuur.rules.note_lines import NoteContext
from spreekuur.rules.sensitive import looks_like_bsn
from spreekuur.rules.sides import sides_of
from spreekuur.rules.text import fold
from spreekuur.tui.dossier_rows import GUARDIAN, PERSON
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_about import BSN
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.card import GuardianView, PupilCard, pupil_card

NO_NAME = "Typ eerst een naam; de rest mag later."
NO_ROLE = "Ouder of school? Typ bijvoorbeeld moeder, voogd, mentor of oco."
NO_SCHOOL = "Deze jongere heeft nog geen school. Zet die eerst bij de gegevens."
ONLY_PARENTS = "Taal en gezag horen bij een ouder; van school worden ze niet bewaard."

PARENTS = frozenset(map(fold, Relation))
SCHOOL = frozenset(map(fold, ContactRole))


class PersonForm(FormSheet[int]):
    """Gives the number of the person; the role says whether that is a parent or somebody of school.

    Of a parent who is already there only what belongs to parents is asked; who is already there at
    school has a form of its own (`ContactForm`).
    """

    about = "Ouders en verzorgers van de jongere, en wie er op school te bereiken is."

    def __init__(self, pupil_id: int, guardian_id: int | None = None) -> None:
        """Without the second number somebody new."""
        self._pupil_id = pupil_id
        self._guardian_id = guardian_id
        self._card: PupilCard | None = None
        self._role = TextLine("Wie", read=self._read_role, placeholder="moeder of mentor")
        self._called = TextLine("Naam")
        self._phone = TextLine("Telefoon")
        self._language = TextLine("Taal")
        self._authority = TextLine("Gezag", placeholder="ja, nee, voogdij")
        self._feedback = TickLine("School", "krijgt terugkoppeling")
        asked = (self._role, self._called, self._phone, self._language, self._authority)
        lines: tuple[FormLine, ...] = asked if guardian_id else (*asked, self._feedback)
        kind = f"{GUARDIAN}:{guardian_id}" if guardian_id else f"{PERSON}:nieuw:{pupil_id}"
        place = f"formulier:{kind}"
        super().__init__("Mensen", lines, place=place, pupil_id=pupil_id)

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            self._card = pupil_card(connection, self._pupil_id, self.desk_app.today)
        if parent := self._guardian:
            return {
                self._role: parent.relation,
                self._called: parent.name,
                self._phone: parent.phone,
                self._language: parent.language,
                self._authority: parent.authority,
            }
        return {}

    @property
    def _guardian(self) -> GuardianView | None:
        known = self._card.guardians if self._card else ()
        return next((one for one in known if one.id == self._guardian_id), None)

    @property
    def _side(self) -> Side | None:
        """Of parents or of school; None as long as the role doesn't tell."""
        if self._guardian_id:
            return Side.PARENTS
        role = fold(self._role.value)
        if role in PARENTS or role in SCHOOL:
            return Side.PARENTS if role in PARENTS else Side.SCHOOL
        sides = set(sides_of(role, NoteContext(self.desk_app.today))) if role else set()
        return next((one for one in (Side.PARENTS, Side.SCHOOL) if sides == {one}), None)

    def _read_role(self, text: str) -> Reading:
        if not self.is_mounted or not text.strip():
            return Reading()
        if self._side is Side.PARENTS:
            return Reading("ouder of verzorger")
        if self._side is Side.SCHOOL:
            school = self._card.school if self._card else ""
            return Reading(f"contactpersoon van {school or 'de school'}")
        return Reading("ouder, of iemand van school?", doubtful=True)

    def on_form_edited(self) -> None:
        """Say what has no place here."""
        typed = (self._role.value, self._called.value, self._authority.value)
        for_parents = self._language.value.strip() or self._authority.value.strip()
        if any(map(looks_like_bsn, typed)):
            self.hint(BSN)
        elif self._side is Side.SCHOOL and for_parents:
            self.hint(ONLY_PARENTS)
        else:
            self.hint("")

    def do_save(self) -> None:
        """Add or change the person."""
        school_id = self._card.school_id if self._card else None
        if not self._called.value.strip():
            self.refuse(NO_NAME, self._called)
        elif self._side is None:
            self.refuse(NO_ROLE, self._role)
        elif self._side is Side.PARENTS:
            self.done(self._save_parent())
        elif school_id is None:
            self.refuse(NO_SCHOOL, self._role)
        else:
            self.done(self._save_contact(school_id))

    def _save_parent(self) -> int:
        details = GuardianDetails(
            name=self._called.value,
            relation=self._role.value,
            phone=self._phone.value,
            language=self._language.value,
            authority=self._authority.value,
        )
        parent = self._guardian
        if parent is None:
            with self.saving("Ouder of verzorger toegevoegd"):
                return add_guardian(self.casebook, self._pupil_id, details)
        with self.saving("Ouder of verzorger gewijzigd"):
            edit_guardian(self.casebook, parent.id, details, version=parent.version)
        return parent.id

    def _save_contact(self, school_id: int) -> int:
        details = ContactDetails(
            name=self._called.value,
            role=self._role.value,
            phone=self._phone.value,
            receives_feedback=self._feedback.ticked,
        )
        with self.saving("Contactpersoon toegevoegd"):
            return add_contact(self.casebook, school_id, details)
