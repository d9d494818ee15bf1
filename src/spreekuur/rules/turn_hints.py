"""Whom to speak when it is the jongere's move (F3.9): circle 0 holds a jongere only from 12."""

from __future__ import annotations

from datetime import date

from spreekuur.rules.ages import age_on
from spreekuur.rules.labels import Side

OWN_DUTY = 12
"""From this birthday the jongere has a duty of their own (Leerplichtwet art. 2.3)."""
TO_PARENTS = "met ouders"
WHY = "Jonger dan 12: de afspraak is met ouders."


def turn_hint(side: Side, born: date | None, today: date) -> str:
    """What to reckon with when this side is at turn; empty when there is nothing."""
    young = born is not None and age_on(born, today) < OWN_DUTY
    return TO_PARENTS if side is Side.PUPIL and young else ""
