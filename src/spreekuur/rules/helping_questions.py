"""Questions that help in a talk: what works, how often, one step higher (S3, S4 F4.17)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

WHAT_WORKED = "Wat ging er wél?"
HOW_OFTEN = "Hoe vaak kun je wél op school zijn?"

_GOOD_DAY = "Welke dag ging het goed? Wat deed je toen anders?"
_ONE_STEP = "Wat is één stapje hoger?"
_WHO_HELPS = "Wie mag je daarbij helpen?"

NEW_GOAL = (WHAT_WORKED, HOW_OFTEN, _GOOD_DAY, _ONE_STEP, _WHO_HELPS)
MISSED = (
    "Wat maakte dat het vandaag wél lukte om te komen?",
    "Wat stond er vorige keer in de weg?",
    "Welk moment past jou beter?",
    WHAT_WORKED,
    HOW_OFTEN,
)
STANDING_STILL = (
    "Wat maakt dat het geen 0 is?",
    "Is dit nog jouw doel?",
    "Wat heb je al geprobeerd? Wat hielp een beetje?",
    "Wat kan een ander anders doen?",
    _ONE_STEP,
)
ON_THE_WAY = (WHAT_WORKED, _GOOD_DAY, _ONE_STEP, _WHO_HELPS, "Hoe houd je dit vol?")

TALKS_WITHOUT_MOVEMENT = 2
"""Earlier talks, so that the one of now is the third."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What is known when a jongere sits down.

    `scores` and `values` are the answers to the schaalvraag and where the doel stood, oldest first.
    """

    has_goal: bool
    talks: int = 0
    missed: bool = False
    scores: tuple[int, ...] = ()
    values: tuple[float, ...] = ()


def helping_questions(moment: Moment) -> tuple[str, ...]:
    """Five at most, for this moment: after a no-show, for a new doel, when nothing moves."""
    if moment.missed:
        return MISSED
    if not moment.has_goal:
        return NEW_GOAL
    moves = _moved(moment.scores) or _moved(moment.values)
    if moment.talks >= TALKS_WITHOUT_MOVEMENT and not moves:
        return STANDING_STILL
    return ON_THE_WAY


def _moved(series: Sequence[float]) -> bool:
    return len(set(series[-2:])) > 1
