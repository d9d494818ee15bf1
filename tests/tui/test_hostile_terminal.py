"""On a real terminal no byte of a hostile file, or of a hostile paste, steers the terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from pathlib import Path

from spreekuur.rules.text import STRAY_JOINER
from tests.terminal import Terminal
from tests.tui.builder import DAY, make_casebook
from tests.tui.every_screen import told
from tests.tui.hostile import ATTACKS, MARKS, NAMES, TAG, overwrite
from tests.tui.locked import PASSPHRASE, give_keys

SPREEKUUR = [sys.executable, "-m", "spreekuur", "--datum", str(DAY)]
OWN = re.compile(
    r"\x1b\[[0-9;]*[mH]"  # How the next text looks and where it goes.
    r"|\x1b\[[?><=][0-9;]*(?:[hlu]|\$p)"  # What the terminal is asked to do and to tell.
    r"|\x1b\]22;default\x07"  # The shape of the mouse.
)
"""Every sequence that Textual writes by itself."""

ON = (
    ("enter",),
    ("escape",),
    ("escape", "2"),
    ("j", "j", "enter"),
    ("tab",),
    ("n",),
    ("escape", "escape", "escape", "3"),
    ("4",),
    ("m",),
    ("escape", "5"),
    ("enter",),
    ("/", "te"),
)
"""From Vandaag past the table, the list, the caseload, a dossier, a note and the other places."""


def everything(begin: int) -> str:
    """All that is short enough to be seen, beginning with one of the attacks."""
    turned = (*ATTACKS[begin % len(ATTACKS) :], *ATTACKS[: begin % len(ATTACKS)])
    return "".join(one for one in turned if len(one) < 40)


def test_no_byte_of_a_hostile_file_or_paste_steers_the_terminal(tmp_path: Path) -> None:
    home = Path(os.environ["SPREEKUUR_HOME"])
    home.mkdir(mode=0o700)
    casebook = make_casebook(home)
    told(casebook)
    texts = {one: f"{TAG}{MARKS[one]}{everything(at)}" for at, one in enumerate(NAMES)}
    overwrite(casebook, texts)
    give_keys(casebook)
    casebook.close()
    passphrase = tmp_path / "zin"
    passphrase.write_text(PASSPHRASE, encoding="utf-8")
    with Terminal(SPREEKUUR, env={"SPREEKUUR_PASSPHRASE_FILE": str(passphrase)}) as terminal:
        terminal.wait_for(TAG)
        for keys in ON:
            terminal.send(*keys)
            terminal.quiet()
        terminal.paste(everything(0).replace("\x1b", "\x1b\x1b"))
        terminal.quiet()
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0
        painted = OWN.sub("", terminal.received.decode())
    assert sum(f"{TAG}{mark}" in painted for mark in MARKS.values()) > len(MARKS) // 4
    unseen = {one for one in painted if unicodedata.category(one) in ("Cc", "Cf", "Cs")}
    assert unseen <= {"\r", "\n", "\u200d"}
    assert not STRAY_JOINER.search(painted)
