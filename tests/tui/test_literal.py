"""An imported name must not be able to steer the terminal, hide text or shift a column."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from spreekuur.tui.literal import Literal, literal

ATTACKS = {
    "a new window title": "Sam\x1b]0;gekaapt\x07",
    "the clipboard": "Sam\x1b]52;c;aGFs\x1b\\",
    "a cleared screen": "Sam\x1b[2J",
    "8-bit control": "Sam\x9b2J\x9d0;x\x9c",
    "turned text": "Sam \u202eteorG ed",
    "hidden characters": "S\u200ba\ufeffm\u2060\u00ad",
    "a lone surrogate": "Sam \ud83d",
    "tags": "Sam\U000e0041",
}


def filtered(text: str) -> str:
    segments = Literal().apply([Segment(text)], Color(0, 0, 0))
    return "".join(segment.text for segment in segments)


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_nothing_that_steers_or_hides_gets_through(attack: str) -> None:
    for shown in (literal(attack), filtered(attack)):
        assert all(unicodedata.category(c) not in ("Cc", "Cf", "Cs") for c in shown)
        assert shown.startswith("Sam")


def test_breaks_and_tabs_become_blanks_and_names_stay_as_they_are() -> None:
    assert literal("een\r\ntwee\tdrie\u2028vier") == "een twee drie vier"
    for name in ("Özgür", "Łukasz [b]x[/b]", "'t Hart", "漢字", "👨\u200d👩\u200d👧"):
        assert literal(name) == filtered(name) == name


@given(st.text(st.characters(categories=None)))
def test_the_filter_never_changes_how_many_cells_a_text_takes(text: str) -> None:
    separate = [character for character in text if character != "\u200d"]
    for character in separate:
        assert cell_len(filtered(character)) == cell_len(character)


@given(st.text(st.characters(categories=None)))
def test_literal_text_can_always_be_written_to_a_terminal(text: str) -> None:
    shown = literal(text)
    assert shown.encode().decode() == shown
    assert literal(shown) == shown
