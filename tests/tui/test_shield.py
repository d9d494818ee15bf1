"""With F9 no name stands wherever she goes, and no word of what she types, until F9 again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.store.casebook import Casebook
from tests.tui.builder import desk, typed
from tests.tui.every_screen import begin_anew, press, told
from tests.tui.screen_checks import names_on
from tests.tui.screen_text import screen_text

ON = (
    ("2",),
    ("enter",),
    ("enter", "escape"),
    ("n", "z"),
    ("slash", "te"),
    ("2", "enter"),
    ("3",),
)
"""Ways to other screens."""


@pytest.mark.parametrize("size", [(80, 24), (150, 40)], ids=["80x24", "150x40"])
async def test_the_shield_goes_along_to_other_screens(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size, prepare=told) as (app, pilot):
        assert names_on(app)
        await press(app, pilot, "f9")
        for keys in ON:
            await begin_anew(app, pilot)
            await press(app, pilot, *keys)
            assert names_on(app) == set(), keys


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


@pytest.mark.parametrize(
    "keys",
    [("2", "f", *"grootqq"), ("slash", *"grootqq"), ("n", *"grootqq"), ("5", "f", *"grootqq")],
    ids=["filter", "search", "picker", "schools"],
)
async def test_what_is_typed_to_find_somebody_has_no_letters(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, *keys)
        assert "grootqq" in screen_text(app)
        await typed(pilot, "f9")
        assert "groot" not in screen_text(app)
        await typed(pilot, "f9")
        assert "grootqq" in screen_text(app)
        await typed(pilot, "f9", *["escape"] * 3, *keys)
        assert "groot" not in screen_text(app)


OWN = "uitvaart Zuzanna"


def private(casebook: Casebook) -> None:
    """Closed days in words of her own, one on the day of a spreekuur."""
    for day in (date(2026, 12, 1), date(2026, 12, 8)):
        add_closed_day(casebook, 1, ClosedDayDetails(OWN, day, day))


@pytest.mark.parametrize("size", [(80, 24), (140, 40)], ids=["80x24", "140x40"])
async def test_her_own_words_about_a_day_are_not_read(
    size: tuple[int, int], tmp_path: Path
) -> None:
    async with desk(tmp_path, size, prepare=private) as (app, pilot):
        await typed(pilot, "3")
        assert "Zuzanna" in screen_text(app)
        await typed(pilot, "f9")
        assert "Zuzanna" not in screen_text(app)
        await typed(pilot, "w", *"jj")
        assert "Zuzanna" not in screen_text(app)


async def test_who_a_line_means_is_asked_without_its_words(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.paste_list(1)
        await typed(pilot, *"Kees Bakker", "f5")
        assert "Wie is dit? Kees Bakker" in screen_text(app)
        await typed(pilot, "f9")
        assert "Kees" not in screen_text(app)
