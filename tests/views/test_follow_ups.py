"""What comes next moves along with the spreekuur it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.brins import brins_of_pupils
from spreekuur.views.follow_ups import FollowUpView, open_follow_ups

TODAY = date(2026, 11, 20)
NEXT = date(2026, 11, 24)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    file = tmp_path / "spreekuur.db"
    file.touch(mode=0o600)
    book = Casebook.create(file, bytes(range(32)))
    with book.change("School") as session:
        from spreekuur.model import School

        session.add(School(brin6="99ZA00", name="De Veenwijzer", holiday_region="Noord"))
        session.add(School(name="Eigen school"))
    for name, school_id in (("Sam", 1), ("Noor", 1), ("Fenna", 2), ("Jesse", None)):
        add_pupil(book, PupilDetails(PersonName(name, "", "Bakker"), school_id=school_id))
    yield book
    book.close()


def note(casebook: Casebook, text: str, pupil_id: int = 1) -> None:
    save_note(casebook, text, About(pupil_id=pupil_id), today=TODAY)


def coming(casebook: Casebook, pupil_id: int = 1) -> list[FollowUpView]:
    with casebook.read() as connection:
        return open_follow_ups(connection, pupil_id)


def test_a_dated_vervolg_has_its_own_day_and_time(casebook: Casebook) -> None:
    note(casebook, "> wo 14:00 moeder bellen")
    (found,) = coming(casebook)
    assert (found.on, found.at) == (date(2026, 11, 25), time(14))
    assert (found.action, found.office_hours) == ("moeder bellen", None)


def test_an_anchored_one_moves_along_with_its_spreekuur(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    note(casebook, ">>")
    assert [(one.on, one.at, one.office_hours) for one in coming(casebook)] == [
        (NEXT, time(13), "S-0001")
    ]
    with casebook.change("Spreekuur verzet") as session:
        from spreekuur.model import OfficeHours

        moved = session.get(OfficeHours, hours)
        assert moved is not None
        moved.day = date(2026, 12, 1)
        session.add(moved)
    assert [one.on for one in coming(casebook)] == [date(2026, 12, 1)]


def test_who_waits_has_the_day_but_no_time(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(13, 20)))
    give_place(casebook, hours, 2)
    note(casebook, ">>")
    assert [(one.on, one.at, one.office_hours) for one in coming(casebook)] == [
        (NEXT, None, "S-0001")
    ]


def test_what_is_answered_or_of_another_is_not_ahead(casebook: Casebook) -> None:
    note(casebook, "> niet nodig")
    note(casebook, "> wo bellen", pupil_id=2)
    assert coming(casebook) == []


def test_jongeren_are_listed_under_the_brin_of_their_school(casebook: Casebook) -> None:
    with casebook.read() as connection:
        assert brins_of_pupils(connection) == {1: "99ZA00", 2: "99ZA00"}
