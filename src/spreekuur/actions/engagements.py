"""Her own afspraken and absences, which stand in the agenda beside the spreekuren."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, time

from spreekuur.actions.days import demand_order
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class EngagementDetails:
    """What is known of one; whole days without times, `away` when she is not there."""

    what: str
    first: date
    last: date
    starts: time | None = None
    ends: time | None = None
    away: bool = False


def add_engagement(casebook: Casebook, details: EngagementDetails) -> int:
    """One more in the agenda; gives its number. Raises StoreError for days out of order."""
    _demand_span(details)
    with casebook.change("Eigen afspraak toegevoegd") as session:
        from spreekuur.model import Engagement

        return added(session, Engagement(**{**asdict(details), "what": clean(details.what)}))


def edit_engagement(
    casebook: Casebook, engagement_id: int, details: EngagementDetails, *, version: int
) -> None:
    """Change one as she saw it; raises ChangedElsewhere, StoreError for days out of order."""
    _demand_span(details)
    with casebook.change("Eigen afspraak gewijzigd") as session:
        from spreekuur.model import Engagement

        row = fetch(session, Engagement, engagement_id, version)
        row.what, row.first, row.last = clean(details.what), details.first, details.last
        row.starts, row.ends, row.away = details.starts, details.ends, details.away


def remove_engagement(casebook: Casebook, engagement_id: int) -> None:
    """It does not take place, or was never one."""
    with casebook.change("Eigen afspraak verwijderd") as session:
        from spreekuur.model import Engagement

        session.delete(fetch(session, Engagement, engagement_id))


def _demand_span(details: EngagementDetails) -> None:
    demand_order(details.first, details.last)
    if details.starts and details.ends and details.ends <= details.starts:
        raise StoreError("Het einde ligt niet na het begin. Typ bijvoorbeeld 15:00-16:00.")
