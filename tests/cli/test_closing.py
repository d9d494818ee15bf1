"""The close and the terugkoppeling without screens: all that can be decided there can be here."""

from __future__ import annotations

import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.schools import ContactDetails, add_contact, say_left
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.cli.closing import decision_meant
from spreekuur.cli.options import calendar_day
from spreekuur.rules.date_words import short_day
from spreekuur.rules.labels import Attendance, Decision
from spreekuur.rules.written_out import weekday_and_day
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur
from tests.dump import dump

DAY = calendar_day()
"""The day it is: a spreekuur is closed by the clock."""
LATER = DAY + timedelta(weeks=2)
ON = ("--datum", f"{DAY:%d-%m-%Y}")
REPORT = ("exporteer", "terugkoppeling", "--school", "Veenwijzer", *ON)


@pytest.fixture
def afternoon(made: Made, place: Location) -> Location:
    """Sam was there and was spoken, Noor did not come, Ilyas is still invited."""
    casebook = opened(place, made.code)
    introduce(casebook, AboutYou("Mirthe Haan", phone="06-00 00 00 10"))
    oco = ContactDetails("Hennie Drenth", "ondersteuningscoördinator", receives_feedback=True)
    add_contact(casebook, 1, oco)
    add_contact(casebook, 1, replace(oco, name="Ot Prins", role="mentor", classes="4H2"))
    for day in (DAY, LATER):
        plan_office_hours(casebook, Hours(1, day, time(13), time(16, 30)))
    for pupil_id in (1, 2, 3):
        give_place(casebook, 1, pupil_id, reason="7x te laat")
    said = "Gamet laat.\n+ Sam komt op tijd"
    save_note(casebook, said, About(1, appointment_id=1), today=DAY)
    mark_attendance(casebook, 1, Attendance.PRESENT)
    mark_attendance(casebook, 2, Attendance.NO_SHOW)
    casebook.close()
    return place


def test_open_rows_are_named_with_what_is_proposed(made: Made, afternoon: Location) -> None:
    result = spreekuur("sluit", "S-0001", *ON)
    assert (result.exit_code, result.stdout) == (1, "")
    again = f"voorstel: opnieuw {short_day(LATER, DAY)}"
    assert f"J-0002  niet verschenen, 1e keer   {again} 13:00" in result.stderr
    assert f"J-0003  niet aan de beurt gekomen  {again} 13:20" in result.stderr
    assert "Nog 2 te kiezen. Er is niets veranderd." in result.stderr
    assert "--besluit J-0003=opnieuw" in result.stderr


def test_half_an_answer_changes_nothing(made: Made, afternoon: Location) -> None:
    before = _dump(made, afternoon)
    assert spreekuur("sluit", "S-0001", *ON, "--besluit", "J-0002=bellen").exit_code == 1
    assert spreekuur("sluit", "S-0001", *ON, "--besluit", "J-0001=bellen").exit_code == 1
    assert spreekuur("sluit", "S-0001", *ON, "--besluit", "J-0002=misschien").exit_code == 2
    assert _dump(made, afternoon) == before


def test_all_of_it_is_decided_and_closed_in_one_step(made: Made, afternoon: Location) -> None:
    before = _dump(made, afternoon)
    chosen = ("--besluit", "J-0002=voorstel", "--besluit", "Ilyas=geen")
    result = answer("sluit", "Veenwijzer", *ON, *chosen)
    (hours,) = result["office_hours"]
    assert (hours["ref"], hours["status"]) == ("S-0001", "afgerond")
    assert (result["spoken"], result["no_show"]) == (1, 1)
    assert result["feedback"] == {"receivers": 2, "pupils": 3, "outside": 0}
    (again,) = answer("agenda", "--datum", f"{LATER}")["office_hours"]
    assert again["appointments"][0]["pupil"] == "J-0002"
    assert spreekuur("sluit", "S-0001", *ON).exit_code == 1
    assert spreekuur("ongedaan").exit_code == 0
    assert _dump(made, afternoon) == before


