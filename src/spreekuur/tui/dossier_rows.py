"""What the rows of a dossier stand for: the note, doel, afspraak or person that `e` changes."""

from __future__ import annotations

from typing import NamedTuple

from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.widgets.row_source import Head, Row

Lines = list[Row | Head]


class At(NamedTuple):
    """One row: what it is about and its number (0 is a new one), the line of it and its part."""

    kind: str
    id: int
    line: int = 0
    part: int = 0


NOTE = "notitie"
MISSED = "plek"
FOLLOW_UP = "vervolg"
GOAL = "doel"
AGREEMENT = "afspraak"
GUARDIAN = "ouder"
CONTACT = "contact"
PERSON = "mens"
CASE = "dossier"
PUPIL = "jongere"

WENT = {
    AgreementStatus.DONE: "gelukt",
    AgreementStatus.PARTLY: "deels",
    AgreementStatus.NOT_DONE: "niet",
    AgreementStatus.DROPPED: "vervallen",
    AgreementStatus.ADJUSTED: "bijgesteld",
}

"""How an agreement went, in few letters."""
