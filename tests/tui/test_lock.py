"""F8 leaves nothing on the screen and nothing open, and brings her back to where she was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App

from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.today import Today
from spreekuur.tui.screens.unlock import Unlock
from tests.tui.builder import PEOPLE, StillApp, desk, typed
from tests.tui.locked import PASSPHRASE, entered, give_keys
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]


class Subject(Desk):
    """A place about one jongere."""

    def __init__(self, pupil_id: int) -> None:
        super().__init__()
        self.pupil_id = pupil_id


def places(app: StillApp) -> list[type]:
    return [type(screen) for screen in app.screen_stack[1:]]


def assert_locked(app: StillApp) -> None:
    assert places(app) == [Unlock]
    shown = screen_text(app)
    for person in PEOPLE:
        assert person.name.surname not in shown
        assert person.name.given not in shown
    assert "Veenwijzer" not in shown
    with pytest.raises(AssertionError):
        _ = app.casebook


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
async def test_the_lock_says_when_and_that_all_is_kept(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, size, prepare=give_keys) as (app, pilot):
        await typed(pilot, "f8")
        golden(app, f"lock_{size[0]}")
        assert_locked(app)


async def test_a_note_that_was_being_written_goes_on_where_it_was(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter", *"Twee wekkers", "f8")
        assert_locked(app)
        await entered(pilot, PASSPHRASE)
        assert places(app) == [Today, OfficeHoursDesk]
        assert "Sam de Groot" in screen_text(app)
        await typed(pilot, *" helpen.")
        assert "Twee wekkers helpen." in screen_text(app)


async def test_the_jongere_who_sat_at_the_table_sits_there_again(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter", "escape", "j", "j", "enter", *"Ilyas belt", "f8")
        await entered(pilot, PASSPHRASE)
        assert "Ilyas Öztürk  2V3" in screen_text(app)
        assert "Ilyas belt" in screen_text(app)


async def test_the_casebook_is_closed_and_forgets_its_key(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        casebook = app.casebook
        await app.workers.wait_for_complete()
        await typed(pilot, "f8")
        assert casebook._data_key == b""
        with pytest.raises(Exception, match="closed"):
            casebook.drafts.all()
        assert not Path(f"{casebook.path}-wal").exists()


async def test_overlays_go_too_and_a_note_comes_back_with_its_text(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "n", *"noor", "enter", *"Noor belt terug", "f1")
        assert places(app) == [Today, QuickNote, Help]
        await typed(pilot, "f8")
        assert_locked(app)
        await entered(pilot, PASSPHRASE)
        assert places(app) == [Today, QuickNote]
        assert "Noor belt terug" in screen_text(app)


async def test_a_place_comes_back_with_its_subject(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await app.push_screen(Subject(7))
        await typed(pilot, "f8")
        assert_locked(app)
        await entered(pilot, PASSPHRASE)
        assert isinstance(app.screen, Subject)
        assert app.screen.pupil_id == 7


async def test_nothing_opens_or_shows_from_the_lock(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "f8", "f8", "f9", "escape", "f2", "f3", "f5", "f5")
        assert_locked(app)
        assert not app.shielded
        await typed(pilot, "f1")
        assert places(app) == [Unlock, Help]
        await typed(pilot, "f8", "f9")
        assert not app.shielded
        await typed(pilot, "escape")
        assert_locked(app)


async def test_the_passphrase_may_be_typed_before_the_lock_is_painted(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        app.post_message(events.Key("f8", None))
        for letter in "zin":
            app.post_message(events.Key(letter, letter))
        await typed(pilot)
        assert app.screen.query_one(Field).value == "zin"


async def test_a_shielded_screen_is_still_shielded_after_the_lock(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "f9", "f8")
        await entered(pilot, PASSPHRASE)
        assert app.shielded
        assert "Groot" not in screen_text(app)


async def test_undo_still_knows_what_was_done_before_the_lock(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "f8")
        await entered(pilot, PASSPHRASE)
        await typed(pilot, "u")
        assert "Ongedaan gemaakt:" in screen_text(app)


async def test_locking_again_and_again_leaves_one_of_each_screen(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter")
        for _ in range(3):
            await typed(pilot, "f8")
            await entered(pilot, PASSPHRASE)
        assert places(app) == [Today, OfficeHoursDesk]
