"""A BRIN typed by hand must be the one that lists and other programs know, or be refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.school_codes import brin6, postcode


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("99ZA00", "99ZA00"),
        ("99za01", "99ZA01"),
        (" 99 ZA 01 ", "99ZA01"),
        ("99ZA", "99ZA00"),
        ("9ZZA00", None),
        ("99ZA0", None),
        ("99ZA000", None),
        ("", None),
    ],
)
def test_a_brin_is_four_characters_and_two_digits(typed: str, read: str | None) -> None:
    assert brin6(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [("9306tc", "9306 TC"), ("9306 TC", "9306 TC"), ("0306 TC", "0306 TC"), ("bij", "bij")],
)
def test_a_postcode_is_written_one_way_and_anything_else_stays(typed: str, read: str) -> None:
    assert postcode(typed) == read


@given(st.text())
def test_what_was_read_once_is_read_the_same_again(text: str) -> None:
    found = brin6(text)
    assert found is None or brin6(found) == found
    assert postcode(postcode(text)) == postcode(text)
