"""The dossier tells everything about one jongere, whatever the room, and keeps its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.tui.dossier_rows import NOTE, At
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.quick_note import QuickNote
from tests.tui.builder import desk, typed
from tests.tui.sams_story import dossier, lists, tell
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]


@pytest.mark.parametrize(("name", "size"), [("80x24", (80, 24)), ("120x40", (120, 40))])
async def test_it_tells_the_whole_story(
    tmp_path: Path, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    async with dossier(tmp_path, size) as (app, _):
        golden(app, f"dossier-{name}")


async def test_at_80_columns_tab_shows_how_it_stands(tmp_path: Path, golden: Golden) -> None:
    async with dossier(tmp_path, (80, 24)) as (app, pilot):
        await typed(pilot, "tab")
        golden(app, "dossier-stand-80x24")
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)
        assert lists(app)[0].has_focus


async def test_nothing_runs_out_of_60_columns(tmp_path: Path) -> None:
    async with dossier(tmp_path, (60, 24)) as (app, pilot):
        for _ in range(2):
            shown = screen_text(app).split("\n")
            assert all(len(row) < 60 for row in shown)
            assert "…" not in "".join(shown[5:20]).replace("… nog", "")
            await typed(pilot, "tab")


async def test_a_jongere_nothing_was_said_about_says_which_key_begins(
    tmp_path: Path, golden: Golden
) -> None:
    async with dossier(tmp_path, (120, 40), 7) as (app, _):
        golden(app, "dossier-leeg-120x40")


async def test_shielded_it_shows_no_name_and_no_word(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "f9")
        shown = screen_text(app)
        assert "S.G." in shown
        for word in ("Groot", "Ilse", "Prins", "wekkers", "gamen", "fietsmaatje", "06-00"):
            assert word not in shown


async def test_the_cursor_stays_on_its_row_when_the_window_changes(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "j", "j", "j")
        at = lists(app)[0].cursor_key
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert lists(app)[0].cursor_key == at
        assert not app.screen.query_one("#dossier-right").display


async def test_a_jongere_who_was_undone_leaves_a_way_back(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24), filled=False) as (app, pilot):
        from spreekuur.actions.pupils import PupilDetails, add_pupil
        from spreekuur.rules.names import PersonName

        add_pupil(app.casebook, PupilDetails(PersonName("Sam", "de", "Groot")))
        await app.open_dossier(1)
        await typed(pilot, "u", "e")
        assert "Esc gaat terug" in screen_text(app)
        await typed(pilot, "escape")
        assert not isinstance(app.screen, Dossier)


async def test_a_burst_from_the_list_into_a_note_arrives_whole(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await pilot.press("n", *"Gaat goed", "enter", *">vr")
        await app.keys_handled()
        assert isinstance(app.screen, QuickNote)
        assert app.screen.editor.text == "Gaat goed\n>vr"


async def test_a_hit_of_the_search_is_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=tell) as (app, pilot):
        await typed(pilot, "slash", *"gamen")
        await app.screen.found()  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert isinstance(app.screen, Dossier)
        assert lists(app)[0].cursor_key == At(NOTE, 2)
