"""Five questions at most, chosen by the moment, and the first ones ask what does work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.helping_questions import (
    HOW_OFTEN,
    MISSED,
    NEW_GOAL,
    ON_THE_WAY,
    STANDING_STILL,
    WHAT_WORKED,
    Moment,
    helping_questions,
)


def test_without_a_doel_it_begins_with_what_works_and_how_often() -> None:
    assert helping_questions(Moment(has_goal=False))[:2] == (WHAT_WORKED, HOW_OFTEN)


def test_after_a_no_show_it_is_about_coming() -> None:
    assert helping_questions(Moment(has_goal=True, missed=True)) == MISSED
    assert helping_questions(Moment(has_goal=False, missed=True)) == MISSED


@pytest.mark.parametrize(
    ("talks", "scores", "values", "expected"),
    [
        (1, (4,), (3,), ON_THE_WAY),
        (2, (4, 4), (3,), STANDING_STILL),
        (2, (4, 5), (3,), ON_THE_WAY),
        (2, (5, 4), (3, 3), ON_THE_WAY),
        (2, (4, 4), (3, 5), ON_THE_WAY),
        (3, (3, 4, 4), (3, 5, 5), STANDING_STILL),
        (2, (), (), STANDING_STILL),
    ],
)
def test_the_third_talk_without_movement_asks_otherwise(
    talks: int, scores: tuple[int, ...], values: tuple[float, ...], expected: tuple[str, ...]
) -> None:
    moment = Moment(has_goal=True, talks=talks, scores=scores, values=values)
    assert helping_questions(moment) == expected


@given(
    st.builds(
        Moment,
        has_goal=st.booleans(),
        talks=st.integers(0, 9),
        missed=st.booleans(),
        scores=st.lists(st.integers(0, 10)).map(tuple),
    )
)
def test_there_are_five_at_most_and_none_twice(moment: Moment) -> None:
    asked = helping_questions(moment)
    assert 1 <= len(asked) <= 5
    assert len(set(asked)) == len(asked)


def test_none_of_them_is_longer_than_two_rows_of_the_list() -> None:
    assert all(len(one) <= 70 for one in (*NEW_GOAL, *MISSED, *STANDING_STILL, *ON_THE_WAY))
