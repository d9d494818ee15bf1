"""Text that is cut ends behind a whole word where it can, and never takes more room than it may."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.cells import columns, cut


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("gesprek loopt", 13, "gesprek loopt"),
        ("gesprek loopt", 12, "gesprek…"),
        ("Dinsdag fietst hij met Joep", 20, "Dinsdag fietst hij…"),
        ("Veenwijzer · kamer 0.14", 14, "Veenwijzer…"),
        ("een ondersteuningscoördinator", 20, "een ondersteuningsc…"),
        ("Scholengemeenschap", 9, "Scholeng…"),
    ],
)
def test_a_word_is_left_out_whole_where_that_costs_little(
    text: str, width: int, shown: str
) -> None:
    assert cut(text, width) == shown


@given(st.text(max_size=60), st.integers(1, 70))
def test_what_is_cut_fits_and_is_the_beginning(text: str, width: int) -> None:
    shown = cut(text, width)
    assert columns(shown) <= width
    assert text.startswith(shown.removesuffix("…")) or shown == text
