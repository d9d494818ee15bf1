"""More jongeren than places: who waits keeps their turn, and who walks in is not sent away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

from textual import events
from textual.app import App

from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui.afternoon import header, strip
from tests.dump import dump
from tests.tui.builder import desk, typed
from tests.tui.live_hour import NOW, SURNAMES, afternoon, full, live, many, status
from tests.tui.screen_text import screen_text

TEN = 10


async def test_twelve_names_for_ten_places_wait_in_order_and_a_cancellation_is_offered(
    tmp_path: Path,
) -> None:
    def empty(casebook: Casebook) -> None:
        many(casebook)
        for number in range(1, 5):
            mark_attendance(casebook, number, Attendance.MOVED)

    async with desk(tmp_path, prepare=empty, moment=NOW) as (app, pilot):
        await app.paste_list(1)
        app.post_message(events.Paste("".join(f"Jo {surname}\n" for surname in SURNAMES)))
        await typed(pilot, "f2")
        view = afternoon(app)
        assert len(view.held) == TEN
        assert [one.name.surname for one in view.waiting] == list(SURNAMES[TEN:])
        await typed(pilot, "escape")
        await app.open_office_hours(1)
        await typed(pilot, "escape", "G", "k", "k", "k", "m")
        assert status(app) == "Afgemeld. Plek 15:50 vrij. + geeft hem aan J.K. (0 dagen)."
        before = dump(app.casebook)
        await typed(pilot, "plus")
        view = afternoon(app)
        assert [one.name.surname for one in view.waiting] == ["Lammers"]
        again = [one for one in view.taken if one.at == time(15, 50)]
        assert [(one.attendance, one.held) for one in again] == [
            (Attendance.CANCELLED, False),
            (Attendance.INVITED, True),
        ]
        assert status(app) == "15:50 is voor J.K. u maakt het ongedaan."
        await typed(pilot, "u")
        assert dump(app.casebook) == before


async def test_who_walks_in_while_it_is_full_gets_a_choice(
    tmp_path: Path, golden: Callable[[App[Any], str], None]
) -> None:
    async with live(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "escape", "i", *"bor", "enter")
        for width, height in ((120, 40), (80, 24)):
            await pilot.resize_terminal(width, height)
            await typed(pilot)
            golden(app, f"when_full_{width}")
        await typed(pilot, "escape")
        for key, said in (
            ("w", "Op de wachtlijst gezet."),
            ("v", "Volgende keer: di 8 dec 13:00."),
            ("i", "Achteraan: 16:30."),
        ):
            before = dump(app.casebook)
            await typed(pilot, "i", *"bor", "enter")
            assert "w wachtlijst, plek 3   v volgende keer, di 8 dec 13:00" in screen_text(app)
            await typed(pilot, key)
            assert status(app) == f"{said} u maakt het ongedaan."
            if key != "i":
                await typed(pilot, "u")
                assert dump(app.casebook) == before
        assert (afternoon(app).held[-1].at, afternoon(app).held[-1].pupil_id) == (time(16, 30), 9)
        await typed(pilot, "i", *"bor", "enter")
        assert status(app).startswith("Deze jongere staat al op de lijst")


async def test_who_waits_opens_and_leaves_the_waiting_list(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "escape", "G")
        assert "2 dagen" in screen_text(app)
        await typed(pilot, "minus")
        assert len(afternoon(app).waiting) == 1
        await typed(pilot, "enter")
        assert type(app.screen).__name__ == "Dossier"


async def test_the_pace_is_quiet_until_a_talk_runs_over(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=full) as (app, _):
        view = afternoon(app)
        early, late = NOW, NOW.replace(hour=15, minute=35)
        assert "1 van 10 · nog 13 min" in header(view, 1, early, 100).plain
        assert "per leerling" not in strip(view, 1, early, 78).plain
        assert "6 min per leerling · hierna 13:20 N.B. · wachtlijst 2" in (
            strip(view, 1, late, 78).plain
        )
        assert "1 van 10 · 135 min uitgelopen" in header(view, 1, late, 100).plain
        rest = NOW.replace(hour=14, minute=45)
        assert "pauze tot 14:50" in header(view, None, rest, 100).plain
        for number in range(1, TEN):
            mark_attendance(app.casebook, number, Attendance.PRESENT)
        end = NOW.replace(hour=16, minute=24)
        assert "laatste · nog 6 min" in header(afternoon(app), TEN, end, 100).plain
