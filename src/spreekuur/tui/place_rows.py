"""The list of a spreekuur: who comes when, what asks for care, what came of it, and who waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Attendance
from spreekuur.tui import signs
from spreekuur.tui.lines import ACCENT, BAD, GOOD, MUTED, STRONG, Part, paragraph
from spreekuur.tui.remark import CASE, remark, since
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.agenda import OfficeHoursView, Place, Waiting
from spreekuur.views.waiting import LaterWaiting

if TYPE_CHECKING:
    from spreekuur.views.today_hours import TodayPlace

COLUMNS = (
    Column(5),
    Column(1),
    Column(0),
    Column(5, needs=60),
    Column(16, needs=60),
    Column(16, needs=60),
    Column(9, right=True),
)
"""Time, sign and name, one short fact; class, reason and attendance where there is room."""

SIGNS = {
    Attendance.PRESENT: (signs.YES, GOOD),
    Attendance.LATE: (signs.YES, GOOD),
    Attendance.INVITED: (signs.OPEN_PLACE, MUTED),
    Attendance.COLLEAGUE: (signs.THEN, MUTED),
    Attendance.MOVED: (signs.THEN, MUTED),
}
SHORT = {
    Attendance.NOT_FETCHED: "niet gehaald",
    Attendance.NOT_REACHED: "niet aan de beurt",
}
"""What a column has no room for in full."""
SLIM = {
    Attendance.CANCELLED: "afgemeld",
    Attendance.SICK: "ziek",
    Attendance.NOT_FETCHED: "in de les",
    Attendance.MOVED: "later",
    Attendance.DROPPED: "vervallen",
    Attendance.COLLEAGUE: "collega",
}
"""The same in nine cells, for a list beside the table."""
NOBODY = "Nog niemand op de lijst. l plakt de lijst van school, i zet er één jongere bij."
NEW = "nieuw"
LATER = "later"
CONCEPT = "concept"
ELSEWHERE = "collega?"
SLIM_NAME = 17
"""Cells of the name in a list beside the table."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How the list is drawn.

    With `initials` nobody at the table reads who else is coming; `written` are the
    appointments with a concept; `care` is what is known of each place; `slim` says that the list
    has no columns for class and opkomst.
    """

    initials: bool = False
    shielded: bool = False
    written: Set[int] = frozenset()
    today: date = date.min
    care: Mapping[int, TodayPlace] = field(default_factory=dict)
    slim: bool = False
    later: Sequence[LaterWaiting] = ()
    """Who waits for a later spreekuur."""


def sign_of(place: Place, *, current: bool = False) -> tuple[str, str]:
    """One sign for a place, with its style."""
    if current:
        return signs.CURSOR, STRONG
    if place.is_case_discussion:
        return signs.OPEN_PLACE, MUTED
    if place.attendance is None:
        return " ", ""
    return SIGNS.get(place.attendance, (signs.NO, BAD))


def place_rows(view: OfficeHoursView, current: int | None, how: Drawn) -> list[Row | Head]:
    """Every place of the afternoon, the break between them, then who waits."""
    lines: list[Row | Head] = []
    rested = view.pause is None
    for place in view.places:
        if view.pause and not rested and place.at >= view.pause[1]:
            lines.append(Head((f"{clock(view.pause[0]):>5}   pauze", MUTED)))
            rested = True
        here = current is not None and place.appointment_id == current
        lines.append(_place_row(place, view.minutes, how, here=here))
    if view.waiting or how.later:
        many = len(view.waiting)
        give = (f"{many} · + geeft een plek" if many else "", MUTED)
        lines += [Head(), Head("Wachtlijst", str(many) if how.initials else give)]
        lines += [_waiting_row(number, one, how) for number, one in enumerate(view.waiting, 1)]
        lines += [_later(one, how) for one in how.later]
    return lines


def nobody_yet(view: OfficeHoursView, room: int) -> list[Head]:
    """Which keys fill an empty spreekuur, in a list with so many cells."""
    if view.taken:
        return []
    return [*(Head((row, MUTED)) for row in paragraph(NOBODY, room - 6)), Head()]


def _later(one: LaterWaiting, how: Drawn) -> Head:
    """Who waits for another spreekuur: known here, and not under the cursor."""
    name = f"{LATER:8}{spoken(one.name, how.shielded)}  {one.class_name}"
    return Head((name.rstrip(), MUTED), (short_day(one.on, how.today), MUTED))


def _waiting_row(number: int, one: Waiting, how: Drawn) -> Row:
    name = spoken(one.name, how.initials or how.shielded)
    if how.slim:
        name = _with_class(name, one.class_name)
    waited = "" if how.today == date.min else since(max(0, (how.today - one.since).days))
    private = ("", "", "") if how.initials else (one.class_name, words(one.reason, how.shielded))
    parts = (str(number), "", name, *private[:2], "", waited)
    return Row(("waiting", one.entry_id), parts, MUTED)


def _place_row(place: Place, minutes: int, how: Drawn, *, here: bool) -> Row:
    at = clock(place.at)
    if place.appointment_id is None:
        return Row(("free", place.at), (at, "", ("vrij", MUTED), "", "", "", ""), MUTED)
    key = ("place", place.appointment_id)
    hidden = how.initials and not here
    done = place.attendance not in (None, Attendance.INVITED)
    sign = sign_of(place, current=here and not done)
    name = CASE if place.name is None else spoken(place.name, hidden or how.shielded)
    if hidden:
        return Row(key, (at, sign, (name, MUTED), "", "", "", ""), MUTED)
    known = how.care.get(place.appointment_id)
    reason = words(place.reason, how.shielded)
    if here:
        status: Part = str(place.attendance) if done else "nu"
        fact: Part = (ELSEWHERE, ACCENT) if known and known.elsewhere else ""
    elif done:
        status, fact = _came(place), _outcome(place, known)
        fact = fact or (SLIM.get(place.attendance, "") if how.slim and place.attendance else "")
    else:
        status, fact = _expected(place, known), _beforehand(place, known, minutes)
        if how.slim and known and known.missed:
            fact = status
    if place.appointment_id in how.written:
        fact = CONCEPT
    if how.slim:
        name = _with_class(name, place.class_name)
    parts = (at, sign, name, place.class_name, reason, status, fact)
    return Row(key, parts, MUTED if done and not here else "")


def _with_class(name: str, class_name: str) -> str:
    """Both in the cells of the name; the class gives way."""
    between = SLIM_NAME - columns(name) - columns(class_name)
    return f"{name}{' ' * between}{class_name}" if between > 0 else name


def _came(place: Place) -> str:
    assert place.attendance
    return SHORT.get(place.attendance, place.attendance)


def _outcome(place: Place, known: TodayPlace | None) -> str:
    """The minutes of a talk, or how often in a row the jongere did not come."""
    if place.attendance is Attendance.NO_SHOW:
        return f"{known.missed + 1}e keer" if known else ""
    return f"{place.talked} min" if place.talked else ""


def _expected(place: Place, known: TodayPlace | None) -> Part:
    """What to reckon with; else that the jongere was invited."""
    found = remark(known) if known else ""
    plain = found[0] if isinstance(found, tuple) else found
    return found if plain not in ("", NEW) else (str(place.attendance or ""), MUTED)


def _beforehand(place: Place, known: TodayPlace | None, minutes: int) -> Part:
    """Late on the list, of another municipality, of its own length, or here for the first time."""
    if place.late_on_list:
        return "nagekomen", ACCENT
    if known and known.elsewhere:
        return ELSEWHERE, ACCENT
    if place.minutes != minutes:
        return f"{place.minutes} min"
    return (NEW, ACCENT) if known and known.pupil_id and not known.spoken_before else ""
