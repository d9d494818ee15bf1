"""Planning a spreekuur: everything typed is read back, nothing is refused without a way on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.engagements import EngagementDetails, add_engagement
from spreekuur.store.casebook import Casebook
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.today import Today
from spreekuur.views.agenda import OfficeHoursView, office_hours_from
from tests.dump import dump
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text, status

Golden = Callable[[App[Any], str], None]

BREAK = "14:40-14:50"
FILLED = ("p", *"veenw", "enter", *"22 dec", "enter", *"13:00-16:30", "tab", "tab", *BREAK)


def planned(app: StillApp) -> list[OfficeHoursView]:
    with app.casebook.read() as connection:
        return [one for one in office_hours_from(connection, DAY) if one.id > 2]


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_places_stand_there_before_anything_is_saved(
    tmp_path: Path, golden: Golden, width: int
) -> None:
    async with desk(tmp_path, (width, 24)) as (app, pilot):
        await typed(pilot, *FILLED)
        assert planned(app) == []
        await concept_kept(pilot)
        golden(app, f"plan_{width}")


async def test_f2_plans_what_stands_there_and_goes_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *FILLED, "tab", *"0.14", "f2")
        (one,) = planned(app)
        assert (one.school, one.day, one.room) == ("Veenwijzer", date(2026, 12, 22), "0.14")
        assert (one.starts, one.ends, one.minutes) == (time(13), time(16, 30), 20)
        assert one.pause == (time(14, 40), time(14, 50))
        assert isinstance(app.screen, Today)
        assert status(app) == "Gepland. l plakt de lijst van school, u maakt het ongedaan."


async def test_a_spreekuur_of_today_is_planned_in_a_burst_and_under_the_cursor(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *"komp", "enter", *"vandaag", "enter", *"9-11", "f2", "l")
        assert "Lijst van school · Kompas" in screen_text(app)


async def test_undo_takes_the_plan_back_and_gives_the_concept(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *FILLED, "f2", "u")
        assert planned(app) == []
        await typed(pilot, "p")
        assert "13:00-16:30" in screen_text(app)


async def test_escape_keeps_what_was_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, *FILLED, "escape")
        assert isinstance(app.screen, Today)
        await typed(pilot, "p")
        assert isinstance(app.screen, PlanSheet)
        assert "10 plekken: 13:00" in screen_text(app)


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ((), "Welke school? Typ een deel van de naam of de BRIN."),
        ((*"veenw",), "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."),
        (
            (*"veenw", "enter", *"vr"),
            "Van wanneer tot wanneer? Typ bijvoorbeeld 13:00-16:30.",
        ),
        (
            (*"veenw", "enter", *"vr", "enter", *"13-16", "enter", "backspace", "backspace"),
            "Hoeveel minuten per plek? Typ bijvoorbeeld 20.",
        ),
        (
            (*"veenw", "enter", *"vr", "enter", *"13-16", "tab", "tab", *"half"),
            "Wanneer is de pauze? Typ bijvoorbeeld 14:40-14:50, of laat leeg.",
        ),
        (
            (*"veenw", "enter", *"vr", "enter", *"13-16", "tab", "tab", *"17-18"),
            "De pauze valt buiten 13:00-16:00. Kies een tijd daarbinnen.",
        ),
    ],
)
async def test_what_is_missing_is_asked_for_and_the_sentence_stays(
    tmp_path: Path, keys: tuple[str, ...], sentence: str
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *keys, "f2")
        await pilot.pause(2 * QUIET_SECONDS)
        assert status(app) == sentence
        assert planned(app) == []


async def test_a_holiday_is_hinted_at_with_the_next_school_week(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *"veenw", "enter", *"22 dec")
        hint = "di 22 dec valt in de kerstvakantie (Noord). Voorstel: di 5 jan 2027."
        assert hint in screen_text(app)
        await typed(pilot, "backspace", "backspace", "backspace", *"jan")
        assert "valt in" not in screen_text(app)


async def test_another_spreekuur_at_that_time_is_hinted_at_but_not_refused(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *"komp", "enter", *"8 dec")
        hint = "Op di 8 dec staat al een spreekuur om 13:00 op de Veenwijzer."
        assert hint in screen_text(app)
        await typed(pilot, "enter", *"9-11")
        assert "staat al" not in screen_text(app)
        await typed(pilot, "backspace", "backspace", *"14")
        assert hint in screen_text(app)
        await typed(pilot, "f2")
        assert [one.school for one in planned(app)] == ["Kompas"]


async def test_of_many_places_the_first_and_the_last_are_named(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", "tab", "tab", *"9-17", "tab", "backspace", "backspace", *"10")
        text = screen_text(app)
        assert "48 plekken: 9:00 9:10 9:20 9:30" in text
        assert "10:10 … 16:50" in text


async def test_a_school_that_is_not_clear_is_said_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *"veen")
        assert "? 2 scholen" in screen_text(app)
        await typed(pilot, *"xyz")
        assert "? geen school gevonden" in screen_text(app)


SERIES = (*"veenw", "enter", *"24 nov", "enter", *"13:00-16:30", *["tab"] * 4)


async def test_a_reeks_is_planned_as_it_stands_there_and_is_one_step_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        before = dump(app.casebook)
        await typed(pilot, "p", *SERIES, *"2w", "tab", *"19 jan")
        text = screen_text(app)
        assert "2 spreekuren  elke 2 weken op dinsdag" in text
        assert "di 24 nov, 8 dec  staat er al" in text
        assert "di 22 dec         kerstvakantie (Noord)  di 5 jan staat er al" in text
        assert planned(app) == []
        await typed(pilot, "f2")
        assert [one.day for one in planned(app)] == [date(2027, 1, 5), date(2027, 1, 19)]
        await typed(pilot, "u")
        assert planned(app) == []
        app.casebook.drafts.drop("formulier:plan")
        assert dump(app.casebook) == before


def own_days(casebook: Casebook) -> None:
    """A studiedag, an engagement and an absence on days of the reeks."""
    studiedag = ClosedDayDetails("studiedag [b]Wil[/b]", date(2026, 12, 8), date(2026, 12, 8))
    add_closed_day(casebook, 1, studiedag)
    for what, day, away in (("SOT over Kees", 15, False), ("tandarts", 22, True)):
        on = date(2026, 12, day)
        details = EngagementDetails(what, on, on, time(15), time(16), away)
        add_engagement(casebook, details)
    casebook.drafts.keep("formulier:plan", "School: Veenwijzer\nDatum: 8 dec\nVan-tot: 13:00-16:30")


async def test_what_stands_at_these_hours_and_why_school_is_closed_is_told_but_not_shielded(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=own_days) as (app, pilot):
        await typed(pilot, "p")
        assert "di 8 dec is studiedag [b]Wil[/b]. Voorstel: di 15 dec." in screen_text(app)
        await typed(pilot, "tab", *["backspace"] * 8, *"15 dec")
        assert "Op di 15 dec staat al SOT over Kees om 15:00." in screen_text(app)
        await typed(pilot, *["tab"] * 5, *"week", "tab", *"22 dec")
        text = screen_text(app)
        assert "* di 15 dec  staat al SOT over Kees om 15:00" in text
        await typed(pilot, "f9")
        text = screen_text(app)
        assert "Kees" not in text
        assert "* di 15 dec  staat al" in text


async def test_a_feestdag_and_a_school_without_a_region_are_told(tmp_path: Path) -> None:
    def no_region(casebook: Casebook) -> None:
        from spreekuur.model import School

        with casebook.change("Zonder regio") as session:
            school = session.get(School, 2)
            assert school
            school.holiday_region = "onbekend"

    async with desk(tmp_path, prepare=no_region) as (app, pilot):
        await typed(pilot, "p", *"komp", "enter", *"29 mrt")
        hint = "ma 29 mrt 2027 is Tweede paasdag. Voorstel: ma 5 apr 2027."
        assert hint in screen_text(app)
        await typed(pilot, *["backspace"] * 6, *"8 mrt", "tab", *"9-10", *["tab"] * 4, *"week")
        await typed(pilot, "tab", *"29 mrt")
        text = screen_text(app)
        assert "vul hem in bij de school" in " ".join(text.split())
        assert "ma 29 mrt  Tweede paasdag  wordt ma 5 apr, na Tot" in text


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ((*"vaak", "f2"), "Elke hoeveel weken? Typ 2w, 3 weken of week; leeg is één keer."),
        ((*"2w", "f2"), "Tot en met welke dag? Typ bijvoorbeeld 19 jan."),
        (("tab", *"19 jan", "f2"), "Elke hoeveel weken tot dan? Typ 2w of week, of maak Tot leeg."),
        (
            (*"2w", "tab", *"10 nov", "f2"),
            "De reeks eindigt voor de eerste dag. Kies een latere dag bij Tot.",
        ),
    ],
)
async def test_half_a_reeks_is_asked_about(
    tmp_path: Path, keys: tuple[str, ...], sentence: str
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *SERIES, *keys)
        assert status(app) == sentence
        assert planned(app) == []