def test_what_comes_next_of_an_earlier_day_is_still_to_come(made: Made, place: Location) -> None:
    held, missed, coming = DAY - timedelta(weeks=3), DAY - timedelta(weeks=2), LATER
    casebook = opened(place, made.code)
    for day in (held, missed, coming):
        plan_office_hours(casebook, Hours(1, day, time(13), time(14)))
    for pupil_id in (1, 2):
        give_place(casebook, 1, pupil_id)
    casebook.close()
    chosen = ("--besluit", "J-0001=bellen", "--besluit", "J-0002=opnieuw")
    answer("sluit", "Veenwijzer", "--datum", f"{held}", *chosen)
    (calls,) = answer("dossier", "J-0001")["follow_ups"]
    assert calls["on"] > f"{DAY}"
    past, next_one = answer("agenda", "--datum", f"{missed}")["office_hours"]
    assert past["appointments"][0]["pupil"] is None
    assert next_one["appointments"][0]["pupil"] == "J-0002"


def test_a_day_without_a_spreekuur_is_said(afternoon: Location) -> None:
    result = spreekuur("sluit", "Kompas", *ON)
    assert result.exit_code == 1
    assert f"Op {short_day(DAY)} is er geen spreekuur op de Kompas." in result.stderr
    assert spreekuur("sluit", "S-0009", *ON).exit_code == 1
    assert "moet nog komen" in spreekuur("sluit", "S-0002", *ON).stderr


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("opnieuw", Decision.AGAIN),
        ("O", Decision.AGAIN),
        ("bel", Decision.CALL),
        ("wachtlijst", Decision.WAIT),
        ("collega", Decision.COLLEAGUE),
        ("naar collega", Decision.COLLEAGUE),
        ("geen", Decision.STOP),
        ("stoppen", Decision.STOP),
        ("voorstel", "voorstel"),
        ("", None),
        ("ja", None),
    ],
)
def test_a_decision_is_known_by_its_beginning(words: str, meant: str | None) -> None:
    assert decision_meant(words) == meant


def test_every_text_goes_to_stdout_and_nothing_counts_as_sent(afternoon: Location) -> None:
    result = spreekuur(*REPORT)
    assert result.exit_code == 0
    to_oco, to_mentor = result.stdout.split("-" * 64)
    assert "Voor: Hennie Drenth, ondersteuningscoördinator" in to_oco
    assert "Noor (4H1) is niet verschenen." in to_oco
    assert "Voor: Ot Prins, mentor 4H2" in to_mentor
    assert "Noor" not in to_mentor
    assert "  Sam komt op tijd." in to_mentor
    assert "Gamet" not in result.stdout
    assert "te laat" not in result.stdout
    assert "Gebruik beveiligde mail" in result.stderr
    assert [one["sent"] for one in answer(*REPORT)["receivers"]] == [None, None]


def test_one_receiver_can_be_named(afternoon: Location) -> None:
    (to_oco,) = answer(*REPORT, "--aan", "oco")["receivers"]
    assert to_oco["name"] == "Hennie Drenth"
    shape = answer(*REPORT, "--aan", "prins")
    assert [(one["name"], one["pupils"]) for one in shape["receivers"]] == [
        ("Ot Prins", ["J-0001"])
    ]
    refused = spreekuur(*REPORT, "--aan", "niemand")
    assert refused.exit_code == 1
    assert "Hennie Drenth" in refused.stderr


