"""What stands on the papers of a spreekuur: for the concierge, and for herself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.date_words import day_and_month
from spreekuur.rules.hidden_names import name_parts, without_names
from spreekuur.rules.labels import Side
from spreekuur.rules.paper import breakable, first_names
from spreekuur.rules.progress import number
from spreekuur.rules.sides import is_role
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import OfficeHoursView, Place
from spreekuur.views.card import AgreementView, GoalView, PupilCard, pupil_card
from spreekuur.views.for_pupil import NamesIn, instead_of_names, names_in

WHO = {
    Side.ME: "ik",
    Side.PUPIL: "zelf",
    Side.SCHOOL: "school",
    Side.PARENTS: "ouder",
    Side.PARTNER: "hulp",
}


@dataclass(frozen=True, slots=True)
class ToFetch:
    """Who is fetched when: all that a concierge needs."""

    at: time
    given: str
    class_name: str


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row of her own paper; without a number it is a casuïstiekbespreking."""

    number: int | None
    at: time
    initials: str
    class_name: str
    agreements: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


REMOVED = (
    "SELECT DISTINCT j.row_id FROM journal j WHERE j.table_name = 'appointment' "
    "AND json_extract(j.was, '$.office_hours_id') = :hours "
    "AND json_extract(j.was, '$.pupil_id') IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.id = j.row_id)"
)
"""Who came off the list, as the journal knows."""


def numbered(connection: Connection, hours: OfficeHoursView) -> dict[int, Place]:
    """The filled places by the number they have on paper: as they came on the list, from 1.

    Whoever moves, gives the place back or comes off the list, the others keep their number; who
    comes later gets a higher one.
    """
    removed = {row[0] for row in connection.execute(REMOVED, {"hours": hours.id})}
    places = {one.appointment_id: one for one in hours.taken if one.appointment_id}
    every = enumerate(sorted(removed | places.keys()), 1)
    return {number: places[one] for number, one in every if one in places}


def to_fetch(hours: OfficeHoursView) -> list[ToFetch]:
    """Who still comes, in order of time; no surname, no reason."""
    coming = [(one, one.name) for one in hours.held if one.name]
    names = first_names([name for _, name in coming])
    return [
        ToFetch(one.at, given, breakable(one.class_name, 32))
        for (one, _), given in zip(coming, names, strict=True)
    ]


def own_rows(connection: Connection, hours: OfficeHoursView, today: date) -> list[OwnRow]:
    """Every filled place with what was agreed and not judged yet; initials only."""
    numbers = {one.appointment_id: number for number, one in numbered(connection, hours).items()}
    cards = {
        one.pupil_id: card
        for one in hours.taken
        if one.pupil_id and (card := pupil_card(connection, one.pupil_id, today))
    }
    texts = [one.what for card in cards.values() for one in card.open_agreements]
    names = names_in(connection, texts)
    rows = []
    for place in hours.places:
        if place.is_case_discussion:
            rows.append(OwnRow(None, place.at, "casuïstiek", ""))
        elif place.pupil_id:
            rows.append(_row(names, numbers[place.appointment_id], place, cards[place.pupil_id]))
    return rows


def _row(names: NamesIn, number: int, place: Place, card: PupilCard) -> OwnRow:
    name = card.name
    called = (name.spoken, *name_parts(name.given), *name_parts(name.surname))
    instead = instead_of_names(names, card) | dict.fromkeys(called, name.initials)
    return OwnRow(
        number=number,
        at=place.at,
        initials=name.initials,
        class_name=breakable(place.class_name, 32),
        agreements=tuple(_agreement(one, instead) for one in card.open_agreements),
        goals=tuple(_goal(one) for one in (card.running_goal,) if one),
    )


def _agreement(one: AgreementView, instead: dict[str, str]) -> str:
    who = one.who if is_role(one.who) else WHO[one.side]
    due = f" (t/m {day_and_month(one.due)})" if one.due else ""
    return f"{who}: {breakable(without_names(one.what, instead))}{due}"


def _goal(goal: GoalView) -> str:
    """The numbers only: `van 3 naar 8, nu 6, t/m 8 dec`."""
    parts = []
    if goal.start is not None and goal.target is not None:
        parts.append(f"van {number(goal.start)} naar {number(goal.target)}")
    if goal.now is not None:
        parts.append(f"nu {number(goal.now)}")
    if goal.due:
        parts.append(f"t/m {day_and_month(goal.due)}")
    return ", ".join(parts) or "zonder getal"
