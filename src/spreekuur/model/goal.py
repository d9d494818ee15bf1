"""Doelen in numbers, afspraken with a name and a day, and the vervolg that keeps both alive."""

from datetime import date, time

from sqlmodel import Field, Index

from spreekuur.model.row import Row


class Goal(Row, table=True):
    """A doel in the jongere's own words, with start and target as numbers (F3.16, F4.17)."""

    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    conversation_id: int | None = Field(
        default=None, foreign_key="conversation.id", ondelete="CASCADE", index=True
    )
    text: str
    start: float | None = None
    target: float | None = None
    due: date | None = None
    status: str = "loopt"
    shared: bool = False
    folded: str = ""


class GoalValue(Row, table=True):
    """Where a doel stood on a day (`* nu 4`)."""

    __tablename__ = "goal_value"

    goal_id: int = Field(foreign_key="goal.id", ondelete="CASCADE", index=True)
    conversation_id: int | None = Field(
        default=None, foreign_key="conversation.id", ondelete="CASCADE", index=True
    )
    day: date
    value: float


class Agreement(Row, table=True):
    """An afspraak: who does what, by when, and how it will be checked (domain 1.3)."""

    # The caseload asks every jongere's next step: answered from this index alone.
    __table_args__ = (
        Index("ix_agreement_step", "pupil_id", "status", "due", "at", "side", "who", "what"),
        Row.__table_args__,
    )

    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE")
    conversation_id: int | None = Field(
        default=None, foreign_key="conversation.id", ondelete="CASCADE", index=True
    )
    who: str
    side: str
    what: str
    due: date | None = None
    at: time | None = None
    check_how: str = ""
    status: str = "open"
    judged_on: date | None = None
    shared: bool = False
    folded: str = ""


class FollowUp(Row, table=True):
    """A vervolg: what comes next and when.

    `appointment_id` or `waiting_entry_id` anchors it to a spreekuur instead of a date, so that it
    moves along with it.
    """

    __tablename__ = "follow_up"
    __table_args__ = (
        Index("ix_follow_up_step", "pupil_id", "status", "day", "at", "action", "appointment_id"),
        Row.__table_args__,
    )

    pupil_id: int | None = Field(default=None, foreign_key="pupil.id", ondelete="CASCADE")
    school_id: int | None = Field(
        default=None, foreign_key="school.id", ondelete="CASCADE", index=True
    )
    conversation_id: int | None = Field(
        default=None, foreign_key="conversation.id", ondelete="CASCADE", index=True
    )
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="SET NULL", index=True
    )
    waiting_entry_id: int | None = Field(
        default=None, foreign_key="waiting_entry.id", ondelete="SET NULL", index=True
    )
    day: date | None = None
    at: time | None = None
    action: str = ""
    status: str = "open"
    folded: str = ""
