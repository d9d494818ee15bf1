"""Every row of a list is exactly as wide as the list, whatever its parts hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from spreekuur.tui.widgets.row_columns import Column, fit, fitted, spread

COLUMNS = (Column(9), Column(0), Column(14, right=True, needs=40))


def drawn(*parts: str, room: int = 50) -> str:
    return "".join(text for text, _ in fitted(parts, COLUMNS, room))


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3), st.integers(1, 90))
def test_a_row_fills_the_room_to_the_cell(parts: list[str], room: int) -> None:
    assert cell_len(drawn(*parts, room=room)) == room


def test_the_last_of_fewer_parts_takes_all_that_is_left() -> None:
    long = "een zin die anders bij de derde kolom ophield"
    assert drawn("di 8 dec", long).rstrip() == f"di 8 dec  {long[:37]}…"
    assert long not in drawn("di 8 dec", long, "gelukt", room=50)


def test_a_row_with_all_its_parts_keeps_to_its_columns() -> None:
    assert drawn("mentor", "Ot Prins", "gelukt") == f"mentor    {'Ot Prins':<25} {'gelukt':>14}"


def test_a_head_keeps_its_right_part_whole_and_apart() -> None:
    drawn = "".join(text for text, _ in spread("Ik ben aan zet, over datum", "12", 19))
    assert drawn == "Ik ben aan zet,… 12"


@pytest.mark.parametrize("width", [0, 1, 2, 3, 7, 20])
@given(text=st.text())
def test_fitted_text_is_exactly_as_wide_as_asked(width: int, text: str) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(fit(text, width, right=True)) == width


@given(st.lists(st.text(), max_size=4), st.integers(0, 60))
def test_the_parts_of_a_row_fill_exactly_the_room(parts: list[str], room: int) -> None:
    columns = (Column(5), Column(0), Column(8, right=True), Column(3, needs=30))
    assert sum(cell_len(text) for text, _ in fitted(parts, columns, room)) == room
    assert sum(cell_len(text) for text, _ in spread("links", "rechts", room)) == room
