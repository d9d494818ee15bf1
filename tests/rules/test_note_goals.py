"""A doel is the only thing that is measured, and its numbers and date go to school."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import (
    GoalInView,
    GoalLine,
    GoalValueLine,
    LineState,
    NoteContext,
)


def goal(typed: str, context: NoteContext) -> GoalLine:
    value = parse_line(typed, context).value
    assert isinstance(value, GoalLine)
    return value


def test_a_goal_holds_its_words_numbers_and_date(sam: NoteContext) -> None:
    assert goal("* 3 naar 8 van de 10 ochtenden, 3 dec", sam) == GoalLine(
        text="3 naar 8 van de 10 ochtenden",
        start=3,
        target=8,
        by=date(2026, 12, 3),
        shared=True,
    )


@pytest.mark.parametrize(
    ("words", "start", "target"),
    [
        ("van 7 naar 2 keer te laat", 7, 2),
        ("te laat van 7 naar hooguit 2 keer", 7, 2),
        ("3,5 naar 6.25 uur per dag", 3.5, 6.25),
        ("60% naar 80% aanwezig", 60, 80),
        ("0 -> 4 lesuren", 0, 4),
        ("NAAR school: 1 NAAR 2 dagen", 1, 2),
    ],
)
def test_numbers_are_read_as_people_write_them(
    sam: NoteContext, words: str, start: float, target: float
) -> None:
    value = goal(f"* {words}, 3 dec", sam)
    assert (value.start, value.target) == (start, target)


@pytest.mark.parametrize(
    ("typed", "reading", "shared"),
    [
        ("* 3 naar 8 ochtenden, 3 dec", "doel 3 naar 8, do 3 dec", True),
        ("*- 3 naar 8 ochtenden, 3 dec", "doel 3 naar 8, do 3 dec", False),
        ("* 3 naar 8 ochtenden", "doel 3 naar 8, zonder datum", False),
        ("* elke dag naar school, 3 dec", "doel, do 3 dec", False),
        ("*+ elke dag naar school, 3 dec", "doel, do 3 dec", True),
        ("* 0 naar 2 keer naar de psycholoog, 3 dec", "doel 0 naar 2, do 3 dec", False),
        ("*+ 0 naar 2 keer naar de psycholoog, 3 dec", "doel 0 naar 2, do 3 dec", True),
    ],
)
def test_a_goal_is_shared_by_itself_only_with_numbers_and_a_date(
    sam: NoteContext, typed: str, reading: str, shared: bool
) -> None:
    line = parse_line(typed, sam)
    assert (line.state, line.reading, line.shared) == (LineState.GOOD, reading, shared)
    assert goal(typed, sam).shared is shared


@pytest.mark.parametrize(
    ("typed", "question"),
    [
        ("* moeder werkt in de nacht", "doel zonder getal of datum"),
        ("*+ moeder werkt in de nacht", "doel zonder getal of datum"),
        ("* , 3 dec", "doel zonder getal of datum"),
        ("* 3 naar 8 ochtenden, 3 nov", "3 nov is voorbij: do 3 dec?"),
        ("* 3 naar 8 ochtenden, vrijdg", "vrijdg: bedoel je vr 27 nov?"),
        ("* 3 naar 8 ochtenden, 1 juli", "do 1 jul 2027, over 7 maanden"),
    ],
)
def test_a_doubtful_goal_is_no_goal(sam: NoteContext, typed: str, question: str) -> None:
    line = parse_line(typed, sam)
    assert (line.gutter, line.reading, line.value) == ("?", question, None)


def test_a_goal_may_end_in_a_holiday(sam: NoteContext) -> None:
    assert goal("* 3 naar 8 ochtenden, 25 dec", sam).by == date(2026, 12, 25)


def test_the_value_of_now_belongs_to_the_running_goal(sam: NoteContext) -> None:
    line = parse_line("* nu 4,5", sam)
    assert line.value == GoalValueLine(4.5)
    assert line.reading == "doel nu 4,5 (van 3 naar 8)"
    assert not line.shared
    loose = replace(sam, running_goal=GoalInView(None, None, date(2026, 12, 3)))
    assert parse_line("* nu 4", loose).reading == "doel nu 4"


def test_a_value_without_a_running_goal_or_with_more_words_is_doubtful(sam: NoteContext) -> None:
    none = parse_line("* nu 4", replace(sam, running_goal=None))
    assert (none.gutter, none.reading, none.value) == ("?", "nog geen doel dat loopt", None)
    more = parse_line("* nu 4 van de 10 ochtenden", sam)
    assert (more.gutter, more.reading, more.value) == ("?", "alleen het getal: * nu 4", None)
