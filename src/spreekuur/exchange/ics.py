"""The spreekuren as an iCalendar file (RFC 5545) for a telephone, Outlook, Thunderbird or khal.

One event a spreekuur, of this school year and what comes after it. Her own engagements and the
steps she takes stay here. An event keeps its UID; its SEQUENCE and its stamps change only when
something of it does, so that reading the file again updates what is there, and the same file comes
out of an agenda in which nothing happened. One that was given out and undone since is cancelled.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spreekuur.rules.date_words import clock
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.text import clean
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import NotReadable, NotWritable, StoreError
from spreekuur.store.given import remember_given
from spreekuur.store.location import write_private
from spreekuur.views.calendar_events import CalendarEvent, calendar_events

if TYPE_CHECKING:
    from icalendar import Calendar, Event, Timezone

PRODUCT = "-//spreekuur//agenda//NL"
NAMES_WARNING = (
    "In dit bestand staan namen, en het is niet versleuteld. Zet het alleen in een agenda die "
    "niemand anders leest, en verwijder het bestand daarna."
)
_HEAD = 400
"""Bytes within which a calendar says which program made it."""


class NotOurCalendar(StoreError):
    """Something else than an agenda that spreekuur wrote stands there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Hier staat al iets anders dan een agenda van spreekuur: {path}. Er is niets "
            "overschreven. Kies een andere naam."
        )


def agenda_ics(casebook: Casebook, today: date, *, named: bool = False) -> bytes:
    """The calendar in UTF-8, its lines folded and ended as RFC 5545 3.1 asks.

    Jongeren are `J-0001` in it, their names only when `named`; why somebody comes is never there.
    What it tells is remembered, so that a later one can say of a spreekuur that it is gone.
    """
    with casebook.read() as connection:
        events = calendar_events(connection, today, named=named)
        remember_given(connection, {one.uid: one.sequence for one in events})
    calendar = _calendar()
    for one in events:
        calendar.add_component(_event(one, named=named))
    written: bytes = calendar.to_ical(sorted=False)
    return written


def write_agenda(casebook: Casebook, path: Path, today: date, *, named: bool = False) -> int:
    """Write the calendar to `path`, 0600, whole or not; an earlier one of ours is replaced.

    Gives how many spreekuren are in it.
    Raises NotOurCalendar when something else stands there, NotReadable, NotWritable or DiskFull.
    """
    if not _is_free(path):
        raise NotOurCalendar(path)
    written = agenda_ics(casebook, today, named=named)
    write_private(path, written)
    return written.count(b"\r\nBEGIN:VEVENT\r\n")


def _is_free(path: Path) -> bool:
    """Whether nothing is there, or an agenda that was written here before."""
    try:
        if path.is_symlink():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except FileNotFoundError:
        return True
    except IsADirectoryError:
        return False
    except PermissionError:
        raise NotReadable(path) from None
    except (OSError, ValueError):
        # A name that is too long, or below a file: no such file can be made.
        raise NotWritable(path) from None
    return head.startswith(b"BEGIN:VCALENDAR\r\n") and f"PRODID:{PRODUCT}\r\n".encode() in head


def _calendar() -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    for name, value in (
        ("VERSION", "2.0"),
        ("PRODID", PRODUCT),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("X-WR-CALNAME", "Spreekuren"),
        ("X-WR-TIMEZONE", LOCAL.key),
    ):
        calendar.add(name, value)
    calendar.add_component(_timezone())
    return calendar


def _timezone() -> Timezone:
    """The zone before the events that name it, by the rule that holds since 1996 (2000/84/EG)."""
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    winter, summer = timedelta(hours=1), timedelta(hours=2)
    zone = Timezone()
    zone.add("TZID", LOCAL.key)
    for part, name, begins, before, after in (
        (TimezoneDaylight(), "CEST", datetime(1996, 3, 31, 2), winter, summer),
        (TimezoneStandard(), "CET", datetime(1996, 10, 27, 3), summer, winter),
    ):
        part.add("TZNAME", name)
        part.add("DTSTART", begins)
        part.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": begins.month, "BYDAY": "-1SU"})
        part.add("TZOFFSETFROM", before)
        part.add("TZOFFSETTO", after)
        zone.add_component(part)
    return zone


def _event(one: CalendarEvent, *, named: bool) -> Event:
    from icalendar import Event

    event = Event()
    changed = one.changed_at.replace(microsecond=0)
    summary = f"Spreekuur {one.school}"
    for name, value in (
        ("UID", f"{one.uid}@spreekuur"),
        ("SEQUENCE", one.sequence),
        ("DTSTAMP", changed),
        ("LAST-MODIFIED", changed),
        ("DTSTART", datetime.combine(one.on, one.starts, LOCAL)),
        ("DTEND", datetime.combine(one.on, one.ends, LOCAL)),
        # Not every calendar shows a status.
        ("SUMMARY", clean(f"Vervallen: {summary}" if one.dropped else summary)),
        ("LOCATION", clean(", ".join(part for part in (one.school_name, one.room) if part))),
        ("DESCRIPTION", _description(one)),
        ("STATUS", "CANCELLED" if one.dropped else "CONFIRMED"),
        ("TRANSP", "TRANSPARENT" if one.dropped else "OPAQUE"),
    ):
        event.add(name, value)
    if named:
        event.add("CLASS", "PRIVATE")
    return event


def _description(one: CalendarEvent) -> str:
    """Each place that is taken on a line: `13:00 J-0001`."""
    if not one.places:
        return "Nog geen plek bezet."
    many = len(one.places)
    counted = "1 plek bezet" if many == 1 else f"{many} plekken bezet"
    rows = (
        f"{clock(place.at)} {clean(place.who or 'casuïstiekbespreking')}" for place in one.places
    )
    return "\n".join((counted, *rows))
