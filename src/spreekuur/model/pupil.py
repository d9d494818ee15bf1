"""The jongere and the people around them."""

from datetime import date, datetime

from sqlmodel import Field, Index

from spreekuur.model.row import Row, added_text


class Pupil(Row, table=True):
    """A jongere; shown as `J-0001` by its id. Never a BSN, never a diagnosis (domain 9).

    `background` is what lies behind the absence: `rules.labels.Background`, joined by `, `.
    """

    # The caseload is read from this index alone, in its order.
    __table_args__ = (
        Index("ix_pupil_open", "closed_on", "sort_key"),
        Row.__table_args__,
    )

    given: str = ""
    prefix: str = ""
    surname: str = ""
    sort_key: str = Field(default="", index=True)
    born: date | None = None
    school_id: int | None = Field(
        default=None, foreign_key="school.id", ondelete="SET NULL", index=True
    )
    class_name: str = ""
    phone: str = ""
    home_language: str = ""
    interpreter: bool = False
    municipality: str = ""
    mentor: str = ""
    without_parents: bool = False
    background: str = added_text()
    closed_on: date | None = None
    closed_because: str = ""
    added_at: datetime
    folded: str = ""


class ContactRhythm(Row, table=True):
    """Wie contact houdt en hoe vaak: at least once in so many days, by `holder` (school or ik)."""

    __tablename__ = "contact_rhythm"

    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", unique=True)
    days: int
    holder: str


class Guardian(Row, table=True):
    """Ouder/verzorger of a jongere."""

    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    name: str
    relation: str = ""
    phone: str = ""
    email: str = ""
    language: str = ""
    authority: str = ""
    folded: str = ""
