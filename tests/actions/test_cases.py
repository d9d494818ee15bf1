"""A dossier is closed with a word on what was behind it, and counts no more until it is opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from spreekuur.actions.cases import CaseDetails, keep_case
from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook
from spreekuur.views.caseload import Order, caseload_ids, without_next_step
from spreekuur.views.cases import CaseView, case_of
from tests.actions.conftest import ILYAS, NOOR, SAM, TODAY


def case(casebook: Casebook, pupil: int = SAM) -> CaseView | None:
    with casebook.read() as connection:
        found = case_of(connection, pupil)
    return found and replace(found, carried=None)


def test_a_closed_dossier_says_since_when_and_what_was_behind_it(casebook: Casebook) -> None:
    keep_case(casebook, SAM, CaseDetails(closed=True, because="verhuisd"), TODAY)
    assert case(casebook) == CaseView(TODAY, "verhuisd", None, "")


def test_without_a_word_it_says_unknown(casebook: Casebook) -> None:
    keep_case(casebook, SAM, CaseDetails(closed=True), TODAY)
    assert case(casebook) == CaseView(TODAY, "onbekend", None, "")


def test_changing_it_later_keeps_the_day_and_opening_takes_it_away(casebook: Casebook) -> None:
    keep_case(casebook, SAM, CaseDetails(closed=True), TODAY)
    later = TODAY + timedelta(days=3)
    keep_case(casebook, SAM, CaseDetails(closed=True, because="weer op school"), later)
    assert case(casebook) == CaseView(TODAY, "weer op school", None, "")
    keep_case(casebook, SAM, CaseDetails(), later)
    assert case(casebook) == CaseView(None, "", None, "")


def test_a_closed_dossier_is_no_part_of_the_caseload(casebook: Casebook) -> None:
    save_note(casebook, "Gesproken.", About(ILYAS), today=TODAY)
    keep_case(casebook, ILYAS, CaseDetails(closed=True), TODAY)
    with casebook.read() as connection:
        for order in Order:
            assert ILYAS not in caseload_ids(connection, TODAY, order)
            assert caseload_ids(connection, TODAY, order, closed=True) == [ILYAS]
        assert ILYAS not in [row.id for row in without_next_step(connection, TODAY)]


def test_a_rhythm_has_a_holder_and_can_be_ended(casebook: Casebook) -> None:
    keep_case(casebook, SAM, CaseDetails(7, "school"), TODAY)
    assert case(casebook) == CaseView(None, "", 7, "school")
    keep_case(casebook, SAM, CaseDetails(14, "ik"), TODAY)
    assert case(casebook) == CaseView(None, "", 14, "ik")
    keep_case(casebook, SAM, CaseDetails(), TODAY)
    assert case(casebook) == CaseView(None, "", None, "")


def test_behind_its_rhythm_comes_before_longer_without_contact(casebook: Casebook) -> None:
    for pupil, days in ((SAM, 8), (NOOR, 30), (ILYAS, 7)):
        save_note(casebook, "Gesproken.", About(pupil), today=TODAY - timedelta(days=days))
    for pupil in (SAM, ILYAS):
        keep_case(casebook, pupil, CaseDetails(7, "school"), TODAY)
    with casebook.read() as connection:
        order = caseload_ids(connection, TODAY, Order.CONTACT)
    assert order[:3] == [SAM, NOOR, ILYAS]
