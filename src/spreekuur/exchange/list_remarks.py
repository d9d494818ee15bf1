"""What to reckon with on each line of a school's list: the same on the screen and in the shell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from spreekuur.rules.list_flags import Flag, Listed, flags
from spreekuur.views.agenda import OfficeHoursView

Knows = Callable[[Collection[int]], Mapping[int, Listed]]
"""What the file knows of these jongeren (`views.listed`)."""


class Remarks:
    """Asks once about each jongere, so that a list can be read anew at every key."""

    def __init__(
        self, knows: Knows, hours: OfficeHoursView, today: date, closes_on: date | None
    ) -> None:
        """`closes_on` is the day until which school may add to this list."""
        self._knows = knows
        self._day = hours.day
        self._today = today
        self._closes_on = closes_on
        self._known: dict[int, Listed] = {}
        self._there = {place.pupil_id for place in hours.held if place.pupil_id}

    @property
    def closes_on(self) -> date | None:
        return self._closes_on

    def of(self, people: Mapping[int, int]) -> dict[int, tuple[Flag, ...]]:
        """By line what holds of the jongere there; `people` are numbers of jongeren by line."""
        self._ask({*people.values(), *self._there})
        return {line: self._of_one(line, people) for line in people}

    def belongs_elsewhere(self, pupil_id: int) -> bool:
        """Whether a colleague of another municipality is the one to speak with this jongere."""
        self._ask({pupil_id})
        known = self._known.get(pupil_id)
        return bool(known and known.elsewhere)

    def _ask(self, pupil_ids: Collection[int]) -> None:
        new = [one for one in pupil_ids if one not in self._known]
        if new:
            self._known |= self._knows(new)

    def _of_one(self, line: int, people: Mapping[int, int]) -> tuple[Flag, ...]:
        known = self._known.get(people[line], Listed())
        others = [(at, one) for at, one in people.items() if at != line]
        others += [(0, one) for one in self._there]
        relatives = sorted(
            {
                at
                for at, other in others
                if other in self._known and known.family & self._known[other].family
            }
        )
        here = replace(known, relatives=tuple(relatives))
        return flags(here, self._day, self._today, closes_on=self._closes_on)
