"""From Escape to the screen below, and from ctrl+q to the end, against stock Textual."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.files import passphrase_file
from tests.bench.starts import MADE, PROGRAM
from tests.bench.watched import Watched

BARE = [sys.executable, "-m", "tests.bench.floors", "sheet"]


def leaving(folder: Path, file: Path, rounds: int) -> list[Figure]:
    """Escape out of an overlay, and out of the program altogether."""
    env = {
        "SPREEKUUR_PASSPHRASE_FILE": str(passphrase_file(folder)),
        "SPREEKUUR_HOME": str(file.parent),
    }
    measured, bare = [], []
    with Watched(PROGRAM, env=env) as program, Watched(BARE) as floor:
        program.seen(MADE[0])
        floor.seen("Aa00000, Jo")
        for _ in range(rounds * 4):
            measured.append(_escape(program, "ctrl+p"))
            bare.append(_escape(floor, "n"))
    figures = [Figure("Esc out of an overlay", "a bare overlay", measured, bare)]
    measured, bare = [], []
    for _ in range(rounds):
        measured.append(_quit(PROGRAM, MADE[0], env))
        bare.append(_quit(BARE, "Aa00000, Jo", {}))
    return [*figures, Figure("ctrl+q to the end", "bare app, table of 30", measured, bare)]


def _escape(program: Watched, opens: str) -> float:
    program.press(opens)
    time.sleep(0.15)
    return program.press("escape") * 1000


def _quit(command: list[str], text: str, env: dict[str, str]) -> float:
    with Watched(command, env=env) as program:
        program.seen(text)
        time.sleep(0.5)
        return program.last_press("ctrl+q") * 1000
