"""Back into a concept: from its place to the screen on which it is being typed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp
    from spreekuur.tui.today_rows import InConcept

NOTE = "notitie"
GONE = "Over wie dit concept gaat staat niet meer in het bestand."


async def go_on(app: SpreekuurApp, concept: InConcept) -> None:
    """Open the screen of a concept, which goes on in it by itself."""
    kind, _, rest = concept.place.partition(":")
    if kind == "gesprek" and concept.hours is not None:
        await app.open_office_hours(concept.hours, int(rest))
    elif kind == "lijst":
        await app.paste_list(int(rest))
    elif kind == "papier":
        from spreekuur.tui.screens.paper_entry import PaperEntryDesk

        await app.push_screen(PaperEntryDesk(int(rest)))
    elif kind == "formulier":
        await _form(app, rest, concept.pupil)
    else:
        from spreekuur.tui.screens.quick_note import QuickNote

        # Of somebody taken off the list it becomes a note about that jongere.
        about = concept.pupil if kind == "gesprek" else None
        await app.push_screen(QuickNote(about, concept.place))


async def _form(app: SpreekuurApp, form: str, pupil_id: int | None) -> None:
    """A form of a jongere is opened over the dossier it belongs to."""
    if form == "plan":
        from spreekuur.tui.screens.plan import PlanSheet

        await app.push_screen(PlanSheet())
    elif form == "instellingen":
        await app.do_settings()
    elif form.startswith("school:"):
        from spreekuur.tui.screens.school_form import SchoolForm

        await app.push_screen(SchoolForm(_number(form)))
    elif form.startswith("contact:"):
        from spreekuur.tui.screens.contact_form import ContactForm

        new_at = _number(form) if ":nieuw:" in form else None
        await app.push_screen(ContactForm(new_at, None if new_at else _number(form)))
    elif form.startswith("partner:"):
        from spreekuur.tui.screens.partner_form import PartnerForm

        await app.push_screen(PartnerForm(_number(form)))
    elif form.startswith("terugkoppeling:"):
        from spreekuur.tui.screens.feedback import FeedbackDesk

        _, school, day = form.split(":")
        await app.push_screen(FeedbackDesk(int(school), date.fromisoformat(day)))
    elif form.startswith("uitkomst:"):
        from spreekuur.tui.screens.feedback_forms import OutcomeForm

        await app.push_screen(OutcomeForm(_number(form) or 0))
    elif form.startswith("jongere:"):
        from spreekuur.tui.screens.pupil_form import PupilForm

        await app.push_screen(PupilForm(pupil_id))
    elif form.startswith(f"{NOTE}:") and pupil_id is None:
        from spreekuur.tui.screens.note_edit import NoteEdit

        await app.push_screen(NoteEdit(_number(form) or 0))
    elif pupil_id is None:
        app.tell(GONE)
    else:
        from spreekuur.tui.dossier_rows import At
        from spreekuur.tui.screens.dossier import Dossier

        await app.open_dossier(pupil_id)
        kind, _, number = form.partition(":")
        if isinstance(app.screen, Dossier):
            await app.screen.edit(At(kind, int(number) if number.isdigit() else 0))


def _number(place: str) -> int | None:
    """The number at the end of a place; none when it is about something new."""
    last = place.rpartition(":")[2]
    return int(last) if last.isdigit() else None
