"""A dossier as a whole: whether it is closed, who keeps contact and how often."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spreekuur.rules.backgrounds import backgrounds_in
from spreekuur.rules.labels import Background
from spreekuur.store.connection import Connection
from spreekuur.views.carry_over import Waiting, waiting
from spreekuur.views.columns import day


@dataclass(frozen=True, slots=True)
class CaseView:
    """The state of one dossier."""

    closed_on: date | None
    because: str
    """What was behind it, in her words."""
    days: int | None
    """At least one contact in so many days; None when nothing was agreed."""
    holder: str
    """Who keeps contact: `school` or `ik`."""
    background: tuple[Background, ...] = ()
    carried: Waiting | None = None
    """What still goes to the official system."""


def case_of(connection: Connection, pupil_id: int) -> CaseView | None:
    """The dossier of one jongere, None when there is none by that number (any more)."""
    row = connection.execute(
        "SELECT p.closed_on, p.closed_because, r.days, coalesce(r.holder, ''), p.background "
        "FROM pupil p "
        "LEFT JOIN contact_rhythm r ON r.pupil_id = p.id WHERE p.id = :id",
        {"id": pupil_id},
    ).fetchone()
    if row is None:
        return None
    closed_on, because, days, holder, background = row
    carried = waiting(connection, pupil_id)
    return CaseView(day(closed_on), because, days, holder, backgrounds_in(background), carried)
