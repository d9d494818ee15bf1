"""Which place each line of a school's list gets (F4.12)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time


def hand_out(free: Sequence[time], asked: Sequence[time | None]) -> list[time | None]:
    """The free places for so many lines, in their order; None for who has to wait.

    Who asks for a time that is free gets it, of two the first; the others get what is left, the
    earliest first.
    """
    given: dict[int, time] = {}
    left = list(free)
    for line, at in enumerate(asked):
        if at in left:
            left.remove(at)
            given[line] = at
    rest = iter(left)
    return [given[line] if line in given else next(rest, None) for line in range(len(asked))]
