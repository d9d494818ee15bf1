"""Searching from the shell finds any part of any word, whoever it was written about."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.store.location import Location
from tests.cli.conftest import Made, answer, opened, spreekuur


@pytest.fixture
def written(made: Made, place: Location) -> None:
    casebook = opened(place, made.code)
    for text, about, day in (
        ("Ziekteverzuim besproken, 100% thuis", About(pupil_id=2), date(2026, 11, 10)),
        ("Moeder over verzuim en te_laat", About(pupil_id=1), date(2026, 11, 12)),
        ("Ib-er wil vaste maandag", About(school_id=2), date(2026, 11, 18)),
        ("Buurman belde over onbekende", About(caller="Kees"), date(2026, 11, 19)),
    ):
        save_note(casebook, text, about, today=day)
    casebook.close()


@pytest.mark.usefixtures("written")
def test_hits_carry_name_kind_day_and_the_words_around() -> None:
    assert answer("zoek", "VERZUIM") == {
        "version": 1,
        "hits": [
            {
                "pupil": "J-0001",
                "name": "Sam de Groot",
                "kind": "Telefoon",
                "on": "2026-11-12",
                "snippet": "Moeder over verzuim en te_laat",
            },
            {
                "pupil": "J-0002",
                "name": "Noor van den Berg",
                "kind": "Telefoon",
                "on": "2026-11-10",
                "snippet": "Ziekteverzuim besproken, 100% thuis",
            },
        ],
    }


@pytest.mark.usefixtures("written")
@pytest.mark.parametrize(
    ("words", "refs"),
    [
        (("ozturk",), ["J-0003"]),
        (("wisniewska",), ["J-0004"]),
        (("100%",), ["J-0002"]),
        (("te_laat",), ["J-0001"]),
        (("_",), ["J-0001"]),
        (("moeder", "verzuim"), ["J-0001"]),
        (("verzuim", "moeder"), ["J-0001"]),
        (("ku",), ["J-0005"]),
        (("0600000002",), ["J-0001"]),
        (("vaste maandag",), [None]),
        (("onbekende",), [None]),
        (("\x00", " "), []),
    ],
)
def test_any_part_of_any_word_is_enough(words: tuple[str, ...], refs: list[str | None]) -> None:
    assert [hit["pupil"] for hit in answer("zoek", *words)["hits"]] == refs


@pytest.mark.usefixtures("written")
def test_a_note_on_a_school_carries_its_name() -> None:
    (hit,) = answer("zoek", "vaste maandag")["hits"]
    assert hit["name"] == "Kompas"
    assert hit["on"] == "2026-11-18"


@pytest.mark.usefixtures("written")
def test_one_letter_finds_too() -> None:
    names = {hit["name"] for hit in answer("zoek", "z")["hits"]}
    assert {"Ilyas Öztürk", "Zuzanna Wiśniewska", "Sam de Groot"} <= names


@pytest.mark.usefixtures("written")
def test_hits_read_as_lines() -> None:
    assert spreekuur("--datum", "2026-11-20", "zoek", "moeder", "verzuim").stdout == (
        "J-0001  Sam de Groot  Telefoon  do 12 nov  Moeder over verzuim en te_laat\n"
    )
