"""What is proposed at the close: nobody is forgotten, and nobody is simply asked a third time."""

from __future__ import annotations

import pytest

from spreekuur.rules.closing import proposed, said
from spreekuur.rules.labels import Attendance, Decision


@pytest.mark.parametrize(
    "attendance",
    [
        Attendance.INVITED,
        Attendance.NOT_REACHED,
        Attendance.CANCELLED,
        Attendance.SICK,
        Attendance.NOT_FETCHED,
    ],
)
def test_who_could_not_come_gets_another_place(attendance: Attendance) -> None:
    assert proposed(attendance, 0, 15, "").decision is Decision.AGAIN


def test_one_no_show_is_another_place_and_two_are_a_talk_with_ouders() -> None:
    assert proposed(Attendance.NO_SHOW, 1, 15, "").decision is Decision.AGAIN
    twice = proposed(Attendance.NO_SHOW, 2, 15, "")
    assert (twice.decision, twice.shown) == (Decision.CALL, "oudergesprek?")
    assert "ouders bellen" in twice.action


def test_from_sixteen_ouders_hear_only_that_and_from_eighteen_nothing() -> None:
    assert "16+" in proposed(Attendance.NO_SHOW, 2, 16, "").caution
    grown_up = proposed(Attendance.NO_SHOW, 2, 18, "")
    assert (grown_up.decision, grown_up.shown) == (Decision.CALL, "jongere bellen?")


def test_another_municipality_goes_to_the_colleague_there() -> None:
    assert proposed(Attendance.NO_SHOW, 3, 15, "Borgerveld").decision is Decision.COLLEAGUE


def test_a_row_says_how_it_went() -> None:
    assert said(Attendance.NO_SHOW, 2, "") == "niet verschenen, 2e keer"
    assert said(Attendance.INVITED, 0, "") == "niet aan de beurt gekomen"
    assert said(Attendance.SICK, 0, "") == "ziek gemeld"
    assert said(Attendance.INVITED, 0, "Borgerveld") == "woont in Borgerveld"
