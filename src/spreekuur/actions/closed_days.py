"""The days on which one school holds no spreekuur: studiedagen, toetsweken."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from spreekuur.actions.days import demand_order
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


@dataclass(frozen=True, slots=True)
class ClosedDayDetails:
    """What is known of closed days; `first` and `last` both belong to them."""

    name: str
    first: date
    last: date


def add_closed_day(casebook: Casebook, school_id: int, details: ClosedDayDetails) -> int:
    """Closed days of a school; gives their number. Raises StoreError for days in wrong order."""
    demand_order(details.first, details.last)
    with casebook.change("Dichte dag toegevoegd") as session:
        from spreekuur.model import ClosedDay

        known = {**asdict(details), "name": clean(details.name)}
        return added(session, ClosedDay(school_id=school_id, **known))


def edit_closed_day(
    casebook: Casebook, closed_day_id: int, details: ClosedDayDetails, *, version: int
) -> None:
    """Change closed days as she saw them; raises ChangedElsewhere, StoreError for wrong order."""
    demand_order(details.first, details.last)
    with casebook.change("Dichte dag gewijzigd") as session:
        from spreekuur.model import ClosedDay

        row = fetch(session, ClosedDay, closed_day_id, version)
        row.name, row.first, row.last = clean(details.name), details.first, details.last


def remove_closed_day(casebook: Casebook, closed_day_id: int) -> None:
    """The school is open on these days after all."""
    with casebook.change("Dichte dag verwijderd") as session:
        from spreekuur.model import ClosedDay

        session.delete(fetch(session, ClosedDay, closed_day_id))
