"""A doel is measured and an afspraak judged outside a note too, and each remembers the day."""

from __future__ import annotations

from datetime import date

import pytest

from spreekuur.actions.goals import GoalDetails, edit_goal, judge, measure
from spreekuur.rules.labels import AgreementStatus, GoalStatus
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.views.card import PupilCard, pupil_card
from tests.actions.conftest import SAM, TODAY

GOAL = GoalDetails("8 van de 10 ochtenden", 3, 8, date(2026, 12, 8), GoalStatus.REACHED)


def card(casebook: Casebook) -> PupilCard:
    with casebook.read() as connection:
        found = pupil_card(connection, SAM, TODAY)
    assert found
    return found


def test_the_value_of_today_is_the_last_one_said_today(casebook: Casebook) -> None:
    measure(casebook, 1, 6, TODAY)
    measure(casebook, 1, 7, TODAY)
    assert card(casebook).goals[0].values == ((TODAY, 7.0),)


def test_values_of_other_days_stay(casebook: Casebook) -> None:
    measure(casebook, 1, 5, date(2026, 11, 17))
    measure(casebook, 1, 7, TODAY)
    assert [value for _, value in card(casebook).goals[0].values] == [5.0, 7.0]


def test_a_goal_that_is_reached_runs_no_more(casebook: Casebook) -> None:
    edit_goal(casebook, 1, GOAL, version=1)
    assert card(casebook).running_goal is None


def test_a_judgement_taken_back_has_no_day(casebook: Casebook) -> None:
    judge(casebook, 1, AgreementStatus.NOT_DONE, TODAY)
    assert card(casebook).agreements[0].judged_on == TODAY
    judge(casebook, 1, AgreementStatus.OPEN, TODAY)
    assert card(casebook).agreements[0].judged_on is None


def test_who_saw_an_older_goal_is_told(casebook: Casebook) -> None:
    edit_goal(casebook, 1, GOAL, version=1)
    with pytest.raises(ChangedElsewhere):
        edit_goal(casebook, 1, GOAL, version=1)
