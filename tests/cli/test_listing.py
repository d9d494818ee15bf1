"""A school's list becomes the afternoon: who is known gets a place, who is not is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from spreekuur.actions.pupils import edit_pupil
from spreekuur.actions.rows import fetch
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.model import OfficeHours
from spreekuur.store.location import Location
from tests.cli.conftest import PEOPLE, Made, answer, opened, spreekuur

LIST = """Groot, Sam de;4H2;7x te laat
Öztürk, Ilyas;2V3;2 ziekmeldingen
van den Berg, Noor;4H1;gesprek loopt
de Groot Sam;4h2;nogmaals genoemd
Kees;?;?
"""
AT = ("--school", "Veenwijzer", "--datum", "2026-11-24")


@pytest.fixture
def planned(place: Location) -> None:
    spreekuur("plan", "Veenwijzer", "2026-11-24", "13:00-14:00")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lijst.txt"
    path.write_text(LIST, encoding="utf-8")
    return path


def places() -> list[str | None]:
    (one,) = answer("agenda", "--datum", "2026-11-24")["office_hours"]
    return [place["pupil"] for place in one["appointments"]]


@pytest.mark.usefixtures("planned")
def test_the_list_of_the_example_is_counted(file: Path) -> None:
    assert answer("importeer", "spreekuurlijst", str(file), *AT) == {
        "version": 1,
        "office_hours": "S-0001",
        "new": 3,
        "changed": 0,
        "unchanged": 0,
        "matched": 3,
        "double": 1,
        "unknown": 1,
        "ambiguous": 0,
        "discussion": 0,
        "waiting": 0,
        "refused": [],
        "warnings": ["Regel 3: 16 of ouder: mag zonder ouders"],
        "lines": [
            {"line": line, "status": status, "pupil": pupil, "candidates": []}
            for line, status, pupil in (
                (1, "matched", "J-0001"),
                (2, "matched", "J-0003"),
                (3, "matched", "J-0002"),
                (4, "double", "J-0001"),
                (5, "unknown", None),
            )
        ],
    }
    assert places() == ["J-0001", "J-0003", "J-0002"]


@pytest.mark.usefixtures("planned")
def test_who_gets_no_place_is_named_with_line_and_reason(file: Path) -> None:
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert result.exit_code == 0
    assert result.stdout == "3 op de lijst, 1 dubbel, 0 onduidelijk, 1 onbekend.\n"
    assert result.stderr == (
        "Regel 3: 16 of ouder: mag zonder ouders\n"
        "Regel 4: staat ook op regel 1\n"
        "Regel 5: geen jongere van deze school: Kees;?;?\n"
        "spreekuur ongedaan haalt de hele lijst weer weg.\n"
    )


@pytest.mark.usefixtures("planned")
def test_who_lives_in_another_municipality_stands_with_a_colleague(
    file: Path, place: Location, made: Made
) -> None:
    casebook = opened(place, made.code)
    introduce(casebook, AboutYou(municipality="Veenmeer"))
    edit_pupil(casebook, 1, replace(PEOPLE[0], municipality="Borgerveld"), version=1)
    casebook.close()
    text = "Sam de Groot;4H2\ncasuïstiek: te laat in 4H\n13:00 Ilyas Öztürk"
    file.write_text(text, encoding="utf-8")
    counted = answer("importeer", "spreekuurlijst", str(file), *AT)
    assert (counted["new"], counted["matched"], counted["discussion"]) == (3, 2, 1)
    assert counted["warnings"] == [
        "Regel 1: woont in Borgerveld, daar is een collega bevoegd",
    ]
    (one,) = answer("agenda", "--datum", "2026-11-24")["office_hours"]
    assert [(at["time"], at["pupil"], at["attendance"]) for at in one["appointments"]] == [
        ("13:00", "J-0001", "bij collega"),
        ("13:00", "J-0003", "uitgenodigd"),
        ("13:20", None, None),
        ("13:40", None, None),
    ]


def test_what_finds_no_room_is_named(file: Path, place: Location) -> None:
    spreekuur("plan", "Veenwijzer", "2026-11-24", "13:00-13:20")
    file.write_text("Sam de Groot\ncasuïstiek: te laat\nIlyas Öztürk", encoding="utf-8")
    trial = spreekuur("importeer", "spreekuurlijst", str(file), *AT, "--proef")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert (result.exit_code, result.stdout) == (0, trial.stdout)
    assert result.stdout.startswith("1 op de lijst, 1 op de wachtlijst, ")
    told = (
        "Regel 2: Er is geen vrije plek voor een casuïstiekbespreking; die kan niet wachten.\n"
        "Regel 3: geen vrije plek: op de wachtlijst\n"
    )
    assert result.stderr.startswith(told)
    assert trial.stderr.startswith(told)
    file.write_text("casuïstiek: te laat", encoding="utf-8")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert result.exit_code == 1
    assert result.stderr.endswith("Er is geen plek vrij. Er is niets gezet.\n")


@pytest.mark.usefixtures("planned")
def test_a_trial_puts_nobody_on_the_list(file: Path, place: Location) -> None:
    before = place.database.read_bytes()
    trial = answer("importeer", "spreekuurlijst", str(file), *AT, "--proef")
    assert place.database.read_bytes() == before
    assert answer("importeer", "spreekuurlijst", str(file), *AT) == trial


@pytest.mark.usefixtures("planned")
def test_the_list_again_changes_nothing(file: Path) -> None:
    spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    again = answer("importeer", "spreekuurlijst", str(file), *AT)
    assert (again["new"], again["unchanged"], again["double"]) == (0, 3, 4)
    assert places() == ["J-0001", "J-0003", "J-0002"]


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_list_may_be_piped_in_as_anyone_writes_it(encoding: str) -> None:
    text = LIST.replace("\n", "\r\n").encode(encoding)
    counted = answer("importeer", "spreekuurlijst", "-", *AT, text=text)
    assert counted["matched"] == 3


def test_who_finds_the_spreekuur_full_waits(file: Path, place: Location) -> None:
    spreekuur("plan", "Veenwijzer", "2026-11-24", "13:00-13:20")
    counted = answer("importeer", "spreekuurlijst", str(file), *AT)
    assert (counted["new"], counted["waiting"]) == (3, 2)
    (one,) = answer("agenda", "--datum", "2026-11-24")["office_hours"]
    assert one["waiting"] == ["J-0003", "J-0002"]


@pytest.mark.usefixtures("planned")
def test_one_undo_takes_the_list_away(file: Path) -> None:
    spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    spreekuur("ongedaan")
    assert places() == [None, None, None]


@pytest.mark.usefixtures("planned")
def test_a_first_name_alone_asks_who_is_meant(file: Path) -> None:
    file.write_text("Sam\nNoor van den Berg\n", encoding="utf-8")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert result.exit_code == 0
    assert result.stderr.startswith("Regel 1: wie is bedoeld? J-0001 Sam de Groot 4H2\n")
    assert places() == ["J-0002", None, None]


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize("text", ["Kees\nPiet\n", "", "?;?;?\n"])
def test_a_list_of_which_nobody_is_known_is_1(text: str, file: Path) -> None:
    file.write_text(text, encoding="utf-8")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert result.exit_code == 1
    assert "Er is niets gezet." in result.stderr
    assert places() == [None, None, None]


def test_without_a_spreekuur_that_day_nobody_is_put_anywhere(file: Path, place: Location) -> None:
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "geen spreekuur op de Veenwijzer" in result.stderr


@pytest.mark.usefixtures("planned")
def test_of_two_spreekuren_on_a_day_the_first_is_filled_and_said(file: Path) -> None:
    spreekuur("plan", "Veenwijzer", "2026-11-24", "15:00-16:00")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert "die dag zijn er 2; dit is dat van 13:00" in result.stderr


@pytest.mark.parametrize("missing", [AT[:2], AT[2:]], ids=["day", "school"])
def test_school_and_day_are_needed(missing: tuple[str, ...], file: Path, place: Location) -> None:
    result = spreekuur("importeer", "spreekuurlijst", str(file), *missing)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ontbreekt" in result.stderr


def test_who_waits_is_not_counted_as_on_the_list(file: Path, place: Location) -> None:
    spreekuur("plan", "Veenwijzer", "2026-11-24", "13:00-13:20")
    result = spreekuur("importeer", "spreekuurlijst", str(file), *AT)
    assert result.stdout.startswith("1 op de lijst, 2 op de wachtlijst, 1 dubbel")
    assert "Regel 2: geen vrije plek: op de wachtlijst" in result.stderr


@pytest.mark.usefixtures("planned")
def test_a_trial_is_refused_as_the_list_would_be(file: Path, place: Location, made: Made) -> None:
    casebook = opened(place, made.code)
    with casebook.change("Afgesloten") as session:
        fetch(session, OfficeHours, 1).status = "afgerond"
    casebook.close()
    for words in ((), ("--proef",)):
        result = spreekuur("importeer", "spreekuurlijst", str(file), *AT, *words)
        assert (result.exit_code, result.stdout) == (1, ""), words
        assert "afgerond of vervallen" in result.stderr
