"""What an open program costs while nobody touches it: memory, and processor time."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.files import passphrase_file
from tests.bench.starts import BARE, MADE, PROGRAM
from tests.bench.watched import Watched

SETTLED, IDLE = 4, 10
"""Seconds from the first name to the first look, and from there to the second."""


def rest(folder: Path, files: dict[str, Path], rounds: int) -> list[Figure]:
    """MiB that are resident, and milliseconds of processor time a second."""
    passphrase = str(passphrase_file(folder))
    figures = []
    for name, path in files.items():
        env = {"SPREEKUUR_PASSPHRASE_FILE": passphrase, "SPREEKUUR_HOME": str(path.parent)}
        program, bare = [], []
        for _ in range(rounds):
            program.append(_at_rest(PROGRAM, MADE[0], env))
            bare.append(_at_rest(BARE, "Aa00000, Jo", {}))
        for which, what in enumerate(("MiB at rest", "ms of CPU a second at rest")):
            measured = [one[which] for one in program]
            floor = [one[which] for one in bare]
            figures.append(Figure(f"{what}, {name}", "bare app, table of 30", measured, floor))
    return figures


def _at_rest(command: list[str], text: str, env: dict[str, str]) -> tuple[float, float]:
    with Watched(command, env=env) as program:
        program.seen(text)
        time.sleep(SETTLED)
        before = _processor_seconds(program.pid)
        time.sleep(IDLE)
        spent = _processor_seconds(program.pid) - before
        return _resident(program.pid), spent * 1000 / IDLE


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _resident(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
