"""Of whom something was reported back: to whom, and on which day that was sent (F1.5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.date_words import short_day
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.written_out import joined
from spreekuur.store.connection import Connection
from spreekuur.views.columns import pupil_ref, stamp


@dataclass(frozen=True, slots=True)
class SentBack:
    """Who were told on one day, in the order in which they were."""

    receivers: tuple[str, ...]
    on: date

    @property
    def said(self) -> str:
        """`teruggekoppeld aan Ot Prins en Hennie Drenth, di 10 nov`."""
        return f"teruggekoppeld aan {joined(self.receivers)}, {short_day(self.on)}"


SENT = (
    "SELECT f.day, f.receiver, max(f.sent_at) AS last FROM feedback_pupil p "
    "JOIN feedback f ON f.id = p.feedback_id WHERE p.pupil_id = :id "
    "GROUP BY f.day, f.receiver ORDER BY last, f.id"
)


def sent_back(connection: Connection, pupil_id: int) -> Mapping[date, tuple[SentBack, ...]]:
    """What was sent about a jongere, by the day it was about, oldest first.

    Who was told again counts on the last day; the ouders of the jongere are `ouders`.
    """
    parents = f"ouders van {pupil_ref(pupil_id)}"
    told: dict[date, dict[date, list[str]]] = defaultdict(lambda: defaultdict(list))
    for day, receiver, last in connection.execute(SENT, {"id": pupil_id}):
        sent_at = stamp(last)
        assert sent_at
        by_day = told[date.fromisoformat(day)]
        name = "ouders" if receiver == parents else receiver
        by_day[sent_at.astimezone(LOCAL).date()].append(name)
    return {
        day: tuple(SentBack(tuple(names), on) for on, names in by_day.items())
        for day, by_day in told.items()
    }
