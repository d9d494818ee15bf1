"""The lock opens with what she knows, and says at once when nothing she types can help."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.css.query import NoMatches

from spreekuur.store.connection import connect
from spreekuur.store.errors import NewerFile
from spreekuur.store.keys import open_key_file
from spreekuur.store.location import find
from spreekuur.tui.fields import Field
from spreekuur.tui.screens.today import Today
from spreekuur.tui.screens.unlock import NewPassphrase, Unlock
from tests.tui.builder import StillApp, typed
from tests.tui.locked import CODE, PASSPHRASE, at_the_door, closed_file, entered
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
NEW = "een heel andere zin nu"


def on_screen(app: StillApp) -> str:
    """What the screen says, as one line."""
    return " ".join(screen_text(app).split())


def field(app: StillApp) -> Field:
    return app.screen.query_one(Field)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_a_lock_shows_nothing_but_its_question(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with at_the_door(closed_file(tmp_path), size) as (app, _):
        golden(app, f"unlock_{size[0]}")
        assert app.focused is field(app)


async def test_the_passphrase_opens_today(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await entered(pilot, PASSPHRASE)
        assert isinstance(app.screen, Today)
        assert len(app.screen_stack) == 2


async def test_keys_typed_after_the_passphrase_reach_what_it_opens(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        app.post_message(events.Paste(PASSPHRASE))
        await typed(pilot, "enter", "f1")
        assert "Hulp" in on_screen(app)


async def test_a_wrong_passphrase_costs_a_second_and_changes_nothing(
    tmp_path: Path, golden: Golden
) -> None:
    file = closed_file(tmp_path)
    before = file.read_bytes()
    async with at_the_door(file) as (app, pilot):
        begun = time.monotonic()
        await entered(pilot, "vijf heel andere woorden")
        assert time.monotonic() - begun >= 1
        golden(app, "unlock_wrong_80")
        assert field(app).value == ""
        assert file.read_bytes() == before
        await entered(pilot, PASSPHRASE)
        assert isinstance(app.screen, Today)


async def test_what_is_typed_is_never_shown_until_it_is_the_code(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await typed(pilot, *"geheim")
        assert "geheim" not in screen_text(app)
        await typed(pilot, "f5", *"abcd")
        assert "Herstelcode" in on_screen(app)
        assert "abcd" in on_screen(app)
        await typed(pilot, "f5")
        assert "Wachtwoordzin" in on_screen(app)
        assert field(app).value == ""


async def test_a_mistyped_code_says_so(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await typed(pilot, "f5", *"abcd", "enter")
        assert "Dit is geen herstelcode, of er zit een typefout in." in on_screen(app)
        assert "Herstelcode, de 14 groepen" in on_screen(app)


@pytest.mark.parametrize("damage", ["gone", "torn", "whole"])
async def test_the_code_opens_without_a_key_file_and_asks_for_a_new_passphrase(
    damage: str, tmp_path: Path
) -> None:
    file = closed_file(tmp_path)
    keys = find(file).keys
    if damage == "gone":
        keys.unlink()
    elif damage == "torn":
        keys.write_bytes(keys.read_bytes()[:40])
    async with at_the_door(file) as (app, pilot):
        if damage == "whole":
            await typed(pilot, "f5")
        else:
            assert "sleutelbestand" in on_screen(app)
            assert "F5" not in on_screen(app)
        await entered(pilot, CODE)
        assert isinstance(app.screen, NewPassphrase)
        await entered(pilot, NEW, NEW)
        assert isinstance(app.screen, Today)
    assert open_key_file(keys, NEW) == bytes(range(32))


async def test_a_new_passphrase_must_be_strong_and_twice_the_same(tmp_path: Path) -> None:
    file = closed_file(tmp_path, keys=False)
    async with at_the_door(file) as (app, pilot):
        await entered(pilot, CODE, "kort")
        assert "te kort" in on_screen(app)
        await entered(pilot, " en drie woorden", "iets anders")
        assert "niet gelijk" in on_screen(app)
        assert not find(file).keys.exists()
        assert isinstance(app.screen, NewPassphrase)


def make_empty(file: Path) -> None:
    file.write_bytes(b"")


def make_plain(file: Path) -> None:
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE jongere (naam)")
    other.commit()
    other.close()


def tear(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-100])


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (make_empty, "Dit bestand is leeg (0 bytes)."),
        (make_plain, "Dit bestand is niet versleuteld"),
        (tear, "Dit bestand is beschadigd"),
    ],
    ids=["empty", "plain", "torn"],
)
async def test_a_file_that_nothing_opens_is_told_at_once_and_not_asked_about(
    spoil: Callable[[Path], None], sentence: str, tmp_path: Path
) -> None:
    file = closed_file(tmp_path)
    spoil(file)
    before = file.read_bytes()
    begun = time.monotonic()
    async with at_the_door(file) as (app, pilot):
        assert time.monotonic() - begun < 5
        assert sentence in on_screen(app)
        assert_nothing_can_be_typed(app)
        await typed(pilot, "f5", "x", "enter", "n", "1", "f8", "f9", "slash")
        assert_nothing_can_be_typed(app)
    assert file.read_bytes() == before


def assert_nothing_can_be_typed(app: StillApp) -> None:
    assert isinstance(app.screen, Unlock)
    assert app.focused is None
    assert "Wachtwoordzin" not in on_screen(app)
    assert "herstelcode" not in on_screen(app)
    assert "ctrl+q sluit spreekuur" in on_screen(app)


async def test_a_newer_file_is_told_after_the_passphrase_and_not_asked_about_again(
    tmp_path: Path,
) -> None:
    file = closed_file(tmp_path)
    connection = connect(file, bytes(range(32)))
    connection.execute("PRAGMA user_version=99")
    connection.close()
    before = file.read_bytes()
    async with at_the_door(file) as (app, pilot):
        begun = time.monotonic()
        await entered(pilot, PASSPHRASE)
        assert time.monotonic() - begun < 5
        assert "met een nieuwere versie gemaakt (99)" in on_screen(app)
        assert_nothing_can_be_typed(app)
    assert file.read_bytes() == before


async def test_a_refusal_of_the_environments_passphrase_stands_on_the_lock(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path), refusal=NewerFile(99)) as (app, _):
        assert "nieuwere versie" in on_screen(app)
        assert_nothing_can_be_typed(app)


async def test_nothing_of_the_program_works_before_the_file_is_open(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await typed(pilot, "f8", "f9", "escape")
        assert isinstance(app.screen, Unlock)
        assert not app.shielded
        assert len(app.screen_stack) == 2
        with pytest.raises(NoMatches):
            app.screen.query_one("Rows")
        await typed(pilot, "f1")
        assert "spreekuur is op slot." in on_screen(app)
        assert "vergrendel" not in on_screen(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Unlock)


async def test_leaving_from_the_lock_needs_no_file(tmp_path: Path) -> None:
    async with at_the_door(closed_file(tmp_path)) as (app, pilot):
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_code == 0
