"""How fast spreekuur is, each figure as a ratio to its floor measured in the same rounds.

    python -m tests.bench            every figure, about five minutes on two cores
    python -m tests.bench --quick    a third of the rounds, and 20,000 notes instead of 200,000
    python -m tests.bench start      only this: start, key, live, leave, rest, search, ...

Nothing passes or fails: a machine has its moods, and only the ratios travel. `half` is where the
middle half of the ratios of single pairs lies. Milliseconds, unless a line says what else; start
counts from exec to a name on the screen, a key from the press to the last byte of what it paints.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from spreekuur.store.casebook import Casebook
from tests.bench.afternoon import afternoon
from tests.bench.figures import Figure, table
from tests.bench.files import make_file, size_of
from tests.bench.keystrokes import keystrokes
from tests.bench.leaving import leaving
from tests.bench.rest import rest
from tests.bench.starts import starts
from tests.bench.stores import opening, saving, searching

PARTS = ("start", "key", "live", "leave", "rest", "search", "dossier", "save")


def main() -> None:
    options = _options()
    began = time.monotonic()
    say(
        f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    with tempfile.TemporaryDirectory(prefix="spreekuur-bench-") as name:
        figures = measured(Path(name), tuple(options.parts) or PARTS, quick=options.quick)
    sys.stdout.write(f"{table(figures)}\n")
    say(f"{time.monotonic() - began:.0f} s")


def measured(folder: Path, parts: tuple[str, ...], *, quick: bool) -> list[Figure]:
    """Make the files once, then measure part by part."""
    rounds = 5 if quick else 15
    files = {
        "150 jongeren": folder / "150" / "spreekuur.db",
        "10.000 jongeren": folder / "10000" / "spreekuur.db",
    }
    made_file(files["150 jongeren"], 150, 3_000)[0].close()
    made = [
        made_file(folder / "300" / "spreekuur.db", 300, 8_000),
        made_file(files["10.000 jongeren"], 10_000, 20_000 if quick else 200_000),
    ]
    figures: list[Figure] = []
    if "search" in parts:
        figures += [searching(f"{notes:,} notes", one, rounds * 2) for one, notes in made]
    if "dossier" in parts:
        figures += [opening(f"{notes:,} notes", one, rounds * 10) for one, notes in made]
    if "save" in parts:
        figures += [saving(made[0][0], rounds * 10)]
    for casebook, _ in made:
        casebook.close()
    if "start" in parts:
        say("start")
        figures = starts(folder, files, rounds) + figures
    if "key" in parts:
        say("key")
        figures += keystrokes(folder, files, 1 if quick else 3)
    if "live" in parts:
        say("live")
        live = {
            "300 jongeren": folder / "300" / "spreekuur.db",
            "10.000 jongeren": files["10.000 jongeren"],
        }
        figures += afternoon(folder, live, 1 if quick else 3)
    if "leave" in parts:
        say("leave")
        figures += leaving(folder, files["150 jongeren"], rounds)
    if "rest" in parts:
        say("rest")
        figures += rest(folder, files, 1 if quick else 3)
    return figures


def made_file(path: Path, pupils: int, notes: int) -> tuple[Casebook, int]:
    began = time.monotonic()
    casebook = make_file(path, pupils, notes)
    took = time.monotonic() - began
    say(f"{pupils:,} jongeren, {notes:,} notes: {size_of(path)} MiB in {took:.0f} s")
    return casebook, notes


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    return parser.parse_args()


main()
