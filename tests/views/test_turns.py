"""Aan zet counts on these: every open move once, the earliest first, and where each came from."""

from __future__ import annotations

from datetime import date, time

from tests.tui.builder import BEFORE, DAY

from spreekuur.actions.goals import AgreementDetails, agree, edit_agreement, judge
from spreekuur.actions.notes import About, save_note
from spreekuur.rules.labels import AgreementStatus, Side
from spreekuur.store.casebook import Casebook
from spreekuur.views.timeline import entry
from spreekuur.views.turns import Turn, source_line, turn, turns


def opened(casebook: Casebook) -> list[Turn]:
    with casebook.read() as connection:
        return turns(connection)


def note(casebook: Casebook, text: str, about: About) -> int:
    return save_note(casebook, text, about, today=BEFORE, now=time(9)).conversation_id


def written(casebook: Casebook, move: Turn) -> str | None:
    assert move.conversation_id
    with casebook.read() as connection:
        made = entry(connection, move.conversation_id)
    assert made
    line = source_line(made, move)
    return line.text if line else None


def test_the_earliest_comes_first_and_without_a_day_last(casebook: Casebook) -> None:
    agree(casebook, 2, AgreementDetails("Noor", Side.PUPIL, "denkt na over maandag"))
    note(casebook, "Gebeld.\n> 19 nov bellen\n> 4 dec mentor bellen", About(9))
    assert [(one.what, one.by) for one in opened(casebook)] == [
        ("bellen", date(2026, 11, 19)),
        ("zet twee wekkers", DAY),
        ("stuurt om 7.30 uur een bericht", DAY),
        ("mentor bellen", date(2026, 12, 4)),
        ("denkt na over maandag", None),
    ]


def test_what_was_judged_is_no_move_any_more(casebook: Casebook) -> None:
    first = opened(casebook)[0]
    judge(casebook, first.id, AgreementStatus.NOT_DONE, DAY)
    assert first not in opened(casebook)
    with casebook.read() as connection:
        assert turn(connection, first.kind, first.id) is None


def test_one_move_is_found_by_its_table_and_number(casebook: Casebook) -> None:
    note(casebook, "Gebeld.\n> 19 nov bellen", About(9))
    for one in opened(casebook):
        with casebook.read() as connection:
            assert turn(connection, one.kind, one.id) == one


def test_a_vervolg_of_a_school_names_the_school(casebook: Casebook) -> None:
    note(casebook, "Lijsten besproken.\n> 19 nov administratie bellen", About(school_id=2))
    (first, *_) = opened(casebook)
    assert (first.name, first.ref, first.school_id, first.school) == (None, None, 2, "Kompas")


def test_the_line_a_move_came_from_is_found_as_it_was_typed(casebook: Casebook) -> None:
    note(casebook, "Gebeld.\n>19 nov\n> 20 nov moeder bellen\n! vader: belt, 21 nov", About(9))
    assert [written(casebook, one) for one in opened(casebook) if one.pupil_id == 9] == [
        ">19 nov",
        "> 20 nov moeder bellen",
        "! vader: belt, 21 nov",
    ]


def test_an_agreement_that_was_worded_anew_has_no_line(casebook: Casebook) -> None:
    first = opened(casebook)[0]
    details = AgreementDetails("Sam", Side.PUPIL, "zet drie wekkers", DAY)
    edit_agreement(casebook, first.id, details, version=1)
    assert written(casebook, opened(casebook)[0]) is None


def test_a_move_is_over_datum_from_the_next_day_on(casebook: Casebook) -> None:
    first = opened(casebook)[0]
    assert not first.is_overdue(DAY)
    assert first.is_overdue(date(2026, 11, 25))
