"""The block about who sits at the table: how it went so far; the note keeps its rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from spreekuur.actions.goals import (
    AgreementDetails,
    GoalDetails,
    agree,
    edit_goal,
    judge,
    measure,
    set_goal,
)
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.rules.helping_questions import MISSED, NEW_GOAL, ON_THE_WAY, STANDING_STILL
from spreekuur.rules.labels import AgreementStatus, Attendance, GoalStatus, Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui import person
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.timeline import timeline
from tests.tui.builder import DAY, make_casebook, typed
from tests.tui.live_hour import live
from tests.tui.screen_text import screen_text

SAM, NOOR = 1, 2
WENT = (
    AgreementStatus.DONE,
    AgreementStatus.DONE,
    AgreementStatus.NOT_DONE,
    AgreementStatus.PARTLY,
)


@pytest.fixture
def casebook(tmp_path: Path) -> Casebook:
    return make_casebook(tmp_path)


def card(casebook: Casebook, pupil_id: int = SAM) -> PupilCard:
    with casebook.read() as connection:
        found = pupil_card(connection, pupil_id, DAY)
    assert found
    return found


def judged(casebook: Casebook, many: int) -> None:
    for number in range(many):
        made = agree(casebook, SAM, AgreementDetails("Sam", Side.PUPIL, "wekker"))
        judge(casebook, made, WENT[number % 4], DAY - timedelta(days=30 - number))


def talked(casebook: Casebook, days: int, said: str = "") -> None:
    """On so many days in a row before this afternoon, with this below the first line."""
    for ago in range(days, 0, -1):
        text = f"@ {DAY - timedelta(days=ago):%d-%m} op school\nKort.\n{said}"
        save_note(casebook, text, About(SAM), today=DAY)


def scale(casebook: Casebook, width: int = 78) -> str:
    return person.scale_line(card(casebook), width, shielded=False).plain


def test_the_run_of_agreements_stands_beside_the_scale(casebook: Casebook) -> None:
    assert "afspraken" not in scale(casebook)
    judged(casebook, 4)
    assert scale(casebook).startswith("Schaal   4   tevreden met 7  ")
    assert scale(casebook).endswith("  afspraken ✓ ✓ ✗ ±")
    judged(casebook, 9)
    assert scale(casebook).endswith("afspraken ✗ ± ± ✓ ✓ ✗ ± ✓")


@pytest.mark.parametrize("width", range(12, 79, 3))
def test_the_run_gives_way_to_the_scale(casebook: Casebook, width: int) -> None:
    judged(casebook, 13)
    shown = scale(casebook, width)
    assert len(shown) <= width
    assert shown.startswith("Schaal   4"[: width - 1])
    assert "afspraken" not in shown or shown[-1] in "✓✗±"


def test_the_scale_shows_the_last_five_answers(casebook: Casebook) -> None:
    for value in (5, 5, 6, 8, 7):
        save_note(casebook, f"= {value}", About(SAM), today=DAY)
    assert scale(casebook).startswith("Schaal   5 › 5 › 6 › 8 › 7   tevreden met 7")


def test_what_is_one_step_higher_stands_at_the_right_and_the_run_beside_it(
    casebook: Casebook,
) -> None:
    judged(casebook, 3)
    save_note(casebook, "= 5 naar 7: maandag op tijd", About(SAM), today=DAY)
    assert scale(casebook).startswith("Schaal   4 › 5   tevreden met 7  ")
    assert scale(casebook).endswith("  afspraken ✓ ✓ ✗    stapje: maandag op tijd")
    for width in range(12, 79, 3):
        shown = scale(casebook, width)
        assert len(shown) <= width
        assert shown.startswith("Schaal   4 › 5"[: width - 4].rstrip())
    assert "maandag" not in person.scale_line(card(casebook), 78, shielded=True).plain
    save_note(casebook, "= 6", About(SAM), today=DAY)
    assert "stapje" not in scale(casebook)


def test_every_doel_that_runs_is_shown_in_numbers_while_there_is_room(casebook: Casebook) -> None:
    measure(casebook, set_goal(casebook, SAM, GoalDetails("dagen", 1, 4, DAY)), 2, DAY)
    set_goal(casebook, SAM, GoalDetails("rust"))
    goals = card(casebook).running_goals
    lines = [one.plain for one in person.goal_lines(goals, DAY, 78, 3, shielded=False)]
    assert [line[:14].rstrip() for line in lines] == [
        "Doel     rust",
        "         dagen",
        "         3 naa",
    ]
    assert "●○○  nu 2" in lines[1]
    (first,) = person.goal_lines(goals, DAY, 78, 1, shielded=False)
    assert first.plain.startswith("Doel +2  rust")


def test_without_a_doel_it_asks_what_works_and_how_often() -> None:
    (line,) = person.goal_lines((), DAY, 78, 1, shielded=False)
    asked = "Nog geen doel. Wat ging er wél? Hoe vaak kun je wél op school zijn?"
    assert line.plain.rstrip() == f"Doel     {asked}"


def test_it_counts_the_talk_where_there_is_room(casebook: Casebook) -> None:
    def heading(width: int) -> str:
        return person.heading(card(casebook), DAY, width, shielded=False).plain

    assert "gesprek" not in heading(78)
    talked(casebook, 2)
    assert heading(78).endswith("  3e gesprek")
    assert heading(64) == "Sam de Groot  4H2 · 15 jaar · leerplichtig t/m 31 juli 2027".ljust(64)
    alone = replace(card(casebook), without_parents=True)
    assert person.heading(alone, DAY, 78, shielded=False).plain.endswith("liever zonder ouders")
    assert person.heading(alone, DAY, 120, shielded=False).plain.endswith(
        "3e gesprek · liever zonder ouders"
    )


def test_a_call_or_an_oudergesprek_is_no_talk_with_the_jongere(casebook: Casebook) -> None:
    for text in (
        "@ moeder",
        "@ oudergesprek, moeder",
        "@ mentor, op school",
        "@ thuis, niet thuis",
    ):
        save_note(casebook, text, About(SAM), today=DAY)
    assert card(casebook).talked_on == ()
    mark_attendance(casebook, 1, Attendance.LATE)
    assert card(casebook).talked_on == (DAY,)
    save_note(casebook, "Kort.", About(SAM, appointment_id=1), today=DAY)
    assert card(casebook).talked_on == (DAY,)


def test_the_questions_follow_the_moment(casebook: Casebook) -> None:
    def asked(pupil_id: int = SAM) -> tuple[str, ...]:
        with casebook.read() as connection:
            entries = timeline(connection, pupil_id, DAY)
        return person.asked_now(card(casebook, pupil_id), entries, DAY)

    assert asked(NOOR) == NEW_GOAL
    assert asked() == ON_THE_WAY
    talked(casebook, 2, "= 4\n* nu 3")
    assert asked() == STANDING_STILL
    save_note(casebook, "* nu 5", About(SAM), today=DAY)
    assert asked() == ON_THE_WAY
    hours = plan_office_hours(casebook, Hours(1, date(2026, 11, 17), time(13), time(14)))
    mark_attendance(casebook, give_place(casebook, hours, SAM), Attendance.NO_SHOW)
    assert asked() == MISSED
    edit_goal(casebook, 1, GoalDetails("klaar", status=GoalStatus.REACHED), version=1)
    mark_attendance(casebook, 5, Attendance.PRESENT)
    assert asked() == NEW_GOAL


async def test_the_note_keeps_seven_rows_whatever_is_known(tmp_path: Path) -> None:
    def much(casebook: Casebook) -> None:
        judged(casebook, 9)
        talked(casebook, 3, "= 5")
        for number in range(5):
            due = DAY + timedelta(days=number)
            agree(casebook, SAM, AgreementDetails("Sam", Side.PUPIL, "wekker " * 20, due))
            set_goal(casebook, SAM, GoalDetails("op tijd " * 20, 1, 9, due))

    async with live(tmp_path, prepare=much) as (app, pilot):
        await typed(pilot)
        rows = screen_text(app).splitlines()
        (title,) = (at for at, row in enumerate(rows) if row.startswith(" ─ Notitie"))
        assert title == 14
        assert rows[11].startswith(" Doel +5  op tijd")
        assert rows[12].startswith(" Schaal   4 › 5 › 5 › 5   tevreden met 7")
        assert rows[12].endswith("afspraken ✓ ✗ ± ✓ ✓ ✗ ± ✓")
