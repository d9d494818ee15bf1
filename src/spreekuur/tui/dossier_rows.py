"""What the rows of a dossier stand for: the note, doel, afspraak or person that `e` changes."""

from __future__ import annotations

from typing import NamedTuple

from spreekuur.rules.cells import columns
from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.lines import MUTED, paragraph
from spreekuur.tui.widgets.row_source import Head, Row

Lines = list[Row | Head]

WHO = 9
"""Cells of who, or of what a fact is about."""


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


def hint(text: str, room: int) -> Lines:
    """Muted rows at which the cursor does not stop."""
    return [Head((row, MUTED)) for row in paragraph(text, room)]


def both(left: str, right: str, width: int) -> str:
    """Two texts at either side of `width` cells."""
    return left + " " * max(1, width - columns(left) - columns(right)) + right
