"""One walk over every screen there is: each is calm at every size and one key from safety."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.store.casebook import Casebook
from spreekuur.tui.desk import Commanded
from spreekuur.tui.screens.help import Help
from spreekuur.tui.widgets.beside import REST_SECONDS
from tests.tui.builder import KEY, StillApp, desk
from tests.tui.conftest import GOLDENS
from tests.tui.every_screen import (
    FIRST,
    LOCKED,
    SIZES,
    SPOTS,
    Spot,
    pass_doors,
    press,
    screens_there_are,
    settled,
    told,
    walk,
)
from tests.tui.explained import assert_explained
from tests.tui.locked import at_the_door, closed_file, give_keys
from tests.tui.screen_checks import assert_calm, named, names_on

Golden = Callable[[App[Any], str], None]
GROUPS = 3
"""Walks that may go beside each other."""

ALL = (*SPOTS, *LOCKED, *FIRST)
FIRST_OF_ITS_KIND = {spot.screen: spot for spot in reversed(SPOTS)}.values()


class Staying(StillApp):
    """Counts how often it is left, and stays for the next screen."""

    left = 0

    def leave(self) -> None:
        self.left += 1


def test_the_walk_knows_every_screen_there_is() -> None:
    assert {spot.screen for spot in ALL} == {one.__name__ for one in screens_there_are()}


@pytest.mark.parametrize("screen", screens_there_are(), ids=lambda one: one.__name__)
def test_every_screen_tells_what_it_is_in_one_or_two_sentences(screen: type[Commanded]) -> None:
    assert 1 <= screen.about.count(". ") + screen.about.endswith(".") <= 2
    assert len(screen.about) <= 2 * 78


@pytest.mark.parametrize("screen", [one.__name__ for one in screens_there_are()])
def test_every_screen_has_goldens_at_80_and_at_120_columns(screen: str) -> None:
    begun = [spot.golden for spot in ALL if spot.screen == screen and spot.golden]
    assert begun
    for golden in begun:
        for width in (80, 120):
            assert list(GOLDENS.glob(f"{golden}*{width}*.txt")), golden


@pytest.mark.parametrize("group", range(GROUPS))
async def test_every_screen_is_calm_and_one_key_from_safety(
    group: int, tmp_path: Path, home: Path, golden: Golden
) -> None:
    async with desk(tmp_path, prepare=told, kind=Staying) as (app, pilot):
        give_keys(app.casebook)
        async for spot in walk(app, pilot, SPOTS[group::GROUPS]):
            with named(spot):
                await stays_calm(app, pilot, spot, golden)
                assert isinstance(app.screen, Commanded)
                await assert_explained(app.screen)
                await can_be_shielded(app, pilot, spot)
                if spot in FIRST_OF_ITS_KIND:
                    await can_be_asked_for_help(app, pilot)
                    await can_be_left(app, pilot)
                    await can_be_locked(app, pilot)


async def test_every_door_is_calm_and_can_be_left(tmp_path: Path, golden: Golden) -> None:
    file = closed_file(tmp_path)
    async with at_the_door(file, kind=Staying) as (app, pilot):
        await passes(app, pilot, LOCKED, golden)
    async with at_the_door(tmp_path / "nieuw" / "spreekuur.db", kind=Staying) as (app, pilot):
        await passes(app, pilot, FIRST, golden)


async def passes(app: StillApp, pilot: Pilot[None], spots: Sequence[Spot], golden: Golden) -> None:
    """Through doors one after the other; shield and lock do nothing there."""
    async for spot in pass_doors(app, pilot, spots):
        with named(spot):
            await stays_calm(app, pilot, spot, golden)
            before = app.screen
            await press(app, pilot, "f8", "f9")
            assert (app.screen, app.shielded) == (before, False)
            await can_be_asked_for_help(app, pilot)
            await can_be_left(app, pilot)


async def stays_calm(app: StillApp, pilot: Pilot[None], spot: Spot, golden: Golden) -> None:
    """At every size, the goldens of this walk on the way; it ends at the widest."""
    for width, height in SIZES:
        await pilot.resize_terminal(width, height)
        await settled(app, pilot)
        assert_calm(app)
        if spot.drawn and width in (80, 120):
            golden(app, f"{spot.golden}{width}")


async def can_be_shielded(app: StillApp, pilot: Pilot[None], spot: Spot) -> None:
    """F9 leaves no name and no words of anyone, wide or narrow; F9 again brings them back."""
    there_were = names_on(app)
    await press(app, pilot, "f9")
    await pilot.pause(2 * REST_SECONDS)
    assert app.shielded
    assert names_on(app) <= examples(spot)
    await pilot.resize_terminal(80, 24)
    await settled(app, pilot)
    assert names_on(app) <= examples(spot)
    await press(app, pilot, "f9")
    assert not app.shielded
    assert bool(names_on(app)) == bool(there_were)


def examples(spot: Spot) -> set[str]:
    """Names that belong to nobody, in what the help tells of a note."""
    return {"Sam"} if spot.name == "hulp bij een notitie" else set()


async def can_be_asked_for_help(app: StillApp, pilot: Pilot[None]) -> None:
    """F1 opens the help, Escape goes back; in the help itself F1 goes back."""
    before = app.screen
    await press(app, pilot, "f1")
    assert isinstance(app.screen, Help) is not isinstance(before, Help)
    await press(app, pilot, *(["f1"] if isinstance(before, Help) else ["escape"]))
    assert type(app.screen) is type(before)


async def can_be_left(app: StillApp, pilot: Pilot[None]) -> None:
    assert isinstance(app, Staying)
    before = app.left
    await press(app, pilot, "ctrl+q")
    assert app.left == before + 1


async def can_be_locked(app: StillApp, pilot: Pilot[None]) -> None:
    """F8 leaves nothing of anyone; what comes back after it is what stood there."""
    stood = [type(one) for one in app.screen_stack if isinstance(one, Commanded) and one.comes_back]
    file = app.casebook.path
    await press(app, pilot, "f8")
    assert [type(one).__name__ for one in app.screen_stack[1:]] == ["Unlock"]
    assert names_on(app) == set()
    assert app._casebook is None
    await app.opened(Casebook.open(file, KEY))
    await settled(app, pilot)
    assert [type(one) for one in app.screen_stack[1:]] == stood
