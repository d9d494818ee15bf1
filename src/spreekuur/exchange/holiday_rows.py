"""One school holiday as a published list gives it, whatever the format of that list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spreekuur.exchange.reading import Refused
from spreekuur.exchange.tables import NOTHING_READ
from spreekuur.rules.labels import Region

LONGEST_DAYS = 70
NOT_HOLIDAYS = (
    "Dit zijn geen schoolvakanties. Nodig is het JSON-bestand van Rijksoverheid "
    f"of een ICS-bestand met schoolvakanties. {NOTHING_READ}"
)
NO_NAME = "geen vakantie of regio genoemd"
NO_DATE = "geen geldige datum"
EVERYWHERE = (Region.NORTH, Region.CENTRAL, Region.SOUTH)
REGIONS = {
    "noord": (Region.NORTH,),
    "midden": (Region.CENTRAL,),
    "zuid": (Region.SOUTH,),
    "heel nederland": EVERYWHERE,
}
"""Regions by the folded words of the lists."""


@dataclass(frozen=True, slots=True)
class HolidayRow:
    """A holiday of one region; `first` and `last` are both days without school.

    `line` counts the region periods (JSON) or the events (ICS) of the file, from 1.
    """

    line: int
    region: Region
    name: str
    first: date
    last: date


def checked(row: HolidayRow) -> HolidayRow | Refused:
    """The row, or why its dates can't be a school holiday."""
    if row.last < row.first:
        return Refused(row.line, "de vakantie eindigt voor zij begint")
    if (row.last - row.first).days >= LONGEST_DAYS:
        return Refused(row.line, f"langer dan {LONGEST_DAYS // 7} weken")
    return row
