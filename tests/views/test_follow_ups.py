"""What comes next moves along with the spreekuur it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import (
    Hours,
    free_place,
    give_place,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.brins import brins_of_pupils
from spreekuur.views.follow_ups import FollowUpView, goes_on, open_follow_ups
from spreekuur.views.timeline import timeline

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
        return open_follow_ups(connection, pupil_id, TODAY)


def said(casebook: Casebook) -> list[str]:
    return [one.anchor.said(TODAY) for one in coming(casebook) if one.anchor]


def in_note(casebook: Casebook, pupil_id: int = 1) -> str:
    """What the vervolg of the newest note says in the dossier."""
    with casebook.read() as connection:
        lines = timeline(connection, pupil_id, TODAY)[0].lines
    return next(line.content for line in lines if line.kind == "follow_up")


def change(casebook: Casebook, hours: int, **columns: object) -> None:
    with casebook.change("Spreekuur gewijzigd") as session:
        from spreekuur.model import OfficeHours

        row = session.get_one(OfficeHours, hours)
        for column, value in columns.items():
            setattr(row, column, value)


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


def test_who_waits_is_not_ahead_to_a_day_that_is_past(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(13, 20)))
    give_place(casebook, hours, 2)
    note(casebook, ">>")
    later = date(2026, 12, 8)
    with casebook.read() as connection:
        (found,) = open_follow_ups(connection, 1, later)
    assert (found.on, found.office_hours) == (None, None)
    plan_office_hours(casebook, Hours(1, later, time(13), time(14)))
    with casebook.read() as connection:
        (found,) = open_follow_ups(connection, 1, later)
    assert found.on == later


def test_what_is_answered_or_of_another_is_not_ahead(casebook: Casebook) -> None:
    note(casebook, "> niet nodig")
    note(casebook, "> wo bellen", pupil_id=2)
    assert coming(casebook) == []


def test_jongeren_are_listed_under_the_brin_of_their_school(casebook: Casebook) -> None:
    with casebook.read() as connection:
        assert brins_of_pupils(connection) == {1: "99ZA00", 2: "99ZA00"}


def test_an_anchored_one_says_where_its_place_is_now(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    note(casebook, "Gaat goed.\n>>")
    assert said(casebook) == [">> (di 24 nov 13:00)"]
    assert in_note(casebook) == ">> (di 24 nov 13:00)"
    change(casebook, hours, day=date(2026, 12, 1))
    assert said(casebook) == [">> (di 1 dec 13:00)"]
    assert in_note(casebook) == ">> (di 1 dec 13:00)"
    change(casebook, hours, status="vervallen")
    assert said(casebook) == [">> (di 1 dec vervalt)"]
    casebook.undo()
    casebook.undo()
    assert in_note(casebook) == ">> (di 24 nov 13:00)"


def test_who_waits_is_told_their_turn(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(13, 20)))
    given = give_place(casebook, hours, 2)
    wait_for_place(casebook, hours, 3, TODAY)
    note(casebook, ">>")
    assert said(casebook) == ["wachtlijst De Veenwijzer, 2e"]
    assert in_note(casebook) == "wachtlijst De Veenwijzer, 2e"
    free_place(casebook, given)
    give_place(casebook, hours, 3)
    assert said(casebook) == ["wachtlijst De Veenwijzer, 1e"]
    plan_office_hours(casebook, Hours(1, date(2026, 12, 1), time(13), time(14)))
    give_place(casebook, 2, 1, at=time(13, 20))
    assert said(casebook) == [">> (di 1 dec 13:20)"]


def test_one_whose_place_was_taken_away_says_so(casebook: Casebook) -> None:
    plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    note(casebook, ">>")
    free_place(casebook, 1)
    assert in_note(casebook) == ">> (geen plek meer)"


def test_a_line_with_a_day_of_its_own_stays_as_it_was_said(casebook: Casebook) -> None:
    note(casebook, "> di 24 nov spreekuur")
    assert in_note(casebook) == "di 24 nov spreekuur"
    note(casebook, "> niet nodig", pupil_id=2)
    assert in_note(casebook, pupil_id=2) == "niet nodig"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Gaat goed.", False),
        ("* 3 naar 8 van de 10 ochtenden, 8 dec\n! ik: bel mentor, vr", False),
        ("> niet nodig", True),
        ("> vr bellen", True),
        (">>", True),
    ],
)
def test_a_talk_goes_on_by_a_vervolg_and_not_by_the_day_of_a_doel(
    casebook: Casebook, text: str, known: bool
) -> None:
    hours = plan_office_hours(casebook, Hours(1, TODAY, time(13), time(14)))
    plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    place = give_place(casebook, hours, 1)
    save_note(casebook, text, About(1, appointment_id=place), today=TODAY)
    with casebook.read() as connection:
        assert goes_on(connection, 1, place, TODAY) is known


def test_a_talk_goes_on_when_there_is_a_later_place_or_a_turn(casebook: Casebook) -> None:
    hours = plan_office_hours(casebook, Hours(1, TODAY, time(13), time(14)))
    later = plan_office_hours(casebook, Hours(1, NEXT, time(13), time(14)))
    places = [give_place(casebook, hours, pupil) for pupil in (1, 2)]
    give_place(casebook, later, 1)
    wait_for_place(casebook, later, 2, TODAY)
    with casebook.read() as connection:
        assert [goes_on(connection, n, place, TODAY) for n, place in enumerate(places, 1)] == [
            True,
            True,
        ]
