"""What Vandaag shows, as lines of one grid: the spreekuren of today and what comes after them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Attendance
from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, led_by, paragraph
from spreekuur.tui.remark import CASE, remark, since
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row

if TYPE_CHECKING:
    from spreekuur.views.today import Move, OpenThings
    from spreekuur.views.today_hours import TodayHours, TodayPlace, TodayWaiting
    from spreekuur.views.turns import Turn

WHEN = 9
TIME = 6
NAME = 18
WHO_AND_WHAT = (Column(NAME), Column(5, needs=61), Column(), Column(15, needs=48))
GRID = (Column(WHEN), *WHO_AND_WHAT)
"""One pane: when, who, class, what, remark."""
HOURS_GRID = (Column(TIME), *WHO_AND_WHAT)
"""The same where only times of today stand."""
OPEN_GRID = (Column(WHEN), Column(NAME), Column())
"""The same where only open things stand: when, who, what."""

Lines = list[Row | Head]


class AtPlace(NamedTuple):
    """A spreekuur, at one of its places or at the first who is still invited."""

    hours: int
    appointment: int | None = None


class AboutPupil(NamedTuple):
    """Something that is done in the dossier of a jongere."""

    kind: str
    row: int
    pupil: int


class Waits(NamedTuple):
    """Somebody on the waiting list of a spreekuur."""

    hours: int
    entry: int


class ToFile(NamedTuple):
    """A note that must get its jongere; `row` is the vervolg when that is what it stands for."""

    conversation: int
    row: int = 0


class AboutSchool(NamedTuple):
    """A vervolg with a school, which a note about that school is."""

    row: int
    school: int


class ToCarryOver(NamedTuple):
    """The conversations that still go to the official system."""


class InConcept(NamedTuple):
    """A concept to go on with."""

    place: str
    pupil: int | None
    hours: int | None


class Drawing(NamedTuple):
    """Seen from which day, whether names are shielded, the cells for times and for a whole row."""

    today: date
    shielded: bool
    when: int = WHEN
    width: int = 78


def hours_lines(hours: Sequence[TodayHours], how: Drawing) -> Lines:
    """The spreekuren of today: who comes, what is free, who waits."""
    lines: Lines = []
    for number, one in enumerate(hours):
        stands = ("afgesloten" if one.is_closed else f"{signs.ENTER} begin", MUTED)
        lines.append(Head() if number else Head("Spreekuur vandaag", stands))
        after = stands if number and one.is_closed else ""
        room = how.width - (len(after[0]) + 1 if after else 0)
        lines += [Head((_where(one, room), MUTED), after), *_places(one, how)]
        if one.waiting:
            lines += [Head(), Head("Wachtlijst", (str(len(one.waiting)), MUTED))]
            lines += [_waiting(at, entry, one, how) for at, entry in enumerate(one.waiting, 1)]
    return lines


def _where(one: TodayHours, width: int) -> str:
    held, hours = len(one.held), f"{clock(one.starts)}-{clock(one.ends)}"
    counted = f"{held} van {held + len(one.free)} plekken"
    return led_by(one.school, (hours, one.room, counted), width)


def _places(one: TodayHours, how: Drawing) -> Lines:
    lines: Lines = []
    pause = one.pause
    for place in one.taken:
        if pause and place.at >= pause[1]:
            lines.append(Head((f"{clock(pause[0]):{how.when}} pauze", MUTED)))
            pause = None
        lines.append(_place(place, one, how))
    if not one.taken:
        lines.append(Head(("Nog niemand op de lijst. l plakt de lijst van school.", MUTED)))
    if one.free and not one.is_closed:
        counted = "1 plek" if len(one.free) == 1 else f"{len(one.free)} plekken"
        first = f"vanaf {clock(one.free[0])}"
        lines.append(Row(AtPlace(one.id), ("vrij", counted, "", first), MUTED))
    return lines


def _place(place: TodayPlace, one: TodayHours, how: Drawing) -> Row:
    done = place.attendance not in (None, Attendance.INVITED)
    parts = (
        clock(place.at),
        spoken(place.name, how.shielded) if place.name else CASE,
        (place.class_name, MUTED),
        words(place.reason, how.shielded),
        str(place.attendance) if done else remark(place),
    )
    return Row(AtPlace(one.id, place.appointment_id), parts, MUTED if done else "")


def _waiting(at: int, entry: TodayWaiting, one: TodayHours, how: Drawing) -> Row:
    waited = since((how.today - entry.since).days)
    name, reason = spoken(entry.name, how.shielded), words(entry.reason, how.shielded)
    parts = (str(at), name, (entry.class_name, MUTED), reason, (waited, MUTED))
    return Row(Waits(one.id, entry.entry_id), parts)


def no_hours_lines(things: OpenThings, today: date, width: int) -> Lines:
    """Why there is nothing to begin with today, and which key changes that."""
    if not things.has_schools:
        text = "Nog geen scholen. i leest de scholenlijst van DUO in."
    elif things.next_hours is None:
        text = "Nog geen spreekuur gepland. p plant het eerste."
    else:
        coming = things.next_hours
        at = f" om {clock(coming.at)}" if coming.at else ""
        when = f"{short_day(coming.on, today)}{at} op de {coming.school}"
        text = f"Vandaag geen spreekuur. Het volgende is {when}. p plant er een."
    return [Head((row, MUTED)) for row in paragraph(text, width)]


def coming_lines(things: OpenThings, how: Drawing) -> Lines:
    """The next things after today: spreekuren and what she does herself."""
    if not things.coming:
        return []
    return [Head(), Head("Daarna"), *(_coming(one, how) for one in things.coming)]


def _coming(one: Move, how: Drawing) -> Row:
    when = f"{short_day(one.on):{WHEN}}  {clock(one.at) if one.at else '':>5}"
    return Row(
        target_of(one), (f"{when}  {about_whom(one, how)}, {words(one.what, how.shielded)}",)
    )


def about_whom(move: Move | Turn, how: Drawing) -> str:
    """Who a move is about: a jongere, a school, or nobody that is known yet."""
    if move.name:
        return spoken(move.name, how.shielded)
    return move.school or "nog indelen"


def target_of(move: Move | Turn) -> AtPlace | AboutPupil | AboutSchool | ToFile:
    """Where a move is done."""
    if move.kind == "office_hours":
        return AtPlace(move.id)
    if move.pupil_id:
        return AboutPupil(move.kind, move.id, move.pupil_id)
    if move.school_id:
        return AboutSchool(move.id, move.school_id)
    return ToFile(move.conversation_id or 0, move.id)
