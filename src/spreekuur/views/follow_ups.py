"""What comes next for a jongere, on a date or anchored to a spreekuur that may still move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, office_hours_ref
from spreekuur.views.waiting import WAITS_FOR


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


FOLLOW_UPS = (
    "SELECT coalesce(o.day, f.day) AS on_day, coalesce(a.at, f.at) AS on_time, f.action, o.id, "
    "f.id, f.conversation_id "
    "FROM follow_up f LEFT JOIN appointment a ON a.id = f.appointment_id "
    "LEFT JOIN waiting_entry w ON w.id = f.waiting_entry_id "
    f"LEFT JOIN office_hours o ON o.id = coalesce(a.office_hours_id, {WAITS_FOR}) "
    "WHERE f.pupil_id = :id AND f.status = 'open' "
    "ORDER BY on_day IS NULL, on_day, on_time, f.id"
)


def open_follow_ups(connection: Connection, pupil_id: int) -> list[FollowUpView]:
    """What is still to come for one jongere, earliest first; without a day comes last."""
    return [
        FollowUpView(
            on=day(on),
            at=clock(at),
            action=action,
            office_hours=office_hours_ref(hours) if hours else None,
            id=number,
            conversation_id=conversation_id,
        )
        for on, at, action, hours, number, conversation_id in connection.execute(
            FOLLOW_UPS, {"id": pupil_id}
        )
    ]
