"""The form of an afspraak: who does what, by when, and how it will be checked (domain 1.3)."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.goals import AgreementDetails, agree, edit_agreement
from spreekuur.rules.labels import Side
from spreekuur.rules.note_lines import NoteContext
from spreekuur.rules.sensitive import has_private_word
from spreekuur.rules.sides import sides_of
from spreekuur.tui.day_line import REFUSAL, DayLine
from spreekuur.tui.dossier_rows import AGREEMENT
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_about import HEALTH, UNDER_TWELVE
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.card import AgreementView, pupil_card
from spreekuur.views.note_context import note_context

NO_WHAT = "Typ eerst wat er is afgesproken; wie en wanneer mogen later."
NO_WHO = "Nog niemand genoemd: zo staat de afspraak bij jou aan zet."
NO_DAY = "Nog geen dag: zonder dag vraagt niets erom."
ADDRESSED_FROM = 12


class AgreementForm(FormSheet[int]):
    """Gives the number of the afspraak that was made or changed."""

    about = "Een afspraak: wie doet wat, wanneer, en hoe je nakijkt of het lukte."

    def __init__(self, pupil_id: int, agreement_id: int | None = None) -> None:
        """Without a number a new afspraak."""
        self._pupil_id = pupil_id
        self._agreement_id = agreement_id
        self._held: AgreementView | None = None
        self._reads_as: NoteContext | None = None
        self._who = TextLine("Wie", read=self._read_who, placeholder="mentor, moeder, ik")
        self._what = TextLine("Wat")
        self._by = DayLine("Wanneer")
        self._check = TextLine("Hoe nagekeken")
        self._shared = TickLine("Delen", "met school")
        lines = (self._who, self._what, self._by, self._check, self._shared)
        place = f"formulier:{AGREEMENT}:{agreement_id or f'nieuw:{pupil_id}'}"
        super().__init__("Afspraak", lines, place=place, pupil_id=pupil_id)

    def held(self) -> Mapping[FormLine, str]:
        app = self.desk_app
        with self.casebook.read() as connection:
            self._reads_as = note_context(connection, app.today, pupil_id=self._pupil_id)
            card = pupil_card(connection, self._pupil_id, app.today)
        made = card.agreements if card else ()
        one = self._held = next((one for one in made if one.id == self._agreement_id), None)
        due = self._by.hold(self._reads_as, one.due if one else None, one.at if one else None)
        if one is None:
            return {}
        return {
            self._who: one.who,
            self._what: one.what,
            self._by: due,
            self._check: one.check_how,
            self._shared: "ja" if one.shared else "nee",
        }

    def on_mount(self) -> None:
        super().on_mount()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """One thing worth knowing; it never keeps from saving."""
        age = self._reads_as.age if self._reads_as else None
        young = age is not None and age < ADDRESSED_FROM
        if self._shared.ticked and has_private_word(f"{self._who.value} {self._what.value}"):
            self.hint(HEALTH)
        elif young and self._sides and self._sides[0] is Side.PUPIL:
            self.hint(UNDER_TWELVE)
        elif self._what.value.strip() and not self._sides:
            self.hint(NO_WHO)
        elif self._what.value.strip() and not self._by.value.strip():
            self.hint(NO_DAY)
        else:
            self.hint("")

    @property
    def _sides(self) -> tuple[Side, ...]:
        return sides_of(self._who.value, self._reads_as) if self._reads_as else ()

    def _read_who(self, text: str) -> Reading:
        sides = dict.fromkeys(map(str, self._sides))
        return Reading(f"aan zet: {' en '.join(sides)}" if sides else "")

    def do_save(self) -> None:
        """Make or change the afspraak."""
        if not self._what.value.strip():
            self.refuse(NO_WHAT, self._what)
        elif self._by.unclear:
            self.refuse(REFUSAL, self._by)
        else:
            self.done(self._save())

    def _save(self) -> int:
        if self._held is None:
            with self.saving("Afspraak vastgelegd"):
                return agree(self.casebook, self._pupil_id, self._details)
        number, version = self._held.id, self._held.version
        with self.saving("Afspraak gewijzigd"):
            edit_agreement(self.casebook, number, self._details, version=version)
        return number

    @property
    def _details(self) -> AgreementDetails:
        return AgreementDetails(
            who=self._who.value,
            side=self._sides[0] if self._sides else Side.ME,
            what=self._what.value,
            due=self._by.day,
            at=self._by.at,
            check_how=self._check.value,
            shared=self._shared.ticked,
        )
