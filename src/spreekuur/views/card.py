"""What must be in view while one talks with a jongere: goal, scale, agreements, people, duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.rules.ages import age_on
from spreekuur.rules.backgrounds import backgrounds_in
from spreekuur.rules.labels import AgreementStatus, Background, GoalStatus, Side
from spreekuur.rules.names import PersonName
from spreekuur.rules.receivers import OWN_PUPILS_ONLY, answers_for
from spreekuur.store.connection import Connection
from spreekuur.views.columns import clock, day, pupil_ref
from spreekuur.views.talks import talked_on


@dataclass(frozen=True, slots=True)
class AgreementView:
    """Who does what by when, and how it went."""

    id: int
    who: str
    side: Side
    what: str
    due: date | None
    at: time | None
    check_how: str
    status: AgreementStatus
    judged_on: date | None
    shared: bool
    made_on: date | None
    conversation_id: int | None
    version: int


@dataclass(frozen=True, slots=True)
class GoalView:
    """A doel with what was measured since, oldest first."""

    id: int
    text: str
    start: float | None
    target: float | None
    due: date | None
    status: GoalStatus
    shared: bool
    values: tuple[tuple[date, float], ...]
    conversation_id: int | None
    version: int

    @property
    def now(self) -> float | None:
        """The last measured value, else the start."""
        return self.values[-1][1] if self.values else self.start


@dataclass(frozen=True, slots=True)
class Scale:
    """One answer to the schaalvraag; `step` is what was one small step higher then, or empty."""

    on: date
    value: int
    target: int | None
    step: str


@dataclass(frozen=True, slots=True)
class GuardianView:
    id: int
    name: str
    relation: str
    phone: str
    language: str
    authority: str
    version: int


@dataclass(frozen=True, slots=True)
class ContactView:
    """Somebody at the jongere's school."""

    id: int
    name: str
    role: str
    phone: str
    receives_feedback: bool
    version: int
    classes: str = ""
    """The classes this person answers for."""


@dataclass(frozen=True, slots=True)
class PupilCard:
    """Everything about one jongere but the timeline."""

    id: int
    version: int
    name: PersonName
    born: date | None
    age: int | None
    school_id: int | None
    school: str
    region: str
    class_name: str
    phone: str
    home_language: str
    interpreter: bool
    municipality: str
    mentor: str
    without_parents: bool
    guardians: tuple[GuardianView, ...]
    contacts: tuple[ContactView, ...]
    goals: tuple[GoalView, ...]
    agreements: tuple[AgreementView, ...]
    scales: tuple[Scale, ...]
    background: tuple[Background, ...]
    talked_on: tuple[date, ...]
    """The days on which the jongere was spoken in person, oldest first."""

    @property
    def ref(self) -> str:
        return pupil_ref(self.id)

    @property
    def mentors(self) -> str:
        """The mentor of the jongere, else of the class; empty when neither is known."""
        of_class = (
            one.name
            for one in self.contacts
            if one.role in OWN_PUPILS_ONLY and answers_for(one.classes, self.class_name)
        )
        return self.mentor or " / ".join(of_class)

    @property
    def running_goal(self) -> GoalView | None:
        """The newest doel that still runs."""
        return next(iter(self.running_goals), None)

    @property
    def running_goals(self) -> tuple[GoalView, ...]:
        """Every doel that runs, newest first."""
        return tuple(g for g in reversed(self.goals) if g.status is GoalStatus.RUNNING)

    @property
    def judged_agreements(self) -> tuple[AgreementView, ...]:
        """How agreements went so far, in the order in which that was said."""
        judged = [one for one in self.agreements if one.status is not AgreementStatus.OPEN]
        return tuple(sorted(judged, key=lambda one: (one.judged_on or date.min, one.id)))

    @property
    def open_agreements(self) -> tuple[AgreementView, ...]:
        return tuple(one for one in self.agreements if one.status is AgreementStatus.OPEN)


PUPIL = (
    "SELECT p.id, p.version, p.given, p.prefix, p.surname, p.born, p.school_id, "
    "coalesce(nullif(s.short_name, ''), s.name, ''), coalesce(s.holiday_region, 'onbekend'), "
    "p.class_name, p.phone, p.home_language, p.interpreter, p.municipality, p.mentor, "
    "p.without_parents, p.background FROM pupil p "
    "LEFT JOIN school s ON s.id = p.school_id WHERE p.id = :id"
)


