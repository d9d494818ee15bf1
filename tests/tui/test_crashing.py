"""However it fails while she types: it ends in order, tells nothing and keeps the text."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from pathlib import Path

import pytest

from spreekuur.store.location import find
from spreekuur.store.opening import open_file
from tests.terminal import Terminal
from tests.tui.builder import DAY
from tests.tui.locked import PASSPHRASE, closed_file

APP = str(Path(__file__).with_name("crashing_app.py"))
F12 = "\x1b[24~"
NOTE = "Moeder noemt 7431"
SECRETS = ("Groot", "7431", *PASSPHRASE.split())
LEAVES_SCREEN = b"\x1b[?1049l"
FIRST_WORDS = "spreekuur is gestopt door een fout"

TABLE = ("enter",)
FORM = ("2", "+")
WAYS = {
    "handler": TABLE,
    "worker": ("n", "enter"),
    "thread worker": FORM,
    "thread": ("l",),
    "task": TABLE,
    "painting": ("n", "sam", "enter"),
    "panic": FORM,
}
"""By how it fails: the keys that lead to where it does."""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A filled file in the home folder, its passphrase at hand, an empty folder to work in."""
    home = Path(os.environ["SPREEKUUR_HOME"])
    home.mkdir(mode=0o700)
    closed_file(home)
    passphrase = tmp_path / "zin"
    passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return {**os.environ, "SPREEKUUR_PASSPHRASE_FILE": str(passphrase), "TMPDIR": str(home)}


def started(way: str, environment: dict[str, str]) -> Terminal:
    return Terminal([sys.executable, APP, way, "--datum", str(DAY)], env=environment)


def begin_to_type(terminal: Terminal, keys: tuple[str, ...]) -> None:
    terminal.wait_for("Sam de Groot")
    terminal.send(*keys, NOTE)
    terminal.wait_for("7431")


def drafts() -> list[str]:
    with closing(open_file(find(), PASSPHRASE)) as casebook:
        return [one.text for one in casebook.drafts.all()]


def assert_nothing_told(terminal: Terminal) -> str:
    """Nothing of anyone after the screens are left, nor in a file; gives what is printed."""
    _, left, after = terminal.received.rpartition(LEAVES_SCREEN)
    assert left
    told = after.decode()
    assert [secret for secret in SECRETS if secret in told] == []
    assert b"Traceback" not in terminal.received
    for file in find().database.parent.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert [secret for secret in SECRETS if secret.encode() in data] == [], file.name
    return terminal.text


@pytest.mark.parametrize("way", WAYS)
def test_a_failure_tells_nothing_and_loses_nothing(way: str, environment: dict[str, str]) -> None:
    with started(way, environment) as terminal:
        begin_to_type(terminal, WAYS[way])
        terminal.send(F12)
        assert terminal.wait_exit() == 1
        assert FIRST_WORDS in assert_nothing_told(terminal)
    kept = drafts()
    assert [text for text in kept if NOTE in text] == kept != []


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM], ids=["hup", "term"])
def test_a_signal_in_the_middle_of_a_word_keeps_it(
    number: signal.Signals, environment: dict[str, str]
) -> None:
    with started("none", environment) as terminal:
        begin_to_type(terminal, FORM)
        terminal.kill(number)
        assert terminal.wait_exit() == 0
        assert assert_nothing_told(terminal).strip() == ""
    assert [NOTE in text for text in drafts()] == [True]


def test_after_a_failure_the_note_goes_on_where_it_was(environment: dict[str, str]) -> None:
    with started("handler", environment) as terminal:
        begin_to_type(terminal, TABLE)
        terminal.send(F12)
        terminal.wait_exit()
    with started("none", environment) as terminal:
        terminal.wait_for("Sam de Groot")
        terminal.send(*TABLE)
        terminal.wait_for(NOTE)
        terminal.send(" nog")
        terminal.wait_for(f"{NOTE} nog")


def test_a_passphrase_that_is_being_typed_is_told_nowhere(environment: dict[str, str]) -> None:
    environment.pop("SPREEKUUR_PASSPHRASE_FILE")
    with started("handler", environment) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.send(PASSPHRASE)
        terminal.wait_for("•")
        terminal.quiet()
        terminal.send(F12)
        assert terminal.wait_exit() == 1
        assert FIRST_WORDS in assert_nothing_told(terminal)
