"""A jongere is found, listed and shielded by name, in every way a school may write it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.names import PREFIXES, PersonName, split_name

words = st.sampled_from(
    [
        "Sam",
        "Noor",
        "Zuzanna",
        "Özgür",
        "O'Brien",
        "Öztürk",
        "El-Âmrani",
        "’Amr",
        "李",
        "Wiśniewska",
    ]
)
prefixes = st.sampled_from(["", *sorted(PREFIXES)])


@pytest.mark.parametrize(
    ("written", "given_name", "prefix", "surname"),
    [
        ("Groot, Sam de", "Sam", "de", "Groot"),
        ("Groot, de, Sam", "Sam", "de", "Groot"),
        ("Groot , Sam  de ", "Sam", "de", "Groot"),
        ("de Groot, Sam", "Sam", "de", "Groot"),
        ("Sam de Groot", "Sam", "de", "Groot"),
        ("de Groot Sam", "Sam", "de", "Groot"),
        ("de Groot", "", "de", "Groot"),
        ("Groot, de", "", "de", "Groot"),
        ("van den Berg, Noor", "Noor", "van den", "Berg"),
        ("Berg, Noor van den", "Noor", "van den", "Berg"),
        ("VAN DEN BERG, NOOR", "NOOR", "van den", "BERG"),
        ("van den Berg Anne Fleur", "Anne Fleur", "van den", "Berg"),
        ("Anne Fleur van den Berg", "Anne Fleur", "van den", "Berg"),
        ("Lia v.d. Wal", "Lia", "v.d.", "Wal"),
        ("Öztürk, Ilyas", "Ilyas", "", "Öztürk"),
        ("Jesse 't Hart", "Jesse", "'t", "Hart"),
        ("Jesse ’t Hart", "Jesse", "'t", "Hart"),
        ("Hart, Jesse 't", "Jesse", "'t", "Hart"),
        ("Kim in 't Veld", "Kim", "in 't", "Veld"),
        ("Ilse de Groot - Bakker", "Ilse", "de", "Groot - Bakker"),
        ("de Groot - Bakker Ilse", "Ilse", "de", "Groot - Bakker"),
        ("de Groot- Bakker Ilse", "Ilse", "de", "Groot- Bakker"),
        ("de Groot -Bakker Ilse", "Ilse", "de", "Groot -Bakker"),
        ("Ilse de Groot-de Vries", "Ilse", "de", "Groot-de Vries"),
        ("Ilse van den Berg - de Vries", "Ilse", "van den", "Berg - de Vries"),
        ("Ilse Bakker - de Groot", "Ilse", "", "Bakker - de Groot"),
        ("Karim El-Âmrani", "Karim", "", "El-Âmrani"),
        ("Fatima El Amrani", "Fatima", "", "El Amrani"),
        ("Kees", "Kees", "", ""),
        ("Kees,", "", "", "Kees"),
        (", Kees", "Kees", "", ""),
        ("de", "de", "", ""),
        ("de, Sam", "Sam", "", "de"),
        ("Sam de", "Sam", "", "de"),
        ("", "", "", ""),
        (" , ", "", "", ""),
    ],
)
def test_a_name_is_read_as_schools_write_it(
    written: str, given_name: str, prefix: str, surname: str
) -> None:
    assert split_name(written) == PersonName(given_name, prefix, surname)


def test_one_jongere_written_five_ways_is_one_name() -> None:
    ways = ("Groot, Sam de", "de Groot, Sam", "Sam de Groot", "de Groot Sam", "Groot, DE, Sam")
    assert {split_name(way) for way in ways} == {PersonName("Sam", "de", "Groot")}


def test_a_name_is_spoken_in_order_and_listed_under_its_surname() -> None:
    noor = PersonName("Noor", "van den", "Berg")
    assert (noor.spoken, noor.listed) == ("Noor van den Berg", "Berg, Noor van den")
    jesse = PersonName("Jesse", "'t", "Hart")
    assert (jesse.spoken, jesse.listed) == ("Jesse 't Hart", "Hart, Jesse 't")
    kees = PersonName("Kees", "", "")
    assert (kees.spoken, kees.listed) == ("Kees", "Kees")
    assert PersonName("", "de", "Groot").listed == "Groot, de"


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        (PersonName("Noor", "van den", "Berg"), "N.B."),
        (PersonName("Ilyas", "", "Öztürk"), "I.Ö."),
        (PersonName("jesse", "'t", "hart"), "J.H."),
        (PersonName("Kees", "", ""), "K."),
        (PersonName("Kees", "", "?"), "K."),
        (PersonName("", "", ""), ""),
    ],
)
def test_initials_give_away_no_more_than_two_letters(name: PersonName, initials: str) -> None:
    assert name.initials == initials


def test_a_list_sorts_on_surname_without_prefix_and_accents() -> None:
    listed = [
        "Berg, Anna",
        "Berg, Noor van den",
        "Berg Jansen, Bo",
        "Groot, Daan de",
        "Groot, Sam de",
        "Groot-Bakker, Ilse de",
        "Hart, Jesse 't",
        "Kees",
        "Özdemir, Aylin",
        "Ozer, Can",
        "Zwart, Łukasz",
    ]
    keys = [split_name(name).sort_key for name in listed]
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=2), prefixes, st.lists(words, min_size=1, max_size=2))
def test_what_a_list_shows_can_be_typed_again(
    first: list[str], prefix: str, last: list[str]
) -> None:
    name = PersonName(" ".join(first), prefix, " ".join(last))
    assert split_name(name.listed) == name
    if prefix or len(first) == 1:
        assert split_name(name.spoken) == name


@settings(deadline=None)
@given(
    st.text(max_size=60) | st.lists(words | prefixes | st.sampled_from([",", "-"])).map(" ".join)
)
def test_any_text_is_taken_as_a_name_of_tidy_parts(text: str) -> None:
    name = split_name(text)
    assert name.prefix in PREFIXES or not name.prefix
    assert name.surname or not name.prefix
    assert bool(name.spoken) == bool(name.listed)
    assert all(part == " ".join(part.split()) for part in (name.given, name.prefix, name.surname))


@settings(deadline=None)
@given(st.lists(words, min_size=1, max_size=5))
def test_no_word_of_a_name_is_lost(typed: list[str]) -> None:
    assert sorted(split_name(" ".join(typed)).spoken.split()) == sorted(typed)
