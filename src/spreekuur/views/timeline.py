"""Everything that was said with or about a jongere, newest first by when it was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from spreekuur.rules.labels import Attendance
from spreekuur.rules.local_time import LOCAL
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, stamp
from spreekuur.views.follow_ups import Anchor, anchors_by_note
from spreekuur.views.sent_back import SentBack, sent_back

ANCHORED = ("spreekuur ", "wachtlijst ")
"""How the content of a `>>` begins when it is saved."""


@dataclass(frozen=True, slots=True)
class EntryLine:
    """One line of a note: as typed, and as it was read when saved."""

    text: str
    kind: str
    content: str
    """The line without its mark; equal to `text` for a plain line."""
    shared: bool

    @property
    def anchored(self) -> bool:
        """Whether it is a `>>`: a dated vervolg begins with its day."""
        return self.kind == "follow_up" and self.content.startswith(ANCHORED)


@dataclass(frozen=True, slots=True)
class Entry:
    """A conversation, or a place in a spreekuur where no talk came of."""

    conversation_id: int | None
    kind: str
    with_whom: str
    outcome: str
    attendance: Attendance | None
    minutes: int | None
    on: date
    at: time | None
    written_at: datetime | None
    text: str
    lines: tuple[EntryLine, ...]
    version: int
    pupil_id: int | None
    school_id: int | None
    sent_back: tuple[SentBack, ...] = ()
    """What was sent about that day; on a day with more talks it stands with the place."""

    @property
    def said_at(self) -> datetime:
        """When it was said, with the offset of that day."""
        return datetime.combine(self.on, self.at or time(), tzinfo=LOCAL)

    @property
    def shared(self) -> tuple[str, ...]:
        """What school may know of it."""
        return tuple(line.content for line in self.lines if line.shared)

    @property
    def written_later(self) -> date | None:
        """The day it was written, when that is later than the day it was said."""
        written = self.written_at and self.written_at.astimezone(LOCAL).date()
        return written if written and written > self.on else None


TALKS = (
    "SELECT c.id, c.kind, c.with_whom, c.outcome, a.attendance, c.minutes, c.said_on, c.said_at, "
    "c.written_at, c.text, c.reading, c.version, c.pupil_id, c.school_id FROM conversation c "
    "LEFT JOIN appointment a ON a.id = c.appointment_id WHERE "
)
MISSED = (
    "SELECT NULL, 'Spreekuur', '', '', a.attendance, NULL, o.day, a.at, NULL, '', '[]', "
    "a.version, a.pupil_id, NULL FROM appointment a "
    "JOIN office_hours o ON o.id = a.office_hours_id "
    "WHERE a.pupil_id = :id AND a.attendance <> 'uitgenodigd' AND NOT EXISTS "
    "(SELECT 1 FROM conversation c WHERE c.appointment_id = a.id)"
)
NEWEST_FIRST = " ORDER BY 7 DESC, 8 DESC, 1 DESC LIMIT :limit"


def timeline(connection: Connection, pupil_id: int, today: date, limit: int = -1) -> list[Entry]:
    """The entries of one jongere; `limit` -1 is all of them.

    A `>>` says where its place is `today`.
    """
    sql = f"{TALKS} c.pupil_id = :id UNION ALL {MISSED}{NEWEST_FIRST}"
    rows = connection.execute(sql, {"id": pupil_id, "limit": limit}).fetchall()
    anchors = anchors_by_note(connection, pupil_id, today)
    entries = [_with_anchor(_entry(row), anchors.get(row[0])) for row in rows]
    return _with_sent_back(entries, sent_back(connection, pupil_id))


def last_talk(connection: Connection, pupil_id: int) -> Entry | None:
    """The newest conversation about a jongere, as it was saved."""
    sql = f"{TALKS} c.pupil_id = :id{NEWEST_FIRST}"
    row = connection.execute(sql, {"id": pupil_id, "limit": 1}).fetchone()
    return _entry(row) if row else None


def school_timeline(connection: Connection, school_id: int, limit: int = -1) -> list[Entry]:
    """The notes on a school without a jongere (F2.3)."""
    sql = f"{TALKS} c.school_id = :id AND c.pupil_id IS NULL{NEWEST_FIRST}"
    return [_entry(row) for row in connection.execute(sql, {"id": school_id, "limit": limit})]


def unfiled(connection: Connection) -> list[Entry]:
    """Nog indelen: notes about somebody who was not known yet, newest first."""
    sql = f"{TALKS} c.pupil_id IS NULL AND +c.school_id IS NULL{NEWEST_FIRST}"
    return [_entry(row) for row in connection.execute(sql, {"limit": -1})]


def entry(connection: Connection, conversation_id: int) -> Entry | None:
    """One conversation, or None when it is gone."""
    row = connection.execute(f"{TALKS} c.id = :id", {"id": conversation_id}).fetchone()
    return _entry(row) if row else None


def _with_sent_back(entries: list[Entry], sent: Mapping[date, tuple[SentBack, ...]]) -> list[Entry]:
    """Each day's under its place in a spreekuur, else under the last talk of that day."""
    under: dict[date, int] = {}
    for at, one in enumerate(entries):
        if one.on in sent and (one.attendance or one.on not in under):
            under[one.on] = at
    found = {at: sent[day] for day, at in under.items()}
    return [
        replace(one, sent_back=found[at]) if at in found else one for at, one in enumerate(entries)
    ]


def _with_anchor(found: Entry, anchor: Anchor | None) -> Entry:
    """What its `>>` says, as it is now: the spreekuur may have moved since."""
    if anchor is None:
        return found
    said = anchor.said(found.on)
    lines = (replace(one, content=said) if one.anchored else one for one in found.lines)
    return replace(found, lines=tuple(lines))


def _entry(row: Any) -> Entry:
    number, kind, with_whom, outcome, attendance, minutes, on, at, written, *rest = row
    text, reading, version, pupil_id, school_id = rest
    read = {position: rest for position, *rest in json.loads(reading)}
    lines = []
    for position, line in enumerate(text.split("\n") if text else []):
        line_kind, shared, content = read.get(position, ("", False, line))
        lines.append(EntryLine(line, line_kind, content, bool(shared)))
    return Entry(
        conversation_id=number,
        kind=kind,
        with_whom=with_whom,
        outcome=outcome,
        attendance=Attendance(attendance) if attendance else None,
        minutes=minutes,
        on=date.fromisoformat(on),
        at=clock(at),
        written_at=stamp(written),
        text=text,
        lines=tuple(lines),
        version=version,
        pupil_id=pupil_id,
        school_id=school_id,
    )
