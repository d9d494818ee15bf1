"""What was looked for must stand out in what was found, whatever accents either has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.text import fold
from spreekuur.tui.widgets.found_rows import around, occurrences

LETTERS = st.text(alphabet="abß æÆéö İŁ-1😀", max_size=30)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Ziekteverzuim", "verzuim", ["verzuim"]),
        ("Ilyas Öztürk", "ozt", ["Özt"]),
        ("Wiśniewska belt", "wisn bel", ["Wiśn", "bel"]),
        ("Æsop en aesop", "ae", ["Æ", "ae"]),
        ("van Vanessa", "van vanes", ["van", "Vanes"]),
        ("niets", "x", []),
        ("Æ", "a é", ["Æ"]),
    ],
)
def test_each_word_is_marked_as_it_is_written(text: str, words: str, found: list[str]) -> None:
    assert [text[at:to] for at, to in occurrences(text, fold(words).split())] == found


@given(LETTERS, LETTERS)
def test_marks_are_in_order_apart_and_hold_the_word(text: str, typed: str) -> None:
    words = fold(typed).split()
    end = 0
    for at, to in occurrences(text, words):
        assert end <= at < to <= len(text)
        assert any(word in fold(text[at:to]) for word in words)
        end = to


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("kort genoeg", "kort genoeg"),
        ("vooraan staat het woord fiets al in de zin", "…woord fiets al in de zin"),
        ("fiets en dan nog heel veel meer woorden", "fiets en dan nog heel veel meer woorden"),
        ("x" * 40 + "fiets", "…fiets"),
        ("niets daarvan in deze hele lange zin hier", "niets daarvan in deze hele lange zin hier"),
    ],
)
def test_a_long_text_begins_shortly_before_the_word(text: str, shown: str) -> None:
    assert around(text, ["fiets"], 24) == shown
