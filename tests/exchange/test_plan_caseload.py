"""Two dossiers of one jongere, or one dossier of two, is the worst an import can do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.exchange.imports import ImportKind
from spreekuur.exchange.likeness import People, Person
from spreekuur.exchange.plan import Plan
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from tests.exchange.importing import CASELOAD, SCHOOLS, TODAY, counts, plan, rows, take

HEADER = CASELOAD.splitlines()[0]


@pytest.fixture
def filled(casebook: Casebook) -> Casebook:
    take(casebook, ImportKind.SCHOOLS, SCHOOLS)
    take(casebook, ImportKind.CASELOAD, CASELOAD)
    return casebook


def again(casebook: Casebook, *lines: str, header: str = HEADER) -> Plan:
    return plan(casebook, ImportKind.CASELOAD, "\n".join([header, *lines]))


def refusals(made: Plan) -> list[tuple[int, str]]:
    return [(one.line, one.reason) for one in made.refused]


def test_a_list_in_an_empty_file_is_all_new(filled: Casebook) -> None:
    assert rows(
        filled,
        "SELECT p.surname, p.prefix, p.sort_key, p.born, s.brin6, p.class_name FROM pupil p "
        "JOIN school s ON s.id = p.school_id ORDER BY p.sort_key",
    )[:2] == [
        ("Berg", "van den", "berg  noor  van den", "2010-08-01", "99ZA00", "4H1"),
        ("Groot", "de", "groot  sam  de", "2011-03-14", "99ZA00", "4H2"),
    ]
    assert rows(
        filled,
        "SELECT g.name, g.relation, g.phone, p.surname FROM guardian g "
        "JOIN pupil p ON p.id = g.pupil_id",
    ) == [("Anja Bakker", "moeder", "06-00 00 00 02", "Groot")]


def test_everybody_can_be_found_at_once(filled: Casebook) -> None:
    assert len(filled.search("ozturk", kinds=["pupil"])) == 1
    assert len(filled.search("0600000002", kinds=["guardian"])) == 1


def test_the_same_list_again_changes_nothing(filled: Casebook) -> None:
    made = plan(filled, ImportKind.CASELOAD, CASELOAD)
    assert (counts(made), made.size, made.warnings) == ((0, 0, 5, 0), 0, ())


def test_another_way_of_writing_is_no_change(filled: Casebook) -> None:
    made = again(
        filled,
        "SAM DE GROOT;2011-03-14;Scholengemeenschap De Veenwijzer;4h2;0600000001;anja bakker;",
        '"Wisniewska, Zuzanna";9-5-17;\'t Kompas;Groep 5;;;',
    )
    assert counts(made) == (0, 0, 2, 0)


def test_a_later_list_fills_and_changes_but_never_empties(filled: Casebook) -> None:
    lines = "Sam de Groot;14-03-2011;99ZB00;;;;06-00 00 00 03\nNoor van den Berg;01-08-2010;;5H1;;;"
    made = take(filled, ImportKind.CASELOAD, f"{HEADER}\n{lines}")
    assert [one.text for one in made.changed_examples] == [
        "Groot, Sam de: school, ouders",
        "Berg, Noor van den: klas",
    ]
    assert rows(filled, "SELECT school_id, class_name, phone FROM pupil WHERE id < 3") == [
        (2, "4H2", "06-00 00 00 01"),
        (1, "5H1", ""),
    ]
    assert rows(filled, "SELECT name, phone FROM guardian") == [("Anja Bakker", "06-00 00 00 03")]
    assert [hit.row_id for hit in filled.search("noor 5h1", kinds=["pupil"])] == [2]
    assert filled.search("noor 4h1", kinds=["pupil"]) == []


def test_another_parent_comes_beside_the_first(filled: Casebook) -> None:
    header = "naam;geboortedatum;ouder 1;ouder 2"
    line = "Sam de Groot;14-03-2011;Anja Bakker;Piet de Groot"
    made = take(filled, ImportKind.CASELOAD, f"{header}\n{line}")
    assert counts(made) == (0, 1, 0, 0)
    assert rows(filled, "SELECT name, relation, pupil_id FROM guardian") == [
        ("Anja Bakker", "moeder", 1),
        ("Piet de Groot", "", 1),
    ]


def test_without_a_birth_date_name_school_and_class_decide(filled: Casebook) -> None:
    header = "naam;school;klas;mentor"
    same = again(filled, "Sam de Groot;99ZA00;4H2;Ot Prins", header=header)
    other = again(filled, "Sam de Groot;99ZA00;4H1;Ot Prins", header=header)
    elsewhere = again(filled, "Sam de Groot;99ZB00;4H2;Ot Prins", header=header)
    assert (counts(same), counts(other)) == ((0, 1, 0, 0), (1, 0, 0, 0))
    assert counts(elsewhere) == (1, 0, 0, 0)
    assert other.warnings == ("Regel 2 lijkt op J-0001: zelfde naam. Apart ingelezen.",)


def test_who_only_resembles_somebody_comes_in_apart_with_a_warning(filled: Casebook) -> None:
    made = again(
        filled,
        "Sam de Groot;15-03-2011;99ZA00;4H2;;;",
        "Samira de Groot;14-03-2011;99ZA00;4H2;;;",
        "Samuel Groot;14-03-2011;99ZA00;4H2;;;",
    )
    assert counts(made) == (3, 0, 0, 0)
    assert made.warnings == (
        "Regel 2 lijkt op J-0001: zelfde naam, andere geboortedatum. Apart ingelezen.",
        "Regel 3 lijkt op J-0001: zelfde achternaam, voorletter en geboortedatum. Apart ingelezen.",
        "Regel 4 lijkt op J-0001: zelfde achternaam, voorletter en geboortedatum. Apart ingelezen.",
        "Regel 4 lijkt op regel 3: zelfde achternaam, voorletter en geboortedatum. "
        "Apart ingelezen.",
    )


def test_one_jongere_on_two_lines_counts_once(filled: Casebook) -> None:
    made = again(
        filled,
        "Sam de Groot;14-03-2011;99ZA00;5H2;;;",
        "Sam de Groot;14-03-2011;99ZA00;5H3;;;",
        "Jesse 't Hart;20-01-2008;;;;;",
        "Jesse ’t Hart;20-01-2008;;;;;",
    )
    assert counts(made) == (1, 1, 0, 2)
    assert refusals(made) == [(3, "staat ook op regel 2"), (5, "staat ook op regel 4")]


def test_a_line_that_fits_two_jongeren_is_refused(filled: Casebook) -> None:
    header = "naam;school;klas"
    lines = ["Sam de Groot;15-03-2011;99ZA00;4H2;;;"]
    take(filled, ImportKind.CASELOAD, "\n".join([HEADER, *lines]))
    made = again(filled, "Sam de Groot;99ZA00;4H2", header=header)
    assert refusals(made) == [(2, "past op meer dan één jongere (J-0001, J-0006)")]


def test_a_school_that_is_not_one_school_leaves_the_jongere_without(filled: Casebook) -> None:
    made = again(
        filled,
        "Amal Haddad;02-09-2011;Veenmeer;3H1;;;",
        "Boris Georgiev;12-12-2010;De Zeemeeuw;4H2;;;",
        "Fenna Kuipers;03-10-2014;De Zeemeeuw;8;;;",
        "Oksana Kovalenko;29-02-2012;Veenland;;;;",
        "Kees Postma;03-10-2012;99ZA;1A;;;",
    )
    assert made.warnings == (
        'School "Veenmeer" kan 2 scholen zijn: zonder school ingelezen (regel 2).',
        'School "De Zeemeeuw" is niet gevonden: zonder school ingelezen (regel 3, 4).',
    )
    assert [row["school_id"] for row in made.batches[0].new] == [None, None, None, 3, 1]


def test_somebody_who_is_not_born_yet_is_refused(casebook: Casebook) -> None:
    made = again(casebook, "Sam de Groot;22-11-2026;;;;;", "Noor Berg;21-11-2026;;;;;")
    assert refusals(made) == [(2, "geboortedatum ligt in de toekomst")]


def test_no_name_stands_in_a_warning_or_a_refusal(filled: Casebook) -> None:
    made = again(
        filled,
        "Sam de Groot;15-03-2011;Elders;4H2;;;",
        "Sam de Groot;15-03-2011;Elders;4H2;;;",
        "Noor van den Berg;99-99-2010;;;;;",
    )
    said = [*made.warnings, *(one.reason for one in made.refused)]
    assert len(said) == 4
    assert not any(name in text for text in said for name in ("Sam", "Groot", "Noor", "Berg"))


NAMES = st.builds(
    PersonName,
    given=st.sampled_from(["Sam", "Samira", "Noor", "S"]),
    prefix=st.sampled_from(["", "de"]),
    surname=st.sampled_from(["Groot", "Berg", ""]),
)
PERSONS = st.builds(
    Person,
    label=st.just("x"),
    name=NAMES,
    born=st.none() | st.dates(TODAY, TODAY.replace(day=23)),
    school_id=st.none() | st.integers(1, 2),
    class_name=st.sampled_from(["", "4H2"]),
)


@given(PERSONS, PERSONS)
def test_being_the_same_holds_both_ways_and_needs_the_same_name(one: Person, other: Person) -> None:
    assert is_same(one, other) == is_same(other, one)
    assert is_same(one, one)
    if is_same(one, other):
        assert one.name.spoken == other.name.spoken
        assert not (one.born and other.born) or one.born == other.born


def is_same(one: Person, other: Person) -> bool:
    people = People()
    people.add(one)
    return bool(people.same(other))
