"""No other jongere is named to school, and no ordinary word is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.names import PersonName
from spreekuur.rules.other_pupils import OtherPupils

NOOR = PersonName("Noor", "van den", "Berg")
SAM, WIL = PersonName("Sam", "de", "Groot"), PersonName("Wil", "", "Jong")
OT = PersonName("Ot", "", "Prins")
OTHERS = OtherPupils.of([WIL, PersonName("Ot", "", "Vos")], [SAM], [NOOR, OT])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("samen met Sam de Groot", "samen met een andere leerling"),
        ("samen met sam de groot", "samen met een andere leerling"),
        ("Groot, Sam de was er", "Een andere leerling was er"),
        ("Sám d. Groot was er", "Een andere leerling was er"),
        ("Sam G. was er", "Een andere leerling was er"),
        ("bij S. de Groot", "bij een andere leerling"),
        ("Sams fiets", "Een andere leerling fiets"),
        ("een klap van De Groot", "een klap van een andere leerling"),
        ("ruzie met Wil J. Noor niet", "ruzie met een andere leerling. Noor niet"),
        ("ruzie met Ot Vos", "ruzie met een andere leerling"),
    ],
)
def test_another_is_not_named_however_it_is_typed(text: str, left: str) -> None:
    assert OTHERS.taken_from(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Noor van den Berg en Ot Prins",
        "Wil graag stage lopen",
        "een groot verschil, te jong voor werk",
        "Groot verschil. Groot nieuws!",
        "mw. de Groot belt",
        "komt sam mee",
        "Sammie en Groothof",
        "",
    ],
)
def test_what_may_be_no_name_stays(text: str) -> None:
    assert OTHERS.taken_from(text) == text


def test_inside_a_sentence_it_begins_small() -> None:
    assert OTHERS.taken_from("Sam belt", sentence=False) == "een andere leerling belt"


@given(st.text(), st.text())
def test_a_whole_name_is_gone_whatever_stands_around_it(before: str, after: str) -> None:
    assert "Sam de Groot" not in OTHERS.taken_from(f"{before} Sam de Groot {after}")
