"""A holiday that is a day off, or missing, moves spreekuren and counts hours that do not count."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spreekuur.exchange.holiday_rows import HolidayRow
from spreekuur.exchange.holidays import read_holidays
from spreekuur.exchange.reading import NotReadable
from spreekuur.rules.labels import Region
from spreekuur.rules.school_calendar import PUBLISHED

AUTUMN = HolidayRow(1, Region.NORTH, "herfstvakantie", date(2025, 10, 18), date(2025, 10, 26))
NATIONAL = ("kerstvakantie", "meivakantie")


def published(*periods: tuple[str, str, str, str]) -> bytes:
    """JSON of Rijksoverheid with periods of name, region, first stamp, last stamp."""
    vacations = [
        {
            "type": f"\n        {name} \n ",
            "compulsorydates": "false",
            "regions": [{"region": region, "startdate": first, "enddate": last}],
        }
        for name, region, first, last in periods
    ]
    return json.dumps(
        [{"content": [{"schoolyear": " 2025-2026 ", "vacations": vacations}]}]
    ).encode()


def calendar(*events: str, name: str = "Vakanties") -> bytes:
    lines = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    head = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:{name}\r\n"
    return f"{head}{lines}END:VCALENDAR\r\n".encode()


def event(*, summary: str, uid: str = "1", first: str = "20251018", after: str = "20251027") -> str:
    days = f"DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}"
    return f"UID:{uid}\r\nDTSTAMP:20250910T210857Z\r\nSUMMARY:{summary}\r\n{days}"


def refusal(data: bytes) -> str:
    with pytest.raises(NotReadable) as caught:
        read_holidays(data)
    return caught.value.sentence


def test_the_first_ten_characters_are_the_date_whatever_the_time_zone_says() -> None:
    data = published(
        ("Herfstvakantie", "noord", "2025-10-18T22:00:00.000Z", "2025-10-26T22:59:00.000Z")
    )
    assert read_holidays(data).rows == (AUTUMN,)


def test_the_whole_country_is_three_regions() -> None:
    data = published(("Kerstvakantie", "heel Nederland", "2025-12-20", "2026-01-04"))
    rows = read_holidays(data).rows
    assert {row.region for row in rows} == {Region.NORTH, Region.CENTRAL, Region.SOUTH}
    assert {(row.first, row.last) for row in rows} == {(date(2025, 12, 20), date(2026, 1, 4))}


def test_one_school_year_may_stand_without_an_array() -> None:
    data: Any = json.loads(published(("Herfstvakantie", "noord", "2025-10-18", "2025-10-26")))
    assert read_holidays(json.dumps(data[0]).encode("utf-8-sig")).rows == (AUTUMN,)


def test_the_end_of_a_calendar_event_is_the_day_after() -> None:
    data = calendar(event(summary="Schoolvakantie — herfstvakantie (noord)"))
    assert read_holidays(data).rows == (AUTUMN,)


@pytest.mark.parametrize(
    ("summary", "uid", "name"),
    [
        ("Herfstvakantie", "herfst-noord-2025", "Vakanties"),
        ("Herfstvakantie", "1", "Schoolvakanties regio Noord"),
        ("Herfstvakantie regio Noord", "1", "x"),
    ],
)
def test_the_region_may_stand_in_the_summary_the_uid_or_the_name(
    summary: str, uid: str, name: str
) -> None:
    data = calendar(event(summary=summary, uid=uid), name=name)
    assert read_holidays(data).rows == (AUTUMN,)


def test_an_event_of_hours_counts_the_days_it_touches() -> None:
    data = calendar(
        "UID:1\r\nSUMMARY:Herfstvakantie noord\r\nDTSTART:20251018T000000\r\nDTEND:20251026T235900"
    )
    assert read_holidays(data).rows == (AUTUMN,)


@pytest.mark.parametrize(
    "days",
    [
        "DTSTART:20251017T220000Z\r\nDTEND:20251026T230000Z",
        "DTSTART;TZID=America/New_York:20251017T180000\r\nDTEND:20251026T225900Z",
        "DTSTART;VALUE=DATE:20251018\r\nDURATION:P9D",
        "DTSTART:20251017T220000Z\r\nDURATION:P8DT12H",
    ],
)
def test_an_event_has_the_days_of_the_clock_here(days: str) -> None:
    data = calendar(f"UID:1\r\nSUMMARY:Herfstvakantie noord\r\n{days}")
    assert read_holidays(data).rows == (AUTUMN,)


@pytest.mark.parametrize(
    "days",
    [
        "DTSTART;VALUE=DATE:20251018\r\nDTEND;VALUE=DATE:20251018",
        "DTSTART:20251018T000000\r\nDTEND:20251018T000000",
        "DTSTART;VALUE=DATE:20251018",
    ],
)
def test_an_event_that_ends_as_it_begins_is_one_day(days: str) -> None:
    (row,) = read_holidays(calendar(f"UID:1\r\nSUMMARY:Herfstvakantie noord\r\n{days}")).rows
    assert (row.first, row.last) == (AUTUMN.first, AUTUMN.first)


def test_a_holiday_named_twice_counts_once() -> None:
    one = event(summary="Herfstvakantie noord")
    assert len(read_holidays(calendar(one, one)).rows) == 1


def test_events_that_can_not_be_a_school_holiday_are_refused_by_their_number() -> None:
    data = calendar(
        event(summary="Herfstvakantie noord"),
        event(summary="Studiedag noord"),
        event(summary="Meivakantie"),
        event(summary="Meivakantie noord", first="20260503", after="20260425"),
        event(summary="Zomervakantie noord", first="20260701", after="20270701"),
        "UID:1\r\nSUMMARY:Meivakantie noord",
    )
    assert [(refused.line, refused.reason) for refused in read_holidays(data).refused] == [
        (2, "geen vakantie of regio genoemd"),
        (3, "geen vakantie of regio genoemd"),
        (4, "de vakantie eindigt voor zij begint"),
        (5, "langer dan 10 weken"),
        (6, "geen geldige datum"),
    ]


def test_a_file_without_the_holidays_of_the_whole_country_says_so() -> None:
    north = calendar(event(summary="Herfstvakantie noord"))
    assert read_holidays(north).warnings == (
        "Niet in dit bestand: kerstvakantie en meivakantie van regio Noord. "
        "Lees ook een bestand voor heel Nederland in.",
    )
    days = ("2025-12-20", "2026-01-04")
    whole = published(*((name, "heel Nederland", *days) for name in NATIONAL))
    assert read_holidays(whole).warnings == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"[1]",
        b'{"content": 3}',
        b"[" * 100_000,
        b"{nee",
        b"naam;klas\nSam;4H2",
        b"BEGIN:VCALENDAR\r\nEND:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
        calendar(event(summary="Tandarts")),
        b" " * 5_000_001,
    ],
)
def test_anything_else_is_refused_with_what_is_needed(data: bytes) -> None:
    assert refusal(data) == (
        "Dit zijn geen schoolvakanties. Nodig is het JSON-bestand van Rijksoverheid "
        "of een ICS-bestand met schoolvakanties. Er is niets ingelezen."
    )


def test_the_open_data_of_rijksoverheid_is_read_whole(shared_data: Path) -> None:
    data = (shared_data / "rijksoverheid-schoolholidays-2019-2026.json").read_bytes()
    reading = read_holidays(data)
    assert (reading.refused, reading.warnings) == ((), ())
    assert max(row.line for row in reading.rows) == 77
    assert len(reading.rows) == 77 + 2 * sum(row.name in NATIONAL for row in reading.rows) // 3
    assert (AUTUMN.first, AUTUMN.last) in {
        (row.first, row.last)
        for row in reading.rows
        if (row.region, row.name) == (Region.NORTH, "herfstvakantie")
    }


@pytest.mark.parametrize(
    ("part", "region"), [("north", "Noord"), ("central", "Midden"), ("south", "Zuid")]
)
def test_a_published_calendar_of_one_region_lacks_two_holidays(
    shared_data: Path, part: str, region: str
) -> None:
    reading = read_holidays((shared_data / f"nl-school-{part}.ics").read_bytes())
    assert (len(reading.rows), {row.region.value for row in reading.rows}) == (18, {region})
    assert [region in warning for warning in reading.warnings] == [True]


def test_the_published_calendar_of_all_regions_is_what_the_program_ships(
    shared_data: Path,
) -> None:
    reading = read_holidays((shared_data / "nl-school-all.ics").read_bytes())
    assert (len(reading.rows), reading.warnings) == (90, ())
    assert {(row.region, row.name, row.first, row.last) for row in reading.rows} == {
        (holiday.region, holiday.name, holiday.first, holiday.last) for holiday in PUBLISHED
    }
