"""Who keeps a place when a spreekuur gets other hours."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled place: when it begins, over how many places it stretches, whether it may wait."""

    at: time
    spans: int = 1
    may_wait: bool = True


def refit(
    filled: Sequence[Filled], old: Sequence[time], new: Sequence[time]
) -> tuple[time | None, ...]:
    """The new begin time of each filled place, which come in order of time; None: no room.

    Everybody keeps their number in the row, and so their gaps, as far as that goes; who then falls
    off at the end moves up. When there are too few places the last ones wait. Hours that only begin
    earlier or later take everybody along, also who was squeezed in.
    """
    shift = _shift(old, new)
    if shift is not None:
        return tuple(_moved(one.at, shift) for one in filled)
    stay = _who_stay(filled, len(new))
    begins: dict[int, int] = {}
    nearest = 0
    for number in stay:
        begins[number] = max(nearest, bisect_right(old, filled[number].at) - 1)
        nearest = begins[number] + filled[number].spans
    limit = len(new)
    for number in reversed(stay):
        begins[number] = min(begins[number], limit - filled[number].spans)
        limit = begins[number]
    return tuple(new[begins[n]] if n in begins else None for n in range(len(filled)))


def _shift(old: Sequence[time], new: Sequence[time]) -> int | None:
    """By how many minutes every old place moved, when all of them did so by as many."""
    shifts = {_minute(after) - _minute(before) for before, after in zip(old, new, strict=False)}
    return shifts.pop() if len(shifts) == 1 and len(new) >= len(old) else None


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _moved(at: time, minutes: int) -> time:
    return time(*divmod(max(0, min(_minute(at) + minutes, 24 * 60 - 1)), 60))


def _who_stay(filled: Sequence[Filled], room: int) -> list[int]:
    """Their numbers: as many as fit, from the end on without who may wait, then without others."""
    stay = list(range(len(filled)))
    for waiting in (True, False):
        for number in reversed(range(len(filled))):
            if sum(filled[one].spans for one in stay) <= room:
                return stay
            if filled[number].may_wait is waiting:
                stay.remove(number)
    return stay
