"""A hit is shown with the word that was looked for, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.text import fold
from spreekuur.views.found import AROUND, snippet

word = st.text("abcdefé", min_size=1, max_size=12)


def test_a_short_text_is_shown_whole_on_one_line() -> None:
    assert snippet("Moeder belde.\n\nZij  komt morgen", "komt") == "Moeder belde. Zij komt morgen"


def test_a_long_text_is_shown_around_the_word() -> None:
    shown = snippet(f"{'voor ' * 40}ziekteverzuim {'na ' * 40}", "verzuim")
    assert shown.startswith("…voor")
    assert shown.endswith("na…")
    assert "ziekteverzuim" in shown


def test_accents_and_case_do_not_matter() -> None:
    assert "Özgür" in snippet(f"{'x ' * 99}Özgür{' y' * 99}", "ozgur")


def test_a_word_that_joins_two_columns_still_shows_something() -> None:
    assert snippet("Sam de Groot", "06") == "Sam de Groot"


def test_an_endless_word_is_cut_around_what_was_found() -> None:
    shown = snippet("x" * 2_000 + "Groot" + "y" * 2_000, "groot")
    assert "xGrooty" in shown
    assert len(shown) == AROUND + 2
    assert snippet("x" * 2_000, "xx") == "x" * AROUND + "…"


@given(st.lists(word, max_size=60), word, st.lists(word, max_size=60))
def test_the_word_is_always_in_view(before: list[str], wanted: str, after: list[str]) -> None:
    shown = snippet(" ".join([*before, wanted, *after]), wanted)
    assert fold(wanted) in fold(shown)
    assert len(shown) <= AROUND + 2 * 13 + 2
