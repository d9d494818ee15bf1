"""Slips of the finger: a word one letter away from a name."""

from __future__ import annotations

from collections.abc import Sequence


def near(word: str, names: Sequence[str]) -> str | None:
    """The name that is one letter more, less, other or swapped away; short names have no slips."""
    # One slip leaves the first or the last letter in place: a quick look spares most comparisons.
    alike = (name for name in names if word[:1] == name[0] or word[-1:] == name[-1])
    return next((name for name in alike if len(name) > 4 and _one_slip(word, name)), None)


def _one_slip(word: str, name: str) -> bool:
    if abs(len(word) - len(name)) > 1 or word == name:
        return False
    start = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if start is None:
        return True
    left, right = word[start:], name[start:]
    swapped = left[1::-1] + left[2:] == right
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]
