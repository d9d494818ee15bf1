"""Among thousands of schools the one she means must be clear after a few letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.builder import make_casebook

from spreekuur.store.casebook import Casebook
from spreekuur.views.school_choice import FEW, SchoolChoice, school_choices, schools_meant


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    from spreekuur.model import School

    casebook = make_casebook(tmp_path)
    others = (("99ZD00", "Kompas College", ""), ("99ZE00", "Veenwijk", ""), (None, "Wijk 12", ""))
    with casebook.change("Scholen") as session:
        for brin6, name, short in others:
            session.add(School(brin6=brin6, name=name, short_name=short))
    return casebook


def meant(casebook: Casebook, typed: str) -> list[str]:
    with casebook.read() as connection:
        return [one.shown for one in schools_meant(school_choices(connection), typed)]


@pytest.mark.parametrize(
    ("typed", "school"),
    [
        ("veenwijzer", "Veenwijzer"),
        ("gemeenschap", "Veenwijzer"),
        ("99ZB00", "Kompas"),
        ("99zb", "Kompas"),
        ("kompas", "Kompas"),
        ("kompas college", "Kompas College"),
        ('"oost & west"', "Kompas"),
        ("veenwijk", "Veenwijk"),
    ],
)
def test_part_of_a_name_a_short_name_or_a_brin_is_enough(
    casebook: Casebook, typed: str, school: str
) -> None:
    assert meant(casebook, typed) == [school]


def test_the_only_school_with_a_jongere_of_the_caseload_wins(casebook: Casebook) -> None:
    assert meant(casebook, "wijz") == meant(casebook, "veenwij") == ["Veenwijzer"]


def test_schools_of_the_caseload_come_first_when_it_is_not_clear(casebook: Casebook) -> None:
    assert meant(casebook, "veen") == ["ISK Veen", "Veenwijzer", "Veenwijk"]


def test_nothing_typed_means_no_school(casebook: Casebook) -> None:
    assert meant(casebook, "  ") == []
    assert meant(casebook, "bestaat niet") == []


def test_many_hits_are_left_to_further_typing() -> None:
    many = [
        SchoolChoice(n, None, f"School {n}", "", "", f"school {n}", known=False)
        for n in range(1, FEW + 50)
    ]
    assert len(schools_meant(many, "school")) == len(many)
    assert [one.id for one in schools_meant(many, "school 7")][:1] == [7]


def test_schools_of_one_name_are_told_apart_by_their_place() -> None:
    one = SchoolChoice(1, None, "De Veste", "", "AMERSFOORT", "de veste amersfoort", known=False)
    other = SchoolChoice(2, None, "De Veste", "", "", "de veste", known=False)
    assert (one.shown, one.told_apart, other.told_apart) == (
        "De Veste",
        "De Veste (Amersfoort)",
        "De Veste",
    )
