"""Where nothing is yet, every command says why it can't be done, and which key fills the place."""

from __future__ import annotations

from pathlib import Path

from spreekuur.tui.desk import Desk
from tests.tui.builder import desk, typed
from tests.tui.explained import assert_explained

EMPTY = {
    "1": {"open", "plan", "list"},
    "2": {"open", "edit"},
    "3": {"open", "plan", "list", "to_today", "edit", "drop", "calendar_file"},
    "4": {"open", "next_side", "finish", "put_off", "no_follow_up", "judge"},
    "5": {"open", "edit"},
}
"""What can't be done in each of the places while there is nothing in the file."""


async def test_in_an_empty_place_every_command_works_or_says_why_not(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        for place, impossible in EMPTY.items():
            await typed(pilot, place)
            assert isinstance(app.screen, Desk)
            assert await assert_explained(app.screen) == impossible
