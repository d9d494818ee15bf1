"""What is proposed when a jongere did not come (domain 5.2), and what parents may hear of it."""

from __future__ import annotations

from dataclasses import dataclass

PARENTS_AFTER = 2
"""No-shows in a row after which more is proposed than another place."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Beside another place: what it is called, what she does herself, and what to mind then."""

    what: str = ""
    action: str = ""
    caution: str = ""


ANOTHER_PLACE = Proposal()
PARENTS = Proposal("oudergesprek, bellen", "ouders bellen voor oudergesprek")
PARENTS_LIMITED = Proposal(
    PARENTS.what, PARENTS.action, "16+: ouders alleen dat, hoe vaak en wanneer."
)
CALL = Proposal("jongere bellen", "jongere bellen")


def proposal(times: int, age: int | None) -> Proposal:
    """After so many no-shows in a row, at this age.

    From the second on an oudergesprek; from 16 parents hear no content (domain 9), also when the
    age is not known; from 18 there is none.
    """
    if times < PARENTS_AFTER:
        return ANOTHER_PLACE
    if age is None or 16 <= age < 18:
        return PARENTS_LIMITED
    return PARENTS if age < 16 else CALL
