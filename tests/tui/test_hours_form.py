"""Changing and cancelling what was planned: what comes of it stands there before it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.actions.series import plan_series
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.cancel_hours import CancelHours
from spreekuur.tui.screens.closed_day_form import ClosedDayForm
from spreekuur.tui.screens.engagement_form import EngagementForm
from spreekuur.tui.screens.hours_form import HoursForm
from spreekuur.views.days_off import closed_days
from spreekuur.views.engagements import engagements_between
from spreekuur.views.occurrence import Occurrence, occurrence
from tests.dump import dump
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text, status

Golden = Callable[[App[Any], str], None]

CLEAR = ("ctrl+a", "ctrl+k")
ENOUGH = (*CLEAR, *"16 dec")


def a_reeks(casebook: Casebook) -> None:
    """Four mornings at De Veenwijzer; on a day after the second school is closed."""
    hours = Hours(1, date(2026, 12, 15), time(9), time(10), room="0.14")
    plan_series(casebook, hours, 2, date(2027, 1, 26))
    day = date(2027, 1, 6)
    add_closed_day(casebook, 1, ClosedDayDetails("studiedag", day, day))


def hours(app: StillApp, number: int) -> Occurrence:
    with app.casebook.read() as connection:
        found = occurrence(connection, number)
    assert found
    return found


async def test_this_and_later_ones_move_as_was_shown_and_back_in_one_step(
    tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, prepare=a_reeks) as (app, pilot):
        before = dump(app.casebook)
        await app.push_screen(HoursForm(3))
        await typed(pilot, *ENOUGH, "up", "space", "f9", "f9")
        golden(app, "hours_form_later_80")
        await pilot.resize_terminal(60, 24)
        await pilot.pause()
        golden(app, "hours_form_later_60")
        await typed(pilot, "f2")
        days = [hours(app, number).day for number in (3, 4, 5, 6)]
        assert days == [
            *(date(2026, 12, 16), date(2027, 1, 6), date(2027, 1, 13), date(2027, 1, 27)),
        ]
        await typed(pilot, "u")
        assert dump(app.casebook) == before


async def test_only_this_one_changes_while_nothing_is_ticked(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=a_reeks) as (app, pilot):
        await app.push_screen(HoursForm(3))
        await typed(pilot, *["tab"] * 4, *"-B", "tab", *"ma", "f2")
        changed = hours(app, 3)
        assert (changed.room, changed.list_closes_on) == ("0.14-B", date(2026, 11, 30))
        assert hours(app, 4).room == "0.14"


async def test_the_closing_of_the_list_goes_along_with_the_day(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=a_reeks) as (app, pilot):
        await app.push_screen(HoursForm(3))
        await typed(pilot, *["tab"] * 5, *"14 dec", "f2")
        await app.push_screen(HoursForm(3))
        await pilot.pause()
        assert "de dag ervoor" in screen_text(app)
        await typed(pilot, *CLEAR, *"17 dec", "f2")
        assert hours(app, 3).list_closes_on == date(2026, 12, 16)


async def test_for_whom_there_is_no_room_is_told_beforehand(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(HoursForm(1))
        await typed(pilot, "tab", *CLEAR, *"13-13:40", "tab", "tab", *CLEAR)
        text = " ".join(screen_text(app).split())
        assert "di 24 nov 2 jongeren passen niet meer naar de wachtlijst" in text
        assert "latere" not in text, "this one is of no reeks"
        await typed(pilot, "f2")
        assert hours(app, 1).invited == 2


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (CLEAR, "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."),
        (("tab", *CLEAR), "Van wanneer tot wanneer? Typ bijvoorbeeld 13:00-16:30."),
        ((*CLEAR, *"10-11-2026"), "Die dag is al voorbij. Kies vandaag of een latere dag."),
        (("tab", *CLEAR, *"9-9:10"), "Er past geen gesprek van 20 minuten in."),
        (
            (*["tab"] * 5, *"ooit"),
            "Tot wanneer mag school de lijst aanvullen? Typ bijvoorbeeld vr, of laat leeg.",
        ),
    ],
)
async def test_what_is_not_clear_is_asked_for(
    tmp_path: Path, keys: tuple[str, ...], sentence: str
) -> None:
    async with desk(tmp_path, prepare=a_reeks) as (app, pilot):
        before = dump(app.casebook)["office_hours"]
        await app.push_screen(HoursForm(3))
        await typed(pilot, *keys, "f2")
        assert status(app).startswith(sentence)
        assert dump(app.casebook)["office_hours"] == before


async def test_a_cancelled_reeks_says_where_everybody_goes(tmp_path: Path, golden: Golden) -> None:
    def prepare(casebook: Casebook) -> None:
        plan_series(
            casebook, Hours(1, date(2026, 11, 26), time(9), time(10)), 1, DAY.replace(day=30)
        )
        a_reeks(casebook)

    async with desk(tmp_path, prepare=prepare) as (app, pilot):
        await app.push_screen(CancelHours(1))
        await typed(pilot, "f2")
        assert status(app).startswith("Waarom gaat het niet door?")
        assert "3 jongeren naar do 26 nov" in screen_text(app)
        assert "1 jongere naar de wachtlijst" in screen_text(app)
        await typed(pilot, *"ziek", "f2")
        assert status(app) == "Vervallen. u maakt het ongedaan."
        assert [hours(app, number).status for number in (1, 2)] == ["vervallen", "gepland"]
        await app.push_screen(CancelHours(4))
        await typed(pilot, *"weg", "enter", "space")
        golden(app, "cancel_hours_later_80")
        await typed(pilot, "f2")
        statuses = [hours(app, number).status for number in (4, 5, 6, 7)]
        assert statuses == ["vervallen"] * 4


async def test_an_own_engagement_is_made_changed_and_removed(tmp_path: Path) -> None:
    def found(app: StillApp) -> list[tuple[str, date, date, time | None, bool]]:
        with app.casebook.read() as connection:
            made = engagements_between(connection, DAY, date(2027, 1, 1))
        return [(one.what, one.first, one.last, one.starts, one.away) for one in made]

    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(EngagementForm(DAY))
        await typed(pilot, "f6")
        assert status(app).startswith("Er is nog niets bewaard.")
        await typed(pilot, "f2")
        assert status(app).startswith("Wat is het?")
        await typed(pilot, *"cursus", "tab", "tab", *"20 nov", "f2")
        assert status(app).startswith("De laatste dag ligt voor de eerste.")
        await typed(pilot, *CLEAR, *"vr", "tab", *"laat", "f2")
        assert status(app).startswith("Van wanneer tot wanneer?")
        await typed(pilot, *CLEAR, *"9-12", "tab", "space", "f2")
        assert found(app) == [("cursus", DAY, date(2026, 11, 27), time(9), True)]
        await app.push_screen(EngagementForm(DAY, 1))
        await typed(pilot, *CLEAR, *"scholing", "f2")
        assert found(app)[0][0] == "scholing"
        await app.push_screen(EngagementForm(DAY, 1))
        await typed(pilot, "f6")
        assert status(app) == "Verwijderd. u maakt het ongedaan."
        assert found(app) == []
        await typed(pilot, "u")
        assert found(app)[0][0] == "scholing"


async def test_closed_days_are_kept_on_the_page_of_the_school(tmp_path: Path) -> None:
    def days(app: StillApp) -> list[tuple[str, date, date]]:
        with app.casebook.read() as connection:
            return [(one.name, one.first, one.last) for one in closed_days(connection, 1)]

    def prepare(casebook: Casebook) -> None:
        plan_office_hours(casebook, Hours(1, date(2027, 1, 12), time(9), time(10)))

    async with desk(tmp_path, prepare=prepare) as (app, pilot):
        await typed(pilot, "5", "G", "enter", "d")
        assert isinstance(app.screen, ClosedDayForm)
        await typed(pilot, "f2")
        assert status(app).startswith("Waarom is de school dicht?")
        await typed(pilot, *"toetsweek", "tab", *"11 jan", "tab", *"15 jan")
        hint = "Op di 12 jan 2027 om 9:00 is hier al een spreekuur. e in de Agenda (3) verzet het."
        assert hint in " ".join(screen_text(app).split())
        await typed(pilot, "f2")
        assert days(app) == [("toetsweek", date(2027, 1, 11), date(2027, 1, 15))]
        assert "toetsweek t/m vr 15 jan 2027" in screen_text(app)
        await typed(pilot, "e", *CLEAR, *"toetsen", "f2")
        assert days(app)[0][0] == "toetsen"
        await typed(pilot, "e", "f6")
        assert days(app) == []


async def test_a_move_that_was_undone_does_not_come_back_by_itself(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=a_reeks) as (app, pilot):
        await typed(pilot, "3", *"j" * 11)
        before = dump(app.casebook)
        await typed(pilot, "e", *ENOUGH, "up", "space", "f2")
        assert hours(app, 4).day == date(2027, 1, 6)
        await typed(pilot, "u")
        assert dump(app.casebook) == before
        # The cursor went back along with it.
        await typed(pilot, "e", "enter", "enter", "enter", "enter", *"kamer 2", "f2")
        assert [hours(app, number).day.day for number in (3, 4)] == [15, 5]
        assert hours(app, 3).room.endswith("kamer 2")
