"""Terugkoppeling of one school on one day: who gets it, about whom, and what was sent (F1.5).

Nothing is read here that may not be told: no reason, no plain line, no score, no background.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from spreekuur.rules.attendance import weight
from spreekuur.rules.feedback import Counts, NextTalk, Occasion, Told, letter
from spreekuur.rules.feedback_parents import Comings, letter_to_parents, why_not_to_parents
from spreekuur.rules.labels import STILL_HELD, TALKED, Attendance
from spreekuur.rules.names import PersonName
from spreekuur.rules.receivers import Receiver, mine
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock, day, one_of, pupil_ref, stamp
from spreekuur.views.feedback_rows import HERE, what_was_said, without_names
from spreekuur.views.settings import settings
from spreekuur.views.talks import talked_on

NOBODY = Receiver(0, "nog geen ontvanger gekozen", "")
"""In the place of a receiver, where there is none."""
NOT_MEANT = (Attendance.MOVED, Attendance.DROPPED, Attendance.COLLEAGUE)
"""Places that the school's own count leaves out."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A terugkoppeling that was sent: to whom, how, and the very text."""

    id: int
    contact_id: int | None
    receiver: str
    text: str
    sent_by: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """What one receiver gets; `sent` is the newest one sent to them about this day."""

    receiver: Receiver
    told: tuple[Told, ...]
    text: str
    sent: Sent | None

    @property
    def changed_since(self) -> bool:
        """Whether another text was sent than this one."""
        return self.sent is not None and self.sent.text != self.text


@dataclass(frozen=True, slots=True)
class AboutWhom:
    """A jongere of this day; `to_parents` is empty where ouders get nothing, for `why_not`."""

    pupil_id: int
    name: PersonName
    class_name: str
    appointment_id: int | None
    attendance: Attendance | None
    outcome: str
    to_parents: str
    why_not: str | None

    @property
    def ref(self) -> str:
        return pupil_ref(self.pupil_id)

    @property
    def parents(self) -> str:
        """How the ouders are called in the record of what was sent: by reference, not by name."""
        return f"ouders van {self.ref}"


@dataclass(frozen=True, slots=True)
class FeedbackView:
    """A school on a day. `without_receiver` counts jongeren about whom nobody is told.

    `unaddressed` is what school may know of them, empty when there are none; `told` counts who
    the letters are about, `outside` those of them who had no place on a day with a spreekuur.
    """

    school_id: int
    school: str
    day: date
    letters: tuple[Letter, ...]
    pupils: tuple[AboutWhom, ...]
    without_receiver: int
    unaddressed: str
    elsewhere: int
    sent: tuple[Sent, ...]
    told: int
    outside: int


@dataclass(frozen=True, slots=True)
class _Listed:
    """A jongere on this day, as the file holds it."""

    told: Told
    name: PersonName
    born: date | None
    appointment_id: int | None
    came: Attendance
    elsewhere: bool


def feedback_view(
    connection: Connection, school_id: int, on: date, today: date
) -> FeedbackView | None:
    """What goes back to a school about a day; None when there is no such school.

    `today` is the day it would be sent: how old a jongere is then decides what ouders get.
    """
    row = connection.execute(
        f"SELECT {SHORT} FROM school s WHERE s.id = :id", {"id": school_id}
    ).fetchone()
    if row is None:
        return None
    about = settings(connection)
    listed = _listed(connection, school_id, on)
    counts = _counts(connection, school_id, on, listed)
    occasion = Occasion(row[0], on, about.name, about.phone, counts)
    own = {one.told.pupil_id: one for one in listed if not one.elsewhere}
    said = what_was_said(connection, school_id, on, [one.told for one in own.values()])
    names = {one.told.pupil_id: one.name for one in listed}
    told = without_names(connection, school_id, said, names)
    sent = _sent(connection, school_id, on)
    letters = _letters(connection, occasion, school_id, told, sent)
    reached = {one.pupil_id for letter in letters for one in letter.told}
    left = [one for one in told if one.pupil_id not in reached]
    outside = [one for one in told if counts and not one.had_place and one not in left]
    return FeedbackView(
        school_id=school_id,
        school=occasion.school,
        day=on,
        letters=letters,
        pupils=tuple(_about(connection, occasion, today, own[one.pupil_id], one) for one in told),
        without_receiver=len(left),
        unaddressed=letter(occasion, NOBODY, left) if left else "",
        elsewhere=len(listed) - len(own),
        sent=sent,
        told=len(reached),
        outside=len(outside),
    )


def all_told(connection: Connection, school_id: int, on: date) -> bool:
    """Whether every receiver was sent something about a day: known without writing a letter."""
    listed = _listed(connection, school_id, on)
    own = [one.told for one in listed if not one.elsewhere]
    told = what_was_said(connection, school_id, on, own)
    counts = _counts(connection, school_id, on, listed)
    sent = {one.contact_id for one in _sent(connection, school_id, on)}
    return all(one.id in sent for one, _ in _gets(connection, school_id, told, counts))


def _letters(
    connection: Connection,
    occasion: Occasion,
    school_id: int,
    told: Sequence[Told],
    sent: Sequence[Sent],
) -> tuple[Letter, ...]:
    newest = {one.contact_id: one for one in sent}
    return tuple(
        Letter(one, theirs, letter(occasion, one, theirs), newest.get(one.id))
        for one, theirs in _gets(connection, school_id, told, occasion.counts)
    )


