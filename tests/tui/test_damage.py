"""A page that is damaged locks the screens with a sentence, and nothing is written any more."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from spreekuur.store.connection import connect
from spreekuur.store.errors import Damaged
from spreekuur.store.first_look import PAGE
from spreekuur.tui.screens.unlock import Unlock
from tests.tui.builder import StillApp, desk, typed
from tests.tui.locked import PASSPHRASE, at_the_door, closed_file, entered
from tests.tui.screen_text import screen_text

SENTENCE = "Dit bestand is beschadigd en daarom niet geopend."


def root_page(file: Path, table: str) -> int:
    """The number of a page of a table or index, from 1."""
    with closing(connect(file, bytes(range(32)))) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
        return int(found.fetchone()[0])


def flip(file: Path, page: int) -> None:
    """Change one bit in the middle of a page."""
    content = bytearray(file.read_bytes())
    content[(page - 1) * PAGE + PAGE // 2] ^= 1
    file.write_bytes(bytes(content))


async def locked_by_damage(app: StillApp, pilot: Pilot[None]) -> None:
    async with asyncio.timeout(10):
        while SENTENCE not in " ".join(screen_text(app).split()):
            await asyncio.sleep(0.05)
    await pilot.pause()
    assert [type(screen) for screen in app.screen_stack[1:]] == [Unlock]
    assert app.focused is None


@pytest.mark.parametrize(
    "table", ["school", "pupil", "office_hours", "appointment", "conversation", "draft", "journal"]
)
async def test_a_damaged_page_locks_whether_the_first_screen_reads_it_or_not(
    table: str, tmp_path: Path
) -> None:
    file = closed_file(tmp_path)
    flip(file, root_page(file, table))
    before = file.read_bytes()
    async with at_the_door(file) as (app, pilot):
        await entered(pilot, PASSPHRASE)
        await locked_by_damage(app, pilot)
        await typed(pilot, "enter", "n", "u", "f8", "1")
        await locked_by_damage(app, pilot)
    assert app.return_code is None
    assert file.read_bytes() == before


async def test_what_is_being_typed_when_damage_is_found_is_not_written(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", *"Sam")
        await pilot.pause(0.5)
        await app.workers.wait_for_complete()
        file = app.casebook.path
        with closing(connect(file, bytes(range(32)))) as beside:
            beside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        before = file.read_bytes()
        await pilot.press("x")
        app.found_damage(Damaged())
        await locked_by_damage(app, pilot)
        assert file.read_bytes() == before
        assert not Path(f"{file}-wal").exists()


async def test_a_whole_file_stays_open(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.casebook.changed_elsewhere() is False