def pupil_card(connection: Connection, pupil_id: int, today: date) -> PupilCard | None:
    """The card of one jongere, or None when there is none by that number (any more)."""
    row = connection.execute(PUPIL, {"id": pupil_id}).fetchone()
    if row is None:
        return None
    number, version, given, prefix, surname, born, school_id, school, region, *rest = row
    class_name, phone, language, interpreter, municipality, mentor, without_parents, behind = rest
    birthday = day(born)
    return PupilCard(
        id=number,
        version=version,
        name=PersonName(given, prefix, surname),
        born=birthday,
        age=age_on(birthday, today) if birthday else None,
        school_id=school_id,
        school=school,
        region=region,
        class_name=class_name,
        phone=phone,
        home_language=language,
        interpreter=bool(interpreter),
        municipality=municipality,
        mentor=mentor,
        without_parents=bool(without_parents),
        guardians=_guardians(connection, number),
        contacts=_contacts(connection, school_id) if school_id else (),
        goals=_goals(connection, number),
        agreements=_agreements(connection, number),
        scales=_scales(connection, number),
        background=backgrounds_in(behind),
        talked_on=talked_on(connection, number),
    )


def _guardians(connection: Connection, pupil_id: int) -> tuple[GuardianView, ...]:
    rows = connection.execute(
        "SELECT id, name, relation, phone, language, authority, version FROM guardian "
        "WHERE pupil_id = :id ORDER BY id",
        {"id": pupil_id},
    )
    return tuple(GuardianView(*row) for row in rows)


def _contacts(connection: Connection, school_id: int) -> tuple[ContactView, ...]:
    rows = connection.execute(
        "SELECT id, name, role, phone, receives_feedback, version, classes FROM school_contact "
        "WHERE school_id = :id AND left_on IS NULL ORDER BY receives_feedback DESC, id",
        {"id": school_id},
    )
    return tuple(
        ContactView(number, name, role, phone, bool(receives), *rest)
        for number, name, role, phone, receives, *rest in rows
    )


def _goals(connection: Connection, pupil_id: int) -> tuple[GoalView, ...]:
    values: dict[int, list[tuple[date, float]]] = {}
    for goal_id, on, value in connection.execute(
        "SELECT v.goal_id, v.day, v.value FROM goal_value v JOIN goal g ON g.id = v.goal_id "
        "WHERE g.pupil_id = :id ORDER BY v.day, v.id",
        {"id": pupil_id},
    ):
        values.setdefault(goal_id, []).append((date.fromisoformat(on), value))
    rows = connection.execute(
        "SELECT id, text, start, target, due, status, shared, conversation_id, version FROM goal "
        "WHERE pupil_id = :id ORDER BY id",
        {"id": pupil_id},
    )
    return tuple(_goal(row, tuple(values.get(row[0], ()))) for row in rows)


def _goal(row: Any, values: tuple[tuple[date, float], ...]) -> GoalView:
    number, text, start, target, due, status, shared, conversation_id, version = row
    return GoalView(
        id=number,
        text=text,
        start=start,
        target=target,
        due=day(due),
        status=GoalStatus(status),
        shared=bool(shared),
        values=values,
        conversation_id=conversation_id,
        version=version,
    )


def _agreements(connection: Connection, pupil_id: int) -> tuple[AgreementView, ...]:
    rows = connection.execute(
        "SELECT g.id, g.who, g.side, g.what, g.due, g.at, g.check_how, g.status, g.judged_on, "
        "g.shared, c.said_on, g.conversation_id, g.version FROM agreement g "
        "LEFT JOIN conversation c ON c.id = g.conversation_id WHERE g.pupil_id = :id ORDER BY g.id",
        {"id": pupil_id},
    )
    return tuple(
        AgreementView(
            id=number,
            who=who,
            side=Side(side),
            what=what,
            due=day(due),
            at=clock(at),
            check_how=check_how,
            status=AgreementStatus(status),
            judged_on=day(judged_on),
            shared=bool(shared),
            made_on=day(made_on),
            conversation_id=conversation_id,
            version=version,
        )
        for (
            number,
            who,
            side,
            what,
            due,
            at,
            check_how,
            status,
            judged_on,
            shared,
            made_on,
            conversation_id,
            version,
        ) in rows
    )


def _scales(connection: Connection, pupil_id: int) -> tuple[Scale, ...]:
    rows = connection.execute(
        "SELECT day, value, target, step FROM scale_score WHERE pupil_id = :id ORDER BY day, id",
        {"id": pupil_id},
    )
    return tuple(Scale(date.fromisoformat(on), *said) for on, *said in rows)
