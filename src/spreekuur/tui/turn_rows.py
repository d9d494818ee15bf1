"""The rows of Aan zet: an open move, or somebody without vervolg."""

from __future__ import annotations

from datetime import date

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Side
from spreekuur.tui.lines import MUTED, WARN, Part
from spreekuur.tui.shown import called, spoken, words
from spreekuur.tui.today_rows import AboutPupil, Drawing, about_whom, target_of
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.views.today import Stuck
from spreekuur.views.turns import Turn

GRID = (Column(16), Column(18), Column())
"""When, about whom, what."""
NARROW_GRID = (Column(15), Column(15), Column())

SECTIONS = {
    Side.ME: "Ik",
    Side.SCHOOL: "School",
    Side.PARENTS: "Ouders",
    Side.PUPIL: "Jongere",
    Side.PARTNER: "Partner",
}
STUCK = "Zonder vervolg"
SELF_EVIDENT = (Side.ME, Side.PUPIL)
"""Sides under which who it is stands in the row already."""


def late(move: Turn, today: date) -> str:
    """`over datum, 5 d`; nothing as long as there is time."""
    if move.by is None or not move.is_overdue(today):
        return ""
    return f"over datum, {(today - move.by).days} d"


def said(move: Turn, *, shielded: bool) -> str:
    """What is to be done, and by whom where the section leaves that open."""
    what = move.what if move.kind == "rhythm" else words(move.what, shielded)
    if move.side in SELF_EVIDENT or move.who == move.side:
        return what
    return f"{called(move.who, shielded)}: {what}"


def move_row(move: Turn, how: Drawing) -> Row:
    """When, about whom, and what; a jongere under twelve with the hint that goes with it."""
    what, hint = said(move, shielded=how.shielded), move.hint(how.today)
    what = f"{hint}: {what}" if hint else what
    return Row(target_of(move), (_when(move, how.today), about_whom(move, how), what))


def _when(move: Turn, today: date) -> Part:
    if move.by is None:
        return "zonder datum", MUTED
    overdue = late(move, today)
    if overdue:
        return overdue, WARN
    at = f" {clock(move.at)}" if move.at else ""
    if move.by == today:
        return f"vandaag{at}"
    return f"{short_day(move.by, today)}{at}", MUTED


def stuck_row(one: Stuck, how: Drawing) -> Row:
    """The last contact, who, and the school."""
    when = "-"
    if one.last_contact:
        days = (how.today - one.last_contact).days
        when = f"{short_day(one.last_contact, how.today)}, {days} d"
    key = AboutPupil("pupil", one.pupil_id, one.pupil_id)
    return Row(key, ((when, MUTED), spoken(one.name, how.shielded), (one.school, MUTED)))
