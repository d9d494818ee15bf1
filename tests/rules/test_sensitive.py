"""What is said about health, care or police must never reach a school by accident."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.sensitive import has_private_word, is_wpg, looks_like_bsn

TEST_BSN = "208782552"


@pytest.mark.parametrize(
    "text",
    [
        "Sam slikt nu medicijnen",
        "diagnose ADHD",
        "gediagnosticeerd in mei",
        "heeft autisme",
        "ASS, geen ADD",
        "is wat depressief",
        "krijgt antidepressiva",
        "Sam is depri",
        "voelt zich deprie de laatste tijd",
        "neerslachtig en somber",
        "Moeder is overspannen",
        "loopt bij een psych",
        "rookt weed, elke dag een joint",
        "kwam stoned binnen",
        "zwanger",
        "gesprek met de psycholoog",
        "kinderpsychiater gebeld",
        "GZ-psycholoog",
        "jeugdzorg is betrokken",
        "Jeugdzorgmelding",
        "via Veilig Thuis",
        "VEILIG\nTHUIS",
        "politie aan de deur",
        "strafblad",
        "vanwege zijn geloof",
        "gameverslaving",
        "praat over zelfmoord",
        "suïcidale gedachten",
        "vermoeden van mishandeling",
        "huisarts verwijst",
        "start met speltherapie",
        "bij de kinderarts",
        "Oco vraagt deze week de jeugdarts om een afspraak",
        "wijkteam komt langs",
        "burn-out van moeder",
        "sociaal bang: paniekaanval",
        "faalangst",
        "naar het ziekenhuis",
        "de voogd weet ervan",
        "PDD-NOS",
        "huiselijk geweld",
        "Halt-verwijzing",
        "PV opgemaakt",
    ],
)
def test_a_word_of_health_care_or_police_is_noticed(text: str) -> None:
    assert has_private_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sam komt 8 van de 10 ochtenden op tijd",
        "mentor appt om 7.30 uur",
        "zet twee wekkers en legt zijn spullen 's avonds klaar",
        "Daan heeft zijn werktijden aangepast.",
        "Sam ziek gemeld, 2 ziekmeldingen, ziekte",
        "Vader belt zelf voor 8.15 uur als Ilyas ziek is",
        "Noor komt maandag, woensdag en vrijdag het eerste en tweede uur",
        "docent Nederlands zet haar werk klaar",
        "leerplicht wacht met verdere stappen tot 10 december",
        "mee naar de open dag van de entreeopleiding",
        "zorgcoördinator en ondersteuningscoördinator",
        "hij gelooft dat het lukt",
        "geweldig gedaan, de langste week zonder te laat",
        "na ontvangst van de brief",
        "wacht bij de bushalte",
        "agenda in orde",
        "operationeel",
        "kwam achterwaarts binnen",
        "contact opgenomen met mentor",
        "lichamelijke opvoeding",
        "wil graag, is gemotiveerd",
        "droeg een sombrero op het schoolfeest",
    ],
)
def test_what_a_school_may_hear_is_not_held_back(text: str) -> None:
    assert not has_private_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "uitnodiging hoorgesprek",
        "Hoorgesprekken in mei",
        "verwezen naar Halt",
        "HALT",
        "Halt-traject",
        "haltafdoening",
        "proces-verbaal",
        "proces verbaal",
        "procesverbaal opgemaakt",
        "PV",
        "twee PV's",
        "P.V. volgt",
        "cautie gegeven",
    ],
)
def test_a_hearing_halt_or_report_is_named(text: str) -> None:
    assert is_wpg(text)
    assert has_private_word(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "bushalte",
        "halter",
        "halverwege",
        "gehoord",
        "is zelf gehoord",
        "pvc",
        "proces",
        "gesprek",
    ],
)
def test_ordinary_words_name_no_hearing(text: str) -> None:
    assert not is_wpg(text)


@pytest.mark.parametrize(
    "text",
    [
        TEST_BSN,
        f"bsn {TEST_BSN}.",
        f"BSN:{TEST_BSN},",
        f"nr{TEST_BSN}x",
        "2087.82.552",
        "208 782 552",
        f"123456789 {TEST_BSN}",
        "２０８７８２５５２",
        "012345672",
    ],
)
def test_nine_digits_that_pass_the_elfproef_look_like_a_bsn(text: str) -> None:
    assert looks_like_bsn(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "208782553",
        "123456789",
        "000000000",
        f"{TEST_BSN}0",
        f"0{TEST_BSN}",
        "06-00 00 00 01",
        "+31 6 00 00 00 09",
        f"+31{TEST_BSN}",
        "+31 208 782 552",
        "208 782 552 1",
        "20878255",
        "melding 1234567",
        "24-11-2026",
    ],
)
def test_other_numbers_are_no_bsn(text: str) -> None:
    assert not looks_like_bsn(text)


@given(st.integers(1, 999_999_999))
def test_one_wrong_digit_never_passes(number: int) -> None:
    digits = f"{number:09d}"
    changed = digits[:8] + str((int(digits[8]) + 1) % 10)
    assert not (looks_like_bsn(digits) and looks_like_bsn(changed))


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert has_private_word(text) >= is_wpg(text)
    assert looks_like_bsn(text) in (True, False)
