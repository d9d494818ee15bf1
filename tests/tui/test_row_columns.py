"""Every row of a list is exactly as wide as the list, whatever its parts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from spreekuur.tui.widgets.row_columns import Column, fitted

COLUMNS = (Column(9), Column(0), Column(14, right=True, needs=40))


def drawn(*parts: str, room: int = 50) -> str:
    return "".join(text for text, _ in fitted(parts, COLUMNS, room))


@given(st.lists(st.text(max_size=60), min_size=1, max_size=3), st.integers(1, 90))
def test_a_row_fills_the_room_to_the_cell(parts: list[str], room: int) -> None:
    assert cell_len(drawn(*parts, room=room)) == room


def test_the_last_of_fewer_parts_takes_all_that_is_left() -> None:
    long = "een zin die anders bij de derde kolom ophield"
    assert drawn("di 8 dec", long) == f"di 8 dec  {long[:39]}…"
    assert long not in drawn("di 8 dec", long, "gelukt", room=50)


def test_a_row_with_all_its_parts_keeps_to_its_columns() -> None:
    assert drawn("mentor", "Ot Prins", "gelukt") == f"mentor    {'Ot Prins':<25} {'gelukt':>14}"
