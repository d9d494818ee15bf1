"""A key may not wait for what can be done while nobody types."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from spreekuur.tui import leisure
from spreekuur.tui.screens.unlock import Unlock
from tests.tui.builder import desk, make_casebook, typed
from tests.tui.test_silence import Clocks

PROGRAM = """
import asyncio, sys, time
from concurrent.futures import Future
from datetime import date
from pathlib import Path

from spreekuur.store.casebook import Casebook
from spreekuur.store.location import find
from spreekuur.tui.app import SpreekuurApp
from spreekuur.tui.leisure import WRITES

keys = sys.argv[2:]
opening = Future()
opening.set_result(Casebook.open(Path(sys.argv[1]), bytes(range(32))))

def loaded():
    return sum(name in sys.modules for name in WRITES)

async def listening():
    app = SpreekuurApp(find(Path(sys.argv[1])), date(2026, 11, 24), opening)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*keys)
        await app.keys_handled()
        until = time.monotonic() + 60
        print(loaded())
        while loaded() < len(WRITES) and time.monotonic() < until:
            await pilot.pause(0.2)
        print(loaded(), len(WRITES))

asyncio.run(listening())
"""


@pytest.fixture
def collections() -> Iterator[list[int]]:
    """One for each whole collection that Python or the program makes."""
    found: list[int] = []

    def note(phase: str, info: dict[str, Any]) -> None:
        if phase == "stop" and info["generation"] == 2:
            found.append(info["collected"])

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


@pytest.mark.parametrize("keys", [["enter"], ["n", "enter", "h"]], ids=["at the table", "a note"])
def test_what_writes_is_loaded_before_it_is_needed(keys: list[str], tmp_path: Path) -> None:
    make_casebook(tmp_path).close()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "spreekuur.db"), *keys],
        env={**os.environ, "SPREEKUUR_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    wanted = len(leisure.WRITES)
    assert done.stdout.splitlines() == ["0", f"{wanted} {wanted}"]


async def test_what_is_no_longer_used_goes_in_her_silence(
    tmp_path: Path, collections: list[int]
) -> None:
    async with desk(tmp_path) as (app, pilot):
        clocks = Clocks(app, pilot)
        await clocks.wait(0.5)
        await typed(pilot, "j")
        collections.clear()
        app.listen()
        assert collections == []
        await clocks.wait(0.5)
        assert len(collections) == 1
        await clocks.wait(0.5)
        assert len(collections) == 1


async def test_python_itself_seldom_collects_all(tmp_path: Path) -> None:
    gc.set_threshold(700, 10, 10)
    async with desk(tmp_path) as (app, _):
        assert not isinstance(app.screen, Unlock)
        assert gc.isenabled()
        assert gc.get_threshold() == (leisure.YOUNG, leisure.MIDDLE, leisure.WHOLE)
