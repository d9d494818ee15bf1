"""From every overlay that exists help, shield, lock and leave are one key away."""

from __future__ import annotations

import inspect
import pkgutil
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from spreekuur.tui import screens
from spreekuur.tui.desk import Commanded, Desk, Sheet
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.unlock import Unlock
from spreekuur.views.turns import turns
from tests.tui.builder import PEOPLE, StillApp, desk, typed
from tests.tui.locked import give_keys
from tests.tui.screen_text import screen_text


def every(kind: type[Commanded]) -> list[type[Any]]:
    """The classes of this kind that a screen module makes, without those others are made of."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found = [kind]
    for one in found:
        found += [sub for sub in one.__subclasses__() if sub.__module__.startswith("spreekuur.")]
    return [one for one in found if not one.__subclasses__() and "screens" in one.__module__]


SHEETS = every(Sheet)


def opened(screen: type[Any], app: StillApp) -> Any:
    """A screen about the first of everything in the filled file."""
    known: dict[str, Any] = dict.fromkeys(
        ("pupil_id", "conversation_id", "subject", "office_hours_id", "school_id"), 1
    )
    with app.casebook.read() as connection:
        move = next(iter(turns(connection)), None)
    known |= {"title": "Wie?", "screen": app.screen, "move": move}
    needed = [
        one.name
        for one in inspect.signature(screen).parameters.values()
        if one.default is inspect.Parameter.empty and one.name != "self"
    ]
    return screen(*(known[name] for name in needed))


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
async def test_help_shield_and_lock_work_from_an_overlay(sheet: type[Any], tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await app.push_screen(opened(sheet, app))
        await typed(pilot, "f9")
        assert app.shielded
        await typed(pilot, "f9")
        assert not app.shielded
        before = app.screen
        await typed(pilot, "f1")
        if sheet is not Help:
            assert isinstance(app.screen, Help)
            await typed(pilot, "escape")
            assert app.screen is before
        await typed(pilot, "f8")
        assert [type(one) for one in app.screen_stack[1:]] == [Unlock]
        shown = screen_text(app)
        assert not any(person.name.surname in shown for person in PEOPLE)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.__name__)
async def test_the_program_can_be_left_from_an_overlay(sheet: type[Any], tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(opened(sheet, app))
        await typed(pilot)
        await pilot.press("ctrl+q")
        assert app._exit


@pytest.mark.parametrize("screen", [*SHEETS, *every(Desk)], ids=lambda screen: screen.__name__)
def test_every_screen_tells_what_it_is_in_one_or_two_sentences(screen: type[Any]) -> None:
    assert 1 <= screen.about.count(". ") + screen.about.endswith(".") <= 2
    assert len(screen.about) <= 2 * 78
