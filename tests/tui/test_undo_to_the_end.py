"""Undone on any screen until nothing is left: the program stands, and every screen says so."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from spreekuur.actions.goals import AgreementDetails, GoalDetails, agree, set_goal
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.labels import Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.dossier_rows import AGREEMENT, GOAL, NOTE, PERSON, At
from spreekuur.tui.registry import EVERYWHERE
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.today import Today
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text

KEES, HOURS = 11, 3
"""The jongere and the spreekuur that `more` adds: the first to go."""

NOTHING_LEFT = "Er is niets meer om ongedaan te maken."
AT_ONCE = 6
"""Changes that are taken back between two keys."""

Way = Callable[[StillApp, Pilot[None]], Awaitable[None]]


def more(casebook: Casebook) -> None:
    kees = add_pupil(casebook, PupilDetails(PersonName("Kees", "", "Bakker"), school_id=1))
    plan_office_hours(casebook, Hours(1, DAY, time(9), time(10)))
    give_place(casebook, HOURS, kees)
    set_goal(casebook, kees, GoalDetails("op tijd komen", 3, 8))
    agree(casebook, kees, AgreementDetails("Kees", Side.PUPIL, "zet de wekker", DAY))
    save_note(casebook, "Kees vertelt.\n>>", About(kees), today=DAY, now=time(8))


def place(key: str) -> Way:
    return lambda app, pilot: typed(pilot, key)


def in_dossier(at: At) -> Way:
    async def way(app: StillApp, pilot: Pilot[None]) -> None:
        await app.open_dossier(KEES)
        assert isinstance(app.screen, Dossier)
        await app.screen.edit(at)

    return way


async def table(app: StillApp, pilot: Pilot[None]) -> None:
    await app.open_office_hours(HOURS)
    await typed(pilot, *"Kees zegt")


async def afternoon(app: StillApp, pilot: Pilot[None]) -> None:
    await app.open_office_hours(HOURS)
    await typed(pilot, "escape")


async def school_list(app: StillApp, pilot: Pilot[None]) -> None:
    await app.paste_list(HOURS)
    await typed(pilot, *"Bakker, Kees")


async def note(app: StillApp, pilot: Pilot[None]) -> None:
    await app.push_screen(QuickNote(KEES))
    await typed(pilot, *"belt")


async def plan(app: StillApp, pilot: Pilot[None]) -> None:
    await app.push_screen(PlanSheet())


LISTS: dict[str, Way] = {
    **{one.id: place(one.keys[0]) for one in EVERYWHERE if one.keys[0].isdigit()},
    "dossier": lambda app, _: app.open_dossier(KEES),
    "afternoon": afternoon,
}
WITH_FIELDS: dict[str, Way] = {
    "table": table,
    "school list": school_list,
    "quick note": note,
    "who": lambda app, pilot: typed(pilot, "n", "k"),
    "search": lambda app, pilot: typed(pilot, "/", *"kees"),
    "import": lambda app, _: app.do_bring_in(),
    "plan": plan,
    "pupil": lambda app, _: app.edit_pupil(KEES),
    "goal": in_dossier(At(GOAL, 1)),
    "agreement": in_dossier(At(AGREEMENT, 0)),
    "person": in_dossier(At(PERSON, 0)),
    "note": in_dossier(At(NOTE, 2)),
    "filter": lambda app, pilot: typed(pilot, "2", "f", "k"),
    "help": lambda app, pilot: typed(pilot, "?"),
}


async def assert_it_stands(app: StillApp, pilot: Pilot[None]) -> None:
    """Something is said on the screen, and the way back to an empty Vandaag is open."""
    assert app.is_running
    assert len(screen_text(app).split()) > 5
    await typed(pilot, *["escape"] * 4, "1")
    await app.workers.wait_for_complete()
    await pilot.pause()
    assert isinstance(app.screen, Today)
    assert "Nog geen scholen." in screen_text(app)


@pytest.mark.parametrize("screen", LISTS)
async def test_u_on_a_list_until_nothing_is_left(screen: str, tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=more) as (app, pilot):
        await LISTS[screen](app, pilot)
        await typed(pilot)
        for _ in range(30):
            await typed(pilot, *["u"] * AT_ONCE)
            assert app.is_running
            if NOTHING_LEFT in screen_text(app):
                break
        assert NOTHING_LEFT in screen_text(app)
        await assert_it_stands(app, pilot)


@pytest.mark.parametrize("screen", [*LISTS, *WITH_FIELDS])
async def test_undone_in_another_window_until_nothing_is_left(screen: str, tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=more) as (app, pilot):
        await {**LISTS, **WITH_FIELDS}[screen](app, pilot)
        await typed(pilot)
        with closing(app.casebook.beside()) as other:
            while all(other.undo() for _ in range(AT_ONCE)):
                await typed(pilot, "down")
                assert app.is_running
        await typed(pilot, "down")
        await assert_it_stands(app, pilot)
