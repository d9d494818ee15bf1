"""Every command ends with the exit code that scripts count on, and a refusal changes no byte."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook
from spreekuur.store.first_look import PAGE
from spreekuur.store.keys import open_key_file
from spreekuur.store.location import Location
from tests.cli.conftest import PASSPHRASE, PROGRAM, Made, opened, spreekuur, typed

COMMANDS = {
    "vandaag": ("vandaag",),
    "agenda": ("agenda",),
    "caseload": ("caseload",),
    "aanzet": ("aanzet",),
    "dossier": ("dossier", "J-0001"),
    "zoek": ("zoek", "sam"),
    "notitie": ("notitie", "J-0001", "Moeder belt terug"),
    "plan": ("plan", "Veenwijzer", "2026-11-24", "13:00-16:30"),
    "oordeel": ("oordeel", "A-0001", "gelukt"),
    "gedaan": ("gedaan", "V-0001"),
    "uitstel": ("uitstel", "V-0001", "vr"),
    "ongedaan": ("ongedaan",),
    "scholen": ("importeer", "scholen", "lijst.csv"),
    "vakanties": ("importeer", "vakanties", "vakanties.ics"),
    "caseload inlezen": ("importeer", "caseload", "jongeren.csv"),
    "spreekuurlijst": (
        *("importeer", "spreekuurlijst", "lijst.txt"),
        *("--school", "Veenwijzer", "--datum", "2026-11-24"),
    ),
    "kopie": ("kopie",),
    "alles": ("exporteer", "alles", "--naar", "alles.json"),
    "wijzigen": ("sleutel", "wijzigen"),
    "vernieuwen": ("sleutel", "vernieuwen"),
}
"""Every command that opens the file; `nieuw` makes it."""

FILES = {
    "lijst.csv": "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM\n99ZX00;Proef;Weg;Veenmeer\n",
    "vakanties.ics": (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1-noord\r\n"
        "DTSTART;VALUE=DATE:20301012\r\nDTEND;VALUE=DATE:20301021\r\n"
        "SUMMARY:Herfstvakantie regio Noord\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    ),
    "jongeren.csv": "naam;klas\nJansma, Daan;5H1\n",
    "lijst.txt": "Groot, Sam de;4H2;7x te laat\n",
}


@pytest.fixture(params=[*COMMANDS.values()], ids=[*COMMANDS])
def command(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, ...]:
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tuple(request.param)


@pytest.fixture
def unchanged(place: Location) -> Iterator[Callable[[], None]]:
    """Call after spoiling the file on purpose; afterwards every byte must be as it was then."""
    seen: list[dict[str, bytes]] = []

    def look() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(place.database.parent.iterdir())}

    yield lambda: seen.append(look())
    assert seen
    assert look() == seen[0]


def refused(command: tuple[str, ...], code: int, sentence: str) -> None:
    result = spreekuur(*command)
    assert (result.exit_code, result.stdout) == (code, "")
    assert sentence in result.stderr
    assert "J-0001" not in result.stderr


def test_a_wrong_passphrase_is_3(
    command: tuple[str, ...], give: Callable[[str], None], unchanged: Callable[[], None]
) -> None:
    give("een heel andere zin hier")
    unchanged()
    refused(command, 3, "past niet op dit bestand")


def test_no_passphrase_at_all_is_3(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, unchanged: Callable[[], None]
) -> None:
    monkeypatch.delenv("SPREEKUUR_PASSPHRASE_FILE")
    unchanged()
    refused(command, 3, "geen wachtwoordzin gegeven")


@pytest.mark.parametrize("lost", [1, PAGE, 0], ids=["a byte", "a page", "all"])
def test_a_truncated_file_is_4(
    command: tuple[str, ...],
    lost: int,
    place: Location,
    give: Callable[[str], None],
    unchanged: Callable[[], None],
) -> None:
    give(PASSPHRASE)
    whole = place.database.read_bytes()
    place.database.write_bytes(whole[: len(whole) - lost if lost else 0])
    unchanged()
    refused(command, 4, "Dit bestand is")


@pytest.mark.parametrize("where", ["middle", "end"])
def test_one_flipped_bit_is_4(
    command: tuple[str, ...], where: str, place: Location, unchanged: Callable[[], None]
) -> None:
    content = bytearray(place.database.read_bytes())
    content[len(content) // 2 if where == "middle" else -1] ^= 1
    place.database.write_bytes(content)
    unchanged()
    refused(command, 4, "beschadigd")


def test_a_file_of_a_newer_version_is_4(
    command: tuple[str, ...], place: Location, unchanged: Callable[[], None]
) -> None:
    casebook = Casebook.open(place.database, open_key_file(place.keys, PASSPHRASE))
    with casebook.read() as connection:
        connection.execute("PRAGMA user_version=99")
    casebook.close()
    unchanged()
    refused(command, 4, "nieuwere versie")


def test_no_file_is_1(command: tuple[str, ...], place: Location) -> None:
    for path in (place.database, place.keys):
        path.unlink()
    refused(command, 1, "spreekuur nieuw maakt er een")
    assert not list(place.database.parent.iterdir())


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        ("gewoon/werk.db", "Hier staat geen bestand"),
        ("x" * 300, "Het pad van --bestand kan hier niet bestaan"),
        ("~niemandhier/werk.db", "Het pad van --bestand kan hier niet bestaan"),
    ],
)
def test_a_place_where_no_file_can_be_is_1(
    file: str, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gewoon").touch()
    refused(("vandaag", "--bestand", file), 1, sentence)


def test_a_passphrase_file_of_nobody_is_3(place: Location, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPREEKUUR_PASSPHRASE_FILE", "~niemandhier/zin")
    refused(("vandaag",), 3, "niet te lezen")


def test_an_unknown_option_is_2_before_anything_is_opened(command: tuple[str, ...]) -> None:
    refused((*command, "--onzin"), 2, "De optie --onzin bestaat niet.")


def test_a_flipped_first_page_is_4_for_who_knows_the_passphrase(
    place: Location, give: Callable[[str], None], unchanged: Callable[[], None]
) -> None:
    give(PASSPHRASE)
    content = bytearray(place.database.read_bytes())
    content[100] ^= 1
    place.database.write_bytes(content)
    unchanged()
    refused(("caseload",), 4, "beschadigd")


def test_a_damaged_key_file_is_4_and_a_missing_one_3(
    place: Location, give: Callable[[str], None]
) -> None:
    give(PASSPHRASE)
    place.keys.write_bytes(place.keys.read_bytes()[:-40])
    refused(("caseload",), 4, "sleutelbestand is beschadigd")
    place.keys.unlink()
    refused(("caseload",), 3, "sleutelbestand spreekuur.keys ontbreekt")


def test_a_plain_or_foreign_file_is_1(place: Location) -> None:
    place.database.write_bytes(b"SQLite format 3\x00" + bytes(PAGE - 16))
    refused(("caseload",), 1, "niet versleuteld")


def test_while_another_window_writes_a_note_waits_and_then_is_1(
    made: Made, place: Location
) -> None:
    other = opened(place, made.code)
    with other.read() as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert spreekuur("dossier", "J-0001").exit_code == 0
        refused(("notitie", "J-0001", "tekst"), 1, "Een ander venster schrijft nu")
        connection.execute("ROLLBACK")
    other.close()
    assert spreekuur("notitie", "J-0001", "tekst").exit_code == 0


def test_answers_go_to_stdout_and_talk_to_stderr_of_a_real_process(place: Location) -> None:
    done = typed("caseload")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.count(b"J-000") == 5
    done = typed("dossier", "Sam")
    assert (done.returncode, done.stdout) == (1, b"")
    assert "2 jongeren passen hierbij" in done.stderr.decode()


def test_a_real_process_ends_with_its_code(place: Location) -> None:
    assert typed("--version").stdout.startswith(b"spreekuur 0.")
    assert typed("onzin").returncode == 2
    wrong = place.database.with_name("fout")
    wrong.write_text("een heel andere zin hier\n")
    assert typed("vandaag", SPREEKUUR_PASSPHRASE_FILE=str(wrong)).returncode == 3
    place.database.write_bytes(b"")
    assert typed("vandaag").returncode == 4


def test_a_reader_that_stops_halfway_is_no_error_message(place: Location) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, "caseload", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.wait(timeout=60)
