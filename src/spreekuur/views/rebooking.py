"""Where the jongeren of spreekuren go that are cancelled.

Shown before it is done; `actions.cancelling` does just this.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from spreekuur.rules.date_words import short_day
from spreekuur.rules.labels import STILL_HELD
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id
from spreekuur.views.columns import one_of

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rebooked:
    """A jongere with the spreekuur they go to; None is the waiting list of the school."""

    appointment_id: int
    pupil_id: int
    school_id: int
    day: date
    reason: str
    listed_on: date | None
    to: int | None
    to_day: date | None


def where_to(places: Iterable[Rebooked], today: date) -> list[str]:
    """`3 jongeren naar di 8 dec`, `1 jongere naar de wachtlijst`."""
    found = []
    for day, many in Counter(one.to_day for one in places).items():
        who = "1 jongere" if many == 1 else f"{many} jongeren"
        found.append(f"{who} naar {short_day(day, today) if day else 'de wachtlijst'}")
    return found


def rebooked(connection: Connection, cancelled: Collection[int], today: date) -> list[Rebooked]:
    """Everybody still invited for these spreekuren, in order of day and time.

    Who said off or was ill beforehand too, unless something was decided for them already.
    To the next spreekuur at that school that is not cancelled too, while it has a place; who has
    one there already keeps it.
    """
    coming: dict[int, OfficeHoursView] = {}
    there: dict[int, set[int]] = {}
    found = []
    for appointment_id, pupil_id, school_id, day, reason, listed_on in _invited(
        connection, cancelled
    ):
        number = _next(connection, school_id, max(day, today - _DAY), cancelled)
        to: OfficeHoursView | None = None
        if number is not None:
            if number not in coming:
                view = office_hours_by_id(connection, number)
                assert view is not None
                coming[number] = view
                there[number] = {one.pupil_id for one in view.held if one.pupil_id}
            to = _given(coming[number], there[number], pupil_id)
        place = (to.id, to.day) if to else (None, None)
        known = (appointment_id, pupil_id, school_id, day, reason, listed_on)
        found.append(Rebooked(*known, *place))
    return found


def _given(view: OfficeHoursView, there: set[int], pupil_id: int) -> OfficeHoursView | None:
    """The spreekuur, when it has a place for one more or holds this jongere already."""
    given = len(there) - sum(one.pupil_id is not None for one in view.held)
    if pupil_id not in there and given >= len(view.free):
        return None
    there.add(pupil_id)
    return view


_STILL_TO_COME = (
    "(a.attendance = 'uitgenodigd' OR a.attendance IN ('afgemeld', 'ziek gemeld') "
    "AND a.decision = '' AND NOT EXISTS (SELECT 1 FROM waiting_entry w "
    "WHERE w.pupil_id = a.pupil_id AND w.school_id = o.school_id) "
    "AND NOT EXISTS (SELECT 1 FROM appointment b JOIN office_hours h ON h.id = b.office_hours_id "
    "WHERE b.pupil_id = a.pupil_id AND h.school_id = o.school_id AND h.day >= o.day "
    f"AND h.status IN {one_of(STILL_HELD)} AND b.attendance = 'uitgenodigd'))"
)
"""Whom the place `a` in the spreekuur `o` leaves without a next one when it is cancelled."""


def _invited(
    connection: Connection, cancelled: Collection[int]
) -> Iterator[tuple[int, int, int, date, str, date | None]]:
    numbers = {f"n{n}": number for n, number in enumerate(cancelled)}
    marks = ", ".join(f":{name}" for name in numbers)
    rows = connection.execute(
        "SELECT a.id, a.pupil_id, o.school_id, o.day, a.reason, a.listed_on FROM appointment a "
        f"JOIN office_hours o ON o.id = a.office_hours_id WHERE o.id IN ({marks}) "
        f"AND a.pupil_id IS NOT NULL AND {_STILL_TO_COME} ORDER BY o.day, a.at, a.id",
        numbers,
    )
    for appointment_id, pupil_id, school_id, day, reason, listed_on in rows:
        listed = date.fromisoformat(listed_on) if listed_on else None
        yield appointment_id, pupil_id, school_id, date.fromisoformat(day), reason, listed


def _next(
    connection: Connection, school_id: int, after: date, besides: Collection[int]
) -> int | None:
    rows = connection.execute(
        "SELECT id FROM office_hours WHERE school_id = :school AND day > :day "
        f"AND status IN {one_of(STILL_HELD)} ORDER BY day, starts, id",
        {"school": school_id, "day": str(after)},
    )
    return next((number for (number,) in rows if number not in besides), None)
