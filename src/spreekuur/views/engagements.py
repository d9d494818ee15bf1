"""Her own afspraken and absences, as the agenda shows them and their form changes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock


@dataclass(frozen=True, slots=True)
class EngagementView:
    """An eigen afspraak or an afwezigheid (`away`); whole days when it has no times."""

    id: int
    version: int
    what: str
    first: date
    last: date
    starts: time | None
    ends: time | None
    away: bool

    def meets(self, day: date, starts: time, ends: time) -> bool:
        """Whether it takes something of these hours."""
        if not self.first <= day <= self.last:
            return False
        return (self.starts or time.min) < ends and starts < (self.ends or time.max)


SELECT = "SELECT id, version, what, first, last, starts, ends, away FROM engagement"


def engagements_between(connection: Connection, first: date, last: date) -> list[EngagementView]:
    """Those that take a day from `first` to `last`, earliest first; whole days before hours."""
    rows = connection.execute(
        f"{SELECT} WHERE first <= :last AND last >= :first "
        "ORDER BY first, starts IS NOT NULL, starts, id",
        {"first": str(first), "last": str(last)},
    )
    return [_view(row) for row in rows]


def engagement_by_id(connection: Connection, engagement_id: int) -> EngagementView | None:
    """One of them, or None when it is gone."""
    row = connection.execute(f"{SELECT} WHERE id = :id", {"id": engagement_id}).fetchone()
    return _view(row) if row else None


def _view(row: tuple[Any, ...]) -> EngagementView:
    number, version, what, first, last, starts, ends, away = row
    days = date.fromisoformat(first), date.fromisoformat(last)
    return EngagementView(number, version, what, *days, clock(starts), clock(ends), bool(away))
