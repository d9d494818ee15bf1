"""From the agenda things are changed, cancelled, taken away and given to other calendars."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.calendar_file import CalendarFile
from spreekuur.tui.screens.cancel_hours import CancelHours
from spreekuur.tui.screens.engagement_form import EngagementForm
from spreekuur.tui.screens.hours_form import HoursForm
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text, status, under_cursor


def planned(casebook: Casebook) -> None:
    """One spreekuur tomorrow and one that was closed yesterday, on which nobody is."""
    plan_office_hours(casebook, Hours(2, date(2026, 11, 25), time(9), time(11)))
    old = plan_office_hours(casebook, Hours(2, date(2026, 11, 23), time(9), time(11)))
    with casebook.change("Afgesloten") as session:
        from spreekuur.model import OfficeHours

        session.get_one(OfficeHours, old).status = "afgerond"


def said(app: App[Any]) -> str:
    """What the screen says, without the breaks of its lines."""
    return " ".join(screen_text(app).split())


async def test_an_engagement_is_made_changed_removed_and_back_again(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "j", "plus", *"tandarts", "f2")
        assert under_cursor(app) == "wo 25 nov eigen afspraak tandarts"
        await typed(pilot, "e")
        assert isinstance(app.screen, EngagementForm)
        await typed(pilot, "backspace", *"ssen", "f2")
        assert under_cursor(app) == "wo 25 nov eigen afspraak tandartssen"
        await typed(pilot, "enter")
        assert isinstance(app.screen, EngagementForm)
        await typed(pilot, "escape", "v")
        assert "tandarts" not in screen_text(app)
        assert status(app) == "Verwijderd. u maakt het ongedaan."
        await typed(pilot, "u")
        assert "tandartssen" in screen_text(app)


async def test_a_spreekuur_is_moved_and_the_cursor_goes_along(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "j", "e")
        assert isinstance(app.screen, HoursForm)
        await typed(pilot, *["backspace"] * 20, *"27 nov", "f2")
        assert under_cursor(app).startswith("vr 27 nov 9:00 Kompas")
        assert status(app) == "Bewaard. u maakt het ongedaan."


async def test_a_spreekuur_is_cancelled_with_a_reason_and_stays_in_sight(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "j", "v")
        assert isinstance(app.screen, CancelHours)
        await typed(pilot, *"studiedag", "f2")
        assert under_cursor(app) == "wo 25 nov 9:00 Kompas studiedag vervallen"
        for key in "ev":
            await typed(pilot, key)
            assert status(app) == "Dit spreekuur is al vervallen."


async def test_what_can_not_be_changed_says_why(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "k", "e")
        assert under_cursor(app).startswith("ma 23 nov 9:00 Kompas")
        assert status(app) == "Dit spreekuur is al afgerond en blijft zoals het was."
        await typed(pilot, "t", "j", "j", "v")
        assert status(app).startswith("Zet de cursor op een spreekuur of eigen afspraak.")


async def test_the_spreekuren_are_written_and_written_again(tmp_path: Path, home: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        file = home / "spreekuren.ics"
        await typed(pilot, "3", "o")
        assert isinstance(app.screen, CalendarFile)
        assert "nieuw bestand" in screen_text(app)
        await typed(pilot, "f2")
        assert status(app) == "4 spreekuren in ~/spreekuren.ics."
        assert "J-0001" in file.read_text(encoding="utf-8")
        await typed(pilot, "o")
        assert "wordt bijgewerkt" in screen_text(app)
        await typed(pilot, "down", "space")
        assert "In dit bestand staan namen" in said(app)
        await typed(pilot, "f2")
        assert "Sam de Groot" in file.read_text(encoding="utf-8")
        assert app.casebook.drafts.all() == []


@pytest.mark.parametrize(
    ("typed_name", "answer"),
    [
        ("", "In welk bestand?"),
        ("lijst.csv", "Hier staat al iets anders dan een agenda van spreekuur"),
        ("weg/agenda.ics", "Hier mag niet geschreven worden."),
    ],
)
async def test_where_it_can_not_go_it_says_so_and_the_form_stays(
    typed_name: str, answer: str, tmp_path: Path, home: Path
) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "o", *["backspace"] * 20, *typed_name, "f2")
        assert isinstance(app.screen, CalendarFile)
        assert answer in said(app)
        assert (home / "lijst.csv").read_text(encoding="utf-8").startswith("naam;")


async def test_without_a_spreekuur_there_is_nothing_to_write(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await typed(pilot, "3", "o")
        assert status(app) == "Nog geen spreekuur gepland. p plant het eerste."


async def test_one_thing_of_a_day_is_changed_from_the_month_too(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, "3", "w", "e")
        assert isinstance(app.screen, HoursForm)
        await typed(pilot, "escape", "l", "v")
        assert isinstance(app.screen, CancelHours)
