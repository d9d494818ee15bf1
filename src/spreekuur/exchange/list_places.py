"""A school's list put in the places of a spreekuur, as one change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from spreekuur.actions.cases import reopen
from spreekuur.actions.office_hours import give_place, mark_attendance, wait_for_place
from spreekuur.actions.places import plan_discussion, squeeze_in_last
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.list_matches import ListMatch, MatchStatus
from spreekuur.exchange.school_list import ListRow
from spreekuur.rules.handing_out import hand_out
from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import OfficeHoursView

FULL = "Er is geen vrije plek voor een casuïstiekbespreking; die kan niet wachten."


@dataclass(frozen=True, slots=True)
class ListPlaced:
    """Lines of the list by what became of them.

    A place, the waiting list, or a place with a colleague; those that are `created` are a new
    jongere too. `without_room` are the casuïstiekbesprekingen that found no free place.
    """

    placed: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    created: tuple[int, ...] = ()
    colleague: tuple[int, ...] = ()
    without_room: tuple[int, ...] = ()


def place_list(
    casebook: Casebook,
    hours: OfficeHoursView,
    matches: Sequence[ListMatch],
    today: date,
    *,
    chosen: Mapping[int, int] | None = None,
    create: Collection[int] = (),
    colleague: Collection[int] = (),
) -> ListPlaced:
    """Give matched jongeren the free places in the order of the list; the rest waits (F4.12).

    `chosen` says by line whom an ambiguous line means; `create` names the lines that are a new
    jongere at this school, `colleague` those whose place stands *bij collega* (F4.11): that takes
    no time of hers, so there is always room for it. Other lines stay out. Who gets a place has an
    open dossier again. Raises AlreadyListed when a chosen jongere has a place.
    """
    with casebook.change("Lijst van school verwerkt"):
        meant, created = _who(casebook, hours, matches, chosen or {}, create)
        rows = [one.row for one in matches if one.row.line in meant or one.row.discussion]
        work = _Giving(casebook, hours, today, meant)
        # First, so that each gives its place back before it is another's.
        for row in rows:
            if row.line in colleague:
                work.to_colleague(row)
        for row, at in own_places(hours, rows, colleague):
            if at:
                work.give(row, at)
            elif row.discussion:
                work.lines["without_room"].append(row.line)
            else:
                work.wait(row)
    lines = {key: tuple(found) for key, found in work.lines.items()}
    return ListPlaced(**lines, created=created)


def own_places(
    hours: OfficeHoursView, rows: Sequence[ListRow], colleague: Collection[int]
) -> list[tuple[ListRow, time | None]]:
    """The lines that are not `colleague`, each with the free place it gets; None without room."""
    own = [row for row in rows if row.line not in colleague]
    given = hand_out([place.at for place in hours.free], [row.at for row in own])
    return list(zip(own, given, strict=True))


def _who(
    casebook: Casebook,
    hours: OfficeHoursView,
    matches: Sequence[ListMatch],
    chosen: Mapping[int, int],
    create: Collection[int],
) -> tuple[dict[int, int], tuple[int, ...]]:
    """The jongere of each line that takes part, and the lines that became a new one."""
    meant: dict[int, int] = {}
    created: list[int] = []
    for match in matches:
        line = match.row.line
        if match.status is MatchStatus.MATCHED and match.pupil_id:
            meant[line] = match.pupil_id
        elif line in chosen:
            meant[line] = chosen[line]
        elif line in create:
            meant[line] = _create(casebook, match.row, hours.school_id)
            created.append(line)
    return meant, tuple(created)


class _Giving:
    """Keeps what became of each line."""

    def __init__(
        self, casebook: Casebook, hours: OfficeHoursView, today: date, meant: Mapping[int, int]
    ) -> None:
        self._casebook = casebook
        self._office_hours_id = hours.id
        self._free = [place.at for place in hours.free]
        self._today = today
        self._meant = meant
        self.lines: dict[str, list[int]] = {
            name: [] for name in ("placed", "waiting", "colleague", "without_room")
        }

    def give(self, row: ListRow, at: time) -> None:
        if row.discussion:
            plan_discussion(self._casebook, self._office_hours_id, row.reason, at=at)
        else:
            reopen(self._casebook, self._meant[row.line])
            self._place(row, at)
        self.lines["placed"].append(row.line)

    def to_colleague(self, row: ListRow) -> None:
        """At the time asked for, else the first free one; behind the last place when none is."""
        if self._free:
            place = self._place(row, row.at if row.at in self._free else self._free[0])
        else:
            who = (self._office_hours_id, self._meant[row.line])
            place = squeeze_in_last(self._casebook, *who, reason=row.reason)
        mark_attendance(self._casebook, place, Attendance.COLLEAGUE)
        self.lines["colleague"].append(row.line)

    def wait(self, row: ListRow) -> None:
        pupil_id = self._meant[row.line]
        reopen(self._casebook, pupil_id)
        wait_for_place(
            self._casebook, self._office_hours_id, pupil_id, self._today, reason=row.reason
        )
        self.lines["waiting"].append(row.line)

    def _place(self, row: ListRow, at: time) -> int:
        return give_place(
            self._casebook,
            self._office_hours_id,
            self._meant[row.line],
            at=at,
            reason=row.reason,
            listed_on=self._today,
        )


def _create(casebook: Casebook, row: ListRow, school_id: int) -> int:
    name = PersonName(row.given, row.prefix, row.surname)
    return add_pupil(casebook, PupilDetails(name, school_id=school_id, class_name=row.class_name))
