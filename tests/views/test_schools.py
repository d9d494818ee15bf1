"""Among thousands of imported schools hers come by themselves, and any words find the others."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from tests.tui.builder import DAY, make_casebook

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import wait_at_school
from spreekuur.actions.schools import say_left
from spreekuur.exchange.plan_schools import plan_schools
from spreekuur.exchange.schools import read_schools
from spreekuur.rules.text import fold
from spreekuur.store.casebook import Casebook
from spreekuur.views.school import coming_hours, pupils_at, school_view, waiting_at
from spreekuur.views.schools import SchoolRow, count, school_ids, school_rows, school_words

VEENWIJZER, KOMPAS, ISK = 1, 2, 3
LISTED = (
    ("99ZD00", "Basisschool De Brug", "Oudehaven", "Veenmeer"),
    ("99ZE00", "Basisschool De Brug", "Nieuwehaven", "Borgerveld"),
)


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    from spreekuur.model import School

    casebook = make_casebook(tmp_path)
    with casebook.change("Scholen") as session:
        for brin6, name, place, municipality in LISTED:
            school = School(brin6=brin6, name=name, place=place, municipality=municipality)
            school.source = "lijst.csv"
            session.add(school)
    return casebook


def own(casebook: Casebook) -> list[int]:
    with casebook.read() as connection:
        return school_ids(connection)


def row(casebook: Casebook, school_id: int, today: date = DAY) -> SchoolRow:
    with casebook.read() as connection:
        return school_rows(connection, [school_id], today)[0]


def found(casebook: Casebook, words: str) -> list[int]:
    with casebook.read() as connection:
        return list(school_words(connection, own(casebook)).holding(fold(words).split()))


def test_a_listed_school_is_hers_from_the_first_note_on(casebook: Casebook) -> None:
    assert own(casebook) == [ISK, KOMPAS, VEENWIJZER]
    save_note(casebook, "Belronde.", About(school_id=5), today=DAY, now=time(9))
    assert own(casebook) == [5, ISK, KOMPAS, VEENWIJZER]
    with casebook.read() as connection:
        assert count(connection) == 5


@pytest.mark.parametrize(
    ("words", "schools"),
    [
        ("brug", [4, 5]),
        ("BRUG borger", [5]),
        ("veenmeer", [4]),
        ("99zd", [4]),
        ("haven nieuwe", [5]),
        ("isk", [ISK]),
        ("brug xyz", []),
    ],
)
def test_any_words_of_brin_names_place_and_municipality_find_a_school(
    casebook: Casebook, words: str, schools: list[int]
) -> None:
    assert found(casebook, words) == schools


def test_her_own_schools_come_before_the_others(casebook: Casebook) -> None:
    assert found(casebook, "99")[:3] == [ISK, KOMPAS, VEENWIJZER]


def test_a_row_says_how_many_when_and_who(casebook: Casebook) -> None:
    school = row(casebook, VEENWIJZER)
    assert (school.shown, school.pupils, school.receivers) == ("Veenwijzer", 6, ("Hennie Drenth",))
    assert (school.next_on, school.next_at) == (DAY, time(13))
    assert row(casebook, VEENWIJZER, date(2026, 11, 25)).next_on == date(2026, 12, 8)
    assert row(casebook, ISK).next_on is None


def test_a_closed_dossier_does_not_count(casebook: Casebook) -> None:
    from spreekuur.model import Pupil

    with casebook.change("Dossier gesloten") as session:
        pupil = session.get(Pupil, 1)
        assert pupil
        pupil.closed_on = DAY
    assert row(casebook, VEENWIJZER).pupils == 5
    with casebook.read() as connection:
        assert 1 not in [one.id for one in pupils_at(connection, VEENWIJZER, DAY)]


def test_who_left_receives_nothing_and_stands_last(casebook: Casebook) -> None:
    say_left(casebook, 1, DAY, version=1)
    assert row(casebook, VEENWIJZER).receivers == ()
    with casebook.read() as connection:
        school = school_view(connection, VEENWIJZER)
    assert school
    assert [one.id for one in school.contacts] == [2, 1]
    assert ([one.id for one in school.reached], school.receivers) == ([2], ())


def test_what_comes_first_stands_first_and_who_has_no_step_last(casebook: Casebook) -> None:
    with casebook.read() as connection:
        pupils = pupils_at(connection, VEENWIJZER, DAY)
        hours = coming_hours(connection, VEENWIJZER, DAY)
    steps = [one.next_step and (one.next_step.on, one.next_step.at) for one in pupils]
    assert steps[-2:] == [None, None]
    assert [one.name.given for one in pupils[:4]] == ["Sam", "Noor", "Ilyas", "Daan"]
    assert [(one.day, one.taken) for one in hours] == [(DAY, 4), (date(2026, 12, 8), 0)]


def test_who_waits_is_named_with_the_day_waited_for(casebook: Casebook) -> None:
    from spreekuur.model import WaitingEntry

    with casebook.change("Wachtlijst") as session:
        for pupil_id, since in ((8, DAY), (9, date(2026, 11, 18))):
            entry = WaitingEntry(
                school_id=1,
                pupil_id=pupil_id,
                since=since,
                not_before=date(2026, 12, 8),
                reason="te laat",
            )
            session.add(entry)
    with casebook.read() as connection:
        waiting = waiting_at(connection, VEENWIJZER, DAY)
    assert [(one.pupil_id, one.for_day) for one in waiting] == [
        (9, date(2026, 12, 8)),
        (8, date(2026, 12, 8)),
    ]


def test_nobody_waits_for_a_spreekuur_of_a_past_day_that_was_never_closed(
    casebook: Casebook,
) -> None:
    wait_at_school(casebook, VEENWIJZER, 8, DAY, not_before=DAY)

    def waited_for(today: date) -> list[date]:
        with casebook.read() as connection:
            return [one.for_day for one in waiting_at(connection, VEENWIJZER, today)]

    coming = date(2026, 12, 8)
    assert waited_for(DAY) == [DAY]
    assert waited_for(date(2026, 11, 25)) == [coming]
    assert waited_for(date(2026, 12, 9)) == [date(2026, 12, 9)]


def test_six_thousand_published_schools_are_searched_by_their_words(
    casebook: Casebook, shared_data: Path
) -> None:
    file = shared_data / "duo-bo-schoolvestigingen-2026a.csv"
    reading = read_schools(file.read_bytes(), file.name)
    with casebook.read() as connection:
        plan = plan_schools(connection, reading, file.name)
    from spreekuur.actions.bringing_in import bring_in

    bring_in(casebook, plan.label, plan.batches)
    with casebook.read() as connection:
        assert count(connection) == len(reading.rows) + 5
        words = school_words(connection, school_ids(connection))
    assert len(words.holding(["assen"])) > len(words.holding(["assen", "kompas"])) > 0
    assert own(casebook) == [ISK, KOMPAS, VEENWIJZER]
