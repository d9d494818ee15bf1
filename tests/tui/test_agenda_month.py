"""The agenda by month: what each day holds, where the cursor goes, and that the choice stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.agenda import AgendaDesk
from spreekuur.tui.screens.engagement_form import EngagementForm
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.widgets.month import Month
from tests.tui.builder import DAY, desk, typed
from tests.tui.screen_text import screen_text, status, under_cursor
from tests.tui.test_agenda import busy

Golden = Callable[[App[Any], str], None]


def full(casebook: Casebook) -> None:
    """Own time, closed days, a spreekuur that was cancelled and one that can't go on."""
    from spreekuur.model import ClosedDay, Engagement, OfficeHours

    busy(casebook)
    with casebook.change("Agenda gevuld") as session:
        for one in (
            Engagement(
                what="overleg met wijkteam",
                first=date(2026, 11, 25),
                last=date(2026, 11, 25),
                starts=time(9),
                ends=time(10, 30),
            ),
            Engagement(what="cursus", first=date(2026, 11, 30), last=date(2026, 12, 1), away=True),
            Engagement(what="tandarts", first=DAY, last=DAY, starts=time(16), ends=time(17)),
            ClosedDay(
                school_id=1, name="toetsweek", first=date(2026, 12, 7), last=date(2026, 12, 11)
            ),
        ):
            session.add(one)
        dropped = OfficeHours(school_id=2, day=date(2026, 11, 26), starts=time(9), ends=time(11))
        dropped.status, dropped.status_reason = "vervallen", "ib'er is ziek"
        session.add(dropped)


def day_under_cursor(app: App[Any]) -> date:
    return app.screen.query_one(Month).cursor


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_a_month_at_a_glance(tmp_path: Path, golden: Golden, width: int, height: int) -> None:
    async with desk(tmp_path, (width, height), prepare=full) as (app, pilot):
        await typed(pilot, "3", "w")
        golden(app, f"agenda_month_full_{width}")
        await typed(pilot, "pagedown")
        golden(app, f"agenda_month_next_{width}")


@pytest.mark.parametrize(("width", "height"), [(80, 24), (120, 40)])
async def test_the_same_in_weeks(tmp_path: Path, golden: Golden, width: int, height: int) -> None:
    async with desk(tmp_path, (width, height), prepare=full) as (app, pilot):
        await typed(pilot, "3")
        golden(app, f"agenda_full_{width}")


async def test_the_cursor_goes_by_day_week_and_month(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w")
        for keys, on in (
            ("l", date(2026, 11, 25)),
            ("j", date(2026, 12, 2)),
            ("hk", date(2026, 11, 24)),
            (("right", "down", "left", "up"), DAY),
            ("g", date(2026, 11, 1)),
            ("G", date(2026, 11, 30)),
            (("pageup",), date(2026, 10, 30)),
            (("pagedown", "pagedown", "pagedown", "pagedown"), date(2027, 2, 28)),
            ("t", DAY),
        ):
            await typed(pilot, *keys)
            assert day_under_cursor(app) == on, keys
            assert str(on.day) in under_cursor(app)


async def test_enter_goes_to_that_day_in_the_weeks_and_w_back_to_it(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w", "j", "enter")
        assert under_cursor(app) == "di 1 dec afwezig cursus"
        await typed(pilot, "j", "w")
        assert day_under_cursor(app) == date(2026, 12, 2)
        await typed(pilot, "pagedown", "pagedown", "pagedown", "w")
        assert under_cursor(app).startswith("week 7 · ma 15 t/m vr 19 feb 2027")


async def test_the_choice_stays_while_the_program_runs(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w", "1", "3")
        assert "november 2026" in screen_text(app)
        assert day_under_cursor(app) == DAY
        await typed(pilot, "l", "w", "1", "3")
        assert "week 48" in screen_text(app)


async def test_p_and_plus_are_about_the_day_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w", "j", "l", "p", *"komp", "enter")
        assert isinstance(app.screen, PlanSheet)
        assert "wo 2 dec 2026" in screen_text(app)
        await typed(pilot, "escape", "plus")
        assert isinstance(app.screen, EngagementForm)
        assert "wo 2 dec 2026" in screen_text(app)
        await typed(pilot, *"wijkteam", "f2")
        assert day_under_cursor(app) == date(2026, 12, 2)
        assert "wijkteam" in screen_text(app)


async def test_a_day_that_holds_more_asks_which(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w", "e")
        assert status(app) == "Op deze dag staat meer dan één. ⏎ gaat naar de dag; kies daar."
        await typed(pilot, "l", "e")
        assert isinstance(app.screen, EngagementForm)
        await typed(pilot, "escape", "h", "h", "e")
        assert status(app).startswith("Zet de cursor op een spreekuur of eigen afspraak.")


async def test_a_shielded_month_tells_nothing_of_her_own_time(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=full) as (app, pilot):
        await typed(pilot, "3", "f9")
        weeks = screen_text(app)
        await typed(pilot, "w")
        for text in (weeks, screen_text(app)):
            assert "Veenwijzer" in text
            for word in ("tandarts", "cursus", "wijkteam", "ib'er"):
                assert word not in text


async def test_a_click_moves_the_cursor_and_one_more_opens_the_day(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w")
        await pilot.click(Month, offset=(32, 15))
        assert day_under_cursor(app) == date(2026, 11, 25)
        await pilot.click(Month, offset=(1, 15))
        assert day_under_cursor(app) == date(2026, 11, 25)
        await pilot.click(Month, offset=(32, 15))
        await pilot.pause()
        assert under_cursor(app).startswith("wo 25 nov 9:00 eigen afspraak")


async def test_at_midnight_the_month_goes_along(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "3", "w")
        app.moment = datetime(2026, 12, 1, 0, 0, 5, tzinfo=LOCAL)
        await typed(pilot, "f9")
        assert day_under_cursor(app) == date(2026, 12, 1)
        assert "december 2026" in screen_text(app)


async def test_a_month_without_anything_is_a_month_too(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await typed(pilot, "3", "w")
        assert "november 2026" in screen_text(app)
        await typed(pilot, "pagedown", "w")
        assert "Nog geen spreekuur gepland. p plant het eerste." in screen_text(app)


async def test_a_found_engagement_opens_the_agenda_there_and_escape_goes_back(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "slash", *"tandarts", "enter")
        assert isinstance(app.screen, AgendaDesk)
        assert under_cursor(app) == "16:00 eigen afspraak tandarts tot 17:00"
        await typed(pilot, "escape")
        assert "Zoeken" in screen_text(app)
        assert not isinstance(app.screen, AgendaDesk)
        await typed(pilot, "enter", "w", "w", "3")
        assert isinstance(app.screen, AgendaDesk)
        assert len(app.screen_stack) == 2
