"""Aan zet: whose move it is, by when (F4.18), and who is behind their rhythm of contact (F3.19)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any, NamedTuple

from spreekuur.rules.labels import Side
from spreekuur.rules.names import PersonName
from spreekuur.rules.rhythm import rhythm_words
from spreekuur.rules.turn_hints import turn_hint
from spreekuur.store.connection import Connection
from spreekuur.views.caseload import LAST_CONTACT
from spreekuur.views.columns import clock, day, pupil_ref
from spreekuur.views.timeline import Entry, EntryLine
from spreekuur.views.today import MOVES

LETTERS = {"agreement": "A", "follow_up": "V"}
"""A move by its table: `A-0012` is an afspraak, `V-0003` a vervolg."""
NUMBER = re.compile(r"([aAvV])-0*(\d{1,9})\Z")


class TurnKey(NamedTuple):
    """A move by its table and number, and whose it is."""

    kind: str
    id: int
    side: Side


@dataclass(frozen=True, slots=True)
class Turn:
    """One open move: an agreement, or a vervolg of her own; without name and school not filed."""

    kind: str
    """`agreement` or `follow_up`, the table of `id`; `rhythm` is contact that is behind, of the
    jongere with that number."""
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
    born: date | None

    @property
    def ref(self) -> str | None:
        return pupil_ref(self.pupil_id) if self.pupil_id else None

    @property
    def number(self) -> str:
        """`A-0012` or `V-0003`, by which the shell judges and moves it; contact has none."""
        letter = LETTERS.get(self.kind)
        return f"{letter}-{self.id:04d}" if letter else ""

    def is_overdue(self, today: date) -> bool:
        """Over datum: its day has passed."""
        return self.by is not None and self.by < today

    def hint(self, today: date) -> str:
        """What to reckon with: whom to speak when the jongere is young."""
        return turn_hint(self.side, self.born, today)


BEHIND = (
    "SELECT 'rhythm' AS kind, p.id, p.id AS pupil_id, p.given, p.prefix, p.surname, "
    "NULL AS school_id, '' AS school, NULL AS conversation_id, p.holder AS who, "
    "p.holder AS side, p.days AS what, date(p.contact, '+' || p.days || ' days') AS on_day, "
    "NULL AS on_time FROM (SELECT p.*, r.days, coalesce(nullif(r.holder, ''), 'ik') AS holder, "
    f"{LAST_CONTACT} AS contact FROM contact_rhythm r JOIN pupil p ON p.id = r.pupil_id "
    "WHERE p.closed_on IS NULL) p WHERE on_day < :today"
)
"""Who was not spoken for longer than was agreed, as a move of whoever keeps contact."""

KEYS = (
    "SELECT 'agreement' AS kind, id, side, due AS on_day, at AS on_time FROM agreement "
    "WHERE status = 'open' UNION ALL SELECT 'follow_up', id, 'ik', day, at FROM follow_up "
    "WHERE status = 'open' AND appointment_id IS NULL AND waiting_entry_id IS NULL "
    f"UNION ALL SELECT kind, id, side, on_day, on_time FROM ({BEHIND})"
)
IN_ORDER = "ORDER BY on_day IS NULL, on_day, on_time IS NOT NULL, on_time, 2"


def turns(connection: Connection, today: date | None = None) -> list[Turn]:
    """Every open move, earliest first, without a day last; as of `today` also contact behind."""
    return _turns(connection, "1", {"today": str(today or "")})


def turn_keys(connection: Connection, today: date) -> list[TurnKey]:
    """The same by number alone, cheap however many there are."""
    rows = connection.execute(
        f"SELECT kind, id, side FROM ({KEYS}) {IN_ORDER}", {"today": str(today)}
    )
    sides = {str(side): side for side in Side}
    return [TurnKey(kind, number, sides[side]) for kind, number, side in rows]


def turns_at(connection: Connection, keys: Sequence[TurnKey], today: date) -> list[Turn]:
    """These moves, at most a page of them, in the order in which they are named."""
    found: dict[tuple[str, int], Turn] = {}
    for kind in {key.kind for key in keys}:
        wanted = json.dumps([key.id for key in keys if key.kind == kind])
        values: dict[str, object] = {"kind": kind, "ids": wanted, "today": str(today)}
        which = "kind = :kind AND id IN (SELECT value FROM json_each(:ids))"
        found |= {(one.kind, one.id): one for one in _turns(connection, which, values)}
    return [found[key.kind, key.id] for key in keys if (key.kind, key.id) in found]


def turn(connection: Connection, kind: str, number: int, today: date | None = None) -> Turn | None:
    """One open move, or None when it is open no longer."""
    values = {"kind": kind, "id": number, "today": str(today or "")}
    found = _turns(connection, "kind = :kind AND id = :id", values)
    return found[0] if found else None


def numbered(connection: Connection, number: str) -> Turn | None:
    """The open move that shows this number: `A-0012`, `V-0003`."""
    read = NUMBER.match(number.strip())
    kinds = {letter: kind for kind, letter in LETTERS.items()}
    return turn(connection, kinds[read[1].upper()], int(read[2])) if read else None


def source_line(entry: Entry, move: Turn) -> EntryLine | None:
    """The line of a talk that a move came from; none when it was worded anew since."""
    for line in entry.lines:
        agreed = line.content.startswith(f"{move.who}: {move.what}, ")
        followed = line.content.endswith(f" {move.what}")
        if line.kind == move.kind and (agreed if move.kind == "agreement" else followed):
            return line
    return None


def _turns(connection: Connection, which: str, values: dict[str, object]) -> list[Turn]:
    behind = f" UNION ALL {BEHIND}" if values["today"] else ""
    rows = connection.execute(
        f"SELECT m.*, (SELECT born FROM pupil WHERE id = m.pupil_id) FROM "
        f"(SELECT * FROM ({MOVES}{behind}) WHERE {which}) m {IN_ORDER}",
        values,
    )
    return list(_read(rows))


def _read(rows: Iterable[Any]) -> Iterable[Turn]:
    for kind, number, pupil_id, given, prefix, surname, school_id, school, *rest in rows:
        conversation_id, who, side, what, by, at, born = rest
        yield Turn(
            kind=kind,
            id=number,
            pupil_id=pupil_id,
            name=PersonName(given, prefix, surname) if pupil_id else None,
            school_id=school_id,
            school=school,
            conversation_id=conversation_id,
            who=who,
            side=Side(side),
            what=f"{rhythm_words(what)} contact" if kind == "rhythm" else what,
            by=day(by),
            at=clock(at),
            born=day(born),
        )
