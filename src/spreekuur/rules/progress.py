"""How far a doel has come, as dots and as a number."""

from __future__ import annotations

from math import ceil, floor


def dots(start: float, target: float, now: float, most: int = 5) -> tuple[int, int]:
    """Steps done and steps in all from `start` to `target`, at most `most` (screens 1a).

    From 7 to 2 with 5 now is 2 of 5. A goal may rise or fall; one that asks to stay where it is has
    one step. Steps are whole: the last dot fills only when the target is reached.
    """
    span = target - start
    total = max(1, ceil(min(most, abs(span))))
    if not span:
        return (int(now == target), total)
    # Rounded before it is cut off: three tenths of ten steps are 3, not 2.9999999999999996.
    done = round((now - start) / span * total, 9)
    return (floor(max(0, min(total, done))), total)


def number(value: float) -> str:
    """A number as it is written in Dutch, with at most two decimals: `8`, `7,5`."""
    # Adding zero turns -0.0 into 0.0.
    text = f"{round(value, 2) + 0.0:.2f}"
    return text.rstrip("0").rstrip(".").replace(".", ",")
