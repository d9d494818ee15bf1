"""A jongere is found by what she remembers of one; in doubt nobody is chosen."""

from __future__ import annotations

import pytest

from spreekuur.store.location import Location
from tests.cli.conftest import answer, spreekuur


@pytest.mark.parametrize(
    ("words", "ref"),
    [
        ("J-0002", "J-0002"),
        ("j-2", "J-0002"),
        ("Noor van den Berg", "J-0002"),
        ("berg", "J-0002"),
        ("ozturk", "J-0003"),
        ("wisniewska", "J-0004"),
        ("sam de groot", "J-0001"),
    ],
)
def test_a_jongere_is_a_reference_or_a_part_of_a_name(
    words: str, ref: str, place: Location
) -> None:
    assert answer("dossier", words)["pupil"]["ref"] == ref


def test_an_ambiguous_name_lists_who_it_could_be(place: Location) -> None:
    result = spreekuur("dossier", "sam", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        result.stderr
        == """\
  J-0001  Sam de Groot  4H2  Veenwijzer
  J-0005  Sam Kuipers
2 jongeren passen hierbij. Typ de code vooraan, of meer van de naam. Er is niets veranderd.
"""
    )


@pytest.mark.parametrize("words", ["J-0099", "Kees", "J-1234567890123", " "])
def test_a_jongere_who_is_not_there_is_1(words: str, place: Location) -> None:
    result = spreekuur("dossier", words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "Geen jongere gevonden" in result.stderr