def _gets(
    connection: Connection, school_id: int, told: Sequence[Told], counts: Counts | None
) -> Iterator[tuple[Receiver, tuple[Told, ...]]]:
    """Who gets something, and about whom: their own jongeren alone."""
    receivers = _receivers(connection, school_id)
    for one in receivers:
        theirs = tuple(t for t in told if mine(one, t.class_name, t.mentor, receivers))
        if theirs or (one.is_host and counts):
            yield one, theirs


def _receivers(connection: Connection, school_id: int) -> list[Receiver]:
    rows = connection.execute(
        "SELECT id, name, role, classes FROM school_contact WHERE school_id = :id "
        "AND receives_feedback AND left_on IS NULL ORDER BY id",
        {"id": school_id},
    )
    return [Receiver(*row) for row in rows]


def _listed(connection: Connection, school_id: int, on: date) -> list[_Listed]:
    """Who had a place this day, in order of time, then who was spoken outside a spreekuur."""
    rows = connection.execute(
        "SELECT p.id, p.given, p.prefix, p.surname, p.class_name, p.mentor, p.born, "
        "coalesce(p.school_id, :school) <> :school, a.id, a.attendance, a.outcome "
        f"FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id AND {HERE} "
        "JOIN pupil p ON p.id = a.pupil_id ORDER BY o.starts, a.at, a.id",
        {"school": school_id, "day": str(on)},
    ).fetchall()
    rows += connection.execute(
        "SELECT DISTINCT p.id, p.given, p.prefix, p.surname, p.class_name, p.mentor, p.born, "
        "0, NULL, NULL, '' FROM pupil p JOIN conversation c ON c.pupil_id = p.id "
        "WHERE p.school_id = :school AND c.said_on = :day AND p.id NOT IN (SELECT a.pupil_id "
        f"FROM appointment a JOIN office_hours o ON o.id = a.office_hours_id AND {HERE} "
        "WHERE a.pupil_id IS NOT NULL) ORDER BY p.sort_key, p.id",
        {"school": school_id, "day": str(on)},
    ).fetchall()
    found: dict[int, _Listed] = {}
    for number, given, prefix, surname, class_name, mentor, born, away, place, how, outcome in rows:
        name = PersonName(given, prefix, surname)
        came = Attendance(how or Attendance.INVITED)
        said = None if came is Attendance.INVITED else came
        told = Told(
            number,
            given,
            name.initial,
            class_name,
            mentor,
            said,
            outcome,
            had_place=place is not None,
        )
        before = found.get(number)
        if before is None or weight(came) >= weight(before.came):
            found[number] = _Listed(told, name, day(born), place, came, bool(away))
    return list(found.values())


def _counts(
    connection: Connection, school_id: int, on: date, listed: Iterable[_Listed]
) -> Counts | None:
    """How many jongeren were invited and came; None on a day without a spreekuur here."""
    values = {"school": school_id, "day": str(on)}
    held = connection.execute(f"SELECT 1 FROM office_hours o WHERE {HERE}", values).fetchone()
    if held is None:
        return None
    how = [one.came for one in listed if one.appointment_id]
    coming = connection.execute(
        "SELECT day, starts, room FROM office_hours WHERE school_id = :school AND day > :day "
        f"AND status IN {one_of(STILL_HELD)} ORDER BY day, starts LIMIT 1",
        values,
    ).fetchone()
    return Counts(
        invited=sum(one not in NOT_MEANT for one in how),
        came=sum(one in TALKED for one in how),
        no_show=how.count(Attendance.NO_SHOW),
        next_hours=NextTalk(day(coming[0]), clock(coming[1]), coming[2]) if coming else None,
    )


def _sent(connection: Connection, school_id: int, on: date) -> tuple[Sent, ...]:
    rows = connection.execute(
        "SELECT id, contact_id, receiver, text, sent_by, sent_at FROM feedback "
        "WHERE school_id = :school AND day = :day ORDER BY id",
        {"school": school_id, "day": str(on)},
    )
    found = []
    for number, contact, receiver, text, sent_by, at in rows:
        when = stamp(at)
        assert when
        found.append(Sent(number, contact, receiver, text, sent_by, when))
    return tuple(found)


def _about(
    connection: Connection, occasion: Occasion, today: date, one: _Listed, told: Told
) -> AboutWhom:
    talks, places = talked_on(connection, told.pupil_id), _places(connection, told.pupil_id)
    comings = Comings(one.name.given, one.born, talks, places)
    why_not = why_not_to_parents(comings, occasion.day, today)
    return AboutWhom(
        pupil_id=told.pupil_id,
        name=one.name,
        class_name=told.class_name,
        appointment_id=one.appointment_id,
        attendance=told.attendance,
        outcome=one.told.outcome,
        to_parents="" if why_not else letter_to_parents(replace(occasion, counts=None), comings),
        why_not=why_not,
    )


def _places(connection: Connection, pupil_id: int) -> tuple[tuple[date, Attendance], ...]:
    rows = connection.execute(
        "SELECT o.day, a.attendance FROM appointment a JOIN office_hours o "
        "ON o.id = a.office_hours_id WHERE a.pupil_id = :id ORDER BY o.day, a.at",
        {"id": pupil_id},
    )
    return tuple((date.fromisoformat(on), Attendance(how)) for on, how in rows)
