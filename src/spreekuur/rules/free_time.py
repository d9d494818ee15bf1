"""What stands in whose way on one day, and whether an afternoon is still free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time

Hours = tuple[time, time]
"""From when to when, wall-clock local."""

AFTERNOON: Hours = (time(13), time(17))
"""The hours in which a spreekuur on school is held."""
WHOLE_DAY: Hours = (time.min, time.max)


def overlap(one: Hours, other: Hours) -> bool:
    """Whether both take the same moment; one may begin when the other ends."""
    return one[0] < other[1] and other[0] < one[1]


def afternoon_is_free(taken: Iterable[Hours]) -> bool:
    """Whether none of these takes any of the afternoon."""
    return not any(overlap(AFTERNOON, hours) for hours in taken)
