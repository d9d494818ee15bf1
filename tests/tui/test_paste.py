"""A paste comes in whole and in order, whatever bytes the list that was copied held."""

from __future__ import annotations

import sys

import pytest

from tests.terminal import Terminal

COPIED = "\r".join(
    ("Aalbers, Finn;3H2", "Bos, \a\x1b[31mJade\x1b[0m;2V1", "Kok, Ruben;2", "Meijer")
)
WHOLE = ["Aalbers, Finn;3H2", "Bos, [31mJade[0m;2V1", "Kok, Ruben;2", "Meijer"]


@pytest.mark.parametrize("way", [("l",), ("n", "enter")], ids=["list", "note"])
def test_control_bytes_in_a_paste_are_dropped_and_move_nothing(way: tuple[str, ...]) -> None:
    with Terminal([sys.executable, "-m", "spreekuur", "--demo"]) as terminal:
        terminal.wait_for("Spreekuur vandaag")
        terminal.send(*way)
        terminal.wait_for("zo gelezen")
        terminal.paste(COPIED)
        terminal.wait_for(WHOLE[-1])
        typed = [line[1:40].split("  ")[0] for line in terminal.lines]
        first = typed.index(WHOLE[0])
        assert typed[first : first + 4] == WHOLE
