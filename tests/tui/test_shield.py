"""With F9 no name stands on any screen, wherever she goes, until F9 again."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spreekuur.actions.goals import AgreementDetails, agree
from spreekuur.actions.notes import About, save_note
from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui.desk import Desk
from spreekuur.tui.door import Door
from tests.tui.builder import BEFORE, DAY, PEOPLE, StillApp, desk, typed
from tests.tui.screen_text import screen_text
from tests.tui.test_overlays import SHEETS, every, opened

SCREENS = [*SHEETS, *(one for one in every(Desk) if not issubclass(one, Door))]
OTHERS = ("Ilse", "Rima", "Hennie", "Drenth", "Ot Prins", "Lia van der Wal", "Hartog")
SAID = ("doorgamet", "twee wekkers", "7x te laat", "epilepsie", "rijles", "06-00", "buurvrouw")


def told(casebook: Casebook) -> None:
    """Agreements and vervolgen with names of others in them, at the top of every list."""
    agree(casebook, 3, AgreementDetails("Ot Prins", Side.SCHOOL, "belt Hennie", date(2026, 11, 20)))
    agree(casebook, 1, AgreementDetails("ik", Side.ME, "belt over epilepsie", DAY))
    save_note(casebook, "> 25 nov rijles met Rima", About(8), today=BEFORE)
    save_note(casebook, "> 25 nov Hennie over epilepsie", About(school_id=1), today=BEFORE)


def names_on(app: StillApp) -> set[str]:
    """Every name of somebody in the file that can be read, and what was said."""
    shown = screen_text(app)
    people = {part for one in PEOPLE for part in (one.name.given, one.name.surname)}
    wanted = (*people, *OTHERS, *SAID)
    return {one for one in wanted if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", shown)}


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
async def test_no_name_can_be_read_on_a_shielded_screen(
    screen: type[Any], size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size, prepare=told) as (app, pilot):
        await app.push_screen(opened(screen, app))
        await typed(pilot, "f9")
        assert names_on(app) == set()


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
@pytest.mark.parametrize(
    "keys",
    [("2",), ("enter",), ("enter", "escape"), ("n", "z"), ("slash", *"te"), ("2", "enter"), ("3",)],
    ids=["caseload", "table", "list", "who", "search", "dossier", "agenda"],
)
async def test_the_shield_goes_along_to_other_screens(
    keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size, prepare=told) as (app, pilot):
        assert names_on(app)
        await typed(pilot, "f9", *keys)
        assert names_on(app) == set()


@pytest.mark.parametrize(
    "keys",
    [("enter",), ("n", "tab", *"buurvrouw", "enter"), ("n", *"haddad", "enter")],
    ids=["table", "unknown", "about"],
)
async def test_a_note_under_the_shield_has_no_words_and_is_typed_on(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *keys, *"Rima belt over epilepsie.")
        await typed(pilot, "f9")
        assert names_on(app) == set()
        await typed(pilot, *" Ook rijles.")
        assert names_on(app) == set()
        await typed(pilot, "f9")
        assert "Rima belt over epilepsie. Ook rijles." in screen_text(app)


async def test_the_same_key_brings_the_names_back_and_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f9")
        assert "Afgeschermd. F9 toont de namen weer." in screen_text(app)
        assert "S.G." in screen_text(app)
        await typed(pilot, "f9")
        assert "De namen staan er weer." in screen_text(app)
        assert "Sam de Groot" in screen_text(app)
