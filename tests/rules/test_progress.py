"""The dots are the picture of a doel: they may never promise more than the number beside them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.progress import dots, number

values = st.integers(-100, 100).map(lambda tenths: tenths / 10)


@pytest.mark.parametrize(
    ("start", "target", "now", "done_of_total"),
    [
        (7, 2, 5, (2, 5)),
        (7, 2, 4, (3, 5)),
        (3, 8, 7, (4, 5)),
        (3, 8, 8, (5, 5)),
        (3, 8, 10, (5, 5)),
        (3, 8, 1, (0, 5)),
        (4, 6, 5, (1, 2)),
        (1, 0, 1, (0, 1)),
        (0, 10, 3, (1, 5)),
        (0, 10, 9.9, (4, 5)),
        (0, 1, 0.3, (0, 1)),
        (7.5, 5, 6, (1, 3)),
        (8, 8, 8, (1, 1)),
        (8, 8, 7, (0, 1)),
    ],
)
def test_dots_are_whole_steps_from_start_to_target(
    start: float, target: float, now: float, done_of_total: tuple[int, int]
) -> None:
    assert dots(start, target, now) == done_of_total


def test_tenths_count_as_whole_steps_in_spite_of_binary_fractions() -> None:
    assert [dots(0, 10, step / 10, 100)[0] for step in range(0, 101, 10)] == list(range(11))
    assert dots(0.1, 3.1, 2.1) == (2, 3)


def test_a_wider_bar_has_more_dots() -> None:
    assert dots(0, 10, 3, 10) == (3, 10)


@given(values, values, values)
def test_the_last_dot_fills_only_when_the_target_is_reached(
    start: float, target: float, now: float
) -> None:
    done, total = dots(start, target, now)
    reached = now <= target < start or now >= target > start or start == target == now
    assert 0 <= done <= total
    assert 1 <= total <= 5
    assert (done == total) == reached


@pytest.mark.parametrize("now", [float("inf"), float("-inf"), float("nan"), 1e308])
def test_a_number_beyond_reason_does_not_break_the_screen(now: float) -> None:
    assert 0 <= dots(0, 5, now)[0] <= 5
    assert dots(0, now, 1)[1] in range(1, 6)
    assert number(now)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (8, "8"),
        (8.0, "8"),
        (7.5, "7,5"),
        (0.25, "0,25"),
        (0.1 + 0.2, "0,3"),
        (10, "10"),
        (100, "100"),
        (0, "0"),
        (-0.001, "0"),
        (-2.5, "-2,5"),
        (1234567, "1234567"),
    ],
)
def test_a_number_is_written_the_dutch_way(value: float, written: str) -> None:
    assert number(value) == written
