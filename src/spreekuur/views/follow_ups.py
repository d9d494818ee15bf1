"""What comes next for a jongere, on a date or anchored to a spreekuur that may still move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.rules.anchors import NO_PLACE, booked, waits
from spreekuur.rules.labels import STILL_HELD
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock, day, office_hours_ref, one_of
from spreekuur.views.waiting import POSITION, WAITS_FOR


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a vervolg stands that is tied to a spreekuur: a place, a turn on a list, or neither."""

    day: date | None
    at: time | None
    cancelled: bool
    school: str
    position: int | None
    """The turn on the waiting list of the school."""

    def said(self, today: date) -> str:
        """`>> (di 8 dec 13:20)`, or `wachtlijst Veenwijzer, 2e`."""
        if self.position:
            return waits(self.school, self.position)
        if self.day is None or self.at is None:
            return NO_PLACE
        return booked(self.day, self.at, today, cancelled=self.cancelled)


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """An open vervolg; `office_hours` is `S-0001` when it is anchored to a spreekuur.

    An anchored one has the day of that spreekuur, and no time while it waits for a place.
    """

    on: date | None
    at: time | None
    action: str
    office_hours: str | None
    id: int
    conversation_id: int | None
    anchor: Anchor | None


ANCHORS = (
    "FROM follow_up f LEFT JOIN appointment a ON a.id = f.appointment_id "
    "LEFT JOIN waiting_entry w ON w.id = f.waiting_entry_id "
    f"LEFT JOIN office_hours o ON o.id = coalesce(a.office_hours_id, {WAITS_FOR}) "
    "LEFT JOIN school s ON s.id = coalesce(o.school_id, w.school_id) "
)
"""A vervolg with the spreekuur it is tied to: of its place, or waited for from `:today` on."""

ANCHOR = f"o.day, a.at, coalesce(o.status, '') = 'vervallen', {SHORT}, {POSITION}"

FOLLOW_UPS = (
    "SELECT coalesce(o.day, f.day) AS on_day, coalesce(a.at, f.at) AS on_time, f.action, o.id, "
    f"f.id, f.conversation_id, s.id IS NOT NULL, {ANCHOR} {ANCHORS} "
    "WHERE f.pupil_id = :id AND f.status = 'open' "
    "ORDER BY on_day IS NULL, on_day, on_time, f.id"
)


def open_follow_ups(connection: Connection, pupil_id: int, today: date) -> list[FollowUpView]:
    """What is still to come for one jongere, earliest first; without a day comes last."""
    return [
        FollowUpView(
            on=day(on),
            at=clock(at),
            action=action,
            office_hours=office_hours_ref(hours) if hours else None,
            id=number,
            conversation_id=conversation_id,
            anchor=_anchor(anchor) if anchored else None,
        )
        for on, at, action, hours, number, conversation_id, anchored, *anchor in connection.execute(
            FOLLOW_UPS, {"id": pupil_id, "today": str(today)}
        )
    ]


BY_NOTE = (
    f"SELECT f.conversation_id, {ANCHOR} {ANCHORS} "
    "WHERE f.pupil_id = :id AND f.conversation_id IS NOT NULL AND f.day IS NULL "
    "AND f.status <> 'niet nodig'"
)


def anchors_by_note(connection: Connection, pupil_id: int, today: date) -> dict[int, Anchor]:
    """Where the `>>` of each note of a jongere is now, by the conversation it stands in."""
    rows = connection.execute(BY_NOTE, {"id": pupil_id, "today": str(today)})
    return {number: _anchor(anchor) for number, *anchor in rows}


def _anchor(stored: Sequence[Any]) -> Anchor:
    on, at, cancelled, school, position = stored
    return Anchor(day(on), clock(at), bool(cancelled), school, position)


GOES_ON = (
    "SELECT EXISTS (SELECT 1 FROM follow_up f JOIN conversation c ON c.id = f.conversation_id "
    "WHERE c.appointment_id = :place) "
    "OR EXISTS (SELECT 1 FROM follow_up f WHERE f.pupil_id = :pupil AND f.status = 'open' "
    "AND f.day > :today) "
    "OR EXISTS (SELECT 1 FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id "
    "WHERE a.pupil_id = :pupil AND a.attendance = 'uitgenodigd' AND o.day > :today "
    f"AND o.status IN {one_of(STILL_HELD)}) "
    "OR EXISTS (SELECT 1 FROM waiting_entry w WHERE w.pupil_id = :pupil)"
)


def goes_on(connection: Connection, pupil_id: int, appointment_id: int, today: date) -> bool:
    """Whether it is known when a talk at this place goes on, `niet nodig` included (F3.17).

    The day of a doel or an afspraak is no such moment: nobody looks back on it then.
    """
    about = {"pupil": pupil_id, "place": appointment_id, "today": str(today)}
    return bool(connection.execute(GOES_ON, about).fetchone()[0])
