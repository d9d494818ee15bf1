"""What the status line says is true now: a message goes with the next thing done."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from spreekuur.tui.screens.case_form import CaseForm
from spreekuur.tui.screens.goal_form import GoalForm
from spreekuur.tui.screens.hours_form import HoursForm
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.pupil_form import PupilForm
from spreekuur.tui.screens.school_form import SchoolForm
from spreekuur.tui.screens.settings_form import SettingsForm
from spreekuur.tui.screens.talk import AGAIN, ASK
from spreekuur.tui.widgets.bars import StatusLine
from tests.dump import dump
from tests.tui.builder import StillApp, desk, typed


def status(app: StillApp) -> str:
    return app.screen.query_one(StatusLine).text(120).plain.strip()


async def test_a_message_goes_with_the_next_command(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        app.tell("Gepland. u maakt het ongedaan.")
        await typed(pilot, "p")
        assert isinstance(app.screen, PlanSheet)
        await typed(pilot, "escape")
        assert status(app) == ""


async def test_a_refusal_is_not_repeated_after_another_screen(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.open_office_hours(1)
        await typed(pilot, "escape", "G", "t")
        assert status(app).startswith("Zet de cursor op een jongere")
        await typed(pilot, "l", "escape")
        assert "Zet de cursor" not in status(app)
        await typed(pilot, "g", "enter")
        assert status(app).startswith("nog niets genoteerd")


async def test_the_second_f4_is_asked_for_only_in_the_note(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.open_office_hours(1)
        await typed(pilot, *"Kort.", "f4")
        assert AGAIN in status(app)
        await typed(pilot, "escape")
        assert AGAIN not in status(app)
        await typed(pilot, "enter", "f4")
        assert AGAIN in status(app)


async def test_a_question_stays_until_it_is_answered(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.open_office_hours(1)
        await typed(pilot, *"Kort.", "f3", "f1", "escape")
        assert ASK in status(app)


async def test_a_sentence_takes_the_room_of_a_count_of_nothing(tmp_path: Path) -> None:
    """`niets naar school` gives way to it; what does go to school is always told."""
    long = "Er staat al een notitie. Nog een keer F4: toch niet verschenen."
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"haddad", "enter", "x")
        for shared, rows in ((False, 1), (True, 2)):
            app.tell(long)
            await pilot.pause()
            status = app.screen.query_one(StatusLine)
            assert status.size.height == rows
            assert ("naar school" in status.text(78).plain) is shared
            assert " ".join(status.text(78).plain.split()).startswith(long[:40])
            await typed(pilot, "enter", *"+ Komt weer.")


async def test_nothing_that_wrote_nothing_offers_undo(tmp_path: Path) -> None:
    one_each = (HoursForm, SchoolForm, PupilForm, CaseForm)
    forms = (*(partial(form, 1) for form in one_each), SettingsForm, partial(GoalForm, 1, 1))
    async with desk(tmp_path) as (app, pilot):
        before = dump(app.casebook)
        for form in forms:
            await app.push_screen(form())
            await typed(pilot, "f2")
            assert status(app) == "Bewaard. Er is niets veranderd.", form
        assert dump(app.casebook) == before
        await app.open_office_hours(1)
        await typed(pilot, "escape", "g", "j", "a")
        assert status(app) == "Aanwezig. u maakt het ongedaan."
        await typed(pilot, "a")
        assert status(app) == "Aanwezig. Er is niets veranderd."
