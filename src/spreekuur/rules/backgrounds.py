"""Achtergrond of absence, chosen by the beginnings of its words (domain 4.15, F4.20)."""

from __future__ import annotations

import re

from spreekuur.rules.labels import Background
from spreekuur.rules.text import fold

BETWEEN = ", "
"""What stands between the labels where several are kept."""

CHOICES = (
    "motivatie, plannen, angst, conflict, pesten, opleiding, thuis, geld, ziekte, vervoer, taal, "
    "laptop, onbekend"
)
"""One word for each of them."""

_WORD = re.compile(r"\w+")


def read_backgrounds(text: str) -> tuple[tuple[Background, ...], str]:
    """What `plannen, angst` chooses, in the order of the labels; and the first unclear part.

    A part is a label, or the beginning of a word of just one label.
    """
    chosen: set[Background] = set()
    for part in text.split(","):
        typed = fold(part.strip())
        fitting = [one for one in Background if typed and _begins(one, typed)]
        if typed and len(fitting) != 1:
            return _in_order(chosen), part.strip()
        chosen |= set(fitting)
    return _in_order(chosen), ""


def backgrounds_in(kept: str) -> tuple[Background, ...]:
    """The labels in a column; one that is none any more is left out."""
    return tuple(Background(one) for one in kept.split(BETWEEN) if one in set(Background))


def _begins(background: Background, typed: str) -> bool:
    label = fold(background)
    return label.startswith(typed) or any(one.startswith(typed) for one in _WORD.findall(label))


def _in_order(chosen: set[Background]) -> tuple[Background, ...]:
    return tuple(one for one in Background if one in chosen)
