"""`agenda` with her own time, and `exporteer agenda`: never over something not its own."""

from __future__ import annotations

import stat
from contextlib import closing
from datetime import date, time
from pathlib import Path

from icalendar import Calendar

from spreekuur.actions.engagements import EngagementDetails, add_engagement
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

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


def test_the_agenda_has_her_own_time_too(place: Location, made: Made) -> None:
    tuesday, hours = date(2026, 11, 24), (time(15), time(16))
    with closing(opened(place, made.code)) as casebook:
        add_engagement(casebook, EngagementDetails("tandarts", tuesday, tuesday, *hours))
        course = (date(2026, 11, 20), date(2026, 11, 25))
        add_engagement(casebook, EngagementDetails("cursus", *course, away=True))
    assert answer("agenda", "--datum", "2026-11-25")["engagements"] == [
        {
            "what": "cursus",
            "first": "2026-11-20",
            "last": "2026-11-25",
            "start": None,
            "end": None,
            "away": True,
        }
    ]
    result = spreekuur("agenda", "--datum", "2026-11-24")
    assert result.stdout.splitlines() == [
        "Zelf",
        "  vr 20 nov 2026  t/m wo 25 nov 2026               afwezig         cursus",
        "  di 24 nov 2026                      15:00-16:00  eigen afspraak  tandarts",
    ]
    assert result.stderr.startswith("Vanaf di 24 nov 2026 staat er geen spreekuur.")
