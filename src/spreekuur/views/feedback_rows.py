"""What was said of jongeren on one day, as far as school may know it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from spreekuur.rules.feedback import NextTalk, Told, ToldGoal
from spreekuur.rules.feedback_agreements import ToldAgreement
from spreekuur.rules.labels import STILL_HELD, TALKED, AgreementStatus, Side
from spreekuur.rules.names import PersonName, split_name
from spreekuur.rules.written_out import without_surnames
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, one_of
from spreekuur.views.other_pupils import NamedPupils

HERE = "o.school_id = :school AND o.day = :day AND o.status <> 'vervallen'"
"""The spreekuren `o` of a school on a day."""

TALKS = (
    "SELECT c.id, c.pupil_id, c.reading FROM conversation c JOIN pupil p ON p.id = c.pupil_id "
    "WHERE (c.said_on = :day OR c.appointment_id IN "
    f"(SELECT a.id FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id AND {HERE})) "
    "ORDER BY c.said_at, c.id"
)
GOALS = (
    "SELECT g.pupil_id, g.text, g.due, g.status, g.conversation_id FROM goal g "
    "LEFT JOIN conversation c ON c.id = g.conversation_id "
    "WHERE g.shared AND g.status <> 'losgelaten' AND coalesce(c.said_on, :day) <= :day "
    "AND {among} ORDER BY g.id"
)
AGREEMENTS = (
    "SELECT g.pupil_id, g.who, g.side, g.what, g.due, g.at, g.status, g.conversation_id "
    "FROM agreement g WHERE g.shared AND g.status <> 'vervallen' AND {among} ORDER BY g.id"
)
COMING = (
    "SELECT a.pupil_id, o.day, a.at, o.room FROM appointment a "
    "JOIN office_hours o ON o.id = a.office_hours_id WHERE o.school_id = :school "
    f"AND o.day > :day AND o.status IN {one_of(STILL_HELD)} AND a.attendance = 'uitgenodigd' "
    "AND a.pupil_id IS NOT NULL ORDER BY o.day DESC, a.at DESC"
)


def what_was_said(
    connection: Connection, school_id: int, on: date, listed: Sequence[Told]
) -> list[Told]:
    """These jongeren with what is shared of them; who has nothing to be told is left out.

    Not to be read by anybody yet: names of others stand in it.
    """
    values = {"school": school_id, "day": str(on)}
    talks = connection.execute(TALKS, values).fetchall()
    said_in = {number for number, _, _ in talks}
    spoken = {one.pupil_id for one in listed if one.attendance in TALKED}
    among = _Among(one.pupil_id for one in listed)
    lines: dict[int, list[str]] = defaultdict(list)
    for _, pupil_id, reading in talks:
        lines[pupil_id] += _shared(reading)
    goals = _goals(connection, on, said_in, spoken, among)
    agreements = _agreements(connection, on, said_in, spoken, among)
    coming = _coming(connection, values)
    full = [
        replace(
            one,
            shared=tuple(lines[one.pupil_id]),
            goals=tuple(goals[one.pupil_id]),
            agreements=tuple(agreements[one.pupil_id]),
            next_talk=coming.get(one.pupil_id),
        )
        for one in listed
    ]
    return [one for one in full if one.attendance or any(_texts(one))]


def without_names(
    connection: Connection, school_id: int, told: Sequence[Told], names: Mapping[int, PersonName]
) -> list[Told]:
    """The same as school may read it; `names` are those of all jongeren of the day."""
    people = _people(connection, names, _Among(names))
    named = NamedPupils(
        connection, school_id, names, [text for one in told for text in _texts(one)]
    )
    return [_without_names(one, people[one.pupil_id], named) for one in told]


def _texts(one: Told) -> Iterator[str]:
    yield from (one.outcome, *one.shared)
    yield from (goal.text for goal in one.goals)
    for agreement in one.agreements:
        yield from (agreement.who, agreement.what)


def _without_names(one: Told, known: Sequence[PersonName], named: NamedPupils) -> Told:
    """No surname of the jongere and the ouders, and no name of another jongere."""
    others = named.besides(one.pupil_id, known)

    def told(text: str, *, sentence: bool = True) -> str:
        return others.taken_from(without_surnames(text, known), sentence=sentence)

    return replace(
        one,
        outcome=told(one.outcome),
        shared=tuple(map(told, one.shared)),
        goals=tuple(replace(goal, text=told(goal.text)) for goal in one.goals),
        agreements=tuple(
            replace(each, who=told(each.who), what=told(each.what, sentence=False))
            for each in one.agreements
        ),
    )


def _shared(reading: str) -> list[str]:
    return [text for _, kind, shared, text in json.loads(reading) if kind == "share" and shared]


class _Among:
    """The jongeren of this day, for a query on a table `g` with a column `pupil_id`."""

    def __init__(self, pupils: Iterable[int]) -> None:
        self.values = {f"p{n}": number for n, number in enumerate(pupils)}
        self.clause = f"g.pupil_id IN ({', '.join(f':{name}' for name in self.values)})"

    def put(self, sql: str) -> str:
        return sql.format(among=self.clause)


def _people(
    connection: Connection, names: Mapping[int, PersonName], among: _Among
) -> dict[int, tuple[PersonName, ...]]:
    """The jongere and the ouders, who are called by their first name."""
    people = {pupil_id: [name] for pupil_id, name in names.items()}
    sql = among.put("SELECT g.pupil_id, g.name FROM guardian g WHERE {among} ORDER BY g.id")
    for pupil_id, name in connection.execute(sql, among.values):
        people[pupil_id].append(split_name(name))
    return {pupil_id: tuple(known) for pupil_id, known in people.items()}


def _goals(
    connection: Connection, on: date, said_in: set[int], spoken: set[int], among: _Among
) -> dict[int, list[ToldGoal]]:
    """Set this day and not let go since; else the newest that runs, of who sat at the table."""
    found: dict[int, list[ToldGoal]] = defaultdict(list)
    running: dict[int, ToldGoal] = {}
    for pupil_id, text, due, status, talk in connection.execute(
        among.put(GOALS), {"day": str(on), **among.values}
    ):
        goal = ToldGoal(text, day(due))
        if talk in said_in:
            found[pupil_id].append(goal)
        elif pupil_id in spoken and status == "loopt":
            running[pupil_id] = goal
    for pupil_id, goal in running.items():
        if not found[pupil_id]:
            found[pupil_id].append(goal)
    return found


def _agreements(
    connection: Connection, on: date, said_in: set[int], spoken: set[int], among: _Among
) -> dict[int, list[ToldAgreement]]:
    """Made this day; also those of no talk that are open where the jongere sat at the table."""
    found: dict[int, list[ToldAgreement]] = defaultdict(list)
    for pupil_id, who, side, what, due, at, status, talk in connection.execute(
        among.put(AGREEMENTS), among.values
    ):
        until, is_open = day(due), status == AgreementStatus.OPEN
        without_talk = talk is None and is_open and (until is None or until >= on)
        if talk in said_in or (without_talk and pupil_id in spoken):
            told = ToldAgreement(who, Side(side), what, until, clock(at), is_open)
            found[pupil_id].append(told)
    return found


def _coming(connection: Connection, values: Mapping[str, object]) -> dict[int, NextTalk]:
    """The next place of everybody here; who waits for one has no day yet."""
    waiting = connection.execute(
        "SELECT pupil_id FROM waiting_entry WHERE school_id = :school",
        {"school": values["school"]},
    )
    coming = {pupil_id: NextTalk(None, None) for (pupil_id,) in waiting}
    for pupil_id, on, at, room in connection.execute(COMING, values):
        coming[pupil_id] = NextTalk(day(on), clock(at), room)
    return coming
