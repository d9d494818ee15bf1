"""The afternoon at school: the spreekuur, its filled places and who waits for one."""

from datetime import date, datetime, time

from sqlmodel import Field

from spreekuur.model.row import Row


class OfficeHours(Row, table=True):
    """One spreekuur, shown as `S-0001`; wall-clock local. Empty places follow from the hours."""

    __tablename__ = "office_hours"

    school_id: int = Field(foreign_key="school.id", index=True)
    day: date = Field(index=True)
    starts: time
    ends: time
    minutes: int = 20
    pause_starts: time | None = None
    pause_ends: time | None = None
    room: str = ""
    status: str = "gepland"


class Appointment(Row, table=True):
    """A filled place in a spreekuur."""

    office_hours_id: int = Field(foreign_key="office_hours.id", ondelete="CASCADE", index=True)
    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    at: time
    reason: str = ""
    attendance: str = "uitgenodigd"
    started_at: datetime | None = None
    ended_at: datetime | None = None
    folded: str = ""


class WaitingEntry(Row, table=True):
    """Somebody who waits for a place in a full spreekuur, in order of `id` (F4.12)."""

    __tablename__ = "waiting_entry"

    office_hours_id: int = Field(foreign_key="office_hours.id", ondelete="CASCADE", index=True)
    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    since: date
    reason: str = ""
