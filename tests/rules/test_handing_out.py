"""Twelve names for ten places: the order of the list decides, and no place is given twice."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.handing_out import hand_out

ONE, TWO, THREE = time(13), time(13, 20), time(13, 40)


def test_the_list_is_handed_out_in_its_order_and_the_rest_waits() -> None:
    assert hand_out([ONE, TWO], [None, None, None]) == [ONE, TWO, None]
    assert hand_out([], [None]) == [None]


def test_who_asks_for_a_free_time_gets_it_before_who_asks_for_none() -> None:
    assert hand_out([ONE, TWO, THREE], [None, ONE, None]) == [TWO, ONE, THREE]


def test_a_time_that_is_not_free_is_another_place() -> None:
    assert hand_out([TWO, THREE], [ONE, THREE, THREE]) == [TWO, THREE, None]


times = st.sampled_from([time(hour) for hour in range(8, 18)])


@given(st.lists(times, unique=True).map(sorted), st.lists(st.none() | times, max_size=20))
def test_no_place_is_given_twice_and_none_stays_free_while_somebody_waits(
    free: list[time], asked: list[time | None]
) -> None:
    places = hand_out(free, asked)
    given_away = [at for at in places if at]
    assert len(set(given_away)) == len(given_away) == min(len(free), len(asked))
    assert set(given_away) <= set(free)
