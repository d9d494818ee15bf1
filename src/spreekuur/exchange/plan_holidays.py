"""Published holidays against those in the file: the newest dates win, nothing is removed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from spreekuur.exchange.holiday_rows import HolidayRow
from spreekuur.exchange.plan import Batch, Edit, Plan, Tally
from spreekuur.exchange.reading import Reading, Refused
from spreekuur.rules.date_words import day_and_time
from spreekuur.rules.school_calendar import school_year
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection

Key = tuple[str, str, int]
"""Region, folded name and school year: each holiday comes once a year."""


def plan_holidays(connection: Connection, reading: Reading[HolidayRow], source: str = "") -> Plan:
    """What reading this list in would do; `source` is where it came from, for the record."""
    known = dict(_known(connection))
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
        if key not in known:
            new.append({"region": str(row.region), "name": row.name, **columns})
            tally.count_new(row.line, _shown(row))
        elif known[key][2:] == (row.first, row.last):
            tally.unchanged += 1
        else:
            edits.append(Edit(*known[key][:2], columns))
            tally.count_changed(row.line, _shown(row))
    batches = (Batch("holiday", tuple(new), tuple(edits)),)
    nouns = ("vakantie", "vakanties")
    return tally.plan("Schoolvakanties ingelezen", nouns, batches, refused, reading.warnings)


def _known(connection: Connection) -> Iterator[tuple[Key, tuple[int, int, date, date]]]:
    rows = connection.execute("SELECT id, version, region, name, first, last FROM holiday")
    for row_id, version, region, name, first, last in rows:
        day = date.fromisoformat(first)
        yield _key(region, name, day), (row_id, version, day, date.fromisoformat(last))


def _key(region: str, name: str, first: date) -> Key:
    return str(region), fold(name), school_year(first)


def _shown(row: HolidayRow) -> str:
    days = f"{day_and_time(row.first)} t/m {day_and_time(row.last)}"
    return f"{row.name} {row.region}, {days}"
