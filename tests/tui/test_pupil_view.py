"""Who sits beside her sees what was agreed with them, and no one else's name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, set_goal
from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.help import Help
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.pupil_view import PupilView
from tests.tui.builder import desk, typed
from tests.tui.screen_checks import assert_calm, assert_literal, names_on
from tests.tui.screen_text import screen_text

LATER = date(2026, 12, 8)


def told(casebook: Casebook) -> None:
    for who, side, what, shared in (
        ("Ot Prins", Side.SCHOOL, "belt Rima over Noor van den Berg", True),
        ("Ilse de Groot", Side.PARENTS, "brengt je samen met Daan", True),
        ("Hennie", Side.SCHOOL, "praat met Lia van der Wal", True),
        ("ik", Side.ME, "belt over epilepsie", False),
        ("moeder", Side.PARENTS, "zoekt rijles", False),
        ("Sam", Side.PUPIL, "[b]x[/b] $(x) \\ [/] kom", False),
    ):
        agree(casebook, 1, AgreementDetails(who, side, what, LATER, shared=shared))
    goal = GoalDetails("3 naar 8 keer met Fenna op tijd", 3, 8, LATER, shared=True)
    set_goal(casebook, 1, goal)


async def test_nobody_elses_name_is_anywhere(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 60), prepare=told) as (app, pilot):
        await typed(pilot, "2", "j", "j", "enter", "f7")
        assert isinstance(app.screen, PupilView)
        assert names_on(app) <= {"Sam", "wekkers"}
        shown = screen_text(app)
        assert "Je mentor belt R. over N. van den B." in shown
        assert "Je moeder brengt je samen met D." in shown
        assert "[b]x[/b] $(x) \\ [/] kom" in shown
        assert "epilepsie" not in shown
        assert "rijles" not in shown
        assert "Van 3 naar 8 keer met F. op tijd." in shown
        assert_literal(app)
        assert_calm(app)
        assert shown.splitlines()[-1].split() == [
            *("Esc", "terug", "F8", "vergrendel", "F9", "afschermen", "?", "hulp")
        ]
        for key in (*"12345nu", "slash", "comma", "ctrl+p", "f5"):
            await typed(pilot, key)
            assert isinstance(app.screen, PupilView), key
            assert "Esc gaat eerst terug." in screen_text(app)
        await typed(pilot, "f1")
        assert isinstance(app.screen, Help)
        assert not names_on(app)
        await typed(pilot, "f1", "f9")
        assert not names_on(app)


@pytest.mark.parametrize("escaped", [False, True])
async def test_from_the_note_and_from_the_list_and_back_to_just_there(
    tmp_path: Path, escaped: bool
) -> None:
    async with desk(tmp_path) as (app, pilot):
        before = ("escape", "j") if escaped else ()
        await typed(pilot, "enter", *before)
        stood, hands = screen_text(app), app.focused
        await typed(pilot, "f7")
        assert isinstance(app.screen, PupilView)
        assert ("Noor," if escaped else "Sam,") in screen_text(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert app.focused is hands
        assert screen_text(app).splitlines()[:20] == stood.splitlines()[:20]


async def test_what_is_being_typed_counts(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        lines = ("! Sam: belt zelf, 8 dec", "! ik: bel wijkteam, morgen", "* nu 6", ">>")
        for line in lines:
            await typed(pilot, *(("enter",) if line is lines[0] else ()), *line, "enter")
        await typed(pilot, "f7")
        shown = screen_text(app)
        assert "Jij belt zelf." in shown
        assert "wijkteam" not in shown
        await typed(pilot, "j", *"jjjjjjjj")
        shown = screen_text(app)
        assert "Nu 6." in shown
        assert "We spreken elkaar weer op dinsdag 8 december om 13.00 uur." in shown
        await typed(pilot, "escape")
        assert "! Sam: belt zelf, 8 dec" in screen_text(app)


async def test_it_comes_back_after_the_lock_only_as_a_number(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "2", "j", "j", "enter", "f7")
        again = app.screen.again  # type: ignore[attr-defined]
        assert again.args == (1,)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)


async def test_a_free_place_has_nobody_to_look_along(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "escape", "G", "f7")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert "Zet de cursor op een jongere." in screen_text(app)
