"""From exec to a name on the screen, against a bare app with a table."""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.files import passphrase_file, pupil_name
from tests.bench.watched import Watched

FLOOR = "bare app, table of 30"
BARE = [sys.executable, "-m", "tests.bench.floors", "table", "30"]
PROGRAM = [sys.executable, "-m", "spreekuur"]
GIVEN, SURNAME = pupil_name(1)
MADE = (f"{GIVEN} {SURNAME}", f"{SURNAME}, {GIVEN}")


def starts(folder: Path, files: dict[str, Path], rounds: int) -> list[Figure]:
    """Every way of starting once a round, so that they share the weather."""
    opened = {"SPREEKUUR_PASSPHRASE_FILE": str(passphrase_file(folder)), "TMPDIR": str(folder)}
    ways = {"demo": ([*PROGRAM, "--demo"], ("Sam de Groot", "Aalbers, Finn"), opened)}
    for name, path in files.items():
        ways[name] = (PROGRAM, MADE, {**opened, "SPREEKUUR_HOME": str(path.parent)})
    locked = {"SPREEKUUR_HOME": str(files["150 jongeren"].parent)}
    bare: list[float] = []
    found: dict[str, list[float]] = defaultdict(list)
    for _ in range(rounds):
        bare.append(_once(BARE, "", "Aa00000, Jo", {}))
        found["start, locked: the unlock screen"].append(
            _once(PROGRAM, "", "Wachtwoordzin", locked)
        )
        for name, (command, (today, listed), env) in ways.items():
            found[f"start, {name}: Vandaag"].append(_once(command, "", today, env))
            found[f"start, {name}: Caseload"].append(_once(command, "2", listed, env))
    return [Figure(name, FLOOR, values, bare) for name, values in found.items()]


def _once(command: list[str], type_ahead: str, text: str, env: dict[str, str]) -> float:
    with Watched(command, type_ahead=type_ahead, env=env) as program:
        return program.seen(text) * 1000
