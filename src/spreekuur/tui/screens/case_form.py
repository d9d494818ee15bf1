"""The form of a dossier as a whole: how contact is kept, what lies behind it, and closing it."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.cases import CaseDetails, keep_case
from spreekuur.actions.pupils import choose_background
from spreekuur.rules.backgrounds import BETWEEN, CHOICES, read_backgrounds
from spreekuur.rules.rhythm import parse_rhythm, rhythm_words
from spreekuur.rules.text import fold
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.cases import case_of

HOLDERS = ("school", "ik")
BEHIND = "Wat zat erachter? Eén woord is genoeg, of: onbekend"
NO_RHYTHM = "Typ hoe vaak, zoals wekelijks of elke 2 weken, of laat leeg."
NO_HOLDER = "Typ wie contact houdt: school of ik."
NO_BACKGROUND = "Kies de achtergrond uit de woorden ernaast, met komma's ertussen, of laat leeg."


class CaseForm(FormSheet[int]):
    """Gives the number of the jongere whose dossier was changed."""

    about = (
        "Hoe vaak er contact is en wie dat houdt, en wat de achtergrond is; een dossier afsluiten "
        "of weer openen."
    )

    def __init__(self, pupil_id: int) -> None:
        self._pupil_id = pupil_id
        self._often = TextLine("Contact", read=_read_often, placeholder="wekelijks")
        self._holder = TextLine("Door", read=_read_holder, placeholder="school of ik")
        self._tick_closed = TickLine("Dossier", "afgesloten")
        self._because = TextLine("Waardoor")
        self._behind = TextLine(
            "Achtergrond", read=_read_behind, rows=4, placeholder="plannen, angst"
        )
        lines = (self._often, self._holder, self._tick_closed, self._because, self._behind)
        place = f"formulier:dossier:{pupil_id}"
        super().__init__("Dossier", lines, place=place, pupil_id=pupil_id)

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            case = case_of(connection, self._pupil_id)
        if case is None:
            return {}
        return {
            self._often: rhythm_words(case.days) if case.days else "",
            self._holder: case.holder,
            self._tick_closed: "ja" if case.closed_on else "nee",
            self._because: case.because,
            self._behind: BETWEEN.join(case.background),
        }

    def on_mount(self) -> None:
        super().on_mount()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """Ask what was behind it when a dossier is being closed."""
        asked = self._tick_closed.ticked and not self._because.value.strip()
        self.hint(BEHIND if asked else "")

    def do_save(self) -> None:
        """Keep the dossier as it stands here."""
        often = self._often.value.strip()
        days, holder = parse_rhythm(often), _holder(self._holder.value)
        behind, unclear = read_backgrounds(self._behind.value)
        if often and days is None:
            self.refuse(NO_RHYTHM, self._often)
        elif often and holder is None:
            self.refuse(NO_HOLDER, self._holder)
        elif unclear:
            self.refuse(NO_BACKGROUND, self._behind)
        else:
            because = self._because.value
            details = CaseDetails(days, holder or "", self._tick_closed.ticked, because)
            with self.saving("Dossier bijgewerkt"):
                keep_case(self.casebook, self._pupil_id, details, self.desk_app.today)
                choose_background(self.casebook, self._pupil_id, behind)
            self.done(self._pupil_id)


def _holder(text: str) -> str | None:
    """Who keeps contact, meant by its beginning."""
    typed = fold(text)
    return next((one for one in HOLDERS if typed and one.startswith(typed)), None)


def _read_often(text: str) -> Reading:
    if not text.strip():
        return Reading("geen vast ritme")
    days = parse_rhythm(text)
    return Reading(rhythm_words(days)) if days else Reading("hoe vaak?", doubtful=True)


def _read_holder(text: str) -> Reading:
    holder = _holder(text)
    if holder or not text.strip():
        return Reading(holder or "")
    return Reading("school of ik?", doubtful=True)


def _read_behind(text: str) -> Reading:
    chosen, unclear = read_backgrounds(text)
    if unclear:
        return Reading(f"welke? {CHOICES}", doubtful=True)
    return Reading(BETWEEN.join(chosen) or CHOICES)
