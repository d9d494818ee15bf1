"""From a thing in a list to where it is done: the table, a dossier, a concept, a note."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from spreekuur.tui.after_rows import ToClose, ToTell
from spreekuur.tui.concepts import go_on
from spreekuur.tui.today_rows import (
    AboutPupil,
    AboutSchool,
    AtPlace,
    InConcept,
    ToCarryOver,
    ToFile,
    Waits,
)

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
            from spreekuur.tui.screens.reading import NoteDesk

            await app.push_screen(NoteDesk(conversation))
        case ToClose(hours):
            from spreekuur.tui.screens.closing import ClosingDesk

            await app.push_screen(ClosingDesk(hours))
        case ToTell(school, day):
            from spreekuur.tui.screens.feedback import FeedbackDesk

            await app.push_screen(FeedbackDesk(school, day))
        case ToCarryOver():
            await app.do_carry_over()
        case InConcept() as concept:
            await go_on(app, concept)
