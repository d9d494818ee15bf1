"""A child under twelve is not left alone with a promise: who reads Aan zet must see that."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.rules.labels import Side
from spreekuur.rules.turn_hints import TO_PARENTS, turn_hint

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("side", "born", "expected"),
    [
        (Side.PUPIL, date(2014, 11, 25), TO_PARENTS),
        (Side.PUPIL, date(2014, 11, 24), ""),
        (Side.PUPIL, None, ""),
        (Side.PARENTS, date(2017, 5, 9), ""),
        (Side.SCHOOL, date(2017, 5, 9), ""),
    ],
)
def test_only_a_jongere_under_twelve_gets_a_hint(
    side: Side, born: date | None, expected: str
) -> None:
    assert turn_hint(side, born, TODAY) == expected
