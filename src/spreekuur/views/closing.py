"""A spreekuur at its close: who did not sit at the table, and what comes next for each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from spreekuur.rules.ages import age_on
from spreekuur.rules.attendance import weight
from spreekuur.rules.closing import ASKED, Choice, proposed
from spreekuur.rules.labels import STILL_HELD, TALKED, Attendance, Decision, OfficeHoursStatus
from spreekuur.rules.list_flags import other_municipality
from spreekuur.rules.names import PersonName
from spreekuur.rules.school_calendar import next_school_day
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import next_office_hours
from spreekuur.views.columns import SHORT, clock, day, office_hours_ref, one_of, pupil_ref
from spreekuur.views.no_shows import no_shows
from spreekuur.views.note_context import holidays
from spreekuur.views.today_hours import LIVES


@dataclass(frozen=True, slots=True)
class NextStep:
    """What comes next for a jongere; `action` is `spreekuur` or `wachtlijst` or her own words."""

    day: date | None
    at: time | None
    action: str


@dataclass(frozen=True, slots=True)
class ClosingRow:
    """Somebody who did not sit at the table.

    `choice` is what is proposed while nothing is decided and nothing else comes next, with `step`
    what would become of it; else `step` is what comes next.
    """

    appointment_id: int
    pupil_id: int
    name: PersonName
    class_name: str
    attendance: Attendance
    times: int
    elsewhere: str
    decision: Decision | None
    choice: Choice | None
    step: NextStep | None

    @property
    def ref(self) -> str:
        return pupil_ref(self.pupil_id)

    @property
    def is_open(self) -> bool:
        """Whether something has still to be chosen."""
        return self.choice is not None


@dataclass(frozen=True, slots=True)
class ClosingView:
    """A spreekuur and who did not sit at the table, in order of time."""

    id: int
    school_id: int
    school: str
    day: date
    ends: time
    status: OfficeHoursStatus
    rows: tuple[ClosingRow, ...]
    spoken: int
    no_show: int
    unsaved: int
    """Notes that are still a concept."""

    @property
    def ref(self) -> str:
        return office_hours_ref(self.id)

    @property
    def open_rows(self) -> tuple[ClosingRow, ...]:
        return tuple(row for row in self.rows if row.is_open)

    @property
    def is_closed(self) -> bool:
        return self.status is OfficeHoursStatus.CLOSED


@dataclass(frozen=True, slots=True)
class _Listed:
    """A jongere on the list, as the file holds it."""

    appointment_id: int
    pupil_id: int
    name: PersonName
    class_name: str
    born: date | None
    came: Attendance
    decision: Decision | None
    elsewhere: str


HOURS = (
    f"SELECT o.id, o.school_id, {SHORT}, s.holiday_region, o.day, o.ends, o.status "
    "FROM office_hours o JOIN school s ON s.id = o.school_id WHERE o.id = :id"
)
# A talk that was written down without a mark took place all the same.
WRITTEN = (
    "EXISTS (SELECT 1 FROM conversation c WHERE c.appointment_id = a.id "
    "AND c.kind = 'Spreekuurgesprek')"
)
PLACES = (
    "SELECT a.id, p.id, p.given, p.prefix, p.surname, p.class_name, p.born, a.attendance, "
    f"a.decision, {LIVES}, {WRITTEN} FROM appointment a "
    "JOIN pupil p ON p.id = a.pupil_id WHERE a.office_hours_id = :id ORDER BY a.at, a.id"
)
UNSAVED = (
    "SELECT count(*) FROM draft d JOIN appointment a ON d.place = 'gesprek:' || a.id "
    "WHERE a.office_hours_id = :id AND trim(d.text) <> ''"
)
STEPS = (
    "SELECT on_day, on_time, action FROM ("
    "SELECT o.day AS on_day, a.at AS on_time, 'spreekuur' AS action FROM appointment a "
    "JOIN office_hours o ON o.id = a.office_hours_id WHERE a.pupil_id = :pupil "
    f"AND o.day > :day AND o.status IN {one_of(STILL_HELD)} AND a.attendance = 'uitgenodigd' "
    "UNION ALL SELECT f.day, f.at, f.action FROM follow_up f WHERE f.pupil_id = :pupil "
    "AND f.status = 'open' AND f.appointment_id IS NULL AND f.waiting_entry_id IS NULL "
    "AND f.day >= :day UNION ALL SELECT NULL, NULL, 'wachtlijst' FROM waiting_entry w "
    "WHERE w.pupil_id = :pupil AND w.school_id = :school) "
    "ORDER BY on_day IS NULL, on_day, on_time LIMIT 1"
)


def closing_view(connection: Connection, office_hours_id: int, today: date) -> ClosingView | None:
    """The close of a spreekuur seen from `today`; None when it is gone."""
    row = connection.execute(HOURS, {"id": office_hours_id}).fetchone()
    if row is None:
        return None
    number, school_id, school, region, on, ends, status = row
    held = date.fromisoformat(on)
    listed = _listed(connection, number)
    rows = [
        _row(connection, one, school_id, held)
        for one in listed
        if one.came not in TALKED and (one.came in ASKED or one.decision)
    ]
    how = [one.came for one in listed]
    return ClosingView(
        id=number,
        school_id=school_id,
        school=school,
        day=held,
        ends=time.fromisoformat(ends),
        status=OfficeHoursStatus(status),
        rows=_with_proposals(connection, school_id, region, max(held, today), rows),
        spoken=sum(one in TALKED for one in how),
        no_show=how.count(Attendance.NO_SHOW),
        unsaved=connection.execute(UNSAVED, {"id": number}).fetchone()[0],
    )


def _listed(connection: Connection, office_hours_id: int) -> list[_Listed]:
    """Everybody on the list by the place that says how they came, in order of time."""
    found: dict[int, _Listed] = {}
    rows = connection.execute(PLACES, {"id": office_hours_id})
    for place, pupil, given, prefix, surname, class_name, born, attendance, *rest in rows:
        decision, lives_in, hers, written = rest
        came = Attendance(attendance)
        if came is Attendance.INVITED and written:
            came = Attendance.PRESENT
        before = found.get(pupil)
        if before is None or weight(came) >= weight(before.came):
            found.pop(pupil, None)
            found[pupil] = _Listed(
                appointment_id=place,
                pupil_id=pupil,
                name=PersonName(given, prefix, surname),
                class_name=class_name,
                born=day(born),
                came=came,
                decision=Decision(decision) if decision else None,
                elsewhere=other_municipality(lives_in, hers),
            )
    return list(found.values())


def _row(connection: Connection, one: _Listed, school_id: int, held: date) -> ClosingRow:
    missed = one.came is Attendance.NO_SHOW
    times = no_shows(connection, one.pupil_id, held) if missed else 0
    age = age_on(one.born, held) if one.born else None
    return ClosingRow(
        appointment_id=one.appointment_id,
        pupil_id=one.pupil_id,
        name=one.name,
        class_name=one.class_name,
        attendance=one.came,
        times=times,
        elsewhere=one.elsewhere,
        decision=one.decision,
        choice=proposed(one.came, times, age, one.elsewhere),
        step=_step(connection, one.pupil_id, school_id, held),
    )


def calling_day(connection: Connection, region: str, after: date) -> date:
    """The next day on which she can call: a school day of this region."""
    return next_school_day(after, holidays(connection, region))


def _step(connection: Connection, pupil_id: int, school_id: int, on: date) -> NextStep | None:
    values = {"pupil": pupil_id, "school": school_id, "day": str(on)}
    row = connection.execute(STEPS, values).fetchone()
    return NextStep(day(row[0]), clock(row[1]), row[2]) if row else None


def _with_proposals(
    connection: Connection, school_id: int, region: str, after: date, rows: list[ClosingRow]
) -> tuple[ClosingRow, ...]:
    """Each open row with what would become of its proposal; free places are given in order."""
    coming = next_office_hours(connection, school_id, after)
    free = [place.at for place in coming.free] if coming else []
    found = []
    for row in rows:
        choice = row.choice
        if row.decision or row.step or choice is None:
            found.append(replace(row, choice=None))
        elif choice.decision is Decision.CALL:
            step = NextStep(calling_day(connection, region, after), None, choice.action)
            found.append(replace(row, step=step))
        elif choice.decision is Decision.AGAIN:
            step = NextStep(None, None, "wachtlijst")
            if coming and free:
                step = NextStep(coming.day, free.pop(0), "spreekuur")
            found.append(replace(row, step=step))
        else:
            found.append(row)
    return tuple(found)
