"""Doelen and afspraken outside a note: set, changed, measured, judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import AgreementStatus, GoalStatus, Side
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook


@dataclass(frozen=True, slots=True)
class GoalDetails:
    """A doel in the jongere's words; numbers and day may be empty (a hint, never a refusal)."""

    text: str
    start: float | None = None
    target: float | None = None
    due: date | None = None
    status: GoalStatus = GoalStatus.RUNNING
    shared: bool = False


@dataclass(frozen=True, slots=True)
class AgreementDetails:
    """Who does what by when, and how it will be checked."""

    who: str
    side: Side
    what: str
    due: date | None = None
    at: time | None = None
    check_how: str = ""
    shared: bool = False


def set_goal(casebook: Casebook, pupil_id: int, details: GoalDetails) -> int:
    """A new doel; gives its number."""
    with casebook.change("Doel vastgelegd") as session:
        from spreekuur.model import Goal

        return added(session, Goal(pupil_id=pupil_id, **_goal_columns(details)))


def edit_goal(casebook: Casebook, goal_id: int, details: GoalDetails, *, version: int) -> None:
    """Change a doel as she saw it; raises ChangedElsewhere."""
    with casebook.change("Doel gewijzigd") as session:
        from spreekuur.model import Goal

        goal = fetch(session, Goal, goal_id, version)
        for column, value in _goal_columns(details).items():
            setattr(goal, column, value)


def measure(casebook: Casebook, goal_id: int, value: float, today: date) -> None:
    """Where a doel stands today, outside a note; a second value of today takes its place."""
    with casebook.change("Waarde van het doel vastgelegd") as session:
        from sqlmodel import col, select

        from spreekuur.model import GoalValue

        own = select(GoalValue).where(
            GoalValue.goal_id == goal_id,
            GoalValue.day == today,
            col(GoalValue.conversation_id).is_(None),
        )
        row = session.exec(own).first() or GoalValue(goal_id=goal_id, day=today, value=value)
        row.value = value
        session.add(row)


def agree(casebook: Casebook, pupil_id: int, details: AgreementDetails) -> int:
    """A new afspraak; gives its number."""
    with casebook.change("Afspraak vastgelegd") as session:
        from spreekuur.model import Agreement

        return added(session, Agreement(pupil_id=pupil_id, **_agreement_columns(details)))


def edit_agreement(
    casebook: Casebook, agreement_id: int, details: AgreementDetails, *, version: int
) -> None:
    """Change an afspraak as she saw it; raises ChangedElsewhere."""
    with casebook.change("Afspraak gewijzigd") as session:
        from spreekuur.model import Agreement

        agreement = fetch(session, Agreement, agreement_id, version)
        for column, value in _agreement_columns(details).items():
            setattr(agreement, column, value)


def judge(casebook: Casebook, agreement_id: int, status: AgreementStatus, today: date) -> None:
    """How an afspraak went, said at the next talk with one key."""
    with casebook.change("Afspraak nagekeken") as session:
        from spreekuur.model import Agreement

        agreement = fetch(session, Agreement, agreement_id)
        agreement.status = status
        agreement.judged_on = None if status is AgreementStatus.OPEN else today


def _goal_columns(details: GoalDetails) -> dict[str, Any]:
    return {
        "text": clean(details.text),
        "start": details.start,
        "target": details.target,
        "due": details.due,
        "status": details.status,
        "shared": details.shared,
    }


def _agreement_columns(details: AgreementDetails) -> dict[str, Any]:
    return {
        "who": clean(details.who),
        "side": details.side,
        "what": clean(details.what),
        "due": details.due,
        "at": details.at,
        "check_how": clean(details.check_how),
        "shared": details.shared,
    }
