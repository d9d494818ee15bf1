"""Another process writes while a note is typed: no key waits for it, and no line is lost."""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from spreekuur.store.connection import connect
from spreekuur.tui.screens.today import Today
from tests.tui.builder import KEY, StillApp, typed
from tests.tui.locked import PASSPHRASE, at_the_door, closed_file, entered
from tests.tui.screen_text import screen_text

FREEZE = 3.0
"""Seconds that one key may take on a machine that is busy; a shell command waits for longer."""

HOLD = """
import sys
from pathlib import Path
from spreekuur.store.connection import connect
connection = connect(Path(sys.argv[1]), bytes(range(32)))
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
"""


async def process(*arguments: str, folder: Path) -> asyncio.subprocess.Process:
    """Another Python beside this one, which knows the passphrase."""
    phrase = folder / "zin"
    phrase.write_text(PASSPHRASE, encoding="utf-8")
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        env={**os.environ, "SPREEKUUR_PASSPHRASE_FILE": str(phrase)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )


async def spreekuur(*arguments: str, folder: Path) -> int:
    """Run a command of the shell on the file that is open here; gives its exit code."""
    file = str(folder / "spreekuur.db")
    running = await process("-m", "spreekuur", "--bestand", file, *arguments, folder=folder)
    await running.communicate()
    assert running.returncode is not None
    return running.returncode


def concepts(folder: Path) -> list[str]:
    with closing(connect(folder / "spreekuur.db", KEY)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM draft ORDER BY id")]


def said(app: StillApp) -> list[str]:
    with app.casebook.read() as connection:
        rows = connection.execute("SELECT text FROM conversation WHERE pupil_id = 1 ORDER BY id")
        return [text for (text,) in rows]


async def settled(app: StillApp, pilot: Pilot[None]) -> None:
    """Wait for Vandaag and all that is looked up beside it."""
    async with asyncio.timeout(20):
        while not isinstance(app.screen, Today):
            await asyncio.sleep(0.05)
    await app.workers.wait_for_complete()
    await typed(pilot)


async def slowest_of(pilot: Pilot[None], text: str) -> float:
    """Type this, and give the seconds that the slowest key took."""
    slowest = 0.0
    for key in text:
        before = time.perf_counter()
        await typed(pilot, "space" if key == " " else key)
        slowest = max(slowest, time.perf_counter() - before)
    return slowest


@pytest.mark.parametrize("keys", [("enter",), ("n", *"groot", "enter")], ids=["table", "anywhere"])
async def test_a_note_from_the_shell_and_its_undoing_leave_the_note_alone(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await entered(pilot, PASSPHRASE)
        await settled(app, pilot)
        await typed(pilot, *keys)
        before = said(app)
        writing = asyncio.create_task(spreekuur("notitie", "J-0001", "Gebeld.", folder=tmp_path))
        assert await slowest_of(pilot, "Sam zegt dat") < FREEZE
        assert await writing == 0
        await slowest_of(pilot, " het")
        assert said(app) == [*before, "Gebeld."]
        undoing = asyncio.create_task(spreekuur("ongedaan", folder=tmp_path))
        assert await slowest_of(pilot, " beter gaat") < FREEZE
        assert await undoing == 0
        await slowest_of(pilot, ".")
        assert "Sam zegt dat het beter gaat." in screen_text(app)
        await typed(pilot, "f2")
        assert said(app) == [*before, "Sam zegt dat het beter gaat."]


@pytest.mark.parametrize("keys", [("enter",), ("n", *"groot", "enter")], ids=["table", "anywhere"])
async def test_a_process_that_holds_the_file_freezes_nothing_and_loses_nothing(
    keys: tuple[str, ...], tmp_path: Path
) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await entered(pilot, PASSPHRASE)
        await settled(app, pilot)
        await typed(pilot, *keys)
        before = said(app)
        file = str(tmp_path / "spreekuur.db")
        holding = await process("-c", HOLD, file, folder=tmp_path)
        assert holding.stdout
        await holding.stdout.readline()
        assert await slowest_of(pilot, "Sam zegt") < FREEZE
        await pilot.pause(0.5)
        assert "Een ander venster schrijft" in screen_text(app)
        await typed(pilot, "f2")
        assert holding.returncode is None
        assert said(app) == before
        assert "Sam zegt" in screen_text(app)
        await holding.communicate(b"\n")
        await slowest_of(pilot, " ja")
        app.keep_everything()
        assert concepts(tmp_path) == ["Sam zegt ja"]
        await typed(pilot, "f2")
        assert said(app) == [*before, "Sam zegt ja"]
        assert concepts(tmp_path) == []
