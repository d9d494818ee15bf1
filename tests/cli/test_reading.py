"""What the commands answer: the shapes that scripts lean on, and pages a person can read."""

from __future__ import annotations

from datetime import date, time

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.rules.labels import Attendance
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

DAY = date(2026, 11, 24)
NOTE = """Moeder vertelt dat hij laat gaat slapen
+ Sam komt 8 van de 10 ochtenden op tijd
! mentor: appt om 7.30 uur, vr
* 3 naar 8 van de 10 ochtenden, 3 dec
= 4 naar 7
>>"""


@pytest.fixture
def afternoon(made: Made, place: Location) -> None:
    """Two spreekuren at the Veenwijzer; Sam has been heard in the first and comes back."""
    casebook = opened(place, made.code)
    first = plan_office_hours(casebook, Hours(1, DAY, time(13), time(14), room="0.14"))
    plan_office_hours(casebook, Hours(1, date(2026, 12, 8), time(13), time(13, 40)))
    sam = give_place(casebook, first, 1, reason="7x te laat")
    noor = give_place(casebook, first, 2, reason="gesprek loopt")
    save_note(casebook, NOTE, About(pupil_id=1, appointment_id=sam), today=DAY, now=time(13, 4))
    mark_attendance(casebook, sam, Attendance.PRESENT)
    mark_attendance(casebook, noor, Attendance.NO_SHOW)
    casebook.drafts.keep("gesprek:2", "Noor belde\nterug", pupil_id=2)
    casebook.close()


@pytest.mark.usefixtures("afternoon")
def test_dossier_holds_everything_about_one_jongere() -> None:
    assert answer("--datum", "2026-11-24", "dossier", "J-0001") == {
        "version": 1,
        "pupil": {
            "ref": "J-0001",
            "name": "Sam de Groot",
            "born": "2011-03-14",
            "school": "99ZA00",
            "school_name": "Veenwijzer",
            "class": "4H2",
        },
        "timeline": [
            {
                "at": "2026-11-24T13:04:00+01:00",
                "kind": "Spreekuurgesprek",
                "with": "",
                "outcome": "Gesproken",
                "attendance": "aanwezig",
                "text": NOTE,
                "sent_back": [],
                "shared": [
                    "Sam komt 8 van de 10 ochtenden op tijd",
                    "mentor: appt om 7.30 uur, vr 27 nov",
                    "3 naar 8 van de 10 ochtenden, do 3 dec",
                ],
            }
        ],
        "goals": [
            {
                "text": "3 naar 8 van de 10 ochtenden",
                "start": 3,
                "target": 8,
                "now": 3,
                "by": "2026-12-03",
                "status": "loopt",
            }
        ],
        "agreements": [
            {
                "who": "mentor",
                "side": "school",
                "what": "appt om 7.30 uur",
                "by": "2026-11-27",
                "status": "open",
            }
        ],
        "scales": [{"on": "2026-11-24", "value": 4, "target": 7, "step": ""}],
        "follow_ups": [
            {"on": "2026-12-08", "at": "13:00", "action": "spreekuur", "office_hours": "S-0002"}
        ],
        "drafts": [],
    }


@pytest.mark.usefixtures("afternoon")
def test_dossier_shows_missed_places_and_drafts() -> None:
    case = answer("dossier", "noor")
    (missed,) = case["timeline"]
    assert (missed["kind"], missed["attendance"]) == ("Spreekuur", "niet verschenen")
    assert (missed["text"], missed["shared"]) == ("", [])
    (draft,) = case["drafts"]
    assert draft["text"] == "Noor belde\nterug"
    assert draft["at"][-6:] in ("+01:00", "+02:00")


@pytest.mark.usefixtures("afternoon")
def test_dossier_reads_calmly() -> None:
    result = spreekuur("dossier", "J-0001")
    assert result.stderr == ""
    assert (
        result.stdout
        == """\
J-0001  Sam de Groot  geb. 14 mrt 2011  4H2  Veenwijzer

Doelen
  loopt  do 3 dec 2026  3 naar 8 van de 10 ochtenden

Afspraken
  open  vr 27 nov 2026  mentor  appt om 7.30 uur

Schaal
  di 24 nov 2026  4

Vervolg
  di 8 dec 2026, 13:00  S-0002  spreekuur

di 24 nov 2026, 13:04  Spreekuurgesprek, gesproken, aanwezig
  Moeder vertelt dat hij laat gaat slapen
» + Sam komt 8 van de 10 ochtenden op tijd
» ! mentor: appt om 7.30 uur, vr
» * 3 naar 8 van de 10 ochtenden, 3 dec
  = 4 naar 7
  >>
"""
    )


def test_a_dossier_without_a_word_says_how_to_begin(place: Location) -> None:
    result = spreekuur("dossier", "J-0005")
    assert result.stdout == "J-0005  Sam Kuipers\n"
    assert result.stderr == "Nog geen gesprek of notitie. spreekuur notitie begint er een.\n"


@pytest.mark.usefixtures("afternoon")
def test_vandaag_is_that_one_day_with_empty_places_too() -> None:
    (one,) = answer("vandaag", "--datum", "2026-11-24")["office_hours"]
    assert one["appointments"] == [
        {"time": "13:00", "pupil": "J-0001", "attendance": "aanwezig"},
        {"time": "13:20", "pupil": "J-0002", "attendance": "niet verschenen"},
        {"time": "13:40", "pupil": None, "attendance": None},
    ]
    result = spreekuur("vandaag", "--datum", "di 24 nov 2026")
    assert (
        result.stdout
        == """\
S-0001  di 24 nov 2026, 13:00-14:00  Veenwijzer  0.14
  13:00  J-0001  Sam de Groot       4H2  aanwezig         7x te laat
  13:20  J-0002  Noor van den Berg  4H1  niet verschenen  gesprek loopt
  13:40          vrij
"""
    )


