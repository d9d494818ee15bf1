"""A list of schools is read in every year; what she added to a school must outlive that."""

from __future__ import annotations

from pathlib import Path

from spreekuur.exchange.imports import ImportKind
from spreekuur.model import School
from spreekuur.store.casebook import Casebook
from tests.exchange.importing import SCHOOLS, counts, plan, rows, take

HEADER = SCHOOLS.splitlines()[0]


def test_a_list_in_an_empty_file_is_all_new(casebook: Casebook) -> None:
    made = take(casebook, ImportKind.SCHOOLS, SCHOOLS, "scholen-2026.csv")
    assert counts(made) == (3, 0, 0, 0)
    assert made.new_examples[0].text == "Scholengemeenschap De Veenwijzer, Veenmeer"
    assert rows(casebook, "SELECT brin6, place, holiday_region, source FROM school")[0] == (
        "99ZA00",
        "Veenmeer",
        "Noord",
        "scholen-2026.csv",
    )


def test_the_same_list_again_changes_nothing(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    made = plan(casebook, ImportKind.SCHOOLS, SCHOOLS)
    assert (counts(made), made.size) == ((0, 0, 3, 0), 0)


def test_a_later_list_updates_what_it_fills_and_says_what(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    later = f"{HEADER}\n99ZA00;De Veenwijzer;Kade;VEENMEER;;Midden\n99ZD00;Nieuw;Kade;VEENMEER;;"
    made = take(casebook, ImportKind.SCHOOLS, later)
    assert counts(made) == (1, 1, 0, 0)
    assert [one.text for one in made.changed_examples] == [
        "Scholengemeenschap De Veenwijzer: naam, vakantieregio"
    ]
    assert rows(casebook, "SELECT name, phone, holiday_region, version FROM school WHERE id = 1")[
        0
    ] == ("De Veenwijzer", "0500000001", "Midden", 2)
    assert len(rows(casebook, "SELECT id FROM school")) == 4


def test_what_a_list_does_not_know_never_overwrites(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    header = "VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;PLAATSNAAM;SOORT HO"
    made = plan(casebook, ImportKind.SCHOOLS, f"{header}\n99ZB00;'t Kompas;Melkweg;VEENMEER;x")
    assert counts(made) == (0, 0, 1, 0)


def test_the_short_name_that_she_gave_stays(casebook: Casebook) -> None:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    with casebook.change("Korte naam") as session:
        school = session.get(School, 1)
        assert school
        school.short_name = "Veenwijzer"
    take(casebook, ImportKind.SCHOOLS, SCHOOLS.replace("Kade", "Laan"))
    assert rows(casebook, "SELECT short_name, street FROM school WHERE id = 1") == [
        ("Veenwijzer", "Laan")
    ]
    assert [hit.row_id for hit in casebook.search("veenwijzer veenmeer", kinds=["school"])] == [1]


def test_a_school_she_added_herself_gets_its_code_instead_of_a_double(casebook: Casebook) -> None:
    with casebook.change("School toegevoegd") as session:
        session.add(School(name="'T KOMPAS", short_name="Kompas"))
    made = take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    assert counts(made) == (2, 1, 0, 0)
    assert rows(casebook, "SELECT short_name FROM school WHERE brin6 = '99ZB00'") == [("Kompas",)]


def test_a_school_that_could_be_two_of_the_list_is_left_alone(casebook: Casebook) -> None:
    with casebook.change("School toegevoegd") as session:
        session.add(School(name="De Regenboog"))
        session.add(School(name="De Horizon", place="Veenland"))
    listed = f"{HEADER}\n99ZE00;De Regenboog;A;X;;\n99ZF00;De Regenboog;A;Y;;"
    listed += "\n99ZG00;De Horizon;A;VEENMEER;;"
    assert counts(plan(casebook, ImportKind.SCHOOLS, listed)) == (3, 0, 0, 0)


def test_two_schools_of_her_own_with_one_name_are_left_alone(casebook: Casebook) -> None:
    with casebook.change("Scholen toegevoegd") as session:
        session.add(School(name="'t Kompas", short_name="Kompas Oost"))
        session.add(School(name="'t Kompas", short_name="Kompas West"))
    assert counts(plan(casebook, ImportKind.SCHOOLS, SCHOOLS)) == (3, 0, 0, 0)


def test_the_published_lists_come_in_whole_and_twice_is_once(
    casebook: Casebook, shared_data: Path
) -> None:
    for name, expected in (
        ("duo-bo-schoolvestigingen-2026a.csv", 6107),
        ("duo-vo-vestigingen-oud-2017.csv", 1610),
    ):
        text = (shared_data / name).read_bytes().decode("cp1252")
        assert counts(take(casebook, ImportKind.SCHOOLS, text, name)) == (expected, 0, 0, 0)
        assert counts(plan(casebook, ImportKind.SCHOOLS, text, name)) == (0, 0, expected, 0)
    found = casebook.search("oelebrod", kinds=["school"])
    assert len(found) == 1
