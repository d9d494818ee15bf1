"""The mouse does what keys do, and is never needed: rows, places, the key bar, the wheel."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.agenda import AgendaDesk
from spreekuur.tui.screens.caseload import CaseloadDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.today import Today
from spreekuur.tui.widgets.rows import Rows
from tests.tui.builder import StillApp, desk, typed
from tests.tui.screen_text import screen_text


async def click(app: StillApp, pilot: Pilot[None], text: str) -> None:
    """Click in the middle of this text on the screen."""
    rows = screen_text(app).split("\n")
    y = next(at for at, row in enumerate(rows) if text in row)
    await pilot.click(offset=(rows[y].index(text) + len(text) // 2, y))
    await typed(pilot)


async def wheel(app: StillApp, pilot: Pilot[None], turned: type[events.MouseEvent]) -> None:
    """Turn the wheel over what has the focus."""
    assert app.focused
    await pilot._post_mouse_events([turned], offset=app.focused.region.center)  # type: ignore[arg-type]
    await typed(pilot)


def many(casebook: Casebook) -> None:
    with casebook.change("Jongeren"):
        for number in range(60):
            add_pupil(casebook, PupilDetails(PersonName("Kind", "", f"Aa{number:02}"), None, 1))


async def test_a_click_puts_the_cursor_on_a_row_and_a_second_opens_it(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await click(app, pilot, "2 Caseload")
        assert isinstance(app.screen, CaseloadDesk)
        await click(app, pilot, "Haddad, Amal")
        assert isinstance(app.focused, Rows)
        assert app.focused.cursor_key == 8
        await click(app, pilot, "Haddad, Amal")
        assert isinstance(app.screen, Dossier)
        await click(app, pilot, "1 Vandaag")
        assert isinstance(app.screen, Today)
        await click(app, pilot, "Noor van den Berg")
        await click(app, pilot, "Noor van den Berg")
        assert isinstance(app.screen, OfficeHoursDesk)


async def test_a_click_on_a_key_does_what_the_key_does(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await click(app, pilot, "3 Agenda")
        assert isinstance(app.screen, AgendaDesk)
        await click(app, pilot, "? hulp")
        assert isinstance(app.screen, Help)
        await click(app, pilot, "Esc terug")
        await click(app, pilot, "n notitie")
        assert isinstance(app.screen, QuickNote)
        await typed(pilot, *"haddad")
        await click(app, pilot, "Haddad, Amal")
        await typed(pilot, *"Belde.")
        await click(app, pilot, "F2 bewaar")
        assert isinstance(app.screen, AgendaDesk)
        assert "Bewaard." in screen_text(app)


async def test_a_click_beside_a_name_does_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        before = app.screen
        for y in (0, 23):
            row = screen_text(app).split("\n")[y]
            for x in [at for at in range(len(row) - 2) if row[at : at + 3] == "   "]:
                await pilot.click(offset=(x + 1, y))
        await typed(pilot)
        assert app.screen is before


@pytest.mark.parametrize("place", ["2", "question_mark"], ids=["list", "help"])
async def test_the_wheel_scrolls(place: str, tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=many) as (app, pilot):
        await typed(pilot, place)
        before = screen_text(app)
        for _ in range(3):
            await wheel(app, pilot, events.MouseScrollDown)
        assert screen_text(app) != before
        for _ in range(3):
            await wheel(app, pilot, events.MouseScrollUp)
        assert screen_text(app) == before