@pytest.mark.usefixtures("afternoon")
def test_a_day_without_spreekuur_names_the_next() -> None:
    result = spreekuur("vandaag", "--datum", "2026-11-25")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "Op wo 25 nov geen spreekuur. Het volgende is di 8 dec om 13:00 op de Veenwijzer.\n"
    )
    result = spreekuur("vandaag", "--datum", "2026-12-09")
    assert result.stderr == "Op wo 9 dec geen spreekuur. spreekuur plan plant er een.\n"


@pytest.mark.usefixtures("afternoon")
def test_agenda_runs_from_that_day_on_oldest_first() -> None:
    coming = answer("--datum", "2026-11-24", "agenda")["office_hours"]
    assert [(one["ref"], one["date"]) for one in coming] == [
        ("S-0001", "2026-11-24"),
        ("S-0002", "2026-12-08"),
    ]
    later = answer("agenda", "--datum", "2026-11-25")["office_hours"]
    assert [one["ref"] for one in later] == ["S-0002"]


def test_who_waits_stands_below_the_places(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    plan_office_hours(casebook, Hours(1, DAY, time(13), time(13, 20)))
    for pupil_id in (1, 2):
        save_note(casebook, ">>", About(pupil_id=pupil_id), today=date(2026, 11, 20))
    casebook.close()
    (one,) = answer("agenda", "--datum", "2026-11-24")["office_hours"]
    assert one["waiting"] == ["J-0002"]
    assert spreekuur("agenda", "--datum", "2026-11-24").stdout.splitlines()[1:] == [
        "  13:00  J-0001  Sam de Groot       4H2  uitgenodigd",
        "  wacht  J-0002  Noor van den Berg  4H1",
    ]
    assert answer("dossier", "J-0002")["follow_ups"] == [
        {"on": "2026-11-24", "at": None, "action": "spreekuur", "office_hours": "S-0001"}
    ]


@pytest.mark.usefixtures("afternoon")
def test_caseload_tells_last_contact_and_next_step_by_surname() -> None:
    pupils = answer("caseload", "--datum", "2026-11-24")["pupils"]
    assert [one["ref"] for one in pupils] == ["J-0002", "J-0001", "J-0005", "J-0003", "J-0004"]
    assert pupils[1] == {
        "ref": "J-0001",
        "name": "Sam de Groot",
        "school": "99ZA00",
        "school_name": "Veenwijzer",
        "class": "4H2",
        "last_contact": "2026-11-24",
        "next_step": {"on": "2026-11-27", "at": None, "action": "mentor"},
    }
    assert pupils[2]["school"] is None
    assert pupils[2]["next_step"] is None
    page = spreekuur("caseload", "--datum", "2026-11-24").stdout.splitlines()
    assert page[1] == (
        "J-0001  Groot, Sam de        4H2    Veenwijzer  di 24 nov  vr 27 nov mentor"
    )


@pytest.mark.usefixtures("afternoon")
def test_aanzet_tells_whose_move_it_is_and_what_is_overdue() -> None:
    turns = answer("aanzet", "--datum", "2026-11-27")
    move = {
        "id": "A-0001",
        "hint": "",
        "pupil": "J-0001",
        "side": "school",
        "who": "mentor",
        "what": "appt om 7.30 uur",
        "by": "2026-11-27",
        "overdue": False,
    }
    assert turns == {"version": 1, "turns": [move], "without_next_step": []}
    late = answer("aanzet", "--datum", "2026-11-28")
    assert late["turns"] == [{**move, "overdue": True}]
    assert "over datum" in spreekuur("aanzet", "--datum", "2026-11-28").stdout


def test_who_was_heard_and_has_nothing_ahead_is_named(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    save_note(casebook, "Kort gesproken", About(pupil_id=3), today=DAY)
    casebook.close()
    assert answer("aanzet", "--datum", "2026-11-25")["without_next_step"] == ["J-0003"]
    assert spreekuur("aanzet", "--datum", "2026-11-25").stdout == (
        "Zonder vervolg\n  J-0003  Öztürk, Ilyas\n"
    )


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (
            ("agenda", "--datum", "2027-01-01"),
            "Vanaf vr 1 jan 2027 staat er geen spreekuur. spreekuur plan plant er een.",
        ),
        (("aanzet",), "Er staat niets open. Niemand hoeft nu iets te doen."),
        (
            ("zoek", "xyzzy"),
            "Niets gevonden. Een deel van een woord is genoeg, accenten hoeven niet.",
        ),
    ],
)
def test_nothing_to_show_is_a_sentence_and_no_failure(
    command: tuple[str, ...], sentence: str, place: Location
) -> None:
    result = spreekuur(*command)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"{sentence}\n")
    shape = answer(*command)
    assert shape.pop("version") == 1
    assert all(value == [] for value in shape.values())


def test_the_same_answer_twice_is_the_same_to_the_letter(place: Location) -> None:
    for command in (("caseload",), ("dossier", "J-0001"), ("zoek", "sam"), ("aanzet",)):
        assert (
            spreekuur(*command, "--json").stdout_bytes == spreekuur(*command, "--json").stdout_bytes
        )
