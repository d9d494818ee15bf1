"""From the spreekuur or the dossier in view to its close, and to what goes back to school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spreekuur.tui.desk import Desk

if TYPE_CHECKING:
    from spreekuur.tui.app import SpreekuurApp

NO_SCHOOL = "Deze jongere staat op geen school. e vult dat aan."
NOTHING_SAID = "Over deze jongere is nog niets vastgelegd. n begint een notitie."


async def close_hours(app: SpreekuurApp) -> None:
    """Close the spreekuur in view."""
    from spreekuur.tui.screens.closing import ClosingDesk
    from spreekuur.tui.screens.talk import Talk

    screen = app.screen
    if isinstance(screen, Talk):
        screen.keep()
        await app.push_screen(ClosingDesk(screen.office_hours_id))


async def report(app: SpreekuurApp) -> None:
    """What goes back of the spreekuur in view, or of the last day of the jongere in view."""
    from spreekuur.tui.screens.feedback import FeedbackDesk
    from spreekuur.tui.screens.talk import Talk
    from spreekuur.views.outcome import last_day_of

    screen = app.screen
    if isinstance(screen, Talk):
        if screen.view is not None:
            await app.push_screen(FeedbackDesk(screen.view.school_id, screen.view.day))
    elif isinstance(screen, Desk) and screen.subject is not None:
        with app.casebook.read() as connection:
            school_id, day = last_day_of(connection, screen.subject, app.today)
        if school_id is None or day is None:
            app.tell(NO_SCHOOL if school_id is None else NOTHING_SAID)
        else:
            await app.push_screen(FeedbackDesk(school_id, day))
