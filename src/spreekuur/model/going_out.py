"""What left this file: the report back to school, and what was taken over elsewhere."""

from datetime import date, datetime, time

from sqlmodel import Field

from spreekuur.model.row import Row


class Feedback(Row, table=True):
    """A terugkoppeling that was sent: to whom, how, and the very text."""

    school_id: int = Field(foreign_key="school.id", ondelete="CASCADE", index=True)
    contact_id: int | None = Field(
        default=None, foreign_key="school_contact.id", ondelete="SET NULL", index=True
    )
    day: date
    receiver: str
    text: str
    sent_by: str
    sent_at: datetime


class FeedbackPupil(Row, table=True):
    """A jongere about whom a terugkoppeling was."""

    __tablename__ = "feedback_pupil"

    feedback_id: int = Field(foreign_key="feedback.id", ondelete="CASCADE", index=True)
    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)


class CarryOver(Row, table=True):
    """A conversation that was taken over in the municipality's own system."""

    __tablename__ = "carry_over"

    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", unique=True)
    done_at: datetime


class GivenEvent(Row, table=True):
    """A spreekuur as it was last given out in a calendar file; `uid` is the one that it got there.

    It outlives the spreekuur, which may have been undone, so that the calendar elsewhere can be
    told. Written outside changes: what was given out is not taken back by undo.
    """

    __tablename__ = "given_event"

    office_hours_id: int
    school: str
    day: date
    starts: time
    ends: time
    sequence: int
    given_at: datetime
