"""`exporteer agenda`: made to be repeated, and never over something that is not its own."""

from __future__ import annotations

import stat
from pathlib import Path

from icalendar import Calendar

from spreekuur.store.location import Location
from tests.cli.conftest import answer, spreekuur

ASK = ("--datum", "2026-11-24", "exporteer", "agenda")


def planned() -> None:
    answer("plan", "Veenwijzer", "24 nov 2026", "13:00-16:30")


def test_without_a_name_for_the_file_it_goes_to_stdout_and_nothing_else_does(
    place: Location,
) -> None:
    planned()
    result = spreekuur(*ASK)
    assert (result.exit_code, result.stderr) == (0, "")
    (event,) = Calendar.from_ical(result.stdout_bytes).walk("VEVENT")
    assert event["SUMMARY"] == "Spreekuur Veenwijzer"
    assert spreekuur(*ASK).stdout_bytes == result.stdout_bytes


def test_a_file_is_private_and_written_again(place: Location, tmp_path: Path) -> None:
    planned()
    target = tmp_path / "agenda.ics"
    for _ in range(2):
        result = spreekuur(*ASK, "--naar", str(target))
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == f"1 spreekuur in {target}. Eigen afspraken staan er niet in.\n"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert target.read_bytes() == spreekuur(*ASK).stdout_bytes


def test_names_only_when_asked_and_it_says_so(place: Location) -> None:
    planned()
    listed = ("importeer", "spreekuurlijst", "-", "--school", "Veenwijzer", "--datum", "2026-11-24")
    spreekuur(*listed, text="Groot, Sam de;4H2;7x te laat\n")
    plain, named = spreekuur(*ASK), spreekuur(*ASK, "--namen")
    assert "J-0001" in plain.stdout
    assert "Sam" not in plain.stdout
    assert "Sam de Groot" in named.stdout
    assert named.stderr.startswith("In dit bestand staan namen, en het is niet versleuteld.")


def test_what_is_not_its_own_is_left_alone(place: Location, tmp_path: Path) -> None:
    target = tmp_path / "verslag.ics"
    target.write_text("van mij", encoding="utf-8")
    result = spreekuur(*ASK, "--naar", str(target))
    assert result.exit_code == 1
    assert "Er is niets overschreven. Kies een andere naam." in result.stderr
    assert target.read_text(encoding="utf-8") == "van mij"
    result = spreekuur(*ASK, "--naar", str(tmp_path / "weg" / "agenda.ics"))
    assert result.exit_code == 1
    assert "Er is niets gemaakt. Kies met --naar een andere plek." in result.stderr
