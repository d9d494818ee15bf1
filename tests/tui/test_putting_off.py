"""What can not be done today goes to a day that is read as in a note, and to no other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.tui.screens.turns import TurnsDesk
from tests.dump import dump
from tests.tui.at_turn import MINE, busy
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text, status, under_cursor

Golden = Callable[[App[Any], str], None]


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_putting_off_reads_the_day_while_it_is_typed(
    tmp_path: Path, golden: Golden, width: int, height: int
) -> None:
    async with desk(tmp_path, (width, height), prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "j", "m", *"over 2 wk")
        golden(app, f"turns_put_off_{width}")


async def test_putting_off_takes_a_dutch_day_and_keeps_the_time(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "j", "m", *"over 2 wk", "enter")
        assert status(app) == "Verzet naar di 8 dec 9:00. u maakt het ongedaan."
        assert under_cursor(app) == "vr 4 dec Zuzanna Wiśniewska school bellen"
        assert "di 8 dec 9:00 Amal Haddad wijkteam bellen" in " ".join(screen_text(app).split())


@pytest.mark.parametrize(
    ("words", "day"),
    [("vr", "vr 27 nov"), ("na kerstvakantie", "ma 4 jan 2027"), ("wk 50", "vr 11 dec")],
)
async def test_days_are_read_as_in_a_note(tmp_path: Path, words: str, day: str) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "m", *words, "enter")
        assert status(app) == f"Verzet naar {day}. u maakt het ongedaan."


async def test_another_time_may_be_typed_too(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "j", "m", *"vr 14:30", "enter")
        assert status(app) == "Verzet naar vr 27 nov 14:30. u maakt het ongedaan."


async def test_what_is_no_day_moves_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE)
        before = dump(app.casebook)
        for words in ("", "zsm", "3 nov", "di of do", "14:00"):
            await typed(pilot, "m", *words, "enter")
            assert status(app).startswith(("Welke dag?", "Bedoel je die dag toch?")), words
            await typed(pilot, "escape")
            assert isinstance(app.screen, TurnsDesk)
            assert dump(app.casebook) == before


async def test_a_day_far_away_is_meant_when_its_year_is_typed(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "m", *"1 jul", "enter")
        assert "Typ hem dan met het jaar, zoals do 1 jul 2027." in screen_text(app)
        await typed(pilot, "space", *"2027", "enter")
        assert status(app) == "Verzet naar do 1 jul 2027. u maakt het ongedaan."
