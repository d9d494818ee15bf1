"""A school of her own must not become the double of one from a list; texts are kept clean."""

from __future__ import annotations

import pytest

from spreekuur.actions.schools import (
    BrinTaken,
    ContactDetails,
    SchoolDetails,
    add_contact,
    add_school,
    edit_contact,
    edit_school,
)
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.school import contact_view, school_view
from tests.dump import dump

OWN = SchoolDetails("Praktijkschool Veenoord", "Veenoord")


def test_two_schools_may_have_no_brin_at_all(casebook: Casebook) -> None:
    first, second = add_school(casebook, OWN), add_school(casebook, OWN)
    assert first != second


def test_a_brin_that_is_there_is_refused_and_nothing_is_written(casebook: Casebook) -> None:
    own = add_school(casebook, OWN)
    before = dump(casebook)
    with pytest.raises(BrinTaken):
        add_school(casebook, SchoolDetails("Nog een", brin6="99ZA00"))
    with pytest.raises(BrinTaken):
        edit_school(casebook, own, SchoolDetails("Veenoord", brin6="99ZA00"), version=1)
    assert dump(casebook) == before


def test_a_school_keeps_its_own_brin_when_it_is_edited(casebook: Casebook) -> None:
    details = SchoolDetails("De Veenwijzer", "Wijzer", "99ZA00", place="Veenmeer\n")
    edit_school(casebook, 1, details, version=1)
    with casebook.read() as connection:
        school = school_view(connection, 1)
    assert school
    assert (school.name, school.shown, school.brin6) == ("De Veenwijzer", "Wijzer", "99ZA00")
    assert school.place == "Veenmeer"


def test_a_second_writer_is_told(casebook: Casebook) -> None:
    edit_contact(casebook, 1, ContactDetails("Ot Prins", "mentor"), version=1)
    edit_contact(casebook, 1, ContactDetails("Ot Prins", "teamleider"), version=1)
    with pytest.raises(ChangedElsewhere):
        edit_contact(casebook, 1, ContactDetails("Ot Prins"), version=1)


def test_everything_of_a_contact_person_is_kept(casebook: Casebook) -> None:
    told = ContactDetails("Hennie\tDrenth", "oco", "06-00 00 00 21", "h@example.nl", True)
    number = add_contact(casebook, 1, told)
    with casebook.read() as connection:
        contact = contact_view(connection, number)
    assert contact
    assert (contact.name, contact.phone) == ("Hennie Drenth", "06-00 00 00 21")
    assert (contact.email, contact.receives_feedback, contact.left_on) == (
        "h@example.nl",
        True,
        None,
    )
