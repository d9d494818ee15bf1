"""On a terminal the passphrase is asked for, is not shown, and never mixes with the data."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from spreekuur.store.location import Location
from tests.cli.conftest import PASSPHRASE, PROGRAM

pty = pytest.importorskip("pty", reason="no pseudo-terminals here")


def at_a_terminal(answer: str, *words: str, text: bytes | None = None) -> tuple[int, bytes, bytes]:
    """Exit code, stdout and what the terminal showed; `text` is piped in when given."""
    ours, theirs = pty.openpty()
    starter = (
        f"import fcntl, os, sys, termios\nfcntl.ioctl({theirs}, termios.TIOCSCTTY, 0)\n{PROGRAM}"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", starter, *words],
        stdin=theirs if text is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
        pass_fds=(theirs,),
        start_new_session=True,
        env=dict(os.environ),
    )
    os.close(theirs)
    if text is not None:
        assert process.stdin is not None
        process.stdin.write(text)
        process.stdin.close()
    shown = read_until(ours, b": ")
    os.write(ours, f"{answer}\n".encode())
    assert process.stdout is not None
    data = process.stdout.read()
    code = process.wait(timeout=60)
    shown += read_until(ours, None)
    os.close(ours)
    return code, data, shown


def read_until(terminal: int, sign: bytes | None) -> bytes:
    """What the terminal shows up to a sign, or all that is left."""
    shown = b""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        ready, _, _ = select.select([terminal], [], [], 0.2 if sign is None else 1)
        if not ready:
            if sign is None:
                return shown
            continue
        try:
            piece = os.read(terminal, 4096)
        except OSError:
            return shown
        shown += piece
        if not piece or (sign is not None and sign in shown):
            return shown
    return shown


@pytest.fixture
def asking(place: Location, monkeypatch: pytest.MonkeyPatch) -> Location:
    """The prepared file, with nothing in the environment that opens it."""
    monkeypatch.delenv("SPREEKUUR_PASSPHRASE_FILE")
    return place


@pytest.mark.usefixtures("asking")
def test_the_passphrase_is_asked_for_and_not_shown() -> None:
    code, data, shown = at_a_terminal(PASSPHRASE, "caseload")
    assert code == 0
    assert data.count(b"J-000") == 5
    assert shown.strip() == b"Wachtwoordzin:"


@pytest.mark.usefixtures("asking")
def test_a_note_piped_in_leaves_the_terminal_free_for_the_passphrase() -> None:
    code, data, shown = at_a_terminal(PASSPHRASE, "notitie", "J-0001", "-", text=b"Moeder belt")
    assert (code, data) == (0, b"")
    assert "Bewaard." in shown.decode()


@pytest.mark.usefixtures("asking")
def test_a_wrong_passphrase_is_3_and_not_repeated() -> None:
    code, data, shown = at_a_terminal("iets heel anders dus", "caseload")
    assert (code, data) == (3, b"")
    assert "past niet op dit bestand" in shown.decode()
    assert b"anders" not in shown


def test_a_missing_file_is_told_before_anything_is_asked(tmp_path: Path) -> None:
    process = subprocess.run(
        [sys.executable, "-c", PROGRAM, "caseload"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        start_new_session=True,
        env=dict(os.environ),
        check=False,
    )
    assert process.returncode == 1
    assert "spreekuur nieuw maakt er een" in process.stderr.decode()
