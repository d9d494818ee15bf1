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
LOOKED_UP = 1.0
"""Seconds in which Vandaag finds again what lies open."""
NOTE = "Vader belt zelf.\r>>"
BARE = [sys.executable, "-m", "tests.bench.floors", "screen"]
ROW = "Aa00000, Jo"
"""What the bare screen shows first."""


def afternoon(folder: Path, files: dict[str, Path], rounds: int) -> list[Figure]:
    """`files` has a small file first and a large one second."""
    env = {"SPREEKUUR_PASSPHRASE_FILE": str(passphrase_file(folder))}
    small, large = files
    figures = [_opening(name, path, env, rounds * 8) for name, path in files.items()]
    few, many = (Watched([*PROGRAM, "--bestand", str(path)], env=env) for path in files.values())
    with few, many, Watched(BARE) as bare:
        bare.seen(ROW)
        for program in (few, many):
            program.seen(MADE[0])
            program.press("enter")
        nexts = _next(few, many, bare, 1, "f2")
        notes = _next(few, many, bare, NEXT + 2)
    for what, (first, second, pushed) in (("next jongere", nexts), ("note, next jongere", notes)):
        figures += [
            Figure(f"{what}, {small}", "push a bare screen", first, pushed),
            Figure(f"{what}, {large}", f"the same, {small}", second, first),
        ]
    return figures


def _opening(name: str, file: Path, env: dict[str, str], rounds: int) -> Figure:
    """Into the spreekuur from a Vandaag at rest, beside a bare screen that is pushed."""
    program = Watched([*PROGRAM, "--bestand", str(file)], env=env)
    bare = Watched(BARE)
    measured, floor = [], []
    with program, bare:
        program.seen(MADE[0])
        bare.seen(ROW)
        for turn in range(rounds + 1):
            one = program.press_until("enter", "Hoe ging het?") * 1000
            other = bare.press_until("n", ROW) * 1000
            for _ in range(2):
                program.press("escape")
            bare.press("escape")
            time.sleep(LOOKED_UP)
            if turn:
                measured.append(one)
                floor.append(other)
    return Figure(f"open the live spreekuur, {name}", "push a bare screen", measured, floor)


def _next(
    few: Watched, many: Watched, bare: Watched, sits: int, *first_key: str
) -> tuple[list[float], list[float], list[float]]:
    """F3 in both until the next name stands there, and a bare screen.

    The note about who sits there is kept by F3 itself, or before it by `first_key`. `sits` is the
    number of who is at the table; the first of each is warming up.
    """
    took: tuple[list[float], list[float], list[float]] = ([], [], [])
    for turn in range(NEXT + 1):
        coming = " ".join(pupil_name(sits + turn + 1))
        for program, times in zip((few, many), took[:2], strict=True):
            program.write(NOTE)
            for key in first_key:
                program.press(key)
            time.sleep(0.3)
            times.append(program.press_until("f3", coming) * 1000)
        took[2].append(bare.press_until("n", ROW) * 1000)
        bare.press("escape")
    first, second, pushed = (times[1:] for times in took)
    return first, second, pushed
