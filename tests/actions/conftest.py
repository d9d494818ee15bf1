"""A small caseload in a real encrypted file, and how to read back what an action made of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from pathlib import Path
from threading import Event, Thread
from time import sleep

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id

KEY = bytes(range(32))
BEFORE = date(2026, 11, 10)
TODAY = date(2026, 11, 24)
NEXT = date(2026, 12, 8)

SAM, NOOR, ILYAS = 1, 2, 3
AFTERNOON, COMING = 1, 2
"""Spreekuren of one hour, three places each; Noor has the first of today."""

NOTE = """Gamet 's avonds laat door.
= 4 naar 7
* 3 naar 8 van de 10 ochtenden, 24 nov
! Sam: zet twee wekkers, 24 nov
! mentor: stuurt om 7.30 uur een bericht, 24 nov
+ Sam komt 3 van de 10 ochtenden op tijd
> do 12 nov moeder bellen"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "spreekuur.db"


@pytest.fixture
def casebook(path: Path) -> Iterator[Casebook]:
    with small_casebook(path) as book:
        yield book


@contextmanager
def small_casebook(path: Path) -> Iterator[Casebook]:
    """Three jongeren of one school, two spreekuren, and a note on Sam of two weeks ago."""
    path.touch(mode=0o600)
    book = Casebook.create(path, KEY)
    fill(book)
    yield book
    book.close()


@contextmanager
def place_given_meanwhile(path: Path) -> Iterator[None]:
    """Another process is giving Sam a place in the first spreekuur, and done a moment later."""
    holding = Event()

    def give() -> None:
        other = Casebook.open(path, KEY)
        with other.change("Op de lijst gezet"):
            give_place(other, 1, SAM, listed_on=TODAY)
            holding.set()
            sleep(0.3)
        other.close()

    thread = Thread(target=give)
    thread.start()
    assert holding.wait(10)
    yield
    thread.join()


def hours(casebook: Casebook, number: int = AFTERNOON) -> OfficeHoursView:
    """A spreekuur as it is after a change."""
    with casebook.read() as connection:
        found = office_hours_by_id(connection, number)
    assert found
    return found


def held(casebook: Casebook, number: int) -> list[tuple[time, int | None, str]]:
    """Who still has a place in a spreekuur: when, whose number and why."""
    return [(one.at, one.pupil_id, one.reason) for one in hours(casebook, number).held]


def listed(casebook: Casebook, number: int = AFTERNOON) -> list[str]:
    """`13:00 2` for a jongere, `13:00 afgemeld` for a place that was given back, `13:00 -`."""
    return [f"{place.at:%H:%M} {said(place)}" for place in hours(casebook, number).places]


def said(place: Place) -> str:
    if place.is_case_discussion:
        return place.reason
    if not place.held and place.attendance:
        return place.attendance
    return str(place.pupil_id or "-")


def fill(casebook: Casebook) -> None:
    from spreekuur.model import School

    with casebook.change("Scholen") as session:
        school = School(name="Scholengemeenschap De Veenwijzer", short_name="Veenwijzer")
        school.brin6, school.sector, school.holiday_region = "99ZA00", "vo", "Noord"
        session.add(school)
    for given, prefix, surname, born in (
        ("Sam", "de", "Groot", date(2011, 3, 14)),
        ("Noor", "van den", "Berg", date(2010, 8, 1)),
        ("Ilyas", "", "Öztürk", date(2012, 11, 24)),
    ):
        name = PersonName(given, prefix, surname)
        add_pupil(casebook, PupilDetails(name, born, school_id=1, class_name="4H2"))
    add_guardian(casebook, SAM, GuardianDetails("Ilse de Groot", "moeder", "06-00 00 00 02"))
    add_contact(casebook, 1, ContactDetails("Ot Prins", "mentor"))
    for day in (TODAY, NEXT):
        plan_office_hours(casebook, Hours(1, day, time(13), time(14)))
    give_place(casebook, 1, NOOR, reason="gesprek loopt", listed_on=TODAY)
    save_note(casebook, NOTE, About(SAM), today=BEFORE, now=time(13))
