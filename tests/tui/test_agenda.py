"""Agenda: what each week holds, where its keys lead, and that it goes along at midnight."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.store.location import find
from spreekuur.tui import noticing as program
from spreekuur.tui.screens.agenda import AgendaDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.school_list import SchoolList
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text, status, under_cursor

Golden = Callable[[App[Any], str], None]

AFTER_MIDNIGHT = datetime(2026, 11, 25, 0, 0, 5, tzinfo=LOCAL)
RESTED = 0.15
"""Seconds after which what is under the cursor stands beside it."""
STEPS = (
    (9, "> 19 nov bellen"),
    (8, "> 24 nov 9:00 wijkteam bellen"),
    (6, "> 4 dec school bellen over het rooster"),
    (10, "! ik: bel wijkteam, 26 nov"),
    (None, "> 27 nov terugbellen"),
)


def busy(casebook: Casebook) -> None:
    """Steps before and after today, and a spreekuur earlier this month and later this week."""
    for pupil_id, line in STEPS:
        text = f"Gebeld, er was iets met de bus.\n{line}"
        save_note(casebook, text, About(pupil_id), today=date(2026, 11, 12), now=time(9))
    for school_id, on in ((1, date(2026, 11, 10)), (2, date(2026, 11, 27))):
        plan_office_hours(casebook, Hours(school_id, on, time(9), time(11), room="kamer 2"))


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_the_agenda_at_a_glance(
    tmp_path: Path, golden: Golden, width: int, height: int
) -> None:
    async with desk(tmp_path, (width, height), prepare=busy) as (app, pilot):
        await typed(pilot, "3", "j")
        await pilot.pause(RESTED)
        golden(app, f"agenda_{width}")


async def test_beside_a_step_stands_what_it_is_about(tmp_path: Path, golden: Golden) -> None:
    async with desk(tmp_path, (100, 24), prepare=busy) as (app, pilot):
        await typed(pilot, "3")
        await pilot.pause(RESTED)
        golden(app, "agenda_step")
        await typed(pilot, *"jjjj")
        await pilot.pause(RESTED)
        assert "er was iets met de bus" in screen_text(app)


async def test_it_opens_at_today_with_earlier_weeks_above_it(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3")
        assert under_cursor(app) == "● vandaag 9:00 Amal Haddad wijkteam bellen"
        assert "week 47" not in screen_text(app)
        await typed(pilot, "k")
        assert under_cursor(app) == "do 19 nov Boris Georgiev bellen over datum"
        await typed(pilot, "g")
        assert under_cursor(app).startswith("di 10 nov 9:00 Veenwijzer kamer 2")
        await typed(pilot, "t")
        assert under_cursor(app).startswith("● vandaag 9:00")
        assert "week 47" not in screen_text(app)


async def test_a_day_on_which_nothing_is_planned_is_there_to_plan_on(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "j", "j", "enter")
        assert under_cursor(app) == "wo 25 nov middag vrij"
        assert status(app) == "Op deze dag staat niets. p plant een spreekuur."
        await typed(pilot, "p", *"komp", "enter")
        assert isinstance(app.screen, PlanSheet)
        assert "wo 25 nov 2026" in screen_text(app)


async def test_a_spreekuur_is_planned_in_a_burst_and_its_list_is_next(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "j", "j", "p", *"komp", "enter", "enter", *"9-11", "f2")
        assert under_cursor(app) == "wo 25 nov 9:00 Kompas 0 van 6 plekken"
        assert status(app).startswith("Gepland. l plakt de lijst van school")
        await typed(pilot, "l")
        assert isinstance(app.screen, SchoolList)
        assert "Kompas" in screen_text(app)


async def test_the_day_it_was_opened_on_goes_along_in_the_concept(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "j", "j", "p", "escape")
        assert app.casebook.drafts.find("formulier:plan") is None
        await typed(pilot, "p", *"komp", "escape", "1", "p")
        assert "wo 25 nov 2026" in screen_text(app)


async def test_enter_opens_the_spreekuur_or_the_dossier(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "enter")
        assert isinstance(app.screen, Dossier)
        assert app.screen.subject == 8
        await typed(pilot, "escape", "j", "enter")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert "Veenwijzer" in screen_text(app)


async def test_a_step_is_done_with_one_key(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "d")
        assert status(app) == "Gedaan. u maakt het ongedaan."
        assert under_cursor(app).startswith("● vandaag 13:00 Veenwijzer")
        await typed(pilot, "u")
        assert "Amal Haddad" in screen_text(app)


async def test_the_list_of_school_asks_for_a_spreekuur(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "l")
        assert isinstance(app.screen, AgendaDesk)
        assert status(app) == "Zet de cursor op een spreekuur; p plant er een."


async def test_an_empty_agenda_names_the_key_that_fills_it(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await typed(pilot, "3")
        assert "Nog geen spreekuur gepland. p plant het eerste." in screen_text(app)
        await typed(pilot, "t", "enter", "p")
        assert status(app) == "Nog geen scholen. i leest op Vandaag de scholenlijst van DUO in."


async def test_a_holiday_leaves_its_days_out(tmp_path: Path) -> None:
    def with_one_in_it(casebook: Casebook) -> None:
        plan_office_hours(casebook, Hours(1, date(2026, 12, 22), time(9), time(11)))

    async with desk(tmp_path, (80, 40), prepare=with_one_in_it) as (app, pilot):
        await typed(pilot, "3")
        text = screen_text(app)
        assert "kerstvakantie za 19 dec t/m zo 3 jan" in text
        assert "di 22 dec" in text
        assert "wo 23 dec" not in text
        assert "week 53 · ma 28 dec t/m vr 1 jan 2027  kerstvakantie" in text


async def test_a_shielded_agenda_shows_no_name_and_no_words(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await typed(pilot, "3", "f9")
        await pilot.pause(RESTED)
        text = screen_text(app)
        assert "A.H." in text
        for word in ("Amal", "Boris", "Zuzanna", "wijkteam", "rooster", "bus"):
            assert word not in text
        await typed(pilot, "j")
        await pilot.pause(RESTED)
        assert "S.G." in screen_text(app)
        assert "Sam" not in screen_text(app)


async def test_widening_the_window_keeps_the_cursor_on_its_row(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", "j")
        await pilot.resize_terminal(120, 40)
        await pilot.pause(RESTED)
        assert under_cursor(app) == "13:00 Veenwijzer 4 van 10 plekken"
        assert "13:20 · Noor van den Berg" in screen_text(app)
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        assert under_cursor(app) == "13:00 Veenwijzer 4 van 10 plekken"


@pytest.mark.parametrize("place", ["1", "3"])
async def test_at_midnight_every_open_screen_goes_along_by_itself(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "CALENDAR_SECONDS", 0.05)
    async with desk(tmp_path, (80, 40), prepare=busy) as (app, pilot):
        await typed(pilot, place)
        app.moment = AFTER_MIDNIGHT
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = screen_text(app)
        assert "0:00" in text.splitlines()[0]
        if place == "3":
            assert under_cursor(app) == "● vandaag niets gepland"
            assert "di 24 nov" in text.partition("● vandaag")[0]
        else:
            assert "Vandaag geen spreekuur." in text


async def test_who_looks_elsewhere_at_midnight_stays_there(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "3", *"jjjj")
        assert under_cursor(app) == "vr 27 nov nog indelen terugbellen"
        app.moment = AFTER_MIDNIGHT
        await typed(pilot, "f9")
        assert "● vandaag niets gepland" in " ".join(screen_text(app).split())
        assert under_cursor(app).startswith("vr 27 nov nog indelen")


def test_a_day_that_was_asked_for_stays_when_the_clock_goes_on(tmp_path: Path) -> None:
    app = StillApp(find(tmp_path / "spreekuur.db"), DAY, Future())
    app.moment = AFTER_MIDNIGHT
    assert app.today == DAY
