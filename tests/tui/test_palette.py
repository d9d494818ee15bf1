"""Everything can be found by its name, with its key beside it, and is done where she was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.tui.screens.caseload import CaseloadDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.palette import NOTHING, Palette
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.school import SchoolDesk
from spreekuur.tui.screens.today import Today
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=str)
async def test_it_shows_what_can_be_done_here_and_with_which_key(
    tmp_path: Path, golden: Golden, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await typed(pilot, "ctrl+p")
        golden(app, f"palette_{size[0]}")


async def test_a_command_is_done_on_the_screen_below(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "ctrl+p", *"plant", "enter")
        assert isinstance(app.screen, PlanSheet)


async def test_a_place_is_opened_from_a_dossier(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "2", "enter")
        assert isinstance(app.screen, Dossier)
        await typed(pilot, "ctrl+p", *"alle jongeren", "enter")
        assert isinstance(app.screen, CaseloadDesk)


async def test_a_jongere_is_found_by_part_of_a_name(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "ctrl+p", *"jansm", "enter")
        assert isinstance(app.screen, Dossier)
        assert "Daan Jansma" in screen_text(app)


async def test_a_school_is_found_by_part_of_its_name(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "ctrl+p", *"kompas", "enter")
        assert isinstance(app.screen, SchoolDesk)


async def test_what_cannot_be_done_now_says_why(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await typed(pilot, "ctrl+p", *"plant een")
        assert "Nog geen scholen." in screen_text(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, Today)
        assert "Nog geen scholen." in screen_text(app)


async def test_in_the_spreekuur_it_has_what_can_be_done_and_no_more(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "ctrl+p", *"afspraak is gelukt")
        assert "De afspraak is gelukt." in screen_text(app)
        await typed(pilot, "escape", "escape", "j", "ctrl+p", *"opent de regel", "enter")
        assert "Noor van den Berg" in screen_text(app).splitlines()[3]
        await typed(pilot, "ctrl+p", *"afspraak is gelukt")
        assert NOTHING in screen_text(app)


async def test_escape_goes_back_and_nothing_is_found_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "ctrl+p", *"qqqqq")
        assert NOTHING in screen_text(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, Palette)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Today)


async def test_names_are_initials_while_shielded(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f9", "ctrl+p", *"jansm")
        assert "D.J." in screen_text(app)
        assert "Jansma" not in screen_text(app)
