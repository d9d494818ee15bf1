"""Another program believes what stands in the `.ics`: right times, no double events, no names."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from icalendar import Calendar

from spreekuur.actions.office_hours import (
    Hours,
    free_place,
    give_place,
    mark_attendance,
    plan_office_hours,
)
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.ics import agenda_ics
from spreekuur.rules.labels import Attendance
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from tests.dump import dump
from tests.exchange.conftest import set_hours
from tests.tui.builder import DAY


def text(casebook: Casebook, *, named: bool = False) -> str:
    return agenda_ics(casebook, DAY, named=named).decode()


def events(casebook: Casebook, *, named: bool = False) -> list[Any]:
    return list(Calendar.from_ical(agenda_ics(casebook, DAY, named=named)).walk("VEVENT"))


def sequences(casebook: Casebook) -> list[int]:
    return [int(one["SEQUENCE"]) for one in events(casebook)]


def uid_of(casebook: Casebook, number: int) -> str:
    with casebook.read() as connection:
        found = connection.execute("SELECT uid FROM office_hours WHERE id = ?", (number,))
        return f"{found.fetchone()[0]}@spreekuur"


def test_a_spreekuur_is_one_event_with_its_place_and_its_places(filled: Casebook) -> None:
    first, second = events(filled)
    assert first["UID"] == uid_of(filled, 1)
    assert first["SUMMARY"] == "Spreekuur Veenwijzer"
    assert first["LOCATION"] == "Scholengemeenschap De Veenwijzer, kamer 0.14"
    assert first["DESCRIPTION"].split("\n") == [
        *("4 plekken bezet", "13:00 J-0001", "13:20 J-0002", "13:40 J-0003", "14:00 J-0004"),
    ]
    assert second["DESCRIPTION"] == "Nog geen plek bezet."
    assert first["STATUS"] == second["STATUS"] == "CONFIRMED"
    assert first.decoded("DTSTART") == datetime(2026, 11, 24, 13, tzinfo=LOCAL)
    assert first.decoded("DTEND") == datetime(2026, 11, 24, 16, 30, tzinfo=LOCAL)


def test_what_strict_programs_ask_for_stands_there_and_in_order(filled: Casebook) -> None:
    whole = text(filled)
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


def test_what_was_given_out_and_undone_is_cancelled_and_nothing_else_is(filled: Casebook) -> None:
    before = dump(filled, without=("given_event",))
    plan_office_hours(filled, Hours(2, date(2026, 11, 25), time(9), time(11)))
    filled.undo()
    assert len(events(filled)) == 2
    number = plan_office_hours(filled, Hours(2, date(2026, 11, 25), time(9), time(11)))
    uid = uid_of(filled, number)
    given = events(filled, named=True)[1]
    assert (given["UID"], given["STATUS"], int(given["SEQUENCE"])) == (uid, "CONFIRMED", 0)
    filled.undo()
    gone = events(filled)[1]
    assert (gone["UID"], gone["STATUS"], int(gone["SEQUENCE"])) == (uid, "CANCELLED", 1)
    assert gone["SUMMARY"] == "Vervallen: Spreekuur Kompas"
    assert gone.decoded("DTSTART") == datetime(2026, 11, 25, 9, tzinfo=LOCAL)
    assert gone.decoded("DTSTAMP") >= given.decoded("DTSTAMP")
    assert text(filled) == text(filled)
    assert dump(filled, without=("given_event",)) == before


def test_it_goes_as_it_was_given_out_last(filled: Casebook) -> None:
    number = plan_office_hours(filled, Hours(2, date(2026, 11, 25), time(9), time(11)))
    text(filled)
    set_hours(filled, number, starts=time(10))
    changed = int(events(filled)[1]["SEQUENCE"])
    filled.undo()
    filled.undo()
    gone = events(filled)[1]
    assert gone.decoded("DTSTART") == datetime(2026, 11, 25, 10, tzinfo=LOCAL)
    assert int(gone["SEQUENCE"]) == changed + 1


def test_no_name_and_no_reason_is_in_it_unless_names_are_asked_for(filled: Casebook) -> None:
    plain, named = text(filled), text(filled, named=True)
    for private in ("Sam", "Groot", "Öztürk", "Jansma", "te laat", "13 uur"):
        assert private not in plain
    unfolded = named.replace("\r\n ", "")
    assert r"13:00 Sam de Groot\n13:20 Noor van den Berg\n13:40 Ilyas Öztürk" in unfolded
    assert "te laat" not in unfolded
    assert unfolded.count("CLASS:PRIVATE") == 2
    assert "CLASS" not in plain


def test_her_own_engagements_stay_here(filled: Casebook) -> None:
    from spreekuur.model import Engagement

    with filled.change("Eigen afspraak") as session:
        session.add(Engagement(what="Tandarts", first=DAY, last=DAY, away=True))
    assert "Tandarts" not in text(filled)


def test_a_weekly_spreekuur_stays_at_nine_over_the_clock_changes(filled: Casebook) -> None:
    for monday in (date(2026, 10, 19), date(2027, 3, 22)):
        for week in range(2):
            on = monday + timedelta(weeks=week)
            plan_office_hours(filled, Hours(2, on, time(9), time(11)))
    calendar = Calendar.from_ical(agenda_ics(filled, DAY))
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


def test_an_agenda_in_which_nothing_happened_comes_out_the_same(filled: Casebook) -> None:
    once = agenda_ics(filled, DAY)
    assert agenda_ics(filled, DAY + timedelta(days=3)) == once
    with filled.read() as connection:
        (appointment,) = connection.execute("SELECT min(id) FROM appointment").fetchone()
    mark_attendance(filled, appointment, Attendance.PRESENT)
    add_pupil(filled, PupilDetails(PersonName("Kees", "", "Bakker")))
    assert agenda_ics(filled, DAY) == once


def test_sequence_grows_with_what_changed_and_with_what_was_taken_back(
    filled: Casebook,
) -> None:
    before = sequences(filled)
    whole = agenda_ics(filled, DAY)
    set_hours(filled, 2, starts=time(9))
    changed = sequences(filled)
    assert changed == [before[0], before[1] + 1]
    filled.undo()
    undone = sequences(filled)
    assert undone[0] == before[0]
    assert undone[1] > changed[1]
    assert agenda_ics(filled, DAY) != whole
    again = agenda_ics(filled, DAY)
    assert agenda_ics(filled, DAY) == again


def test_a_place_given_moved_and_taken_away_makes_it_grow(filled: Casebook) -> None:
    seen = [sequences(filled)[1]]
    place = give_place(filled, 2, 8)
    seen.append(sequences(filled)[1])
    mark_attendance(filled, place, Attendance.CANCELLED)
    seen.append(sequences(filled)[1])
    assert events(filled)[1]["DESCRIPTION"] == "Nog geen plek bezet."
    free_place(filled, place)
    seen.append(sequences(filled)[1])
    give_place(filled, 2, 9)
    seen.append(sequences(filled)[1])
    filled.undo()
    seen.append(sequences(filled)[1])
    assert seen == sorted(set(seen))


def test_another_name_of_the_school_makes_its_spreekuren_grow(filled: Casebook) -> None:
    from spreekuur.model import School

    before = sequences(filled)
    with filled.change("School gewijzigd") as session:
        session.get_one(School, 1).short_name = "De Wijzer"
    assert sequences(filled) == [one + 1 for one in before]
    with filled.change("School gewijzigd") as session:
        session.get_one(School, 1).phone = "06-00 00 00 09"
    assert sequences(filled) == [one + 1 for one in before]


def test_one_that_was_cancelled_says_so_in_each_way(filled: Casebook) -> None:
    set_hours(filled, 1, status="vervallen", status_reason="Hennie is ziek")
    first, second = events(filled)
    assert (first["STATUS"], first["TRANSP"]) == ("CANCELLED", "TRANSPARENT")
    assert first["SUMMARY"] == "Vervallen: Spreekuur Veenwijzer"
    assert second["STATUS"] == "CONFIRMED"
    assert "Hennie" not in text(filled)


def test_text_that_looks_like_calendar_stays_text(filled: Casebook) -> None:
    from spreekuur.model import School

    hostile = "School; een,twee\\n\r\nEND:VEVENT\nATTENDEE:mailto:x@y\x1b[2J"
    with filled.change("School gewijzigd") as session:
        session.get_one(School, 1).name = hostile
        session.get_one(School, 1).short_name = "\u202eomgekeerd\r\nX:1"
    set_hours(filled, 1, room="lokaal\r\nSTATUS:CANCELLED, hoek\\,")
    first, second = events(filled)
    assert first["STATUS"] == "CONFIRMED"
    assert "ATTENDEE" not in first
    assert "X" not in first
    assert first["SUMMARY"] == "Spreekuur omgekeerd X:1"
    assert second["LOCATION"].startswith("School; een,twee\\n END:VEVENT ATTENDEE:mailto:x@y")


def test_it_begins_with_this_school_year(filled: Casebook) -> None:
    for on in (date(2026, 7, 31), date(2026, 8, 1), date(2028, 1, 3)):
        plan_office_hours(filled, Hours(2, on, time(9), time(11)))
    days = [one.decoded("DTSTART").date() for one in events(filled)]
    assert days == [date(2026, 8, 1), DAY, date(2026, 12, 8), date(2028, 1, 3)]
