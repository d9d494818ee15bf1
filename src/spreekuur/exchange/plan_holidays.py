"""Published holidays against those in the file: the newest dates win, nothing is removed."""

from __future__ import annotations

from datetime import date

from spreekuur.actions.bringing_in import Batch, Edit
from spreekuur.exchange.holiday_rows import HolidayRow
from spreekuur.exchange.plan import Plan, Tally
from spreekuur.exchange.reading import Reading, Refused
from spreekuur.rules.date_words import day_and_time
from spreekuur.rules.school_calendar import school_year
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.known import known_holidays

Key = tuple[str, str, int]
"""Region, folded name and school year: each holiday comes once a year."""


def plan_holidays(connection: Connection, reading: Reading[HolidayRow], source: str = "") -> Plan:
    """What reading this list in would do; `source` is where it came from, for the record."""
    known = {_key(one.region, one.name, one.first): one for one in known_holidays(connection)}
    tally, refused = Tally(), list(reading.refused)
    new: list[dict[str, object]] = []
    edits: list[Edit] = []
    seen: dict[Key, int] = {}
    for row in reading.rows:
        key = _key(row.region, row.name, row.first)
        if key in seen:
            refused.append(Refused(row.line, f"staat ook als nummer {seen[key]} in het bestand"))
            continue
        seen[key] = row.line
        columns = {"first": row.first, "last": row.last, "source": source}
        there = known.get(key)
        if there is None:
            new.append({"region": str(row.region), "name": row.name, **columns})
            tally.count_new(row.line, _shown(row))
        elif (there.first, there.last) == (row.first, row.last):
            tally.unchanged += 1
        else:
            edits.append(Edit(there.id, there.version, columns))
            tally.count_changed(row.line, _shown(row))
    batches = (Batch("holiday", tuple(new), tuple(edits)),)
    nouns = ("vakantie", "vakanties")
    return tally.plan("Schoolvakanties ingelezen", nouns, batches, refused, reading.warnings)


def _key(region: str, name: str, first: date) -> Key:
    return str(region), fold(name), school_year(first)


def _shown(row: HolidayRow) -> str:
    days = f"{day_and_time(row.first)} t/m {day_and_time(row.last)}"
    return f"{row.name} {row.region}, {days}"
