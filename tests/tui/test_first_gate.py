"""The promise everything else stands on: typed in the live spreekuur, killed, and still there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import Terminal

SPREEKUUR = [sys.executable, "-m", "spreekuur"]
SCHOOLS = (
    "BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;PLAATSNAAM\r\n"
    "99ZA;99ZA00;Scholengemeenschap De Veenwijzer;Turfkade;1;VEENMEER\r\n"
)
CASELOAD = "naam;geboortedatum;school;klas\nGroot, Sam de;14-03-2011;99ZA00;4H2\n"
CASELOAD += "Berg, Noor van den;01-08-2010;99ZA00;4H1\n"
LIST = "Groot, Sam de;4H2;7x te laat\nvan den Berg, Noor;4H1;gesprek loopt\n"
DAY = "2026-11-24"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    passphrase = tmp_path / "wachtwoordzin"
    passphrase.write_text("vier losse woorden samen\n", encoding="utf-8")
    return {
        **os.environ,
        "SPREEKUUR_HOME": str(tmp_path / "home"),
        "SPREEKUUR_PASSPHRASE_FILE": str(passphrase),
    }


def run(environment: dict[str, str], *arguments: str, stdin: str = "") -> str:
    done = subprocess.run(
        [*SPREEKUUR, *arguments],
        env=environment,
        input=stdin.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def test_two_talks_survive_a_kill_in_the_middle_of_the_second(
    environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "scholen.csv").write_bytes(SCHOOLS.encode("cp1252"))
    (tmp_path / "caseload.csv").write_text(CASELOAD, encoding="utf-8")
    run(environment, "nieuw")
    run(environment, "importeer", "scholen", str(tmp_path / "scholen.csv"))
    run(environment, "importeer", "caseload", str(tmp_path / "caseload.csv"))
    run(environment, "plan", "99ZA00", DAY, "13:00-16:30", "--pauze", "14:40-14:50")
    where = ("--school", "99ZA00", "--datum", DAY)
    run(environment, "importeer", "spreekuurlijst", "-", *where, stdin=LIST)

    with Terminal([*SPREEKUUR, "--datum", DAY], env=environment) as terminal:
        terminal.wait_for("1 Vandaag")
        terminal.send("enter")
        terminal.wait_for("1 van 2")
        terminal.send("Twee wekkers helpen.", "enter", "! mentor: appt om 7.30 uur, vr", "enter")
        terminal.send("> vr moeder bellen", "f3")
        terminal.wait_for("2 van 2")
        terminal.send("Noor komt maandag en woensdag de eerste uren")
        time.sleep(1)
        terminal.kill()

    first = json.loads(run(environment, "dossier", "J-0001", "--json"))
    assert "Twee wekkers helpen." in first["timeline"][0]["text"]
    assert first["agreements"][0]["who"] == "mentor"
    assert first["follow_ups"][0]["action"] == "moeder bellen"
    second = json.loads(run(environment, "dossier", "J-0002", "--json"))
    assert second["drafts"][0]["text"] == "Noor komt maandag en woensdag de eerste uren"
