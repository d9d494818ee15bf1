"""A mark sends words to school or sets things going, so nothing may pass for one by accident."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.rules.note_marks import MARKS, WORDS, Marked, read_mark

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("mark", sorted(MARKS))
def test_a_mark_counts_only_in_the_first_column_and_before_a_blank(mark: str) -> None:
    for blank in (" ", "\t", "\u00a0"):
        marked = read_mark(f"{mark}{blank}woorden", TODAY)
        assert isinstance(marked, Marked)
        assert (marked.mark, marked.body) == (mark, "woorden")
    assert read_mark(f"{mark}woorden", TODAY) == "tekst"
    assert read_mark(f" {mark} woorden", TODAY) == f"tekst: {mark} staat niet vooraan"
    assert read_mark(f"x{mark} woorden", TODAY) == ""


@pytest.mark.parametrize("mark", sorted(MARKS - {">>"}))
def test_a_mark_with_nothing_behind_it_is_text(mark: str) -> None:
    for typed in (mark, f"{mark} ", f"{mark}\t "):
        assert read_mark(typed, TODAY) == f"tekst: nog niets achter {mark}"


@pytest.mark.parametrize("word", WORDS)
def test_a_word_counts_only_at_the_start_with_its_colon_and_a_blank(word: str) -> None:
    assert isinstance(read_mark(f"{word.title()}: iets", TODAY), Marked)
    assert read_mark(f"{word} iets", TODAY) == ""
    assert read_mark(f"{word}:iets", TODAY) == ""
    assert read_mark(f"  {word}: iets", TODAY) == f"tekst: {word}: staat niet vooraan"
    assert read_mark(f"{word}: ", TODAY) == f"tekst: nog niets achter {word}:"


def test_school_with_a_colon_is_a_source() -> None:
    assert read_mark("School: meldt dat hij weg was", TODAY) == ""


@pytest.mark.parametrize("typed", ["!! x", "!!!", "** x", "+++ x", ">>> x", "== x", "@@ x", "===="])
def test_a_doubled_mark_is_text(typed: str) -> None:
    assert read_mark(typed, TODAY) == f"tekst: één {typed[0]} is genoeg"


@pytest.mark.parametrize(
    "typed",
    [
        "=)",
        "=1+1",
        "@Sam",
        "@SOM(A1)",
        "!mentor: belt, vr",
        ">vrij",
        ">>vr",
        ">16 uur",
        "+5",
        "!+-",
    ],
)
def test_what_only_looks_like_a_mark_is_text(typed: str) -> None:
    assert read_mark(typed, TODAY) == "tekst"


@pytest.mark.parametrize("typed", [">vr", ">3 dec bellen", ">vrijdg", ">niet nodig", ">over 2 wk"])
def test_a_day_may_follow_the_arrow_at_once(typed: str) -> None:
    marked = read_mark(typed, TODAY)
    assert isinstance(marked, Marked)
    assert (marked.mark, marked.body) == (">", typed[1:])


@pytest.mark.parametrize("typed", ["=6", "=12", "=6,5", "=6 "])
def test_a_number_may_follow_the_scale_at_once_when_alone(typed: str) -> None:
    marked = read_mark(typed, TODAY)
    assert isinstance(marked, Marked)
    assert marked.mark == "="


@pytest.mark.parametrize("typed", ["", "   ", "\t", "- punt", "— streep", "  gewoon ingesprongen"])
def test_other_lines_are_plain(typed: str) -> None:
    assert read_mark(typed, TODAY) == ""
