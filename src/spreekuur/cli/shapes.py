"""What the commands answer as JSON (design.md 4): keys may be added, these stay."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import TYPE_CHECKING, Any

from spreekuur.rules.note_lines import LineState
from spreekuur.views.columns import office_hours_ref, pupil_ref

if TYPE_CHECKING:
    from spreekuur.rules.note_lines import Note
    from spreekuur.rules.series import SeriesDay
    from spreekuur.store.drafts import DraftText
    from spreekuur.views.agenda import OfficeHoursView, Place
    from spreekuur.views.card import PupilCard
    from spreekuur.views.caseload import CaseloadRow
    from spreekuur.views.engagements import EngagementView
    from spreekuur.views.follow_ups import FollowUpView
    from spreekuur.views.found import Found
    from spreekuur.views.rebooking import Rebooked
    from spreekuur.views.timeline import Entry
    from spreekuur.views.turns import Turn

Shape = dict[str, Any]


def office_hours_shape(found: Iterable[OfficeHoursView]) -> Shape:
    """`vandaag` and `plan`, and the first part of `agenda`."""
    return {"office_hours": [_office_hours(one) for one in found]}


def agenda_shape(found: Iterable[OfficeHoursView], own: Iterable[EngagementView]) -> Shape:
    """`agenda`; whole days have no times."""
    return {
        **office_hours_shape(found),
        "engagements": [
            {
                "what": one.what,
                "first": one.first.isoformat(),
                "last": one.last.isoformat(),
                "start": _clock(one.starts),
                "end": _clock(one.ends),
                "away": one.away,
            }
            for one in own
        ],
    }


def series_shape(found: Iterable[OfficeHoursView], days: Iterable[SeriesDay]) -> Shape:
    """`plan` of a reeks: also every wanted day on which school is closed."""
    moved = [
        {
            "wanted": one.wanted.isoformat(),
            "because": one.off.name,
            "instead": _day(one.instead),
            "already_in_series": one.doubled,
            "after_until": one.late,
        }
        for one in days
        if one.off
    ]
    return {**office_hours_shape(found), "moved": moved}


def cancelled_shape(found: Iterable[OfficeHoursView], places: Iterable[Rebooked]) -> Shape:
    """`vervalt`: also where its jongeren go; `to` null is the waiting list."""
    pupils = [
        {
            "pupil": pupil_ref(one.pupil_id),
            "to": office_hours_ref(one.to) if one.to else None,
            "on": _day(one.to_day),
        }
        for one in places
    ]
    return {**office_hours_shape(found), "pupils": pupils}


def _office_hours(one: OfficeHoursView) -> Shape:
    return {
        "ref": one.ref,
        "school": one.brin6,
        "school_name": one.school_name,
        "date": one.day.isoformat(),
        "start": _clock(one.starts),
        "end": _clock(one.ends),
        "minutes": one.minutes,
        "pause": [_clock(at) for at in one.pause] if one.pause else None,
        "room": one.room,
        "status": one.status,
        "appointments": [_place(place, one.minutes) for place in one.places],
        "waiting": [pupil_ref(waiting.pupil_id) for waiting in one.waiting],
    }


def _place(place: Place, minutes: int) -> Shape:
    """A place; what few have is only there when this one has it."""
    shape: Shape = {"time": _clock(place.at), "pupil": place.ref, "attendance": place.attendance}
    if place.minutes != minutes:
        shape["minutes"] = place.minutes
    if place.is_case_discussion:
        shape["case_discussion"] = place.reason
    if place.late_on_list:
        shape["late_on_list"] = True
    return shape


def caseload_shape(rows: Iterable[CaseloadRow], brins: Mapping[int, str]) -> Shape:
    """`caseload`; `brins` by number of the jongere."""
    return {
        "pupils": [
            {
                "ref": row.ref,
                "name": row.name.spoken,
                "school": brins.get(row.id),
                "school_name": row.school,
                "class": row.class_name,
                "last_contact": _day(row.last_contact),
                "next_step": {
                    "on": row.next_step.on.isoformat(),
                    "at": _clock(row.next_step.at),
                    "action": row.next_step.action,
                }
                if row.next_step
                else None,
            }
            for row in rows
        ]
    }


def turns_shape(turns: Iterable[Turn], without: Iterable[CaseloadRow], today: date) -> Shape:
    """`aanzet`."""
    return {
        "turns": [
            {
                "id": turn.number or None,
                "pupil": turn.ref,
                "side": turn.side,
                "who": turn.who,
                "what": turn.what,
                "by": _day(turn.by),
                "overdue": turn.is_overdue(today),
                "hint": turn.hint(today),
            }
            for turn in turns
        ],
        "without_next_step": [row.ref for row in without],
    }


def found_shape(hits: Iterable[Found]) -> Shape:
    """`zoek`."""
    return {
        "hits": [
            {
                "pupil": hit.ref,
                "name": hit.name,
                "kind": hit.kind,
                "on": _day(hit.on),
                "snippet": hit.snippet,
            }
            for hit in hits
        ]
    }


def case_shape(
    card: PupilCard,
    brin6: str | None,
    entries: Iterable[Entry],
    follow_ups: Iterable[FollowUpView],
    drafts: Iterable[DraftText],
) -> Shape:
    """`dossier`."""
    from spreekuur.rules.local_time import LOCAL

    return {
        "pupil": {
            "ref": card.ref,
            "name": card.name.spoken,
            "born": _day(card.born),
            "school": brin6,
            "school_name": card.school,
            "class": card.class_name,
        },
        "timeline": [_entry(entry) for entry in entries],
        **_what_runs(card),
        "follow_ups": [
            {
                "on": _day(one.on),
                "at": _clock(one.at),
                "action": one.action,
                "office_hours": one.office_hours,
            }
            for one in follow_ups
        ],
        "drafts": [
            {"text": draft.text, "at": draft.at.astimezone(LOCAL).isoformat(timespec="seconds")}
            for draft in drafts
        ],
    }


def note_shape(ref: str, entry: Entry, note: Note) -> Shape:
    """`notitie`: what was kept, and how each line was read."""
    return {
        "pupil": ref,
        **_entry(entry),
        "lines": [
            {
                "text": line.text,
                "reading": line.reading,
                "shared": line.shared,
                "doubtful": line.state is LineState.DOUBTFUL,
            }
            for line in note.lines
        ],
    }


def _entry(entry: Entry) -> Shape:
    return {
        "at": entry.said_at.isoformat(),
        "kind": entry.kind,
        "with": entry.with_whom,
        "outcome": entry.outcome,
        "attendance": entry.attendance,
        "text": entry.text,
        "shared": list(entry.shared),
        "sent_back": [
            {"to": list(one.receivers), "on": one.on.isoformat()} for one in entry.sent_back
        ],
    }


def _what_runs(card: PupilCard) -> Shape:
    return {
        "goals": [
            {
                "text": goal.text,
                "start": _number(goal.start),
                "target": _number(goal.target),
                "now": _number(goal.now),
                "by": _day(goal.due),
                "status": goal.status,
            }
            for goal in card.goals
        ],
        "agreements": [
            {
                "who": one.who,
                "side": one.side,
                "what": one.what,
                "by": _day(one.due),
                "status": one.status,
            }
            for one in card.agreements
        ],
        "scales": [
            {
                "on": scale.on.isoformat(),
                "value": scale.value,
                "target": scale.target,
                "step": scale.step,
            }
            for scale in card.scales
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _clock(at: time | None) -> str | None:
    return at.isoformat("minutes") if at else None


def _number(value: float | None) -> float | int | None:
    """`8` rather than `8.0`."""
    return int(value) if value is not None and value.is_integer() else value
