"""Three letters must find whoever is meant, and the likeliest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest
from tests.tui.builder import DAY, PEOPLE

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.picker import LIMIT, Namesakes, Pickable, namesakes, pickable


def hits(casebook: Casebook, typed: str) -> list[Pickable]:
    with casebook.read() as connection:
        return pickable(connection, typed, DAY)


def names(casebook: Casebook, typed: str) -> list[str]:
    return [
        hit.name.spoken if isinstance(hit.name, PersonName) else hit.name
        for hit in hits(casebook, typed)
    ]


def alike(casebook: Casebook, typed: str) -> Namesakes | None:
    with casebook.read() as connection:
        return namesakes(connection, typed)


@pytest.mark.parametrize("pupil", PEOPLE)
def test_three_letters_of_either_name_find_everyone(
    casebook: Casebook, pupil: PupilDetails
) -> None:
    for name in (pupil.name.given, pupil.name.surname):
        assert names(casebook, name[:3].upper())[0] == pupil.name.spoken


@pytest.mark.parametrize("typed", ["ozt", "Öztürk", "wisn", "'t h", "hart"])
def test_accents_and_signs_do_not_matter(casebook: Casebook, typed: str) -> None:
    assert names(casebook, typed)


def test_the_beginning_of_a_name_comes_before_a_piece_inside_one(casebook: Casebook) -> None:
    add_pupil(casebook, PupilDetails(PersonName("Marijan", "", "Aalders")))
    assert names(casebook, "jan") == ["Daan Jansma", "Marijan Aalders"]


def test_among_equals_who_is_expected_today_comes_first_then_who_was_spoken_last(
    casebook: Casebook,
) -> None:
    for given in ("Sami", "Samira"):
        add_pupil(casebook, PupilDetails(PersonName(given, "", "Aalders")))
    save_note(casebook, "Gebeld.", About(12), today=date(2026, 11, 20), now=time(9))
    found = hits(casebook, "sam")
    assert names(casebook, "sam") == ["Sam de Groot", "Samira Aalders", "Sami Aalders"]
    assert found[0].expected == time(13)
    assert found[1].spoken == date(2026, 11, 20)


def test_a_parent_leads_to_the_child_and_a_contact_person_to_the_school(
    casebook: Casebook,
) -> None:
    rima, hennie = hits(casebook, "rima")[0], hits(casebook, "drenth")[0]
    assert (rima.kind, rima.id, rima.child) == ("pupil", 8, PersonName("Amal", "", "Haddad"))
    assert (hennie.kind, hennie.id) == ("school", 1)


def test_a_school_is_found_by_its_short_name(casebook: Casebook) -> None:
    assert [(hit.kind, hit.name) for hit in hits(casebook, "veenw")] == [("school", "Veenwijzer")]


@pytest.mark.parametrize("typed", ["0008", "06-00 00 00 08", "0600000008", "+31 6 00 00 00 08"])
def test_a_number_is_found_by_its_last_digits_however_it_is_written(
    casebook: Casebook, typed: str
) -> None:
    assert names(casebook, typed) == ["Rima Haddad"]


def test_a_class_narrows_down_a_name(casebook: Casebook) -> None:
    add_pupil(casebook, replace(PEOPLE[0], class_name="1M2"))
    assert alike(casebook, "sam") == Namesakes(2, "Sam", True)
    assert [hit.detail for hit in hits(casebook, "sam 1m2")] == ["1M2 Veenwijzer"]
    assert alike(casebook, "sam 1m2") is None
    assert alike(casebook, "groot") == Namesakes(2, "Groot", False)


def test_one_letter_finds_beginnings_only_and_never_more_than_a_screenful(
    casebook: Casebook,
) -> None:
    with casebook.change("Veel jongeren"):
        for number in range(2 * LIMIT):
            add_pupil(casebook, PupilDetails(PersonName("Noor", "", f"Jonker {number}")))
    assert len(hits(casebook, "j")) == LIMIT
    assert names(casebook, "z") == ["Zuzanna Wiśniewska"]


def test_an_empty_line_finds_nobody(casebook: Casebook) -> None:
    assert hits(casebook, " ") == []


def test_signs_of_the_search_language_are_text(casebook: Casebook) -> None:
    for typed in ('"', "* OR *", "NEAR(", "100%", "_", "'); DROP", "\x00", "🧑‍🎓", "xq " * 5000):
        assert hits(casebook, typed) == []
