"""With F9 no name stands on any screen, wherever she goes, until F9 again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from spreekuur.tui.desk import Desk
from spreekuur.tui.door import Door
from tests.tui.builder import PEOPLE, StillApp, desk, typed
from tests.tui.screen_text import screen_text
from tests.tui.test_overlays import SHEETS, every, opened

SCREENS = [*SHEETS, *(one for one in every(Desk) if not issubclass(one, Door))]
OTHERS = ("Ilse", "Rima", "Hennie", "Drenth", "Ot Prins", "Lia van der Wal", "Hartog")
SAID = ("doorgamet", "twee wekkers", "7x te laat")


def names_on(app: StillApp) -> set[str]:
    """Every name of somebody in the file that can be read, and what was said."""
    shown = screen_text(app)
    people = {part for one in PEOPLE for part in (one.name.given, one.name.surname)}
    return {name for name in (*people, *OTHERS, *SAID) if name in shown}


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
async def test_no_name_can_be_read_on_a_shielded_screen(
    screen: type[Any], size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await app.push_screen(opened(screen, app))
        await typed(pilot, "f9")
        assert names_on(app) == set()


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
@pytest.mark.parametrize(
    "keys",
    [("2",), ("enter",), ("enter", "escape"), ("n", "z"), ("slash", *"te"), ("2", "enter")],
    ids=["caseload", "table", "list", "who", "search", "dossier"],
)
async def test_the_shield_goes_along_to_other_screens(
    keys: tuple[str, ...], size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        assert names_on(app)
        await typed(pilot, "f9", *keys)
        assert names_on(app) == set()


async def test_the_same_key_brings_the_names_back_and_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f9")
        assert "Afgeschermd. F9 toont de namen weer." in screen_text(app)
        assert "S.G." in screen_text(app)
        await typed(pilot, "f9")
        assert "De namen staan er weer." in screen_text(app)
        assert "Sam de Groot" in screen_text(app)
