"""The list is read by number, a page at a time, and filtered by what each of its rows says."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from tests.tui.builder import DAY, make_casebook

from spreekuur.actions.notes import About, save_note
from spreekuur.rules.text import fold
from spreekuur.store.casebook import Casebook
from spreekuur.views.caseload import (
    Order,
    caseload,
    caseload_ids,
    caseload_rows,
    without_next_step,
)
from spreekuur.views.caseload_words import CaseloadWords, caseload_words


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    casebook = make_casebook(tmp_path)
    said = {5: "Stil.", 8: "Eet goed.\n> wo 25 nov deurbezoek", 9: "@ moeder, voicemail\nGebeld."}
    for pupil_id, text in said.items():
        save_note(casebook, text, About(pupil_id), today=date(2026, 11, 2), now=time(9))
    return casebook


def words(casebook: Casebook) -> CaseloadWords:
    with casebook.read() as connection:
        return caseload_words(connection, DAY)


def found(casebook: Casebook, typed: str) -> list[int]:
    with casebook.read() as connection:
        pupil_ids = caseload_ids(connection, DAY)
    return list(words(casebook).holding(pupil_ids, fold(typed).split()))


@pytest.mark.parametrize("order", Order)
def test_numbers_come_in_the_order_of_the_whole_list(casebook: Casebook, order: Order) -> None:
    with casebook.read() as connection:
        whole = caseload(connection, DAY, order=order)
        assert caseload_ids(connection, DAY, order) == [row.id for row in whole]


def test_a_page_is_read_in_the_order_in_which_it_is_named(casebook: Casebook) -> None:
    with casebook.read() as connection:
        rows = {row.id: row for row in caseload(connection, DAY)}
        page = caseload_rows(connection, [9, 2, 5], DAY)
    assert page == [rows[9], rows[2], rows[5]]


def test_who_is_gone_is_left_out_of_a_page(casebook: Casebook) -> None:
    with casebook.read() as connection:
        assert [row.id for row in caseload_rows(connection, [2, 99, 5], DAY)] == [2, 5]
        assert caseload_rows(connection, [], DAY) == []


@pytest.mark.parametrize(
    ("typed", "pupil_ids"),
    [
        ("ozturk", [3]),
        ("BERG noor", [2]),
        ("4h2", [9, 1]),
        ("4h2 nov wk 46", [1]),
        ("isk", [5]),
        ("deurbezoek", [8]),
        ("wk 48 spreekuur", [2, 1, 4, 3]),
        ("zonder vervolg", [9, 5]),
        ("nieuw gr.", [10, 6]),
        ("4h2 kompas", []),
    ],
)
def test_every_word_must_stand_somewhere_in_the_row(
    casebook: Casebook, typed: str, pupil_ids: list[int]
) -> None:
    assert found(casebook, typed) == pupil_ids


def test_no_word_holds_for_everyone(casebook: Casebook) -> None:
    assert len(found(casebook, "")) == 10


def test_a_telephone_number_is_not_in_the_row_and_finds_nobody(casebook: Casebook) -> None:
    assert found(casebook, "0600000001") == []


def test_who_is_stuck_is_the_same_as_on_vandaag(casebook: Casebook) -> None:
    with casebook.read() as connection:
        slipped = without_next_step(connection, DAY)
    assert words(casebook).stuck == {row.id for row in slipped} == {5, 9}


def test_who_was_added_since_is_not_found_and_breaks_nothing(casebook: Casebook) -> None:
    assert list(words(casebook).holding([1, 99], ["groot"])) == [1]


def test_last_contact_and_next_step_are_answered_from_indexes_alone(casebook: Casebook) -> None:
    from spreekuur.views.caseload import LAST_CONTACT, NEXT_STEP

    with casebook.read() as connection:
        plan = connection.execute(
            f"EXPLAIN QUERY PLAN SELECT {LAST_CONTACT}, {NEXT_STEP} FROM pupil p",
            {"today": str(DAY)},
        ).fetchall()
    looked = [step for *_, step in plan if " c " in step or " f " in step or " g " in step]
    assert len(looked) == 3
    assert all("USING COVERING INDEX" in step for step in looked)
