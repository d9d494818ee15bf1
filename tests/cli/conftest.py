"""A real file with the people of the example data, and two ways to type a command at it.

Opened with the recovery code wherever that is enough: it costs no key derivation.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.cli.main import main
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.location import Location, find
from spreekuur.store.opening import make_file, open_file

PASSPHRASE = "fiets regen krant zeven"
PROGRAM = "from spreekuur.cli import main; main(prog_name='spreekuur')"

PEOPLE = (
    PupilDetails(PersonName("Sam", "de", "Groot"), date(2011, 3, 14), 1, "4H2"),
    PupilDetails(PersonName("Noor", "van den", "Berg"), date(2010, 8, 1), 1, "4H1"),
    PupilDetails(PersonName("Ilyas", "", "Öztürk"), date(2012, 11, 24), 1, "2V3"),
    PupilDetails(PersonName("Zuzanna", "", "Wiśniewska"), date(2017, 5, 9), 2, "gr. 5"),
    PupilDetails(PersonName("Sam", "", "Kuipers")),
)
SCHOOLS = (
    ("99ZA00", "Scholengemeenschap De Veenwijzer", "Veenwijzer"),
    ("99ZB00", '\'t Kompas, school "Oost & West"', "Kompas"),
    (None, "Schakelklas Veenland (ISK)", "ISK Veen"),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made once; tests work on copies."""

    folder: Path
    code: str


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("gemaakt")
    casebook, code = make_file(find(folder / "spreekuur.db"), PASSPHRASE)
    _fill(casebook)
    casebook.close()
    return Made(folder, code)


def _fill(casebook: Casebook) -> None:
    from spreekuur.model import School

    with casebook.change("Scholen") as session:
        for brin6, name, short_name in SCHOOLS:
            session.add(
                School(brin6=brin6, name=name, short_name=short_name, holiday_region="Noord")
            )
    for pupil in PEOPLE:
        add_pupil(casebook, pupil)
    add_guardian(casebook, 1, GuardianDetails("Anja de Groot", "moeder", "06-00 00 00 02"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder that `SPREEKUUR_HOME` names, not there yet."""
    return tmp_path / "home"


@pytest.fixture
def give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let the environment give this secret."""

    def give(secret: str) -> None:
        file = tmp_path / "geheim"
        file.write_text(f"{secret}\n", encoding="utf-8")
        monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", str(file))

    return give


@pytest.fixture
def place(made: Made, home: Path, give: Callable[[str], None]) -> Location:
    """A copy of the prepared file, which the environment opens."""
    shutil.copytree(made.folder, home)
    give(made.code)
    return find()


def spreekuur(*words: str, text: str | bytes | None = None) -> Result:
    """Type a command, in this process."""
    return CliRunner().invoke(main, words, input=text, prog_name="spreekuur")


def answer(*words: str, text: str | bytes | None = None) -> Any:
    """The JSON a command gives; it must end well."""
    result = spreekuur(*words, "--json", text=text)
    assert result.exit_code == 0, result.stderr
    return json.loads(result.stdout)


def typed(*words: str, text: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Type a command in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        input=text,
        capture_output=True,
        env={**os.environ, **environment},
        start_new_session=True,
        timeout=60,
        check=False,
    )


def opened(place: Location, code: str) -> Casebook:
    """The file itself, to look at what a command did or to prepare more."""
    return open_file(place, code)
