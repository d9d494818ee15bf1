"""What the lines of a note become: doelen, their values, afspraken, the scale, the vervolg."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from spreekuur.actions.follow_ups import book_next
from spreekuur.actions.rows import added, fetch
from spreekuur.rules.labels import FollowUpStatus, GoalStatus
from spreekuur.rules.note_lines import (
    AgreementLine,
    FollowUpLine,
    GoalLine,
    GoalValueLine,
    LineValue,
    ScaleLine,
)
from spreekuur.store.casebook import Casebook

if TYPE_CHECKING:
    from sqlmodel import Session

    from spreekuur.model import Conversation, Row

IN_ORDER = (GoalLine, GoalValueLine, AgreementLine, ScaleLine, FollowUpLine)
"""A value of now may belong to a doel of the same note, so doelen come first."""


@dataclass(frozen=True, slots=True)
class Said:
    """The conversation that rows are made from; without a jongere only its vervolg becomes rows.

    `>>` takes a place in the first spreekuur later than `booked_after`, at the school `hosted_by`,
    else at the jongere's own.
    """

    conversation_id: int
    on: date
    booked_after: date
    pupil_id: int | None = None
    school_id: int | None = None
    hosted_by: int | None = None

    @classmethod
    def of(cls, talk: Conversation, booked_after: date, hosted_by: int | None) -> Said:
        assert talk.id
        about = (talk.pupil_id, talk.school_id)
        return cls(talk.id, talk.said_on, booked_after, *about, hosted_by)


def keep_rows(
    casebook: Casebook, session: Session, said: Said, values: Sequence[LineValue]
) -> None:
    """Add what these lines say as rows of their own."""
    for kind in IN_ORDER:
        for value in values:
            if isinstance(value, kind):
                row = _row(casebook, session, said, value)
                if row is not None:
                    added(session, row)


def columns_of(value: LineValue) -> dict[str, Any]:
    """The columns of a row that its line decides; an anchored vervolg has no day of its own."""
    if isinstance(value, FollowUpLine):
        status = FollowUpStatus.NOT_NEEDED if value.not_needed else FollowUpStatus.OPEN
        moment = (None, None) if value.next_office_hours else (value.day, value.at)
        action = value.action or "spreekuur"
        return {"day": moment[0], "at": moment[1], "action": action, "status": status}
    columns = asdict(value)
    if "by" in columns:
        columns["due"] = columns.pop("by")
    return columns


def table_of(value: LineValue) -> type[Row] | None:
    """The table in which a line becomes a row; None for a line that becomes none."""
    from spreekuur.model import Agreement, FollowUp, Goal, GoalValue, ScaleScore

    tables: dict[type[LineValue], type[Row]] = {
        GoalLine: Goal,
        GoalValueLine: GoalValue,
        AgreementLine: Agreement,
        ScaleLine: ScaleScore,
        FollowUpLine: FollowUp,
    }
    return tables.get(type(value))


def _row(casebook: Casebook, session: Session, said: Said, value: LineValue) -> Row | None:
    if isinstance(value, FollowUpLine):
        return _follow_up(casebook, session, said, value)
    return _row_of_pupil(session, said, value) if said.pupil_id else None


def _row_of_pupil(session: Session, said: Said, value: LineValue) -> Row | None:
    from spreekuur.model import Agreement, Goal, GoalValue, ScaleScore

    assert said.pupil_id
    columns = {"conversation_id": said.conversation_id, **columns_of(value)}
    if isinstance(value, GoalValueLine):
        goal_id = _running_goal(session, said.pupil_id)
        return GoalValue(goal_id=goal_id, day=said.on, **columns) if goal_id else None
    columns["pupil_id"] = said.pupil_id
    if isinstance(value, ScaleLine):
        return ScaleScore(day=said.on, **columns)
    return Goal(**columns) if isinstance(value, GoalLine) else Agreement(**columns)


def _running_goal(session: Session, pupil_id: int) -> int | None:
    from sqlmodel import col, select

    from spreekuur.model import Goal

    newest = (
        select(Goal.id)
        .where(Goal.pupil_id == pupil_id, Goal.status == GoalStatus.RUNNING)
        .order_by(col(Goal.id).desc())
    )
    return session.exec(newest).first()


def _follow_up(casebook: Casebook, session: Session, said: Said, value: FollowUpLine) -> Row | None:
    """A vervolg; `>>` first takes its place in the next spreekuur."""
    from spreekuur.model import FollowUp, Pupil

    columns = columns_of(value)
    if value.next_office_hours and said.pupil_id:
        school_id = said.hosted_by or fetch(session, Pupil, said.pupil_id).school_id
        anchor = school_id and book_next(casebook, said.pupil_id, school_id, said.booked_after)
        if not anchor:
            return None
        columns |= anchor
    elif value.next_office_hours:
        columns |= {"day": value.day, "at": value.at}
    return FollowUp(
        pupil_id=said.pupil_id,
        school_id=said.school_id,
        conversation_id=said.conversation_id,
        **columns,
    )
