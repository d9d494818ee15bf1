"""What is done from a shell must be the very move that was shown, or nothing at all."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur

DAY = date(2026, 11, 24)
AT = ("--datum", "2026-11-24")
SAID = """Gesproken.
! Sam: zet twee wekkers, 1 dec
! mentor: appt om 7.30 uur, 27 nov
> 25 nov 14:00 moeder bellen"""


@pytest.fixture(autouse=True)
def talked(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    save_note(casebook, SAID, About(pupil_id=1), today=DAY)
    save_note(casebook, "Kort gesproken", About(pupil_id=3), today=DAY)
    casebook.close()


def open_moves() -> list[tuple[str, str, str]]:
    return [(one["id"], one["what"], one["by"]) for one in answer("aanzet", *AT)["turns"]]


WEKKERS = ("A-0001", "zet twee wekkers", "2026-12-01")
BERICHT = ("A-0002", "appt om 7.30 uur", "2026-11-27")
BELLEN = ("V-0001", "moeder bellen", "2026-11-25")


def test_every_move_shows_the_number_by_which_it_is_done() -> None:
    assert open_moves() == [BELLEN, BERICHT, WEKKERS]
    page = spreekuur("aanzet", *AT).stdout
    assert page.startswith("Zonder vervolg\n  J-0003  Öztürk, Ilyas\n\nV-0001  J-0001")


@pytest.mark.parametrize(
    "which",
    [
        ("A-0001",),
        ("a-1",),
        ("J-0001", "A-0001"),
        ("J-0001", "wekkers"),
        ("J-0001", "twee", "WEK"),
    ],
)
def test_an_agreement_is_judged_by_number_or_by_its_words(which: tuple[str, ...]) -> None:
    result = spreekuur("oordeel", *which, "deels", *AT)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Deels gelukt: J-0001 zet twee wekkers.")
    assert open_moves() == [BELLEN, BERICHT]
    (first, _) = answer("dossier", "J-0001")["agreements"]
    assert first["status"] in ("deels gelukt", "open")
    spreekuur("ongedaan")
    assert open_moves() == [BELLEN, BERICHT, WEKKERS]


@pytest.mark.parametrize("word", ["beter", "", "gelukt niet", "open"])
def test_another_judgement_is_wrong_usage(word: str) -> None:
    assert spreekuur("oordeel", "A-0001", word, *AT).exit_code == 2
    assert len(open_moves()) == 3


@pytest.mark.parametrize(
    ("which", "sentence"),
    [
        (("J-0001",), "2 afspraken passen hierbij."),
        (("J-0001", "fiets"), "Geen open afspraak past."),
        (("A-0099",), "A-0099 staat niet open."),
        (("V-0001",), "Alleen van een afspraak wordt gezegd hoe het ging."),
    ],
)
def test_what_is_not_one_agreement_is_not_judged(which: tuple[str, ...], sentence: str) -> None:
    result = spreekuur("oordeel", *which, "gelukt", *AT)
    assert result.exit_code == 1
    assert sentence in result.stderr
    assert len(open_moves()) == 3


def test_done_and_put_off() -> None:
    assert spreekuur("gedaan", "V-0001", *AT).stderr.startswith("Gedaan: J-0001 moeder bellen.")
    assert spreekuur("gedaan", "A-0002", *AT).stderr.startswith("Gelukt: J-0001 appt")
    assert open_moves() == [WEKKERS]
    result = spreekuur("uitstel", "A-0001", "over", "2", "wk", *AT)
    assert result.stderr.startswith("Verzet naar di 8 dec: J-0001 zet twee wekkers.")
    assert open_moves() == [("A-0001", "zet twee wekkers", "2026-12-08")]


def test_a_move_keeps_its_time_unless_another_is_typed() -> None:
    assert "do 26 nov 14:00" in spreekuur("uitstel", "V-0001", "do", *AT).stderr
    assert "vr 27 nov 9:30" in spreekuur("uitstel", "V-0001", "vr 9:30", *AT).stderr
    again = spreekuur("uitstel", "V-0001", "vr 9:30", *AT).stderr
    assert again.endswith("Er is niets veranderd.\n")


@pytest.mark.parametrize(
    ("words", "code"),
    [(("V-0001", "zsm"), 2), (("J-0001", "vr"), 2), (("V-0009", "vr"), 1), (("V-0001",), 2)],
)
def test_what_is_no_move_or_no_day_moves_nothing(words: tuple[str, ...], code: int) -> None:
    assert spreekuur("uitstel", *words, *AT).exit_code == code
    assert open_moves() == [BELLEN, BERICHT, WEKKERS]


def test_a_day_that_passed_is_refused_in_whole_sentences_and_a_weekend_is_named() -> None:
    result = spreekuur("uitstel", "V-0001", "23", "nov", *AT)
    assert result.exit_code == 1
    assert result.stderr.startswith("23 nov is voorbij: wo 23 dec? Er is niets veranderd.")
    result = spreekuur("uitstel", "V-0001", "gisteren", *AT)
    assert result.stderr.startswith("ma 23 nov is voorbij. Er is niets veranderd.")
    assert open_moves() == [BELLEN, BERICHT, WEKKERS]
    result = spreekuur("uitstel", "A-0002", "over", "2", "wk", "--datum", "2026-11-22")
    assert result.stderr.startswith("Verzet naar zo 6 dec, in het weekend: J-0001 appt")
