"""A terminal that is lent out and given back, or that goes away without a word."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from contextlib import closing
from pathlib import Path

import pytest

from spreekuur.store.location import find
from spreekuur.store.opening import open_file
from tests.terminal import Terminal
from tests.tui.builder import DAY
from tests.tui.locked import PASSPHRASE, closed_file

SPREEKUUR = [sys.executable, "-m", "spreekuur", "--datum", str(DAY)]
ALONE = """
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGHUP, signal.SIG_IGN)
fcntl.ioctl(0, termios.TIOCNOTTY)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
os.execv(sys.argv[1], sys.argv[1:])
"""
"""Gives up its terminal before it becomes the program: the kernel says nothing when it goes."""

PLACES = (("2", "10 jongeren"), ("5", "3 scholen"))
LENT = b"\x1b[?1049l"
LOCAL_FLAGS = 3
COOKED = termios.ICANON | termios.ECHO | termios.ISIG
"""How a shell leaves a terminal to who types in it."""


@pytest.fixture(autouse=True)
def filled_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A filled file in the home folder, its passphrase at hand."""
    home = Path(os.environ["SPREEKUUR_HOME"])
    home.mkdir(mode=0o700)
    closed_file(home)
    passphrase = tmp_path / "zin"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(passphrase))


def flags(terminal: Terminal) -> int:
    found: list[int] = termios.tcgetattr(terminal._file)[:4]
    return found[LOCAL_FLAGS] & COOKED


def wait_stopped(terminal: Terminal) -> None:
    """Until the kernel says that it stands still."""
    how = os.WSTOPPED | os.WNOHANG
    deadline = time.monotonic() + 10
    while os.waitid(os.P_PID, terminal.pid, how) is None:
        assert time.monotonic() < deadline, "still running"
        terminal.quiet(0.05)
    terminal.quiet(0.05)


def test_it_stops_with_the_terminal_as_it_was_and_comes_back_with_working_keys() -> None:
    with Terminal(SPREEKUUR) as terminal:
        before = flags(terminal)
        assert before == COOKED
        terminal.wait_for("1 Vandaag")
        assert flags(terminal) == 0
        for key, seen in PLACES:
            begin = len(terminal.received)
            terminal.kill(signal.SIGTSTP)
            wait_stopped(terminal)
            assert LENT in terminal.received[begin:]
            assert "Vandaag" not in terminal.text
            assert flags(terminal) == COOKED
            terminal.kill(signal.SIGCONT)
            terminal.wait_for("1 Vandaag")
            terminal.send(key)
            terminal.wait_for(seen)
            assert flags(terminal) == 0
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0


def test_frozen_without_a_word_and_thawed_it_paints_itself_anew_and_can_be_left() -> None:
    with Terminal(SPREEKUUR) as terminal:
        cooked = termios.tcgetattr(terminal._file)
        terminal.wait_for("1 Vandaag")
        for key, seen in PLACES:
            terminal.kill(signal.SIGSTOP)
            wait_stopped(terminal)
            termios.tcsetattr(terminal._file, termios.TCSANOW, cooked)
            begin = len(terminal.received)
            terminal.kill(signal.SIGCONT)
            terminal.quiet()
            assert b"Vandaag" in terminal.received[begin:]
            assert flags(terminal) == 0
            terminal.send(key)
            terminal.wait_for(seen)
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0


def test_without_a_word_of_the_kernel_it_leaves_when_its_terminal_is_gone() -> None:
    with Terminal([sys.executable, "-c", ALONE, *SPREEKUUR]) as terminal:
        terminal.wait_for("Sam de Groot")
        terminal.send("enter", "Nog niet af")
        terminal.wait_for("Nog niet af")
        terminal.hang_up()
        assert terminal.wait_exit() == 0
    with closing(open_file(find(), PASSPHRASE)) as casebook:
        assert [one.text for one in casebook.drafts.all()] == ["Nog niet af"]
