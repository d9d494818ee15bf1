"""Back into a concept: from its place to the screen on which it is being typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.tui.form_places import number_of, sheet_of

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
    """A form about a jongere is opened over the dossier it belongs to."""
    screen = sheet_of(app, form)
    if screen is not None:
        await app.push_screen(screen)
    elif form == "instellingen":
        await app.do_settings()
    elif pupil_id is not None and form.startswith("jongere:"):
        await app.edit_pupil(pupil_id)
    elif pupil_id is not None:
        from spreekuur.tui.dossier_rows import At
        from spreekuur.tui.screens.dossier import Dossier

        await app.open_dossier(pupil_id)
        kind, _, number = form.partition(":")
        if isinstance(app.screen, Dossier):
            await app.screen.edit(At(kind, int(number) if number.isdigit() else 0))
    elif form.startswith(f"{NOTE}:"):
        from spreekuur.tui.screens.note_edit import NoteEdit

        await app.push_screen(NoteEdit(number_of(form) or 0))
    else:
        app.tell(GONE)
