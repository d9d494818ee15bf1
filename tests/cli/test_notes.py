"""A note from the shell is the same note as on the screen, and every line tells how it was read."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.cli.options import calendar_day
from spreekuur.rules.text import clean
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur, typed

NOTE = """Moeder vertelt dat hij laat gaat slapen
+ Sam komt 8 van de 10 ochtenden op tijd
! oco: vraagt jeugdarts, zsm
= 6"""


def timeline(ref: str) -> list[dict[str, object]]:
    entries: list[dict[str, object]] = answer("dossier", ref)["timeline"]
    return entries


def test_the_line_grammar_works_and_is_read_back(place: Location) -> None:
    result = spreekuur("notitie", "J-0001", "--datum", "2026-11-20", NOTE)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == """\
J-0001  Sam de Groot  vr 20 nov 2026  Telefoon
  »  naar school                      + Sam komt 8 van de 10 ochtenden op tijd
  ?  afspraak oco, welke dag is zsm?  ! oco: vraagt jeugdarts, zsm
     schaal 6                         = 6
Bewaard. 1 regel naar school. 1 regel met ? staat er als gewone tekst. \
spreekuur ongedaan maakt het ongedaan.
"""
    )
    (entry,) = timeline("J-0001")
    assert entry["text"] == NOTE
    assert entry["shared"] == ["Sam komt 8 van de 10 ochtenden op tijd"]
    assert answer("dossier", "J-0001")["scales"] == [
        {"on": "2026-11-20", "value": 6, "target": None, "step": ""}
    ]


def test_the_contract_of_the_design_parses(place: Location) -> None:
    result = spreekuur("notitie", "J-0001", "--soort", "telefoon", "tekst")
    assert result.exit_code == 0
    assert [entry["text"] for entry in timeline("J-0001")] == ["tekst"]


def test_json_tells_what_was_kept(place: Location) -> None:
    kept = answer("notitie", "noor", "--datum", "2026-11-20", "--soort", "huis", "+ Komt maandag")
    assert kept == {
        "version": 1,
        "pupil": "J-0002",
        "at": "2026-11-20T00:00:00+01:00",
        "kind": "Huisbezoek",
        "with": "",
        "outcome": kept["outcome"],
        "attendance": None,
        "text": "+ Komt maandag",
        "shared": ["Komt maandag"],
        "sent_back": [],
        "lines": [
            {
                "text": "+ Komt maandag",
                "reading": "naar school",
                "shared": True,
                "doubtful": False,
            }
        ],
    }


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (("-",), "regel een\nregel twee"),
        ((), "regel een\nregel twee"),
        (("-", "--soort", "brief"), "regel een\nregel twee"),
    ],
)
def test_text_may_be_piped_in(words: tuple[str, ...], text: str, place: Location) -> None:
    assert spreekuur("notitie", "J-0001", *words, text=f"{text}\r\n").exit_code == 0
    assert [entry["text"] for entry in timeline("J-0001")] == [text]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_piped_text_is_read_as_windows_or_others_write_it(encoding: str, place: Location) -> None:
    done = typed("notitie", "J-0001", "-", text="Één café\r\nnaïef\r\n".encode(encoding))
    assert (done.returncode, done.stdout) == (0, b"")
    assert [entry["text"] for entry in timeline("J-0001")] == ["Één café\nnaïef"]


@pytest.mark.parametrize(
    "text", ["- docent wiskunde ligt hem goed", "-- dubbel", "--soort is geen keuze", "-=1+1"]
)
def test_a_line_may_begin_with_a_dash(text: str, place: Location) -> None:
    assert spreekuur("notitie", "J-0001", text).exit_code == 0
    assert [entry["text"] for entry in timeline("J-0001")] == [text]


@pytest.mark.parametrize("option", ["--sort", "-s", "--soort=fluit", "--onzin=ja"])
def test_a_mistyped_option_is_no_note(option: str, place: Location) -> None:
    assert spreekuur("notitie", "J-0001", option).exit_code == 2
    assert spreekuur("notitie", "J-0001", "tekst", option).exit_code == 2
    assert timeline("J-0001") == []


def test_words_without_quotes_are_wrong_usage_not_half_a_note(place: Location) -> None:
    result = spreekuur("notitie", "J-0001", "moeder", "belt", "terug")
    assert result.exit_code == 2
    assert "tussen aanhalingstekens" in result.stderr
    assert timeline("J-0001") == []


@pytest.mark.parametrize("text", ["", "   \n ", "\x00\x1b"])
def test_an_empty_note_is_1(text: str, place: Location) -> None:
    result = spreekuur("notitie", "J-0001", "-", text=text)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "Er staat nog niets in de notitie.\n"


@pytest.mark.parametrize("ref", ["sam", "J-0099", "kees"])
def test_nobody_or_more_than_one_writes_nothing(ref: str, place: Location) -> None:
    assert spreekuur("notitie", ref, "tekst").exit_code == 1
    assert answer("zoek", "tekst")["hits"] == []


def test_an_unclear_kind_names_what_it_could_be(place: Location) -> None:
    result = spreekuur("notitie", "J-0001", "--soort", "s", "tekst")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        "--soort: Kies een van: Spreekuurgesprek, Stoepgesprek, Straatcontact, SOT-bespreking.\n"
    )


@pytest.mark.parametrize(
    ("typed_kind", "kind"),
    [("TELEFOON", "Telefoon"), ("e-mail", "E-mail"), ("sot", "SOT-bespreking"), ("b", "Brief")],
)
def test_a_kind_is_known_by_its_beginning(typed_kind: str, kind: str, place: Location) -> None:
    assert answer("notitie", "J-0001", "--soort", typed_kind, "tekst")["kind"] == kind


def test_a_weekday_was_the_last_one_and_a_date_is_the_nearest(place: Location) -> None:
    said = answer("notitie", "J-0001", "--datum", "gisteren", "tekst")["at"]
    assert answer("notitie", "J-0001", "--datum", said[:10], "tekst")["at"][:10] == said[:10]
    weekday = ["ma", "di", "wo", "do", "vr", "za", "zo"][date.fromisoformat(said[:10]).weekday()]
    assert answer("notitie", "J-0001", "--datum", weekday, "tekst")["at"][:10] == said[:10]


def test_a_note_of_a_day_with_a_place_belongs_to_that_place(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    day = date(2026, 11, 24)
    hours = plan_office_hours(casebook, Hours(1, day, time(13), time(14)))
    give_place(casebook, hours, 1)
    casebook.close()
    kept = answer("notitie", "J-0001", "--datum", "2026-11-24", "Nagekomen")
    assert kept["attendance"] == "uitgenodigd"
    assert len(timeline("J-0001")) == 1


def test_what_comes_next_lies_ahead_whenever_it_was_said(place: Location) -> None:
    today = calendar_day()
    said, past, ahead = (str(today + timedelta(days)) for days in (-20, -6, 8))
    for day in (past, ahead):
        assert spreekuur("plan", "Veenwijzer", day, "13:00-14:00").exit_code == 0
    assert spreekuur("notitie", "J-0001", "--datum", said, ">>\n> over 1 wk bellen").exit_code == 0
    coming = answer("dossier", "J-0001")["follow_ups"]
    assert [(one["on"], one["office_hours"]) for one in coming] == [
        (str(today + timedelta(7)), None),
        (ahead, "S-0002"),
    ]


def test_undoing_a_note_takes_all_of_it_back(place: Location) -> None:
    before = answer("dossier", "J-0001")
    spreekuur("notitie", "J-0001", "--datum", "2026-11-20", NOTE)
    result = spreekuur("ongedaan")
    assert (result.exit_code, result.stdout) == (0, "")
    assert answer("dossier", "J-0001") == before


def test_undo_goes_back_to_the_first_change_and_then_says_so(place: Location) -> None:
    while "Ongedaan gemaakt" in (result := spreekuur("ongedaan")).stderr:
        assert "Groot" not in result.stderr
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Er is niets om ongedaan te maken.\n"
    assert answer("caseload")["pupils"] == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=200).filter(lambda text: text != "-"))
def test_any_text_comes_back_clean_and_steers_no_terminal(text: str, place: Location) -> None:
    result = spreekuur("notitie", "J-0003", "--datum", "2026-11-20", "--", text)
    kept = clean(text, multiline=True)
    if not kept.strip():
        assert result.exit_code == 1
        return
    assert result.exit_code == 0
    assert kept in [entry["text"] for entry in timeline("J-0003")]
    shown = spreekuur("dossier", "J-0003").stdout + result.stderr
    assert not [sign for sign in shown if sign != "\n" and (sign < " " or "\x7f" <= sign < "\xa0")]
