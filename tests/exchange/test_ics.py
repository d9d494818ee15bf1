"""Another program believes what stands in the `.ics`: right times, no double events, no names."""

from __future__ import annotations

import stat
import subprocess
import sysconfig
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from spreekuur.actions.office_hours import (
    Hours,
    free_place,
    give_place,
    mark_attendance,
    plan_office_hours,
)
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.ics import NotOurCalendar, agenda_ics, write_agenda
from spreekuur.rules.labels import Attendance
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import NotWritable
from tests.tui.builder import DAY, make_casebook

KHAL = Path(sysconfig.get_path("scripts")) / "khal"
KHAL_CONFIG = """[calendars]
[[spreekuren]]
path = {home}/spreekuren
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    book = make_casebook(tmp_path)
    yield book
    book.close()


def text(casebook: Casebook, *, named: bool = False) -> str:
    return agenda_ics(casebook, DAY, named=named).decode()


def events(casebook: Casebook, *, named: bool = False) -> list[Any]:
    return list(Calendar.from_ical(agenda_ics(casebook, DAY, named=named)).walk("VEVENT"))


def sequences(casebook: Casebook) -> list[int]:
    return [int(one["SEQUENCE"]) for one in events(casebook)]


def set_hours(casebook: Casebook, number: int, **fields: object) -> None:
    """Change one spreekuur, as an action would."""
    from spreekuur.model import OfficeHours

    with casebook.change("Spreekuur gewijzigd") as session:
        row = session.get_one(OfficeHours, number)
        for name, value in fields.items():
            setattr(row, name, value)


def uid_of(casebook: Casebook, number: int) -> str:
    with casebook.read() as connection:
        found = connection.execute("SELECT uid FROM office_hours WHERE id = ?", (number,))
        return f"{found.fetchone()[0]}@spreekuur"


def test_a_spreekuur_is_one_event_with_its_place_and_its_places(casebook: Casebook) -> None:
    first, second = events(casebook)
    assert first["UID"] == uid_of(casebook, 1)
    assert first["SUMMARY"] == "Spreekuur Veenwijzer"
    assert first["LOCATION"] == "Scholengemeenschap De Veenwijzer, kamer 0.14"
    assert first["DESCRIPTION"].split("\n") == [
        *("4 plekken bezet", "13:00 J-0001", "13:20 J-0002", "13:40 J-0003", "14:00 J-0004"),
    ]
    assert second["DESCRIPTION"] == "Nog geen plek bezet."
    assert first["STATUS"] == second["STATUS"] == "CONFIRMED"
    assert first.decoded("DTSTART") == datetime(2026, 11, 24, 13, tzinfo=LOCAL)
    assert first.decoded("DTEND") == datetime(2026, 11, 24, 16, 30, tzinfo=LOCAL)


def test_what_strict_programs_ask_for_stands_there_and_in_order(casebook: Casebook) -> None:
    whole = text(casebook)
    lines = whole.split("\r\n")
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert "METHOD:PUBLISH" in lines[:6]
    assert "PRODID:-//spreekuur//agenda//NL" in lines[:6]
    assert whole.index("BEGIN:VTIMEZONE") < whole.index("BEGIN:VEVENT")
    assert lines.count("TZID:Europe/Amsterdam") == 1
    for needed in ("UID:", "DTSTAMP:", "SEQUENCE:", "LAST-MODIFIED:"):
        assert sum(line.startswith(needed) for line in lines) == lines.count("BEGIN:VEVENT") == 2
    assert "DTSTART;TZID=Europe/Amsterdam:20261124T130000" in lines
    assert "DTEND;TZID=Europe/Amsterdam:20261124T163000" in lines
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in lines
    assert whole.endswith("END:VCALENDAR\r\n")
    assert "\n" not in whole.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in lines)


def test_no_name_and_no_reason_is_in_it_unless_names_are_asked_for(casebook: Casebook) -> None:
    plain, named = text(casebook), text(casebook, named=True)
    for private in ("Sam", "Groot", "Öztürk", "Jansma", "te laat", "13 uur"):
        assert private not in plain
    unfolded = named.replace("\r\n ", "")
    assert r"13:00 Sam de Groot\n13:20 Noor van den Berg\n13:40 Ilyas Öztürk" in unfolded
    assert "te laat" not in unfolded
    assert unfolded.count("CLASS:PRIVATE") == 2
    assert "CLASS" not in plain


def test_her_own_engagements_stay_here(casebook: Casebook) -> None:
    from spreekuur.model import Engagement

    with casebook.change("Eigen afspraak") as session:
        session.add(Engagement(what="Tandarts", first=DAY, last=DAY, away=True))
    assert "Tandarts" not in text(casebook)


def test_a_weekly_spreekuur_stays_at_nine_over_the_clock_changes(casebook: Casebook) -> None:
    for monday in (date(2026, 10, 19), date(2027, 3, 22)):
        for week in range(2):
            on = monday + timedelta(weeks=week)
            plan_office_hours(casebook, Hours(2, on, time(9), time(11)))
    calendar = Calendar.from_ical(agenda_ics(casebook, DAY))
    timezone: Any = calendar.walk("VTIMEZONE")[0]
    zone = timezone.to_tz()
    nine = [
        one.decoded("DTSTART")
        for one in calendar.walk("VEVENT")
        if one["SUMMARY"] == "Spreekuur Kompas"
    ]
    assert [at.hour for at in nine] == [9, 9, 9, 9]
    assert [at.utcoffset() for at in nine] == [timedelta(hours=h) for h in (2, 1, 1, 2)]
    # Whoever goes by the rules in the file itself comes out at the same moments.
    by_the_file = [at.replace(tzinfo=zone).utcoffset() for at in nine]
    assert by_the_file == [at.utcoffset() for at in nine]


def test_an_agenda_in_which_nothing_happened_comes_out_the_same(casebook: Casebook) -> None:
    once = agenda_ics(casebook, DAY)
    assert agenda_ics(casebook, DAY + timedelta(days=3)) == once
    with casebook.read() as connection:
        (appointment,) = connection.execute("SELECT min(id) FROM appointment").fetchone()
    mark_attendance(casebook, appointment, Attendance.PRESENT)
    add_pupil(casebook, PupilDetails(PersonName("Kees", "", "Bakker")))
    assert agenda_ics(casebook, DAY) == once


def test_sequence_grows_with_what_changed_and_with_what_was_taken_back(
    casebook: Casebook,
) -> None:
    before = sequences(casebook)
    whole = agenda_ics(casebook, DAY)
    set_hours(casebook, 2, starts=time(9))
    changed = sequences(casebook)
    assert changed == [before[0], before[1] + 1]
    casebook.undo()
    undone = sequences(casebook)
    assert undone[0] == before[0]
    assert undone[1] > changed[1]
    assert agenda_ics(casebook, DAY) != whole
    again = agenda_ics(casebook, DAY)
    assert agenda_ics(casebook, DAY) == again


def test_a_place_given_moved_and_taken_away_makes_it_grow(casebook: Casebook) -> None:
    seen = [sequences(casebook)[1]]
    place = give_place(casebook, 2, 8)
    seen.append(sequences(casebook)[1])
    mark_attendance(casebook, place, Attendance.CANCELLED)
    seen.append(sequences(casebook)[1])
    assert events(casebook)[1]["DESCRIPTION"] == "Nog geen plek bezet."
    free_place(casebook, place)
    seen.append(sequences(casebook)[1])
    give_place(casebook, 2, 9)
    seen.append(sequences(casebook)[1])
    casebook.undo()
    seen.append(sequences(casebook)[1])
    assert seen == sorted(set(seen))


def test_another_name_of_the_school_makes_its_spreekuren_grow(casebook: Casebook) -> None:
    from spreekuur.model import School

    before = sequences(casebook)
    with casebook.change("School gewijzigd") as session:
        session.get_one(School, 1).short_name = "De Wijzer"
    assert sequences(casebook) == [one + 1 for one in before]
    with casebook.change("School gewijzigd") as session:
        session.get_one(School, 1).phone = "06-00 00 00 09"
    assert sequences(casebook) == [one + 1 for one in before]


def test_one_that_was_cancelled_says_so_in_each_way(casebook: Casebook) -> None:
    set_hours(casebook, 1, status="vervallen", status_reason="Hennie is ziek")
    first, second = events(casebook)
    assert (first["STATUS"], first["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert first["SUMMARY"] == "Vervallen: Spreekuur Veenwijzer"
    assert second["STATUS"] == "CONFIRMED"
    assert "Hennie" not in text(casebook)


def test_text_that_looks_like_calendar_stays_text(casebook: Casebook) -> None:
    from spreekuur.model import School

    hostile = "School; een,twee\\n\r\nEND:VEVENT\nATTENDEE:mailto:x@y\x1b[2J"
    with casebook.change("School gewijzigd") as session:
        session.get_one(School, 1).name = hostile
        session.get_one(School, 1).short_name = "\u202eomgekeerd\r\nX:1"
    set_hours(casebook, 1, room="lokaal\r\nSTATUS:CANCELLED, hoek\\,")
    first, second = events(casebook)
    assert first["STATUS"] == "CONFIRMED"
    assert "ATTENDEE" not in first
    assert "X" not in first
    assert first["SUMMARY"] == "Spreekuur omgekeerd X:1"
    assert second["LOCATION"].startswith("School; een,twee\\n END:VEVENT ATTENDEE:mailto:x@y")


def test_it_begins_with_this_school_year(casebook: Casebook) -> None:
    for on in (date(2026, 7, 31), date(2026, 8, 1), date(2028, 1, 3)):
        plan_office_hours(casebook, Hours(2, on, time(9), time(11)))
    days = [one.decoded("DTSTART").date() for one in events(casebook)]
    assert days == [date(2026, 8, 1), DAY, date(2026, 12, 8), date(2028, 1, 3)]


def test_the_file_is_private_and_takes_the_place_of_an_earlier_one_only(
    casebook: Casebook, tmp_path: Path
) -> None:
    target = tmp_path / "agenda.ics"
    write_agenda(casebook, target, DAY)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    once = target.read_bytes()
    assert once == agenda_ics(casebook, DAY)
    set_hours(casebook, 1, room="aula")
    write_agenda(casebook, target, DAY)
    assert target.read_bytes() == agenda_ics(casebook, DAY) != once


@pytest.mark.parametrize(
    "there",
    [
        b"",
        b"verslag van dinsdag",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Google//NL\r\nEND:VCALENDAR\r\n",
        b"PRODID:-//spreekuur//agenda//NL\r\n",
    ],
)
def test_nothing_else_is_written_over(casebook: Casebook, tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "agenda.ics"
    target.write_bytes(there)
    with pytest.raises(NotOurCalendar):
        write_agenda(casebook, target, DAY)
    assert target.read_bytes() == there
    link = tmp_path / "elders.ics"
    link.symlink_to(tmp_path / "nergens")
    for place in (link, tmp_path):
        with pytest.raises(NotOurCalendar):
            write_agenda(casebook, place, DAY)
    for nowhere in ("er is geen map/agenda.ics", "agenda.ics/agenda.ics", "a" * 300, "a\0b"):
        with pytest.raises(NotWritable):
            write_agenda(casebook, tmp_path / nowhere, DAY)


@pytest.mark.skipif(not KHAL.exists(), reason="khal is niet geïnstalleerd")
def test_khal_reads_it_and_a_newer_one_updates_what_is_there(
    casebook: Casebook, tmp_path: Path
) -> None:
    home = tmp_path / "khal"
    (home / "spreekuren").mkdir(parents=True)
    (home / "config").write_text(KHAL_CONFIG.format(home=home), encoding="utf-8")
    for on in (date(2026, 10, 19), date(2026, 10, 26)):
        plan_office_hours(casebook, Hours(2, on, time(9), time(11)))
    target = tmp_path / "agenda.ics"
    write_agenda(casebook, target, DAY)
    _khal(home, "import", "--batch", str(target))
    assert _listed(home) == [
        "2026-10-19 09:00 11:00 Spreekuur Kompas",
        "2026-10-26 09:00 11:00 Spreekuur Kompas",
        "2026-11-24 13:00 16:30 Spreekuur Veenwijzer",
        "2026-12-08 13:00 16:30 Spreekuur Veenwijzer",
    ]
    set_hours(casebook, 1, status="vervallen")
    set_hours(casebook, 2, day=date(2026, 12, 10), starts=time(14))
    write_agenda(casebook, target, DAY)
    _khal(home, "import", "--batch", str(target))
    assert _listed(home)[2:] == [
        "2026-11-24 13:00 16:30 Vervallen: Spreekuur Veenwijzer CANCELLED",
        "2026-12-10 14:00 16:30 Spreekuur Veenwijzer",
    ]


def _listed(home: Path) -> list[str]:
    form = "{start-date} {start-time} {end-time} {title} {cancelled}"
    rows = _khal(home, "list", "--day-format", "", "--format", form, "2026-10-01", "90d")
    return [row.strip() for row in rows.splitlines() if row.strip()]


def _khal(home: Path, *words: str) -> str:
    done = subprocess.run(
        [KHAL, "--config", home / "config", *words],
        env={"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout
