"""Files come in whole or not at all, counted first, every refused line named, one undo."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from spreekuur.store.location import Location
from tests.cli.conftest import PROGRAM, answer, spreekuur, typed
from tests.terminal import Terminal

SCHOOLS = """VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM
99ZA00;Scholengemeenschap De Veenwijzer;Turfweg;VEENMEER
99ZX00;De Plas;Weg;VEENMEER
onzin;Zonder code;Weg;VEENMEER
"""
CASELOAD = """naam;klas;geboortedatum;brin
Groot, Sam de;4H2;14-03-2011;99ZA00
Jansma, Daan;5H1;30-06-2009;99ZA00
;;;
Kuipers, Fenna;gr. 8;31-02-2014;99ZB00
"""
HOLIDAYS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1-noord\r\n"
    "DTSTART;VALUE=DATE:20311011\r\nDTEND;VALUE=DATE:20311020\r\n"
    "SUMMARY:Herfstvakantie regio Noord\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "lijst.csv"


def test_a_school_list_is_counted_by_kind(file: Path, place: Location) -> None:
    file.write_text(SCHOOLS, encoding="cp1252")
    assert answer("importeer", "scholen", str(file)) == {
        "version": 1,
        "new": 1,
        "changed": 1,
        "unchanged": 0,
        "refused": [{"line": 4, "reason": "geen geldige BRIN-code met vestigingsnummer"}],
        "warnings": [],
    }
    again = answer("importeer", "scholen", str(file))
    assert (again["new"], again["changed"], again["unchanged"]) == (0, 0, 2)
    assert answer("plan", "De Plas", "2026-11-24", "13:00-14:00")["office_hours"]


def test_what_is_refused_stands_on_stderr_with_its_line(file: Path, place: Location) -> None:
    file.write_text(CASELOAD, encoding="utf-8")
    result = spreekuur("importeer", "caseload", str(file))
    assert result.exit_code == 0
    assert result.stdout == "1 jongere nieuw, 1 geweigerd (regel 5).\n"
    assert result.stderr == (
        "Regel 5: geboortedatum bestaat niet of is niet te lezen\n"
        "spreekuur ongedaan maakt de hele import ongedaan.\n"
    )


def test_a_caseload_may_be_piped_in(place: Location) -> None:
    done = typed("importeer", "caseload", "-", "--json", text=CASELOAD.encode())
    assert done.returncode == 0
    assert answer("dossier", "daan jansma")["pupil"] == {
        "ref": "J-0006",
        "name": "Daan Jansma",
        "born": "2009-06-30",
        "school": "99ZA00",
        "school_name": "Veenwijzer",
        "class": "5H1",
    }


def test_holidays_come_in_and_are_used(file: Path, place: Location) -> None:
    file.write_text(HOLIDAYS, encoding="utf-8")
    assert answer("importeer", "vakanties", str(file))["new"] == 1
    result = spreekuur("plan", "Kompas", "2031-10-14", "13:00-14:00")
    assert "di 14 okt 2031 valt in de herfstvakantie (Noord)" in result.stderr


@pytest.mark.parametrize(
    ("kind", "content"), [("scholen", SCHOOLS), ("caseload", CASELOAD), ("vakanties", HOLIDAYS)]
)
def test_a_trial_counts_the_same_and_writes_nothing(
    kind: str, content: str, file: Path, place: Location
) -> None:
    file.write_text(content, encoding="utf-8")
    before = place.database.read_bytes()
    trial = answer("importeer", kind, str(file), "--proef")
    result = spreekuur("importeer", kind, str(file), "--proef")
    assert "Proef: er is niets ingelezen." in result.stderr
    assert "  nieuw  " in result.stdout
    assert place.database.read_bytes() == before
    assert answer("importeer", kind, str(file)) == trial


@pytest.mark.parametrize(
    ("kind", "content"), [("scholen", SCHOOLS), ("caseload", CASELOAD), ("vakanties", HOLIDAYS)]
)
def test_an_import_is_one_step_to_undo(
    kind: str, content: str, file: Path, place: Location
) -> None:
    file.write_text(content, encoding="utf-8")
    caseload = spreekuur("caseload", "--json").stdout
    counted = answer("importeer", kind, str(file))
    assert spreekuur("ongedaan").exit_code == 0
    assert spreekuur("caseload", "--json").stdout == caseload
    assert answer("importeer", kind, str(file), "--proef") == counted


@pytest.mark.parametrize("kind", ["scholen", "vakanties", "caseload"])
@pytest.mark.parametrize("content", [b"", b"niets;van;dit\n1;2;3\n", b"\x00\x01\x02" * 99])
def test_a_wrong_file_is_1_and_writes_nothing(
    kind: str, content: bytes, file: Path, place: Location
) -> None:
    file.write_bytes(content)
    before = place.database.read_bytes()
    result = spreekuur("importeer", kind, str(file))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Er is niets ingelezen." in result.stderr
    assert place.database.read_bytes() == before


def test_a_wrong_file_says_which_columns_it_lacks(file: Path, place: Location) -> None:
    file.write_text("STRAATNAAM;PLAATSNAAM\nWeg;Veenmeer\n", encoding="utf-8")
    assert spreekuur("importeer", "scholen", str(file)).stderr == (
        "Dit is geen scholenlijst van DUO. Niet gevonden: VESTIGINGSCODE of VESTIGINGSNUMMER, "
        "VESTIGINGSNAAM. Er is niets ingelezen.\n"
    )


def test_a_list_of_which_every_line_is_refused_is_1(file: Path, place: Location) -> None:
    file.write_text("naam;geboortedatum\nDaan Jansma;31-02-2009\n", encoding="utf-8")
    result = spreekuur("importeer", "caseload", str(file))
    assert result.exit_code == 1
    assert "Regel 2: geboortedatum bestaat niet" in result.stderr
    assert "Geen enkele regel is te gebruiken" in result.stderr


def test_a_file_that_is_not_there_or_is_a_folder_is_1(tmp_path: Path, place: Location) -> None:
    for path in (tmp_path, tmp_path / "weg.csv"):
        result = spreekuur("importeer", "scholen", str(path))
        assert (result.exit_code, result.stdout) == (1, "")
        assert "niet te lezen" in result.stderr


def test_the_published_list_of_schools_comes_in_whole(shared_data: Path, place: Location) -> None:
    counted = answer(
        "importeer", "scholen", str(shared_data / "duo-bo-schoolvestigingen-2026a.csv")
    )
    assert (counted["new"], counted["refused"]) == (6107, [])


def test_who_sits_at_a_terminal_sees_how_far_it_is(file: Path, place: Location) -> None:
    file.write_text(CASELOAD, encoding="utf-8")
    assert "Inlezen" not in spreekuur("importeer", "caseload", str(file), "--proef").stderr
    command = [sys.executable, "-c", PROGRAM, "importeer", "caseload", str(file)]
    with Terminal(command) as terminal:
        terminal.wait_for("100%")
        terminal.wait_exit()
        assert "Inlezen" in terminal.text


def test_without_a_terminal_nothing_moves(file: Path, place: Location) -> None:
    file.write_text(CASELOAD, encoding="utf-8")
    assert "Inlezen" not in spreekuur("importeer", "caseload", str(file)).stderr
