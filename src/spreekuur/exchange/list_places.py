"""A school's list put in the places of a spreekuur, as one change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from spreekuur.actions.office_hours import NoPlace, give_place, wait_for_place
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.list_matches import ListMatch, MatchStatus
from spreekuur.exchange.school_list import ListRow
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import OfficeHoursView


@dataclass(frozen=True, slots=True)
class ListPlaced:
    """Lines of the list by what became of them: a place, the waiting list, or a new jongere too."""

    placed: tuple[int, ...]
    waiting: tuple[int, ...]
    created: tuple[int, ...]


def place_list(
    casebook: Casebook,
    hours: OfficeHoursView,
    matches: Sequence[ListMatch],
    today: date,
    *,
    chosen: Mapping[int, int] | None = None,
    create: Collection[int] = (),
) -> ListPlaced:
    """Give matched jongeren the free places in the order of the list; the rest waits (F4.12).

    `chosen` says by line whom an ambiguous line means; `create` names the lines that are a new
    jongere at this school. Other lines stay out. Raises AlreadyListed when a chosen jongere has a
    place.
    """
    chosen = chosen or {}
    placed: list[int] = []
    waiting: list[int] = []
    created: list[int] = []
    with casebook.change("Lijst van school verwerkt"):
        for match in matches:
            line = match.row.line
            pupil_id = match.pupil_id if match.status is MatchStatus.MATCHED else chosen.get(line)
            if pupil_id is None and line in create:
                pupil_id = _create(casebook, match.row, hours.school_id)
                created.append(line)
            if pupil_id is not None:
                took = _take_place(casebook, hours.id, pupil_id, match.row.reason, today)
                (placed if took else waiting).append(line)
    return ListPlaced(tuple(placed), tuple(waiting), tuple(created))


def _create(casebook: Casebook, row: ListRow, school_id: int) -> int:
    name = PersonName(row.given, row.prefix, row.surname)
    return add_pupil(casebook, PupilDetails(name, school_id=school_id, class_name=row.class_name))


def _take_place(
    casebook: Casebook, office_hours_id: int, pupil_id: int, reason: str, today: date
) -> bool:
    """True for a place, False for the end of the waiting list."""
    try:
        give_place(casebook, office_hours_id, pupil_id, reason=reason)
    except NoPlace:
        wait_for_place(casebook, office_hours_id, pupil_id, today, reason=reason)
        return False
    return True
