"""From nothing to Vandaag, as a new user types it on a real terminal, and back in by each road."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.store.casebook import Casebook
from spreekuur.store.location import find
from spreekuur.store.opening import open_file
from spreekuur.tui.screens.first_start import CodeOnPaper, Introduction
from spreekuur.tui.screens.today import Today
from tests.terminal import Terminal
from tests.tui.builder import DAY, NOW, StillApp, typed
from tests.tui.locked import CODE, PASSPHRASE, entered, groups_on
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
SPREEKUUR = [sys.executable, "-m", "spreekuur"]
READY = "Klaar.    i jongeren inlezen   l lijst van school   n eerste notitie   ? hulp"


def first_start(terminal: Terminal) -> str:
    """All three screens; gives the recovery code."""
    terminal.wait_for("1 van 3")
    terminal.send(PASSPHRASE, "enter", PASSPHRASE, "enter")
    terminal.wait_for("2 van 3")
    groups = groups_on(terminal.text)
    terminal.send(groups[3].lower(), "enter", groups[9], "enter")
    terminal.wait_for("3 van 3")
    terminal.send("Mirthe Haan", "enter", "MH", "enter", "Veenmeer", "enter")
    terminal.send("consulent leerplicht", "enter", "06-00 00 00 10", "enter")
    terminal.wait_for("1 Vandaag")
    return " ".join(groups[number] for number in range(1, 15))


def open_today(terminal: Terminal) -> None:
    terminal.wait_for("1 Vandaag")
    terminal.send("ctrl+q")
    assert terminal.wait_exit() == 0


def settings(casebook: Casebook) -> tuple[str, ...]:
    """Who she is, from a file that is closed after it."""
    with closing(casebook), casebook.read() as connection:
        columns = "name, initials, municipality, function, phone"
        found = connection.execute(f"SELECT {columns} FROM settings").fetchone()
    return tuple(found)


def test_first_start_then_in_by_passphrase_then_by_code_without_the_key_file() -> None:
    home = Path(os.environ["SPREEKUUR_HOME"])
    with Terminal(SPREEKUUR) as terminal:
        code = first_start(terminal)
        terminal.wait_for(READY)
        open_today(terminal)
    assert {one.name for one in home.iterdir()} <= {"spreekuur.db", "spreekuur.keys", "backups"}
    assert home.stat().st_mode & 0o777 == 0o700
    for one in home.rglob("*"):
        assert one.stat().st_mode & 0o777 == (0o700 if one.is_dir() else 0o600), one.name

    with Terminal(SPREEKUUR) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.send("vijf heel andere woorden", "enter")
        terminal.wait_for("Deze wachtwoordzin past niet op dit bestand.")
        terminal.send(PASSPHRASE, "enter")
        open_today(terminal)

    (home / "spreekuur.keys").unlink()
    with Terminal(SPREEKUUR) as terminal:
        terminal.wait_for("Herstelcode, de 14 groepen van het papier")
        terminal.send(code, "enter")
        terminal.wait_for("Kies een nieuwe wachtwoordzin")
        terminal.send("een heel andere zin nu", "enter", "een heel andere zin nu", "enter")
        open_today(terminal)
    assert settings(open_file(find(), "een heel andere zin nu")) == (
        *("Mirthe Haan", "MH", "Veenmeer", "consulent leerplicht", "06-00 00 00 10"),
    )


@pytest.fixture
def new_app(tmp_path: Path) -> StillApp:
    opening: Future[Casebook | None] = Future()
    opening.set_result(None)
    return StillApp(find(tmp_path / "spreekuur.db"), DAY, opening)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)], ids=["80", "120", "60"])
async def test_the_three_screens(size: tuple[int, int], new_app: StillApp, golden: Golden) -> None:
    new_app.moment = NOW
    async with new_app.run_test(size=size) as pilot:
        await typed(pilot)
        golden(new_app, f"first_start_1_{size[0]}")
        await new_app.push_screen(CodeOnPaper(CODE))
        await typed(pilot)
        golden(new_app, f"first_start_2_{size[0]}")
        await new_app.push_screen(Introduction())
        await typed(pilot)
        golden(new_app, f"first_start_3_{size[0]}")


async def test_a_weak_passphrase_is_refused_before_it_is_typed_twice(new_app: StillApp) -> None:
    async with new_app.run_test() as pilot:
        await entered(pilot, "kort")
        assert "Deze wachtwoordzin is te kort." in screen_text(new_app)
        assert not new_app.location.database.exists()


async def test_another_code_than_the_one_on_the_screen_is_refused(new_app: StillApp) -> None:
    async with new_app.run_test() as pilot:
        await entered(pilot, PASSPHRASE, PASSPHRASE)
        groups = groups_on(screen_text(new_app))
        assert sorted(groups) == list(range(1, 15))
        await entered(pilot, groups[4])
        assert "Dit is niet groep 3." in screen_text(new_app)
        assert isinstance(new_app.screen, CodeOnPaper)


async def test_nothing_is_asked_twice_and_nothing_has_to_be_told(new_app: StillApp) -> None:
    async with new_app.run_test() as pilot:
        await entered(pilot, PASSPHRASE, PASSPHRASE)
        groups = groups_on(screen_text(new_app))
        await entered(pilot, groups[3], groups[9], "", "", "", "", "")
        assert isinstance(new_app.screen, Today)
        assert len(new_app.screen_stack) == 2
        assert READY in screen_text(new_app)


async def test_a_place_where_nothing_may_be_made_says_so(new_app: StillApp) -> None:
    new_app.location.keys.write_text("van een ander bestand", encoding="utf-8")
    async with new_app.run_test() as pilot:
        await entered(pilot, PASSPHRASE, PASSPHRASE)
        assert "Hier staat al iets" in screen_text(new_app)
        assert not new_app.location.database.exists()


async def test_leaving_halfway_keeps_the_file_and_what_was_told(new_app: StillApp) -> None:
    async with new_app.run_test() as pilot:
        await entered(pilot, PASSPHRASE, PASSPHRASE)
        groups = groups_on(screen_text(new_app))
        await entered(pilot, groups[3], groups[9], "Mirthe Haan")
        new_app.leave()
        # The system says it too, or the terminal is gone meanwhile.
        new_app.leave()
    assert new_app.return_code == 0
    assert settings(open_file(new_app.location, PASSPHRASE))[0] == "Mirthe Haan"


async def test_leaving_while_another_process_writes_ends_in_order(new_app: StillApp) -> None:
    async with new_app.run_test() as pilot:
        await entered(pilot, PASSPHRASE, PASSPHRASE)
        groups = groups_on(screen_text(new_app))
        await entered(pilot, groups[3], groups[9], "Mirthe Haan")
        other = open_file(new_app.location, PASSPHRASE)
        with other.read() as connection:
            connection.execute("BEGIN IMMEDIATE")
            await pilot.press("enter", "enter", "enter", "enter")
            await pilot.pause()
            assert "Een ander venster schrijft nu" in screen_text(new_app)
            await pilot.press("ctrl+q")
            connection.execute("ROLLBACK")
        other.close()
    assert new_app.return_code == 0
