"""School holidays, from the open data of Rijksoverheid (JSON) or a calendar made from it (ICS)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from spreekuur.exchange.holiday_rows import EVERYWHERE, NOT_HOLIDAYS, HolidayRow
from spreekuur.exchange.holidays_ics import read_ics
from spreekuur.exchange.holidays_json import read_json
from spreekuur.exchange.reading import NotReadable, Reading, Refused
from spreekuur.rules.labels import Region

MAX_BYTES = 5_000_000
_NATIONAL = ("kerstvakantie", "meivakantie")


def read_holidays(data: bytes) -> Reading[HolidayRow]:
    """Holidays by region in order of date, "heel Nederland" as three; each once.

    The content tells which format it is. Raises NotReadable for anything else.
    """
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if len(data) > MAX_BYTES:
        raise NotReadable(NOT_HOLIDAYS)
    if text[:15].upper() == b"BEGIN:VCALENDAR":
        return _gathered(read_ics(text))
    if text[:1] in (b"[", b"{"):
        return _gathered(read_json(text))
    raise NotReadable(NOT_HOLIDAYS)


def _gathered(results: Iterable[HolidayRow | Refused]) -> Reading[HolidayRow]:
    rows: dict[tuple[Region, str, date], HolidayRow] = {}
    refused: list[Refused] = []
    for result in results:
        if isinstance(result, Refused):
            refused.append(result)
        else:
            rows.setdefault((result.region, result.name, result.first), result)
    if not rows:
        raise NotReadable(NOT_HOLIDAYS)
    ordered = sorted(rows.values(), key=lambda row: (row.first, row.region))
    return Reading(tuple(ordered), tuple(refused), tuple(_missing(ordered)))


def _missing(rows: list[HolidayRow]) -> Iterable[str]:
    """Calendars of one region leave out the holidays that all three share."""
    for region in EVERYWHERE:
        names = {row.name for row in rows if row.region is region}
        missing = [name for name in _NATIONAL if names and name not in names]
        if missing:
            yield (
                f"Niet in dit bestand: {' en '.join(missing)} van regio {region}. "
                "Lees ook een bestand voor heel Nederland in."
            )
