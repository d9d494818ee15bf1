"""On a real terminal: no title, no clipboard, nothing of anyone after the lock and leaving."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.tui.builder import DAY, PEOPLE
from tests.tui.locked import PASSPHRASE, closed_file

SPREEKUUR = [sys.executable, "-m", "spreekuur", "--datum", str(DAY)]
NAMES = [part for one in PEOPLE for part in (one.name.given, one.name.surname)]
LEAVES_SCREEN = b"\x1b[?1049l"
TITLES = (b"\x1b]0;", b"\x1b]1;", b"\x1b]2;", b"\x1b]l", b"\x1b]L", b"\x1b[22;0t", b"\x1b[22t")
CLIPBOARD = b"\x1b]52;"


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """The program on a filled file, its first names painted."""
    home = Path(os.environ["SPREEKUUR_HOME"])
    home.mkdir(mode=0o700)
    closed_file(home)
    passphrase = tmp_path / "zin"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    with Terminal(SPREEKUUR, env={"SPREEKUUR_PASSPHRASE_FILE": str(passphrase)}) as terminal:
        terminal.wait_for("Sam de Groot")
        yield terminal


def named(text: str) -> list[str]:
    return [name for name in [*NAMES, "Veenwijzer", "Geheim"] if name in text]


def write_a_note(terminal: Terminal) -> None:
    terminal.send("enter")
    terminal.wait_for("─ Notitie ─")
    terminal.send("Geheim woord")
    terminal.wait_for("concept bewaard")


def test_after_the_lock_nothing_of_anyone_is_on_the_screen_or_behind_it(terminal: Terminal) -> None:
    write_a_note(terminal)
    terminal.send("f8")
    terminal.wait_for("Vergrendeld om")
    terminal.quiet()
    assert named(terminal.text) == []
    painted = len(terminal.received)
    terminal.send("f9", "escape", "f1")
    terminal.wait_for("Hulp")
    terminal.send("escape", "ctrl+q")
    assert terminal.wait_exit() == 0
    assert named(terminal.text) == []
    assert named(terminal.received[painted:].decode()) == []


def test_after_leaving_nothing_of_anyone_stands_in_the_scrollback(terminal: Terminal) -> None:
    write_a_note(terminal)
    terminal.send("ctrl+q")
    assert terminal.wait_exit() == 0
    before, left, after = terminal.received.rpartition(LEAVES_SCREEN)
    assert left
    assert b"Geheim" in before
    assert named(after.decode()) == []
    # Whatever scrolls out of the alternate screen some terminals keep.
    assert b"\n" not in before[before.index(b"\x1b[?1049h") :].replace(b"\r\n", b"")
    assert terminal.text.strip() == ""


def test_the_title_and_the_clipboard_of_the_terminal_are_left_alone(terminal: Terminal) -> None:
    write_a_note(terminal)
    terminal.send("shift+up", "ctrl+c")
    terminal.wait_for("Te plakken met ctrl+v.")
    assert CLIPBOARD not in terminal.received
    terminal.send("ctrl+c")
    terminal.wait_for("Naar de terminal gestuurd.")
    terminal.send("f8")
    terminal.wait_for("Vergrendeld om")
    terminal.send("ctrl+q")
    assert terminal.wait_exit() == 0
    assert terminal.received.count(CLIPBOARD) == 1
    assert [title for title in TITLES if title in terminal.received] == []
