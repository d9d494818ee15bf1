"""What is proposed at the close about who did not sit at the table (domain 5.2, screens 7b)."""

from __future__ import annotations

from dataclasses import dataclass

from spreekuur.rules.labels import Attendance, Decision
from spreekuur.rules.no_shows import PARENTS_AFTER, proposal

ASKED = frozenset(
    {
        Attendance.INVITED,
        Attendance.NO_SHOW,
        Attendance.CANCELLED,
        Attendance.SICK,
        Attendance.NOT_FETCHED,
        Attendance.NOT_REACHED,
    }
)
"""How a jongere did not come to a talk; the others sat at the table or have another place."""

CALLING = "bellen"


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision that is proposed, what she does then herself, and what to mind."""

    decision: Decision
    action: str = ""
    shown: str = ""
    caution: str = ""


def proposed(attendance: Attendance, times: int, age: int | None, elsewhere: str) -> Choice:
    """What lies at hand: `times` are the no-shows in a row, this one included.

    Who lives in another municipality goes to the colleague there; after two no-shows it is no
    longer just another place.
    """
    if elsewhere:
        return Choice(Decision.COLLEAGUE)
    if attendance is Attendance.NO_SHOW and times >= PARENTS_AFTER:
        more = proposal(times, age)
        shown = "oudergesprek?" if "ouder" in more.action else f"{more.what}?"
        return Choice(Decision.CALL, more.action, shown, more.caution)
    return Choice(Decision.AGAIN)


def said(attendance: Attendance, times: int, elsewhere: str) -> str:
    """How it went with one row: `niet verschenen, 2e keer`, `woont in Borgerveld`."""
    if elsewhere:
        return f"woont in {elsewhere}"
    if attendance is Attendance.INVITED:
        return str(Attendance.NOT_REACHED)
    return f"{attendance}, {times}e keer" if attendance is Attendance.NO_SHOW else str(attendance)
