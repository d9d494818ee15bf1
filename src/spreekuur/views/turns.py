"""Aan zet: whose move it is, by when (F4.18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.labels import Side
from spreekuur.rules.names import PersonName
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, pupil_ref
from spreekuur.views.timeline import Entry, EntryLine
from spreekuur.views.today import MOVES


@dataclass(frozen=True, slots=True)
class Turn:
    """One open move: an agreement, or a vervolg of her own; without name and school not filed."""

    kind: str
    """`agreement` or `follow_up`: the table of `id`."""
    id: int
    pupil_id: int | None
    name: PersonName | None
    school_id: int | None
    school: str
    conversation_id: int | None
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


def turns(connection: Connection) -> list[Turn]:
    """Every open move, earliest first; without a day comes last."""
    return _turns(connection, "1", {})


def turn(connection: Connection, kind: str, number: int) -> Turn | None:
    """One open move, or None when it is open no longer."""
    found = _turns(connection, "kind = :kind AND id = :id", {"kind": kind, "id": number})
    return found[0] if found else None


def source_line(entry: Entry, move: Turn) -> EntryLine | None:
    """The line of a talk that a move came from; none when it was worded anew since."""
    for line in entry.lines:
        agreed = line.content.startswith(f"{move.who}: {move.what}, ")
        followed = line.content.endswith(f" {move.what}")
        if line.kind == move.kind and (agreed if move.kind == "agreement" else followed):
            return line
    return None


def _turns(connection: Connection, which: str, values: dict[str, object]) -> list[Turn]:
    rows = connection.execute(
        f"SELECT * FROM ({MOVES}) WHERE {which} "
        "ORDER BY on_day IS NULL, on_day, on_time IS NOT NULL, on_time, 2",
        values,
    )
    found = []
    for kind, number, pupil_id, given, prefix, surname, school_id, school, *rest in rows:
        conversation_id, who, side, what, by, at = rest
        found.append(
            Turn(
                kind=kind,
                id=number,
                pupil_id=pupil_id,
                name=PersonName(given, prefix, surname) if pupil_id else None,
                school_id=school_id,
                school=school,
                conversation_id=conversation_id,
                who=who,
                side=Side(side),
                what=what,
                by=day(by),
                at=clock(at),
            )
        )
    return found
