"""With the plain set nothing outside the usual fonts is painted, and no cell shifts by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from spreekuur.tui import signs
from spreekuur.tui.plain_signs import PlainSigns

PAPER = Color(255, 255, 255)


def painted(*texts: str) -> list[str]:
    return [one.text for one in PlainSigns().apply([Segment(text) for text in texts], PAPER)]


def test_every_sign_outside_latin_1_has_a_plain_one() -> None:
    values = (value for name, value in vars(signs).items() if name.isupper())
    special = {one for one in values if isinstance(one, str) and len(one) == 1 and ord(one) > 255}
    assert special - {signs.MORE} == {*signs.PLAIN, signs.ENTER}
    assert all(plain.isascii() and len(plain) == 1 for plain in signs.PLAIN.values())


def test_a_sign_becomes_its_plain_one_in_its_own_cell() -> None:
    assert painted("▸ ", "✓ aanwezig", " ✗ ●○ ─│ 4 › 6") == ["> ", "v aanwezig", " x #- -| 4 > 6"]


def test_names_keep_their_accents() -> None:
    assert painted("Wiśniewska, Özgür, Yıldız · » ± … é €") == [
        "Wiśniewska, Özgür, Yıldız · » ± … é €"
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["⏎ open", "         "], ["Enter open", "     "]),
        (["Spreekuur vandaag        ⏎ begin"], ["Spreekuur vandaag    Enter begin"]),
        (["⏎ kies   ", "⏎ leeg", " " * 12], ["Enter kies   ", "Enter leeg", " " * 4]),
        (["geen ruimte ⏎"], ["geen ruimte ⏎"]),
    ],
)
def test_enter_is_named_where_the_line_has_blanks_to_spare(
    texts: list[str], expected: list[str]
) -> None:
    assert painted(*texts) == expected


@given(st.lists(st.text(alphabet="✓▸⏎ aé│", max_size=12), max_size=5))
def test_a_line_is_as_wide_as_it_was(texts: list[str]) -> None:
    assert sum(map(cell_len, painted(*texts))) == sum(map(cell_len, texts))