def test_a_file_is_private_new_and_marked_only_when_said(
    afternoon: Location, tmp_path: Path
) -> None:
    target = tmp_path / "terug.txt"
    assert spreekuur(*REPORT, "--naar", str(target)).exit_code == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "Voor: Ot Prins" in target.read_text(encoding="utf-8")
    before = target.read_bytes()
    refused = spreekuur(*REPORT, "--naar", str(target), "--verstuurd")
    assert refused.exit_code == 1
    assert "Er is niets overschreven" in refused.stderr
    assert target.read_bytes() == before
    assert [one["sent"] for one in answer(*REPORT)["receivers"]] == [None, None]
    other = tmp_path / "prins.txt"
    sent = spreekuur(*REPORT, "--aan", "Ot", "--naar", str(other), "--verstuurd")
    assert "Vastgelegd als verstuurd." in sent.stderr
    assert [bool(one["sent"]) for one in answer(*REPORT)["receivers"]] == [False, True]
    (talk,) = answer("dossier", "J-0001")["timeline"]
    assert [one["to"] for one in talk["sent_back"]] == [["Ot Prins"]]
    assert "  teruggekoppeld aan Ot Prins, " in spreekuur("dossier", "J-0001").stdout


def test_ouders_read_that_how_often_and_when(afternoon: Location) -> None:
    result = spreekuur(*REPORT, "--ouders", "J-0001")
    assert f"Met Sam is dit schooljaar 1 keer gesproken: {weekday_and_day(DAY)}." in result.stdout
    assert "op tijd" not in result.stdout
    assert spreekuur(*REPORT, "--ouders", "J-0004").exit_code == 1


def test_json_tells_what_was_sent_and_nothing_when_no_file_came(afternoon: Location) -> None:
    refused = spreekuur(*REPORT, "--json", "--naar", "/nergens/terug.txt")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Deze map is er niet: /nergens. Er is niets gemaakt." in refused.stderr
    for whom in (("--aan", "Ot"), ("--ouders", "J-0001")):
        for _ in "ab":
            (one,) = answer(*REPORT, *whom, "--verstuurd")["receivers"]
            assert one["sent"], whom
    assert spreekuur(*REPORT, "--aan", "Ot", "--ouders", "J-0001").exit_code == 2


def test_what_has_no_receiver_goes_along_with_nobody(made: Made, afternoon: Location) -> None:
    casebook = opened(afternoon, made.code)
    say_left(casebook, 1, DAY, version=1)
    casebook.close()
    assert "Noor" in answer(*REPORT)["unaddressed"]
    assert "voor 1 jongere is nog geen ontvanger gekozen" in spreekuur(*REPORT).stderr
    for whom in (("--aan", "Ot"), ("--ouders", "J-0001")):
        assert "Noor" not in spreekuur(*REPORT, *whom, "--json").stdout


def test_without_a_receiver_there_is_a_warning_first(
    made: Made, place: Location, give: Callable[[str], None]
) -> None:
    casebook = opened(place, made.code)
    save_note(casebook, "+ Zuzanna was er", About(4), today=DAY)
    casebook.close()
    words = ("exporteer", "terugkoppeling", "--school", "Kompas", *ON)
    result = spreekuur(*words, "--verstuurd")
    assert result.exit_code == 0
    assert "niemand op deze school krijgt terugkoppeling" in result.stderr
    assert "geldt niet als verstuurd" in result.stderr
    assert (
        "Voor: nog geen ontvanger gekozen\n\nZuzanna (gr. 5):\n  Zuzanna was er.\n" in result.stdout
    )
    shape = answer(*words)
    assert (shape["receivers"], shape["without_receiver"]) == ([], 1)
    assert f"{shape['unaddressed']}" == result.stdout
    refused = spreekuur(*words, "--aan", "oco")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "niemand op deze school" in refused.stderr
    assert "Noem één" not in refused.stderr
    assert "niets terug te koppelen" in spreekuur(*words[:-1], f"{DAY - timedelta(days=1)}").stderr
    assert spreekuur("exporteer", "terugkoppeling").exit_code == 2


def _dump(made: Made, place: Location) -> object:
    casebook = opened(place, made.code)
    try:
        return dump(casebook)
    finally:
        casebook.close()
