"""Somebody who is already there must be noticed while typing, and never stand in the way."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName, split_name
from spreekuur.store.casebook import Casebook
from spreekuur.views.alike import alike

SAM_BORN = date(2011, 3, 14)


def refs(casebook: Casebook, name: str, born: date | None = None, besides: int = 0) -> list[str]:
    with casebook.read() as connection:
        return [one.ref for one in alike(connection, split_name(name), born, besides=besides)]


@pytest.mark.parametrize("name", ["Sam de Groot", "groot, sam", "SAM GROOT", "Säm van der Groot"])
def test_the_same_name_is_alike_whatever_the_birth_date(casebook: Casebook, name: str) -> None:
    assert refs(casebook, name) == ["J-0001"]
    assert refs(casebook, name, date(2012, 1, 1)) == ["J-0001"]


def test_another_first_name_is_alike_when_born_on_the_same_day(casebook: Casebook) -> None:
    assert refs(casebook, "Samuel de Groot", SAM_BORN) == ["J-0001"]
    assert refs(casebook, "Samuel de Groot", date(2012, 3, 14)) == []
    assert refs(casebook, "Samuel de Groot") == []


def test_part_of_a_surname_or_a_longer_one_is_not_the_same(casebook: Casebook) -> None:
    add_pupil(casebook, PupilDetails(PersonName("Sam", "", "Groothuis"), SAM_BORN))
    add_pupil(casebook, PupilDetails(PersonName("Sam", "", "Groot Bos"), SAM_BORN))
    assert refs(casebook, "Sam de Groot", SAM_BORN) == ["J-0001"]
    assert refs(casebook, "Sam Gro", SAM_BORN) == []


def test_who_is_being_changed_is_not_alike_to_themselves(casebook: Casebook) -> None:
    assert refs(casebook, "Sam de Groot", SAM_BORN, besides=1) == []


def test_without_a_surname_nobody_is_alike(casebook: Casebook) -> None:
    assert refs(casebook, "Sam", SAM_BORN) == []
    assert refs(casebook, "") == []
