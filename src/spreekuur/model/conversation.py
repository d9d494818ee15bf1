"""What was said, and how the jongere scored it."""

from datetime import date, datetime, time

from sqlmodel import Field, Index

from spreekuur.model.row import Row, added_text


class Conversation(Row, table=True):
    """A gesprek or contactmoment.

    `text` is what she typed, to the letter; `reading` is JSON: for each line that was read as more
    than plain text `[position, kind, shared, content]`, as decided when it was saved.
    `said_on`/`said_at` are wall-clock local (when it was said), `written_at` is UTC. Without pupil
    and school it waits under *Nog indelen* (the inbox).
    """

    # The caseload asks every jongere's last contact: answered from this index, no text is read.
    __table_args__ = (
        Index("ix_conversation_contact", "pupil_id", "outcome", "said_on"),
        Row.__table_args__,
    )

    pupil_id: int | None = Field(default=None, foreign_key="pupil.id", ondelete="CASCADE")
    school_id: int | None = Field(
        default=None, foreign_key="school.id", ondelete="SET NULL", index=True
    )
    appointment_id: int | None = Field(
        default=None, foreign_key="appointment.id", ondelete="SET NULL", index=True
    )
    kind: str
    with_whom: str = ""
    outcome: str = ""
    caller: str = ""
    said_on: date = Field(index=True)
    said_at: time | None = None
    written_at: datetime
    minutes: int | None = None
    text: str
    reading: str = "[]"
    folded: str = ""


class ScaleScore(Row, table=True):
    """An answer to the schaalvraag: 0-10, where she would be content, what is one step higher."""

    __tablename__ = "scale_score"

    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    conversation_id: int = Field(foreign_key="conversation.id", ondelete="CASCADE", index=True)
    day: date
    value: int
    target: int | None = None
    step: str = added_text()
