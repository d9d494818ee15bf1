"""The afternoon in a few lines: where we are in it, how much time is left, who comes next."""

from __future__ import annotations

from datetime import datetime, timedelta

from textual.content import Content

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Attendance
from spreekuur.tui import signs
from spreekuur.tui.lines import BAD, GOOD, MUTED, STRONG, led_by, line, spread
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.agenda import OfficeHoursView, Place

GONE = "Dit spreekuur staat niet meer in het bestand. Esc gaat terug."

SIGNS = {
    Attendance.PRESENT: (signs.YES, GOOD),
    Attendance.LATE: (signs.YES, GOOD),
    Attendance.INVITED: (signs.OPEN_PLACE, MUTED),
}


def sign_of(place: Place, *, current: bool = False) -> tuple[str, str]:
    """One sign for a place, with its style."""
    if current:
        return signs.CURSOR, STRONG
    if place.attendance is None:
        return " ", ""
    return SIGNS.get(place.attendance, (signs.NO, BAD))


def next_open(view: OfficeHoursView, after: Place | None) -> Place | None:
    """Who comes next: the first invited after this place, else the first who was skipped."""
    waiting = [place for place in view.taken if place.attendance is Attendance.INVITED]
    later = [place for place in waiting if after is None or place.at > after.at]
    return next(iter(later or waiting), None)


def header(view: OfficeHoursView, current: int | None, now: datetime, width: int) -> Content:
    """School, day and room; the time, the count and the pace."""
    right = line((clock(now.time()), MUTED), "   ", *_pace(view, current, now))
    room = width - right.cell_length - 2
    where = led_by(f"Spreekuur {view.school}", (short_day(view.day), view.room), room)
    return spread(line((where, STRONG)), right, width)


def _pace(
    view: OfficeHoursView, current: int | None, now: datetime
) -> tuple[str | tuple[str, str], ...]:
    taken = view.taken
    at = next((n for n, place in enumerate(taken) if place.appointment_id == current), None)
    if at is None:
        return ((f"{len(taken)} op de lijst", STRONG),)
    count = (f"{at + 1} van {len(taken)}", STRONG)
    if now.date() != view.day:
        return (count,)
    end = datetime.combine(view.day, taken[at].at, now.tzinfo) + timedelta(minutes=view.minutes)
    left = round((end - now).total_seconds() / 60)
    if abs(left) > 8 * 60:
        return (count,)
    word = f"nog {left} min" if left >= 0 else f"{-left} min uitgelopen"
    return (count, f" · {word}")


def strip(view: OfficeHoursView, current: int | None, width: int) -> Content:
    """The whole afternoon as one sign a place, a gap for the break; who comes next."""
    marks: list[str | tuple[str, str]] = []
    for place in view.places:
        if view.pause and marks and place.at >= view.pause[1] and "   " not in marks:
            marks.append("   ")
        now = current is not None and place.appointment_id == current
        marks += [sign_of(place, current=now), " "]
    here = next((place for place in view.taken if place.appointment_id == current), None)
    coming = next_open(view, here) if here else None
    after = ""
    if coming and coming.name and coming.appointment_id != current:
        after = f"hierna {clock(coming.at)} {coming.name.initials}"
    if view.waiting:
        after += f" · wachtlijst {len(view.waiting)}"
    return spread(line(*marks), line((after.removeprefix(" · "), MUTED)), width)


COLUMNS = (
    Column(5),
    Column(1),
    Column(0),
    Column(5),
    Column(18, needs=60),
    Column(16, right=True, needs=60),
)
"""Time, sign, name and class; reason and attendance where there is room."""


def place_rows(
    view: OfficeHoursView,
    current: int | None,
    *,
    initials: bool,
    shielded: bool,
    written: bool = False,
) -> list[Row | Head]:
    """Every place of the afternoon, the break between them, then who waits.

    With `initials` nobody at the table reads who else is coming; `written` says that there is a
    concept about who sits there.
    """
    lines: list[Row | Head] = []
    rested = view.pause is None
    for place in view.places:
        if view.pause and not rested and place.at >= view.pause[1]:
            lines.append(Head((f"{clock(view.pause[0]):>5}   pauze", MUTED)))
            rested = True
        here = current is not None and place.appointment_id == current
        now = _now(place, written=written) if here else None
        lines.append(_place_row(place, now, initials=initials, shielded=shielded))
    if view.waiting:
        lines += [Head(), Head("Wachtlijst", str(len(view.waiting)))]
        for number, one in enumerate(view.waiting, 1):
            name = spoken(one.name, initials or shielded)
            parts = (str(number), "", name, "" if initials else one.class_name, "", "")
            lines.append(Row(("waiting", one.entry_id), parts, MUTED))
    return lines


def _now(place: Place, *, written: bool) -> str:
    """What the row of who sits at the table says: `te laat, concept`."""
    marked = place.attendance is not Attendance.INVITED
    return f"{place.attendance if marked else 'nu'}{', concept' if written else ''}"


def _place_row(place: Place, now: str | None, *, initials: bool, shielded: bool) -> Row:
    """One place; `now` is what is said of who sits at the table."""
    here, done = now is not None, place.attendance is not Attendance.INVITED
    at = clock(place.at)
    if place.name is None:
        return Row(("free", place.at), (at, "", ("vrij", MUTED), "", "", ""), MUTED)
    key = ("place", place.appointment_id)
    hidden = initials and not here
    name = spoken(place.name, hidden or shielded)
    sign = sign_of(place, current=here and not done)
    if hidden:
        return Row(key, (at, sign, (name, MUTED), "", "", ""), MUTED)
    status = now or str(place.attendance)
    parts = (at, sign, name, place.class_name, words(place.reason, shielded), status)
    return Row(key, parts, MUTED if done and not here else "")
