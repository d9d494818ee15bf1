"""However the program ends, what was being typed is whole the next time, cursor at its end."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from spreekuur.store.location import find
from spreekuur.store.opening import open_file
from tests.terminal import Terminal
from tests.tui.builder import DAY
from tests.tui.locked import PASSPHRASE, closed_file

SPREEKUUR = [sys.executable, "-m", "spreekuur", "--datum", str(DAY)]
SENTENCE = "Twee wekkers helpen, alleen de woensdagen gaan nog mis: dan fietst hij alleen. "
TEXT = (SENTENCE * 3)[:194] + " einde"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A filled file in the home folder, its passphrase at hand."""
    home = Path(os.environ["SPREEKUUR_HOME"])
    home.mkdir(mode=0o700)
    closed_file(home)
    passphrase = tmp_path / "zin"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return {**os.environ, "SPREEKUUR_PASSPHRASE_FILE": str(passphrase)}


def draft() -> str:
    with closing(open_file(find(), PASSPHRASE)) as casebook:
        return casebook.drafts.all()[0].text


def begin_note(terminal: Terminal) -> None:
    terminal.wait_for("Sam de Groot")
    terminal.send("enter")
    terminal.wait_for("─ Notitie ─")


def killed(terminal: Terminal) -> None:
    time.sleep(1)
    terminal.kill()


def ended(terminal: Terminal) -> None:
    terminal.kill(signal.SIGTERM)


@pytest.mark.parametrize(
    "end", [killed, ended, Terminal.hang_up], ids=["kill -9", "SIGTERM", "window closed"]
)
def test_a_note_of_200_characters_is_whole_after_the_program_ends(
    end: Callable[[Terminal], None], environment: dict[str, str]
) -> None:
    assert len(TEXT) == 200
    with Terminal(SPREEKUUR, env=environment) as terminal:
        begin_note(terminal)
        terminal.send(TEXT)
        terminal.wait_for("einde")
        end(terminal)
        terminal.wait_exit()
    assert draft() == TEXT
    with Terminal(SPREEKUUR, env=environment) as terminal:
        begin_note(terminal)
        terminal.wait_for("einde")
        terminal.send(" en verder")
        terminal.wait_for("verder")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
    assert draft() == f"{TEXT} en verder"


def test_a_window_closed_on_the_lock_ends_the_program_in_order(environment: dict[str, str]) -> None:
    with Terminal(SPREEKUUR, env=environment) as terminal:
        begin_note(terminal)
        terminal.send("Nog niet af", "f8")
        terminal.wait_for("Vergrendeld om")
        terminal.hang_up()
        terminal.wait_exit()
    assert draft() == "Nog niet af"
