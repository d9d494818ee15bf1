"""The papers and what still goes to the official system, without screens."""

from __future__ import annotations

import stat
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

LIST = ("exporteer", "lijst", "--school", "Veenwijzer", "--datum", "2026-11-24")


@pytest.fixture
def planned(place: Location) -> Location:
    """A spreekuur with Sam and Noor."""
    spreekuur("plan", "99ZA00", "24 nov 2026", "13:00-16:30")
    lines = "Groot, Sam de;4H2;7x te laat\nNoor van den Berg;4H1;geheim"
    listing = ("importeer", "spreekuurlijst", "-", "--school", "99ZA00", "--datum", "2026-11-24")
    result = spreekuur(*listing, text=lines)
    assert result.exit_code == 0, result.stderr
    return place


def test_the_list_for_the_concierge_on_stdout(planned: Location) -> None:
    result = spreekuur(*LIST)
    assert result.exit_code == 0, result.stderr
    assert "13:00  Sam   4H2\n13:20  Noor  4H1\n" in result.stdout
    for word in ("Groot", "Berg", "geheim", "te laat"):
        assert word not in result.stdout


def test_her_own_list_has_numbers_and_initials(planned: Location) -> None:
    result = spreekuur(*LIST, "--voor", "mij")
    assert "  1  13:00  S.G.  4H2" in result.stdout
    rows = answer(*LIST, "--voor", "mij")["rows"]
    assert [(row["number"], row["initials"]) for row in rows] == [("1", "S.G."), ("2", "N.B.")]


def test_endless_words_are_whole_in_json(place: Location, made: Made) -> None:
    casebook = opened(place, made.code)
    plan_office_hours(casebook, Hours(1, date(2026, 11, 24), time(13), time(14)))
    name = PersonName("A" * 30, "", "Groot")
    give_place(casebook, 1, add_pupil(casebook, PupilDetails(name, school_id=1)))
    casebook.close()
    assert answer(*LIST)["rows"] == [{"at": "13:00", "name": "A" * 30, "class": ""}]


def test_a_pdf_is_hers_alone_and_never_goes_over_another(planned: Location, tmp_path: Path) -> None:
    file = tmp_path / "blad.pdf"
    result = spreekuur(*LIST, "--voor", "conciërge", "--naar", str(file))
    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "vernietig het na afloop" in result.stderr
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "13:20 Noor" in pypdfium2.PdfDocument(file)[0].get_textpage().get_text_bounded()
    before = file.read_bytes()
    again = spreekuur(*LIST, "--naar", str(file))
    assert again.exit_code == 1
    assert "Er is niets overschreven." in again.stderr
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (LIST[:4], 2, "--datum ontbreekt."),
        ((*LIST[:2], *LIST[4:]), 2, "--school ontbreekt."),
        ((*LIST, "--voor", "rector"), 2, "kies conciërge of mij"),
        ((*LIST[:5], "2026-11-25"), 1, "Er is niets gemaakt."),
        (
            (*LIST, "--naar", "/nergens/blad.pdf"),
            1,
            "Deze map is er niet: /nergens. Er is niets gemaakt.",
        ),
    ],
)
def test_what_is_missing_is_said(
    words: tuple[str, ...], code: int, said: str, planned: Location
) -> None:
    result = spreekuur(*words)
    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())


def test_what_was_said_is_taken_over_and_comes_back(place: Location) -> None:
    spreekuur("notitie", "J-0001", "--datum", "2026-11-10", "Slaapt beter.\n= 6")
    spreekuur("notitie", "J-0002", "--datum", "2026-11-12", "Rooster past.")
    listed = spreekuur("overnemen")
    assert listed.exit_code == 0, listed.stderr
    assert [line.split()[0] for line in listed.stdout.splitlines()] == ["J-0001", "J-0002"]
    text = spreekuur("overnemen", "J-0001").stdout
    assert text.startswith("Dinsdag 10 november 2026")
    assert text.endswith("\n\nSlaapt beter.\nSchaalvraag: 6.\n")
    found = answer("overnemen", "J-0001")
    assert found["system"] == "JVS"
    assert found["conversations"][0]["text"] == text
    assert not found["conversations"][0]["done"]
    done = spreekuur("overnemen", "J-0001", "--gedaan")
    assert "1 gesprek overgenomen." in done.stderr
    assert [one["pupil"] for one in answer("overnemen")["conversations"]] == ["J-0002"]
    spreekuur("ongedaan")
    assert len(answer("overnemen")["conversations"]) == 2


def test_all_at_once_must_say_of_whom(place: Location) -> None:
    result = spreekuur("overnemen", "--gedaan")
    assert result.exit_code == 2
    assert "--gedaan zonder REF" in result.stderr
    assert "Alles is overgenomen in JVS." in spreekuur("overnemen").stderr
