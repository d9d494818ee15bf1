"""How contact is kept and whether a dossier is closed, in one small form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.rules.labels import Background
from spreekuur.tui.screens.case_form import CaseForm
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.views.cases import CaseView, case_of
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
SAM = ("/", *"sam de groot", "enter")


def case(app: StillApp) -> CaseView | None:
    with app.casebook.read() as connection:
        found = case_of(connection, 1)
    return found and replace(found, carried=None)


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)], ids=str)
async def test_it_reads_what_is_typed(
    tmp_path: Path, golden: Golden, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await typed(pilot, *SAM, "s", *"wekelijks", "enter", "s", "enter", "space")
        await concept_kept(pilot)
        golden(app, f"case_form_{size[0]}")


async def test_a_rhythm_is_kept_and_shown_above_the_dossier(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, *SAM, "s", *"om de week", "enter", "s", "f2")
        assert isinstance(app.screen, Dossier)
        assert "contact elke 2 weken door school" in screen_text(app)
        assert case(app) == CaseView(None, "", 14, "school")


async def test_closing_asks_what_was_behind_it_and_undo_opens_it_again(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, *SAM, "s", "enter", "enter", "space")
        assert "Wat zat erachter? Eén woord is genoeg, of: onbekend" in screen_text(app)
        await typed(pilot, "enter", *"verhuisd", "f2")
        assert "afgesloten di 24 nov: verhuisd" in screen_text(app)
        assert case(app) == CaseView(DAY, "verhuisd", None, "")
        await typed(pilot, "2")
        assert "Groot, Sam de" not in screen_text(app)
        await typed(pilot, "o")
        assert "Groot, Sam de" in screen_text(app)
        await typed(pilot, "escape", "u")
        assert case(app) == CaseView(None, "", None, "")
        assert "Groot, Sam de" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (tuple("soms"), "Typ hoe vaak, zoals wekelijks of elke 2 weken, of laat leeg."),
        ((*"wekelijks", "enter", *"oma"), "Typ wie contact houdt: school of ik."),
    ],
    ids=["rhythm", "holder"],
)
async def test_what_cannot_be_read_is_said(
    tmp_path: Path, keys: tuple[str, ...], sentence: str
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *SAM, "s", *keys, "f2")
        assert isinstance(app.screen, CaseForm)
        assert sentence in screen_text(app)
        assert case(app) == CaseView(None, "", None, "")


async def test_the_background_is_chosen_by_a_few_letters_and_stands_under_gegevens(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, *SAM, "s", "up", *"plan, angst, adhd", "f2")
        assert "Kies de achtergrond uit de woorden ernaast" in screen_text(app)
        await typed(pilot, *["backspace"] * 6, "f2")
        assert "erachter  Plannen/op tijd komen, Angst" in screen_text(app)
        found = case(app)
        assert found
        assert found.background == (Background.PLANNING, Background.FEAR)
        await typed(pilot, "f9")
        assert "Angst" not in screen_text(app)
        await typed(pilot, "f9", "u")
        assert "erachter" not in screen_text(app)
