"""The live spreekuur: opened, and the next jongere brought to the table."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.files import passphrase_file, pupil_name
from tests.bench.starts import MADE, PROGRAM
from tests.bench.watched import Watched

NEXT = 24
"""So many jongeren a round: the list holds enough for every round."""
NOTE = "Vader belt zelf.\r>>"


def afternoon(folder: Path, files: dict[str, Path], rounds: int) -> list[Figure]:
    """`files` has a small file first and a large one second."""
    env = {"SPREEKUUR_PASSPHRASE_FILE": str(passphrase_file(folder))}
    small, large = files
    figures = [_opening(name, path, env, rounds * 8) for name, path in files.items()]
    few, many = (Watched([*PROGRAM, "--bestand", str(path)], env=env) for path in files.values())
    with few, many:
        for program in (few, many):
            program.seen(MADE[0])
            program.press("enter")
        first, second = _next(few, many, 1, "")
        noted = _next(few, many, NEXT + 2, NOTE)
    at_50 = [50.0] * len(first)
    return [
        *figures,
        Figure(f"next jongere, {small}", "50 ms", first, at_50),
        Figure(f"next jongere, {large}", f"the same, {small}", second, first),
        Figure(f"note, next jongere, {small}", "50 ms", noted[0], at_50),
        Figure(f"note, next jongere, {large}", f"the same, {small}", noted[1], noted[0]),
    ]


def _opening(name: str, file: Path, env: dict[str, str], rounds: int) -> Figure:
    """Into the spreekuur and back, beside a bare screen that is pushed."""
    program = Watched([*PROGRAM, "--bestand", str(file)], env=env)
    bare = Watched([sys.executable, "-m", "tests.bench.floors", "screen"])
    measured, floor = [], []
    with program, bare:
        program.seen(MADE[0])
        bare.seen("Aa00000, Jo")
        for turn in range(rounds + 1):
            one = program.press_until("enter", "Hoe ging het?") * 1000
            other = bare.press_until("n", "Aa00000, Jo") * 1000
            for _ in range(2):
                program.press("escape")
            bare.press("escape")
            if turn:
                measured.append(one)
                floor.append(other)
    return Figure(f"open the live spreekuur, {name}", "push a bare screen", measured, floor)


def _next(few: Watched, many: Watched, sits: int, note: str) -> tuple[list[float], list[float]]:
    """F3 in both until the next name stands there, after a note or without one.

    `sits` is the number of who is at the table; the first of each is warming up.
    """
    first, second = [], []
    for turn in range(NEXT + 1):
        took = []
        for program in (few, many):
            if note:
                program.write(note)
            time.sleep(0.3)
            coming = " ".join(pupil_name(sits + turn + 1))
            took.append(program.press_until("f3", coming) * 1000)
        if turn:
            first.append(took[0])
            second.append(took[1])
    return first, second
