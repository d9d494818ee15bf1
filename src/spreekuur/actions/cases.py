"""A dossier as a whole: closed with a word on what was behind it, and how contact is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spreekuur.actions.rows import fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook

UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class CaseDetails:
    """What she may say of a dossier.

    `days` is the most between two contacts, None for no rhythm; `holder` keeps it (`school` or
    `ik`). A closed dossier says what was behind it, or *onbekend* (F4.23).
    """

    days: int | None = None
    holder: str = ""
    closed: bool = False
    because: str = ""


def keep_case(casebook: Casebook, pupil_id: int, details: CaseDetails, today: date) -> None:
    """Keep how contact is held, and close the dossier or open it again.

    Raises ChangedElsewhere when the jongere is gone.
    """
    with casebook.change("Dossier bijgewerkt") as session:
        from sqlmodel import select

        from spreekuur.model import ContactRhythm, Pupil

        pupil = fetch(session, Pupil, pupil_id)
        if details.closed:
            pupil.closed_on = pupil.closed_on or today
            pupil.closed_because = clean(details.because) or UNKNOWN
        else:
            pupil.closed_on, pupil.closed_because = None, ""
        rhythm = session.exec(
            select(ContactRhythm).where(ContactRhythm.pupil_id == pupil_id)
        ).one_or_none()
        if rhythm is not None and details.days is None:
            session.delete(rhythm)
        elif details.days is not None:
            rhythm = rhythm or ContactRhythm(pupil_id=pupil_id, days=0, holder="")
            rhythm.days, rhythm.holder = details.days, clean(details.holder)
            session.add(rhythm)


def reopen(casebook: Casebook, pupil_id: int) -> None:
    """Open a dossier again, because the jongere is on a list; one that is open stays as it is."""
    with casebook.change("Dossier heropend") as session:
        from spreekuur.model import Pupil

        pupil = fetch(session, Pupil, pupil_id)
        if pupil.closed_on is not None:
            pupil.closed_on, pupil.closed_because = None, ""
