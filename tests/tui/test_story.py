"""The whole main job on a real terminal: from an empty laptop to an afternoon's notes, and back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.terminal import Terminal
from tests.tui.locked import PASSPHRASE
from tests.tui.test_first_gate import CASELOAD, DAY, LIST, SCHOOLS, SPREEKUUR
from tests.tui.test_first_start import first_start


def start(folder: Path) -> Terminal:
    return Terminal([*SPREEKUUR, "--datum", DAY], height=30, env={"HOME": str(folder)})


def dossier(folder: Path) -> dict[str, Any]:
    (folder / "zin").write_text(PASSPHRASE, encoding="utf-8")
    environment = {**os.environ, "SPREEKUUR_PASSPHRASE_FILE": str(folder / "zin")}
    command = [sys.executable, "-m", "spreekuur", "dossier", "J-0001", "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def bring_in(terminal: Terminal, file: str, result: str) -> None:
    terminal.send("i")
    terminal.wait_for("Inlezen")
    terminal.send(file, "enter")
    terminal.wait_for("nieuw")
    terminal.send("enter")
    terminal.wait_for(result, 30)


def test_from_an_empty_laptop_to_an_afternoon_of_notes(tmp_path: Path) -> None:
    (tmp_path / "scholen.csv").write_bytes(SCHOOLS.encode("cp1252"))
    (tmp_path / "caseload.csv").write_text(CASELOAD, encoding="utf-8")
    with start(tmp_path) as terminal:
        first_start(terminal)
        bring_in(terminal, "scholen.csv", "1 school nieuw")
        bring_in(terminal, "caseload.csv", "2 jongeren nieuw")
        for day in ("24 nov", "8 dec"):
            terminal.send("p")
            terminal.wait_for("Spreekuur plannen")
            terminal.send("veenw", "tab", day, "tab", "13-16:30", "f2")
            terminal.wait_for("Gepland")
        terminal.send("l")
        terminal.wait_for("Lijst van school")
        terminal.paste(LIST.strip())
        terminal.wait_for("2 bekend")
        terminal.send("f2")
        terminal.wait_for("7x te laat")
        terminal.send("g", "enter")
        terminal.wait_for("Nieuw. Vandaag het eerste gesprek.")
        terminal.send("Sam wil op tijd komen.", "enter", "* 3 naar 8 van de 10 ochtenden, 3 dec")
        terminal.send("enter", "! mentor: appt om 7.30 uur, vr", "enter", "= 4 naar 7", "enter")
        terminal.send(">>", "f3")
        terminal.wait_for("Noor van den Berg")
        terminal.send("Noor komt maandag.", "ctrl+q")
        assert terminal.wait_exit() == 0

    with start(tmp_path) as terminal:
        terminal.wait_for("Wachtwoordzin")
        terminal.send(PASSPHRASE, "enter")
        terminal.wait_for("Noor van den Berg")
        terminal.send("ctrl+q")
        assert terminal.wait_exit() == 0

    found = dossier(tmp_path)
    assert found["timeline"][0]["kind"] == "Spreekuurgesprek"
    assert "3 naar 8 van de 10 ochtenden, do 3 dec" in found["timeline"][0]["shared"]
    (goal,) = found["goals"]
    assert (goal["start"], goal["target"], goal["by"]) == (3, 8, "2026-12-03")
    (agreement,) = found["agreements"]
    assert (agreement["who"], agreement["by"]) == ("mentor", "2026-11-27")
    (scale,) = found["scales"]
    assert (scale["on"], scale["value"]) == (DAY, 4)
    (follow_up,) = found["follow_ups"]
    assert (follow_up["on"], follow_up["office_hours"]) == ("2026-12-08", "S-0002")
