"""Readings stand in a column of fixed width, beside names of any script."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.cells import columns, cut
from spreekuur.rules.note_readings import first_that_fits, squeeze


def test_a_column_is_what_the_terminal_draws() -> None:
    assert columns("di 24 nov") == 9
    assert columns("Özgür") == columns("O\u0308zgu\u0308r") == 5
    assert columns("李明") == 4


def test_a_text_that_fits_is_left_alone() -> None:
    assert cut("afspraak", 8) == "afspraak"
    assert cut("afspraken", 8) == "afsprak…"
    assert cut("李明李明", 6) == "李明…"


def test_the_first_reading_that_fits_is_taken_and_else_the_last_is_cut() -> None:
    assert first_that_fits(9, "di 24 nov 2026", "di 24 nov", "24 nov") == "di 24 nov"
    assert first_that_fits(5, "di 24 nov", "24 november") == "24 n…"


def test_a_name_gives_way_to_the_words_around_it() -> None:
    assert squeeze("afspraak ", "mentor", ", vr", 32) == "afspraak mentor, vr"
    assert squeeze("afspraak ", "mentor van de klas", ", vr", 20) == "afspraak mentor…, vr"


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.integers(2, 40))
def test_nothing_is_ever_wider_than_its_column(
    before: str, name: str, after: str, width: int
) -> None:
    assert columns(squeeze(before, name, after, width)) <= width
    assert columns(first_that_fits(width, before, name)) <= width
