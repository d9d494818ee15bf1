"""Beside a list: what its row is about, and the people around that.

Beside the caseload a jongere comes first, so what only other rows are about is loaded with those.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from spreekuur.store.connection import Connection
from spreekuur.tui.preview import people, preview, talk
from spreekuur.tui.school_rows import AtSchool
from spreekuur.tui.today_rows import (
    AboutPupil,
    AboutSchool,
    AtPlace,
    Drawing,
    InConcept,
    ToFile,
    Waits,
)
from spreekuur.tui.turning import turn_at
from spreekuur.views.agenda import office_hours_by_id
from spreekuur.views.card import pupil_card
from spreekuur.views.caseload import caseload_row
from spreekuur.views.timeline import entry, timeline

if TYPE_CHECKING:
    from spreekuur.tui.desk import Desk

TALKS = 3

Lines = Sequence[Content]


def preview_lines(desk: Desk, shows: str, thing: Hashable | None, width: int) -> list[Content]:
    """What is shown of a thing in so many cells, with names as this screen shows them now."""
    if thing is None:
        return []
    how = Drawing(desk.desk_app.today, desk.shielded)
    with desk.casebook.read() as connection:
        return list(PREVIEWS[shows](connection, thing, how, width))


def about(connection: Connection, thing: Hashable, how: Drawing, width: int) -> Lines:
    """A jongere, a spreekuur, a step with a school or what somebody unknown said."""
    match thing:
        case AtPlace(hours, None):
            from spreekuur.tui.hours_preview import hours_lines

            return hours_lines(connection, hours, how, width)
        case AtSchool(school_id):
            return _school_lines(connection, school_id, how, width)
        case AboutSchool():
            return turn(connection, thing, how, width)
        case ToFile(conversation):
            said = entry(connection, conversation)
            return talk(said, how.today, width, shielded=how.shielded) if said else []
    pupil_id = _pupil_of(connection, thing)
    return _pupil_lines(connection, pupil_id, how, width) if pupil_id else []


def turn(connection: Connection, thing: Hashable, how: Drawing, width: int) -> Lines:
    """Whose move it is, by when, and where that was said."""
    from spreekuur.tui.turn_preview import turn_preview

    at = turn_at(thing)
    if at is None:
        return []
    return turn_preview(connection, at, how.today, width, shielded=how.shielded)


def around(connection: Connection, thing: Hashable, how: Drawing, width: int) -> Lines:
    """The people around a jongere or at a school; of a spreekuur what each said the last time."""
    match thing:
        case AtPlace(hours, None):
            from spreekuur.tui.hours_preview import last_time

            return last_time(connection, hours, how, width)
        case AtSchool(school_id):
            from spreekuur.tui.school_story import going_on_lines

            return going_on_lines(connection, school_id, how, width)
        case AboutSchool(school=school_id):
            return _school_lines(connection, school_id, how, width)
    card = pupil_card(connection, _pupil_of(connection, thing) or 0, how.today)
    return people(card, width, shielded=how.shielded) if card else []


PREVIEWS: dict[str, Callable[[Connection, Hashable, Drawing, int], Lines]] = {
    "about": about,
    "turn": turn,
    "around": around,
}


def _pupil_of(connection: Connection, thing: Hashable) -> int | None:
    match thing:
        case AboutPupil(pupil=pupil) | InConcept(pupil=pupil):
            return pupil
        case AtPlace(hours, appointment):
            view = office_hours_by_id(connection, hours)
            taken = view.taken if view else ()
            return next((one.pupil_id for one in taken if one.appointment_id == appointment), None)
        case Waits(hours, waiting):
            view = office_hours_by_id(connection, hours)
            ahead = view.waiting if view else ()
            return next((one.pupil_id for one in ahead if one.entry_id == waiting), None)
    return None


def _school_lines(connection: Connection, school_id: int, how: Drawing, width: int) -> Lines:
    from spreekuur.tui.school_details import preview as school_lines
    from spreekuur.views.school import school_view

    school = school_view(connection, school_id)
    return school_lines(school, width, shielded=how.shielded) if school else []


def _pupil_lines(connection: Connection, pupil_id: int, how: Drawing, width: int) -> Lines:
    card = pupil_card(connection, pupil_id, how.today)
    row = caseload_row(connection, pupil_id, how.today)
    if card is None or row is None:
        return []
    talks = timeline(connection, pupil_id, how.today, TALKS)
    return preview(card, row, talks, how.today, width, shielded=how.shielded)
