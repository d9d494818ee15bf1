"""Who did not come is offered another place, and from the second time on more, by age."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.rules.ages import age_on
from spreekuur.rules.no_shows import ANOTHER_PLACE, CALL, PARENTS, PARENTS_LIMITED, proposal

BORN = date(2010, 11, 24)


@pytest.mark.parametrize("age", [9, 15, 16, 17, 18, 24, None])
def test_the_first_time_there_is_only_another_place(age: int | None) -> None:
    assert proposal(1, age) == ANOTHER_PLACE


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 23), PARENTS),
        (date(2026, 11, 24), PARENTS_LIMITED),
        (date(2028, 11, 23), PARENTS_LIMITED),
        (date(2028, 11, 24), CALL),
    ],
)
def test_the_second_time_it_depends_on_the_age_that_day(day: date, expected: object) -> None:
    assert proposal(2, age_on(BORN, day)) == expected


def test_a_third_time_is_like_the_second() -> None:
    assert proposal(3, 12) == PARENTS


def test_of_an_unknown_age_parents_hear_no_content() -> None:
    assert proposal(2, None) == PARENTS_LIMITED
    assert "alleen dat, hoe vaak en wanneer" in proposal(2, None).caution


def test_from_eighteen_parents_are_not_named() -> None:
    assert "ouder" not in f"{CALL.what}{CALL.action}{CALL.caution}"
