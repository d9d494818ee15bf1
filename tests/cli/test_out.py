"""Pages stay in their columns and inside 80, whatever the names in them are made of."""

from __future__ import annotations

from unicodedata import category
from unicodedata import east_asian_width as wide

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.cli.out import WIDTH, paragraph, show, table
from spreekuur.store.location import Location
from tests.cli.conftest import typed

MARK = "\u258c"

cell = st.text(
    st.characters(
        codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"], exclude_characters=MARK
    ),
    max_size=9,
)


def width(text: str) -> int:
    return sum(0 if category(s) in ("Mn", "Me") else 1 + (wide(s) in "WF") for s in text)


def test_columns_line_up_and_empty_ones_disappear() -> None:
    rows = [("J-0001", "", "Sam", "4H2"), ("J-0002", "", "Noor van den Berg", "")]
    assert table(rows, indent=2) == "  J-0001  Sam                4H2\n  J-0002  Noor van den Berg"


def test_wide_signs_and_accents_take_the_cells_they_take() -> None:
    decomposed = "Zoe\u0308"
    lines = table([("日本", "a"), (decomposed, "b"), ("Sam", "c")]).split("\n")
    assert [width(line[:-1]) for line in lines] == [6, 6, 6]


def test_what_does_not_fit_goes_on_below_its_own_column() -> None:
    shown = table([("J-0001", "woord " * 30), ("J-0002", "x" * 200)])
    lines = shown.split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert {line[:8] for line in lines} == {"J-0001  ", "J-0002  ", " " * 8}
    assert shown.count("woord") == 30
    assert shown.count("x") == 200


def test_an_empty_table_is_nothing() -> None:
    assert table([]) == ""


@given(st.lists(st.tuples(cell, cell), min_size=1, max_size=5))
def test_any_names_keep_the_columns_aligned(rows: list[tuple[str, str]]) -> None:
    lines = table([(*row, MARK) for row in rows]).split("\n")
    assert len(lines) == len(rows)
    assert len({width(line.partition(MARK)[0]) for line in lines}) == 1
    assert all(line.endswith(MARK) for line in lines)


@given(st.lists(st.text("abcdé-", min_size=1, max_size=100)))
def test_a_paragraph_is_80_wide_and_loses_no_letter(words: list[str]) -> None:
    shown = paragraph(" ".join(words), indent=2)
    assert max(map(len, shown.split("\n"))) <= WIDTH
    assert "".join(shown.split()) == "".join(words)


def test_a_paragraph_keeps_its_own_lines() -> None:
    assert paragraph("een\n\n  twee", indent=2) == "  een\n\n    twee"


def test_nothing_shown_steers_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show("Sam\x1b[31m\x07\u202e rood\x9b2J\nregel twee")
    assert capsys.readouterr().out == "Sam[31m rood2J\nregel twee\n"


def test_a_terminal_that_lacks_a_sign_gets_a_question_mark(place: Location) -> None:
    done = typed("dossier", "J-0004", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout.decode("cp1252").startswith("J-0004  Zuzanna Wi?niewska")


def test_json_is_whole_on_such_a_terminal_too(place: Location) -> None:
    done = typed("dossier", "J-0004", "--json", PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
    assert '"Zuzanna Wi\\u015bniewska"' in done.stdout.decode("ascii")


def test_one_long_text_does_not_push_the_others_aside() -> None:
    rows = [("J-0001", "Sam " * 20, "4H2"), ("J-0002", "Noor", "4H1")]
    lines = table(rows).split("\n")
    assert all(len(line) <= 8 + 32 + 2 + 3 for line in lines)
    assert lines[0].endswith("…  4H2")
