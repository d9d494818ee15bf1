"""What the commands answer as text: calm columns, 80 wide, dates written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import TYPE_CHECKING

from spreekuur.cli.out import paragraph, table
from spreekuur.rules.date_words import clock, day_and_time, short_day
from spreekuur.views.columns import pupil_ref

if TYPE_CHECKING:
    from spreekuur.store.drafts import DraftText
    from spreekuur.views.agenda import OfficeHoursView, Place, Waiting
    from spreekuur.views.card import AgreementView, GoalView, PupilCard, Scale
    from spreekuur.views.caseload import CaseloadRow
    from spreekuur.views.engagements import EngagementView
    from spreekuur.views.follow_ups import FollowUpView
    from spreekuur.views.found import Found
    from spreekuur.views.timeline import Entry
    from spreekuur.views.turns import Turn


def office_hours_page(found: Sequence[OfficeHoursView]) -> str:
    """Spreekuren with their places, a blank line between."""
    return "\n\n".join(_office_hours(one) for one in found)


def agenda_page(found: Sequence[OfficeHoursView], own: Iterable[EngagementView]) -> str:
    """Spreekuren with their places, and below them her own time, one a line."""
    rows = table(map(_engagement, own), indent=2)
    return "\n\n".join(part for part in (office_hours_page(found), _part("Zelf", rows)) if part)


def _engagement(one: EngagementView) -> Sequence[str]:
    until = f"t/m {day_and_time(one.last)}" if one.last != one.first else ""
    hours = f"{clock(one.starts)}-{clock(one.ends)}" if one.starts and one.ends else ""
    kind = "afwezig" if one.away else "eigen afspraak"
    return (day_and_time(one.first), until, hours, kind, one.what)


def office_hours_line(one: OfficeHoursView) -> str:
    """`S-0001  di 24 nov 2026, 13:00-16:30  Veenwijzer  0.14`."""
    hours = f"{day_and_time(one.day, one.starts)}-{clock(one.ends)}"
    parts = (one.ref, hours, one.school, one.room, "" if one.status == "gepland" else one.status)
    return "  ".join(part for part in parts if part)


def caseload_page(rows: Iterable[CaseloadRow], today: date) -> str:
    """One jongere a line, by surname as their order is."""
    return table(
        (
            row.ref,
            row.name.listed,
            row.class_name,
            row.school,
            _near(row.last_contact, today),
            f"{_near(row.next_step.on, today, row.next_step.at)} {row.next_step.action}"
            if row.next_step
            else "",
        )
        for row in rows
    )


def turns_page(turns: Iterable[Turn], without: Sequence[CaseloadRow], today: date) -> str:
    """Who has no next step, then whose move it is with the number that moves and judges it."""
    moves = table(
        (
            turn.number,
            turn.ref or "",
            turn.name.listed if turn.name else turn.school,
            turn.who,
            _near(turn.by, today, turn.at),
            "over datum" if turn.is_overdue(today) else "",
            f"{hint}: {turn.what}" if (hint := turn.hint(today)) else turn.what,
        )
        for turn in turns
    )
    rest = table(((row.ref, row.name.listed) for row in without), indent=2)
    return "\n\n".join(part for part in (rest and f"Zonder vervolg\n{rest}", moves) if part)


def found_page(hits: Iterable[Found], today: date) -> str:
    """One hit a line; the snippet goes on below."""
    return table(
        (hit.ref or "", hit.name, hit.kind, _near(hit.on, today), hit.snippet) for hit in hits
    )


def case_page(
    card: PupilCard,
    entries: Sequence[Entry],
    follow_ups: Sequence[FollowUpView],
    drafts: Sequence[DraftText],
) -> str:
    """Everything about one jongere: what runs first, then what was said, newest first."""
    born = f"geb. {day_and_time(card.born)[3:]}" if card.born else ""
    head = (card.ref, card.name.spoken, born, card.class_name, card.school)
    parts = (
        "  ".join(part for part in head if part),
        _part("Doelen", table(map(_goal, card.goals), indent=2)),
        _part("Afspraken", table(map(_agreement, card.agreements), indent=2)),
        _part("Schaal", table(map(_score, card.scales), indent=2)),
        _part("Vervolg", table(map(_follow_up, follow_ups), indent=2)),
        _part("Concept", "\n".join(paragraph(draft.text, indent=2) for draft in drafts)),
        *map(_entry, entries),
    )
    return "\n\n".join(part for part in parts if part)


def _office_hours(one: OfficeHoursView) -> str:
    rows = (*map(place_row, one.places), *map(_waiting, one.waiting))
    return f"{office_hours_line(one)}\n{table(rows, indent=2)}"


def place_row(place: Place) -> tuple[str, ...]:
    """One place: time, reference, name, class, opkomst, reason."""
    at = f"{clock(place.at):>5}"
    if place.is_case_discussion:
        return (at, "", "casuïstiek", "", "", place.reason)
    if place.name is None:
        return (at, "", "vrij", "", "", "")
    attendance = str(place.attendance or "")
    return (at, place.ref or "", place.name.spoken, place.class_name, attendance, place.reason)


def _waiting(one: Waiting) -> tuple[str, ...]:
    return ("wacht", pupil_ref(one.pupil_id), one.name.spoken, one.class_name, "", one.reason)


def _goal(goal: GoalView) -> tuple[str, ...]:
    return (goal.status, _full(goal.due), goal.text)


def _agreement(one: AgreementView) -> tuple[str, ...]:
    return (one.status, _full(one.due, one.at), one.who, one.what)


def _score(one: Scale) -> tuple[str, ...]:
    return (_full(one.on), str(one.value), one.step and f"stapje: {one.step}")


def _follow_up(one: FollowUpView) -> tuple[str, ...]:
    waits = one.anchor.said(one.on or date.min) if one.anchor and one.at is None else ""
    return (_full(one.on, one.at), one.office_hours or "", one.action, waits)


def _entry(entry: Entry) -> str:
    said = (entry.kind, entry.with_whom, entry.outcome.lower(), entry.attendance)
    head = f"{day_and_time(entry.on, entry.at)}  {', '.join(part for part in said if part)}"
    lines = (("» " if line.shared else "  ") + line.text for line in entry.lines)
    told = ("  " + one.said for one in entry.sent_back)
    return "\n".join((head, *(paragraph(line) for line in (*lines, *told))))


def _part(title: str, content: str) -> str:
    return content and f"{title}\n{content}"


def _full(day: date | None, at: time | None = None) -> str:
    return day_and_time(day, at) if day else ""


def _near(day: date | None, today: date, at: time | None = None) -> str:
    """In a list, where the year only stands when it isn't plain."""
    shown = short_day(day, today) if day else ""
    return f"{shown} {clock(at)}" if at else shown
