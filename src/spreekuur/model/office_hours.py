"""The afternoon at school: the spreekuur, its reeks, its filled places and who waits for one."""

from datetime import date, datetime, time

from sqlmodel import Field

from spreekuur.model.row import Row, added_text


class OfficeHoursSeries(Row, table=True):
    """A reeks: every so many `weeks` a spreekuur at a school, from `first` up to `until`.

    What it once planned are rows of their own (`OfficeHours.series_id`), changed one by one.
    """

    __tablename__ = "office_hours_series"

    school_id: int = Field(foreign_key="school.id", ondelete="CASCADE", index=True)
    first: date
    until: date
    weeks: int


class OfficeHours(Row, table=True):
    """One spreekuur, shown as `S-0001`; wall-clock local. Empty places follow from the hours.

    School may add to its list until `list_closes_on`. `status_reason` says why it was cancelled.
    """

    __tablename__ = "office_hours"

    school_id: int = Field(foreign_key="school.id", index=True)
    series_id: int | None = Field(
        default=None, foreign_key="office_hours_series.id", ondelete="SET NULL", index=True
    )
    day: date = Field(index=True)
    starts: time
    ends: time
    minutes: int = 20
    pause_starts: time | None = None
    pause_ends: time | None = None
    room: str = ""
    status: str = "gepland"
    status_reason: str = added_text()
    list_closes_on: date | None = None


class Appointment(Row, table=True):
    """A filled place in a spreekuur; without a jongere a casuïstiekbespreking about `reason`.

    `minutes` is its own length, when that is another than that of the spreekuur; `listed_on` the
    day on which it came on the list; `outcome` the one line that school may read of it; `decision`
    what was decided at the close when nobody sat at the table.
    """

    office_hours_id: int = Field(foreign_key="office_hours.id", ondelete="CASCADE", index=True)
    pupil_id: int | None = Field(
        default=None, foreign_key="pupil.id", ondelete="CASCADE", index=True
    )
    at: time
    minutes: int | None = None
    reason: str = ""
    attendance: str = "uitgenodigd"
    started_at: datetime | None = None
    ended_at: datetime | None = None
    listed_on: date | None = None
    outcome: str = ""
    decision: str = ""
    folded: str = ""


class WaitingEntry(Row, table=True):
    """Somebody who waits for a place at a school, longest first (F4.12).

    A spreekuur earlier than `not_before` is not meant.
    """

    __tablename__ = "waiting_entry"

    school_id: int = Field(foreign_key="school.id", ondelete="CASCADE", index=True)
    pupil_id: int = Field(foreign_key="pupil.id", ondelete="CASCADE", index=True)
    since: date
    not_before: date
    reason: str = ""
