"""Days on which there is no spreekuur, and what else stands in her agenda."""

from datetime import date, time

from sqlmodel import Field

from spreekuur.model.row import Row


class Holiday(Row, table=True):
    """A school holiday of one region; both days belong to it."""

    region: str = Field(index=True)
    name: str
    first: date
    last: date
    source: str = ""


class ClosedDay(Row, table=True):
    """Days on which one school holds no spreekuur (studiedag, toetsweek); both belong to it."""

    __tablename__ = "closed_day"

    school_id: int = Field(foreign_key="school.id", ondelete="CASCADE", index=True)
    name: str
    first: date
    last: date


class Engagement(Row, table=True):
    """An eigen afspraak or an afwezigheid of the consultant; whole days without times.

    On its days from `starts` to `ends`, wall-clock local; `away` means that she is not there.
    """

    what: str
    first: date = Field(index=True)
    last: date
    starts: time | None = None
    ends: time | None = None
    away: bool = False
    folded: str = ""
