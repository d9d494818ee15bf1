"""What a note must know of the jongere it is about, to be read as she means it."""

from __future__ import annotations

from datetime import date, time

from spreekuur.rules.labels import Region, Side
from spreekuur.rules.note_lines import GoalInView, KnownPerson, NextPlace, NoteContext
from spreekuur.rules.school_calendar import Holiday
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import OfficeHoursView, next_office_hours
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.partners import partner_names
from spreekuur.views.people import school_by_id


def holidays(connection: Connection, region: str) -> tuple[Holiday, ...]:
    """The holidays of one region, earliest first; none for a region that is not known."""
    rows = connection.execute(
        "SELECT name, first, last, region FROM holiday WHERE region = :region ORDER BY first",
        {"region": region},
    )
    return tuple(
        Holiday(name, date.fromisoformat(first), date.fromisoformat(last), Region(of))
        for name, first, last, of in rows
    )


def note_context(
    connection: Connection,
    today: date,
    now: time | None = None,
    *,
    pupil_id: int | None = None,
    school_id: int | None = None,
    hosted_by: int | None = None,
    written_on: date | None = None,
    in_person: bool = False,
    at_table: bool = False,
    missed: bool = False,
) -> NoteContext:
    """The context of a note about a jongere, a school, or nobody yet.

    `>>` is the next spreekuur of the school `hosted_by`, where one sits at the table, else of the
    jongere's own. `written_on` is the day of writing when that is another than `today`. With
    `at_table` it is the talk at the table itself, unless `missed` says that nobody came to its
    place.
    """
    card = pupil_card(connection, pupil_id, today) if pupil_id else None
    at_school = card.school_id if card else school_id
    school = school_by_id(connection, at_school) if at_school else None
    goal = card.running_goal if card else None
    ahead = max(today, written_on or today)
    host = hosted_by or at_school
    coming = next_office_hours(connection, host, ahead) if host else None
    return NoteContext(
        today=today,
        ahead=ahead,
        now=now,
        given_name=card.name.given if card else None,
        age=card.age if card else None,
        holidays=holidays(connection, school.region) if school else (),
        running_goal=GoalInView(goal.start, goal.target, goal.due) if goal else None,
        last_scale=card.scales[-1].value if card and card.scales else None,
        next_place=_place(coming, pupil_id) if coming else None,
        school_name=school.shown if school else None,
        people=(*(_people(card) if card else ()), *_partners(connection)),
        spoken_in_person=in_person or at_table,
        at_table=at_table and not missed,
        missed=missed,
    )


def _place(coming: OfficeHoursView, pupil_id: int | None) -> NextPlace:
    """The place that `>>` would take: the one already given, else the first free one."""
    own = next((place.at for place in coming.held if place.pupil_id == pupil_id), None)
    free = next((place.at for place in coming.free), None)
    at = own or free
    return NextPlace(coming.day, at, None if at else len(coming.waiting) + 1)


def _partners(connection: Connection) -> tuple[KnownPerson, ...]:
    """Who stands on the sociale kaart."""
    return tuple(KnownPerson(name, Side.PARTNER) for name in partner_names(connection))


def _people(card: PupilCard) -> tuple[KnownPerson, ...]:
    guardians = (KnownPerson(one.name, Side.PARENTS) for one in card.guardians)
    contacts = (KnownPerson(one.name, Side.SCHOOL) for one in card.contacts)
    return (*guardians, *contacts)
