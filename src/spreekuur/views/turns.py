"""Aan zet: whose move it is, by when (F4.18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import Side
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, pupil_ref


@dataclass(frozen=True, slots=True)
class Turn:
    """One open move: an agreement, or a vervolg of her own."""

    kind: str
    """`agreement` or `follow_up`: the table of `id`."""
    id: int
    pupil_id: int | None
    name: PersonName | None
    who: str
    side: Side
    what: str
    by: date | None
    at: time | None

    @property
    def ref(self) -> str | None:
        return pupil_ref(self.pupil_id) if self.pupil_id else None

    def is_overdue(self, today: date) -> bool:
        """Over datum: its day has passed."""
        return self.by is not None and self.by < today


TURNS = (
    "SELECT 'agreement', g.id, g.pupil_id, p.given, p.prefix, p.surname, g.who, g.side, g.what, "
    "g.due AS by_day, g.at AS by_time FROM agreement g JOIN pupil p ON p.id = g.pupil_id "
    "WHERE g.status = 'open' "
    "UNION ALL SELECT 'follow_up', f.id, f.pupil_id, p.given, p.prefix, p.surname, 'ik', 'ik', "
    "f.action, f.day, f.at FROM follow_up f LEFT JOIN pupil p ON p.id = f.pupil_id "
    "WHERE f.status = 'open' AND f.appointment_id IS NULL AND f.waiting_entry_id IS NULL"
)


def turns(connection: Connection) -> list[Turn]:
    """Every open move, earliest first; without a day comes last."""
    rows = connection.execute(
        f"SELECT * FROM ({TURNS}) ORDER BY by_day IS NULL, by_day, by_time IS NOT NULL, by_time, 2"
    )
    return [
        Turn(
            kind=kind,
            id=number,
            pupil_id=pupil_id,
            name=PersonName(given, prefix, surname) if pupil_id else None,
            who=who,
            side=Side(side),
            what=what,
            by=day(by),
            at=clock(at),
        )
        for kind, number, pupil_id, given, prefix, surname, who, side, what, by, at in rows
    ]
