"""What she knows of a jongere is kept as she typed it, and never over what somebody else wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spreekuur.actions.pupils import (
    GuardianDetails,
    PupilDetails,
    add_guardian,
    add_pupil,
    edit_guardian,
    edit_pupil,
)
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.card import PupilCard, pupil_card
from tests.actions.conftest import SAM, TODAY

DAAN = PupilDetails(
    PersonName("Daan ", "van der\t", "Meer"),
    born=date(2009, 6, 30),
    school_id=1,
    class_name="5H1\t",
    phone="06-00 00 00 01",
    home_language="Fries",
    interpreter=True,
    mentor="Wil Hartog",
    without_parents=True,
)
FATHER = GuardianDetails("Rob de Groot\u200b", "vader", "06-00 00 00 03", authority="gezag")


def card(casebook: Casebook, pupil_id: int) -> PupilCard:
    with casebook.read() as connection:
        found = pupil_card(connection, pupil_id, TODAY)
    assert found
    return found


def test_all_that_was_typed_stands_in_the_card_without_stray_blanks(casebook: Casebook) -> None:
    seen = card(casebook, add_pupil(casebook, DAAN))
    assert (seen.name, seen.class_name) == (PersonName("Daan", "van der", "Meer"), "5H1")
    assert (seen.born, seen.age, seen.school) == (DAAN.born, 17, "Veenwijzer")
    assert (seen.phone, seen.home_language, seen.mentor) == (
        DAAN.phone,
        DAAN.home_language,
        DAAN.mentor,
    )
    assert seen.interpreter
    assert seen.without_parents


def test_a_jongere_can_be_without_anything_but_a_name(casebook: Casebook) -> None:
    seen = card(casebook, add_pupil(casebook, PupilDetails(PersonName("Daan", "", ""))))
    assert (seen.born, seen.age, seen.school_id) == (None, None, None)


def test_a_change_of_name_is_found_by_the_new_name(casebook: Casebook) -> None:
    edit_pupil(casebook, SAM, DAAN, version=card(casebook, SAM).version)
    assert [hit.row_id for hit in casebook.search("van der meer")] == [SAM]
    assert casebook.search("groot", kinds=("pupil",)) == []


def test_who_saw_an_older_jongere_is_told(casebook: Casebook) -> None:
    seen = card(casebook, SAM).version
    edit_pupil(casebook, SAM, DAAN, version=seen)
    with pytest.raises(ChangedElsewhere):
        edit_pupil(casebook, SAM, replace(DAAN, class_name="5H2"), version=seen)
    assert card(casebook, SAM).class_name == "5H1"


def test_parents_stand_in_the_order_in_which_they_came(casebook: Casebook) -> None:
    add_guardian(casebook, SAM, FATHER)
    assert [(one.name, one.relation) for one in card(casebook, SAM).guardians] == [
        ("Ilse de Groot", "moeder"),
        ("Rob de Groot", "vader"),
    ]


def test_who_saw_an_older_parent_is_told(casebook: Casebook) -> None:
    (seen,) = card(casebook, SAM).guardians
    edit_guardian(casebook, seen.id, FATHER, version=seen.version)
    assert card(casebook, SAM).guardians[0].authority == "gezag"
    with pytest.raises(ChangedElsewhere):
        edit_guardian(casebook, seen.id, FATHER, version=seen.version)


def test_a_parent_of_nobody_is_refused(casebook: Casebook) -> None:
    with pytest.raises(ChangedElsewhere):
        add_guardian(casebook, 99, FATHER)
