"""From a thing in a list to where it is done: the table, a dossier, a concept, the picker."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from spreekuur.tui.concepts import go_on
from spreekuur.tui.today_rows import AboutPupil, AboutSchool, AtPlace, InConcept, ToFile, Waits

if TYPE_CHECKING:
    from spreekuur.tui.desk import Desk


async def go_to(desk: Desk, thing: Hashable) -> None:
    """Go where the thing under the cursor of this screen is done."""
    app = desk.desk_app
    match thing:
        case AtPlace(hours, appointment):
            await app.open_office_hours(hours, appointment)
        case Waits(hours):
            await app.open_office_hours(hours)
        case AboutPupil(pupil=pupil):
            await app.open_dossier(pupil)
        case AboutSchool(school=school):
            await go_on(app, InConcept(f"school:{school}", None, None))
        case ToFile(conversation):
            await _file(desk, conversation)
        case InConcept() as concept:
            await go_on(app, concept)


async def _file(desk: Desk, conversation_id: int) -> None:
    """Pick whom a note without a name is about."""
    from spreekuur.tui.screens.pick import Pick, Picked

    def put(picked: Picked | None) -> None:
        from spreekuur.actions.inbox import file_note

        if picked is None:
            return
        about = {f"{picked.kind}_id": picked.id}
        today = desk.desk_app.today
        if desk.attempt(lambda: file_note(desk.casebook, conversation_id, today=today, **about)):
            desk.say("Ingedeeld. u maakt het ongedaan.")
        desk.reload()

    await desk.app.push_screen(Pick("Over wie gaat deze notitie?"), put)
