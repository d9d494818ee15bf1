"""How often there is contact is typed and read back in the same words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.rhythm import LONGEST, parse_rhythm, rhythm_words


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("wekelijks", 7),
        ("Elke week", 7),
        ("elke 2 weken", 14),
        ("om de week", 14),
        ("om de 3 weken", 21),
        ("10 dagen", 10),
        ("2 wk", 14),
        ("maandelijks", 28),
        ("dagelijks", 1),
        ("0 dagen", None),
        ("999 weken", None),
        ("soms", None),
        ("", None),
    ],
)
def test_how_often_is_read_from_words(typed: str, days: int | None) -> None:
    assert parse_rhythm(typed) == days


@given(st.integers(1, LONGEST))
def test_what_is_said_reads_as_the_same(days: int) -> None:
    assert parse_rhythm(rhythm_words(days)) == days


@given(st.text(max_size=20))
def test_no_text_is_an_error(text: str) -> None:
    found = parse_rhythm(text)
    assert found is None or 1 <= found <= LONGEST
