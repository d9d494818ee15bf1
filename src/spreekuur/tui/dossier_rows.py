"""What the rows of a dossier stand for: the note, doel, afspraak or person that `e` changes."""

from __future__ import annotations

from typing import NamedTuple

from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.widgets.row_source import Head, Row

Lines = list[Row | Head]


class At(NamedTuple):
    """One row: what it is about and its number, the line of it and the part of that line."""

    kind: str
    id: int
    line: int = 0
    part: int = 0


NOTE = "conversation"
FOLLOW_UP = "follow_up"
MISSED = "appointment"
GOAL = "goal"
AGREEMENT = "agreement"
GUARDIAN = "guardian"
CONTACT = "contact"
PUPIL = "pupil"

WENT = {
    AgreementStatus.DONE: "gelukt",
    AgreementStatus.PARTLY: "deels",
    AgreementStatus.NOT_DONE: "niet",
    AgreementStatus.DROPPED: "vervallen",
    AgreementStatus.ADJUSTED: "bijgesteld",
}

"""How an agreement went, in few letters."""
