"""From a key to what it paints: in the note and in the list, against the bare widgets."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.files import passphrase_file
from tests.bench.starts import MADE, PROGRAM
from tests.bench.watched import Watched

LETTERS = "moeder vertelt dat het beter gaat "
PAUSES = (0.045, 0.08, 0.06, 0.11, 0.07)
"""Seconds between keys, as somebody types."""


def keystrokes(folder: Path, files: dict[str, Path], rounds: int) -> list[Figure]:
    """The note, and the caseload at every length."""
    env = {"SPREEKUUR_PASSPHRASE_FILE": str(passphrase_file(folder))}
    figures = [_note(files["150 jongeren"], env, rounds)]
    figures += [_list(name, path, env, rounds) for name, path in files.items()]
    return [*figures, _filter(files, env, rounds)]


def _note(file: Path, env: dict[str, str], rounds: int) -> Figure:
    program = Watched([*PROGRAM, "--bestand", str(file)], env=env)
    bare = Watched([sys.executable, "-m", "tests.bench.floors", "text"])
    with program, bare:
        program.seen(MADE[0])
        bare.seen("palette")
        program.press("n")
        for letter in MADE[0].split()[1]:
            program.press(letter)
        program.press("enter")
        measured, floor = _side_by_side(program, bare, LETTERS, rounds)
    return Figure("key in the note", "bare TextArea", measured, floor)


def _list(name: str, file: Path, env: dict[str, str], rounds: int) -> Figure:
    length = name.split()[0].replace(".", "")
    program = Watched([*PROGRAM, "--bestand", str(file)], env=env, type_ahead="2")
    bare = Watched([sys.executable, "-m", "tests.bench.floors", "table", length])
    with program, bare:
        program.seen(MADE[1])
        bare.seen("Aa00000, Jo")
        measured, floor = _side_by_side(program, bare, ["down"] * 34, rounds)
    return Figure(f"down in the caseload, {name}", f"bare DataTable, {name}", measured, floor)


def _filter(files: dict[str, Path], env: dict[str, str], rounds: int) -> Figure:
    """The same letters in the filter of both files."""
    few, many = (
        Watched([*PROGRAM, "--bestand", str(files[name])], env=env, type_ahead="2")
        for name in ("150 jongeren", "10.000 jongeren")
    )
    with few, many:
        for program in (few, many):
            program.seen(MADE[1])
            program.press("f")
        typed = [*"aa0", *["backspace"] * 3, *"veen", *["backspace"] * 4]
        measured, floor = _side_by_side(many, few, typed, rounds)
    return Figure("a letter in the filter, 10.000", "the same, 150", measured, floor)


def _side_by_side(
    program: Watched, bare: Watched, keys: str | list[str], rounds: int
) -> tuple[list[float], list[float]]:
    """Press every key in both; a round of warming up is not counted."""
    measured, floor = [], []
    for turn in range(rounds + 1):
        for number, key in enumerate(keys):
            time.sleep(PAUSES[number % len(PAUSES)])
            one, other = program.press(key) * 1000, bare.press(key) * 1000
            if turn:
                measured.append(one)
                floor.append(other)
    return measured, floor
