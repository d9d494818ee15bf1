"""What is copied stays inside; only the same key again hands it to the terminal, and says so."""

from __future__ import annotations

from pathlib import Path

from spreekuur.tui.clipboard import KEPT, SENT
from spreekuur.tui.fields import Field
from spreekuur.tui.screens.unlock import Unlock
from tests.tui.builder import StillApp, desk, typed
from tests.tui.locked import PASSPHRASE, entered, give_keys
from tests.tui.screen_text import screen_text


def sent(app: StillApp) -> list[str]:
    """Listen to what goes to the terminal's clipboard."""
    found: list[str] = []
    driver = app._driver
    assert driver
    write = driver.write

    def listen(data: str) -> None:
        if "\x1b]52;" in data:
            found.append(data)
        write(data)

    driver.write = listen  # type: ignore[method-assign]
    return found


async def test_the_first_time_it_stays_inside_and_the_second_time_it_goes(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        gone = sent(app)
        await typed(pilot, "enter", *"Geheim", "shift+home", "ctrl+c")
        assert KEPT.split(".")[0] in screen_text(app)
        assert gone == []
        await typed(pilot, "ctrl+c")
        assert SENT.split(".")[0] in screen_text(app)
        assert len(gone) == 1
        await typed(pilot, "ctrl+c")
        assert len(gone) == 1


async def test_another_key_in_between_makes_it_the_first_time_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        gone = sent(app)
        await typed(pilot, "enter", *"Geheim", "shift+home", "ctrl+c", "end", "shift+home")
        await typed(pilot, "ctrl+c")
        assert gone == []


async def test_what_was_copied_can_be_pasted_inside(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", *"wekker", "shift+home", "ctrl+c", "end", "ctrl+v")
        assert "wekkerwekker" in screen_text(app)


async def test_a_field_that_shows_dots_copies_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        gone = sent(app)
        await typed(pilot, "f8", *"zin")
        for keys in (("ctrl+c", "ctrl+c"), ("ctrl+x", "ctrl+x")):
            await typed(pilot, "shift+home", *keys)
        assert isinstance(app.screen, Unlock)
        assert app.screen.query_one(Field).value == "zin"
        assert (app.clipboard, gone) == ("", [])


async def test_after_the_lock_nothing_can_be_pasted(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter", *"Geheim", "shift+home", "ctrl+c", "f8", "ctrl+v")
        assert app.clipboard == ""
        assert app.screen.query_one(Field).value == ""
        await entered(pilot, PASSPHRASE)
        await typed(pilot, "end", "ctrl+v")
        assert screen_text(app).count("Geheim") == 1


async def test_there_is_no_command_that_writes_the_screen_to_a_file(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, _):
        actions = {bound.binding.action for bound in app.screen.active_bindings.values()}
        assert not list(app.get_system_commands(app.screen))
        assert not any("screenshot" in action for action in actions)
