"""The afternoon in a few lines: where we are in it, how much time is left, who comes next."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from textual.content import Content

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Attendance, OfficeHoursStatus
from spreekuur.rules.places import last_end
from spreekuur.tui.lines import MUTED, STRONG, led_by, line, spread
from spreekuur.tui.over import STANDS
from spreekuur.tui.place_rows import sign_of
from spreekuur.views.agenda import OfficeHoursView, Place

GONE = "Dit spreekuur staat niet meer in het bestand. Esc gaat terug."
LONGEST = 8 * 60
"""Minutes after which it is another afternoon."""
BEFOREHAND = timedelta(minutes=30)
"""So long before it begins the minutes are counted."""


def next_open(
    view: OfficeHoursView, after: Place | None, *, skipping: bool = False
) -> Place | None:
    """Who comes next: the first invited after this place, else the first who was skipped.

    With `skipping` not the same one again.
    """
    coming = [place for place in view.taken if place.attendance is Attendance.INVITED]
    if after is None:
        return next(iter(coming), None)
    others = [one for one in coming if one.appointment_id != after.appointment_id]
    here = _order(after)
    later = [one for one in others if _order(one) > here]
    return next(iter(later or (others if skipping else coming)), None)


def _order(place: Place) -> tuple[time, int]:
    return place.at, place.appointment_id or 0


def header(view: OfficeHoursView, current: int | None, now: datetime, width: int) -> Content:
    """School, day and room; the time, the count and the pace."""
    right = line((clock(now.time()), MUTED), "   ", *_pace(view, current, now))
    room = width - right.cell_length - 2
    where = led_by(f"Spreekuur {view.school}", (short_day(view.day), view.room), room)
    return spread(line((where, STRONG)), right, width)


def _pace(
    view: OfficeHoursView, current: int | None, now: datetime
) -> tuple[str | tuple[str, str], ...]:
    if view.status in STANDS:
        return ((STANDS[OfficeHoursStatus(view.status)], STRONG),)
    held = view.held
    at = next((n for n, place in enumerate(held) if place.appointment_id == current), None)
    live = now.date() == view.day
    if at is None:
        if live and view.pause and view.pause[0] <= now.time() < view.pause[1]:
            return ((f"pauze tot {clock(view.pause[1])}", STRONG),)
        return ((f"{len(held)} op de lijst", STRONG),)
    count = f"{at + 1} van {len(held)}"
    left = _left(view, held[at], now)
    begun = live and now >= datetime.combine(view.day, view.starts, now.tzinfo) - BEFOREHAND
    if not begun or -left > LONGEST:
        return ((count, STRONG),)
    last = len(held) > 1 and not _still_to_come(view, current)
    word = f"nog {left} min" if left >= 0 else f"{-left} min uitgelopen"
    return (("laatste" if last else count, STRONG), f" · {word}")


def _left(view: OfficeHoursView, place: Place, now: datetime) -> int:
    """Minutes until the end of a place; below zero when it is over."""
    end = datetime.combine(view.day, place.at, now.tzinfo) + timedelta(minutes=place.minutes)
    return round((end - now).total_seconds() / 60)


def _still_to_come(view: OfficeHoursView, current: int | None) -> int:
    """How many are to be spoken besides who sits at the table."""
    invited = (one for one in view.held if one.attendance in (None, Attendance.INVITED))
    return sum(one.appointment_id != current for one in invited)


def for_each(view: OfficeHoursView, current: int | None, now: datetime) -> str:
    """What is left for each who is still to come, once the talk at the table runs over."""
    place = next((one for one in view.held if one.appointment_id == current), None)
    others = _still_to_come(view, current)
    if place is None or now.date() != view.day or not others:
        return ""
    if not -LONGEST <= _left(view, place, now) < 0:
        return ""
    end = max(view.ends, last_end((one.span for one in view.held), view.starts) or view.ends)
    left = round((datetime.combine(view.day, end, now.tzinfo) - now).total_seconds() / 60)
    if view.pause and now.time() < view.pause[0]:
        rest = datetime.combine(view.day, view.pause[1]) - datetime.combine(view.day, view.pause[0])
        left -= round(rest.total_seconds() / 60)
    return f"{left // others} min per leerling" if left >= others else ""


def strip(view: OfficeHoursView, current: int | None, now: datetime, width: int) -> Content:
    """The whole afternoon as one sign a place, a gap for the break; the pace, who comes next."""
    marks: list[str | tuple[str, str]] = []
    for place in view.places:
        if place.appointment_id and not place.held:
            continue
        if view.pause and marks and place.at >= view.pause[1] and "   " not in marks:
            marks.append("   ")
        here = current is not None and place.appointment_id == current
        marks += [sign_of(place, current=here), " "]
    here_now = next((place for place in view.taken if place.appointment_id == current), None)
    coming = next_open(view, here_now) if here_now else None
    after = [for_each(view, current, now)]
    if coming and coming.name and coming.appointment_id != current:
        after.append(f"hierna {clock(coming.at)} {coming.name.initials}")
    if view.waiting:
        after.append(f"wachtlijst {len(view.waiting)}")
    said = " · ".join(part for part in after if part)
    return spread(line(*marks), line((said, MUTED)), width)
