"""What left this file: the report back to school, and what was taken over elsewhere."""

from datetime import date, datetime

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


class CarryOver(Row, table=True):
    """A conversation that was taken over in the municipality's own system."""

    __tablename__ = "carry_over"

    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", unique=True)
    done_at: datetime
