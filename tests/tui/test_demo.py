"""A demo asks nothing, leaves nothing behind, and starts without what only a change needs."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

DEMO = [sys.executable, "-m", "spreekuur", "--demo", "--datum", "2026-11-24"]


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[Path]:
    """Where the demos of this test make their folders."""
    place = tmp_path / "tmp"
    place.mkdir()
    yield place
    assert list(place.iterdir()) == []


def start(folders: Path, *more: str) -> Terminal:
    return Terminal([*DEMO, *more], width=100, height=30, env={"TMPDIR": str(folders)})


def test_it_opens_on_the_afternoon_of_its_day(folders: Path) -> None:
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        assert "Spreekuur vandaag" in terminal.text
        assert "di 24 nov" in terminal.text
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0


def test_only_its_owner_can_enter_the_folder(folders: Path) -> None:
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        (folder,) = folders.iterdir()
        assert folder.stat().st_mode & 0o777 == 0o700
        for file in folder.glob("spreekuur.db*"):
            assert b"Jansma" not in file.read_bytes()
        terminal.send("ctrl+q")
        terminal.wait_exit()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda one: one.name)
@pytest.mark.parametrize("moment", ["while it starts", "when it runs"])
def test_it_is_gone_when_the_system_ends_it(
    folders: Path, number: signal.Signals, moment: str
) -> None:
    with start(folders) as terminal:
        if moment == "when it runs":
            terminal.wait_for("Daan Jansma", 20)
        else:
            deadline = time.monotonic() + 20
            while not list(folders.glob("*/in-use")):
                assert time.monotonic() < deadline
                time.sleep(0.002)
        terminal.kill(number)
        terminal.wait_exit(20)


def test_it_is_gone_when_the_window_is_closed(folders: Path) -> None:
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        terminal.hang_up()
        terminal.wait_exit(20)


def test_what_a_kill_left_goes_when_the_next_one_starts(folders: Path) -> None:
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        terminal.kill()
        terminal.wait_exit()
    (left,) = folders.iterdir()
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        assert not left.exists()
        terminal.send("ctrl+q")
        terminal.wait_exit()


def test_a_demo_leaves_another_that_runs_alone(folders: Path) -> None:
    with start(folders) as first:
        first.wait_for("Daan Jansma", 20)
        (mine,) = folders.iterdir()
        with start(folders) as second:
            second.wait_for("Daan Jansma", 20)
            assert (mine / "spreekuur.db").exists()
            second.send("ctrl+q")
            second.wait_exit()
        first.send("ctrl+q")
        first.wait_exit()


def test_a_locked_demo_says_what_opens_it(folders: Path) -> None:
    with start(folders) as terminal:
        terminal.wait_for("Daan Jansma", 20)
        terminal.send("f8")
        terminal.wait_for("demo is: demo")
        terminal.wait_gone("Jansma")
        terminal.send("demo", "enter")
        terminal.wait_for("Daan Jansma")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0


def test_a_failure_takes_the_folder_along(folders: Path) -> None:
    broken = (
        "import sys; from spreekuur.tui.screens import today; "
        "today.Today.compose = lambda self: 1 / 0; "
        "from spreekuur.cli import main; sys.argv = ['spreekuur', '--demo']; main()"
    )
    env = {"TMPDIR": str(folders)}
    with Terminal([sys.executable, "-c", broken], env=env) as terminal:
        assert terminal.wait_exit(20) == 1
        assert "spreekuur is gestopt" in terminal.text
