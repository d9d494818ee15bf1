"""A talk is not finished before it is known when it goes on, and the answer is read while typed."""

from __future__ import annotations

import asyncio
from pathlib import Path

from spreekuur.actions.office_hours import give_place
from spreekuur.rules.labels import Attendance
from spreekuur.tui.fields import QUIET_SECONDS
from tests.tui.builder import StillApp, typed
from tests.tui.live_hour import afternoon, live, status
from tests.tui.screen_text import screen_text


def follow_ups(app: StillApp) -> list[tuple[str | None, str]]:
    with app.casebook.read() as connection:
        sql = "SELECT day, status FROM follow_up WHERE pupil_id = 1 AND id > 1 ORDER BY id"
        return [(day, state) for day, state in connection.execute(sql)]


async def test_escape_withdraws_the_question_and_stays_in_the_note(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3")
        assert "Esc verder schrijven" in screen_text(app).splitlines()[-1]
        await typed(pilot, "escape")
        assert not app.screen.listing  # type: ignore[attr-defined]
        assert "Wanneer verder?" not in status(app)
        assert "niet nodig" not in screen_text(app)
        await typed(pilot, "enter", *"En thuis ook.")
        assert app.screen.query_one("NoteArea").text == "Gaat goed.\n\nEn thuis ook."  # type: ignore[attr-defined]
        assert afternoon(app).taken[0].attendance is Attendance.INVITED


async def test_in_the_list_escape_first_says_no_to_an_offer(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *["f3"] * 6, "f4", "escape")
        assert "⏎" not in status(app)
        assert app.screen.listing  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert app.screen.subject == 4  # type: ignore[attr-defined]
        assert afternoon(app, 2).taken == ()


async def test_over_an_empty_note_it_is_asked_as_well(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f3")
        assert status(app).startswith("Wanneer verder?")
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        await typed(pilot, "enter")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        assert follow_ups(app) == [(None, "niet nodig")]
        await typed(pilot, "f3", "f3")
        assert afternoon(app).taken[1].attendance is Attendance.PRESENT


async def test_a_bare_day_reads_as_the_answer_before_it_is_saved(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3", *"vr")
        assert "vervolg vr 27 nov" in screen_text(app)
        await typed(pilot, *"ijdag komt hij")
        assert "vervolg" not in screen_text(app)
        await typed(pilot, *["backspace"] * len(" komt hij"), "f3")
        assert follow_ups(app) == [("2026-11-27", "open")]


async def test_what_was_saved_with_an_answer_stays_said(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"! gaat beter zijn best doen", "f3", "enter")
        said = "Bewaard. 1 regel met ? staat er als gewone tekst."
        assert status(app).startswith(said)
        await asyncio.sleep(1.5 * QUIET_SECONDS)
        await pilot.pause()
        assert status(app).startswith(said)


async def test_a_place_given_away_is_offered_to_the_next_no_more(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "enter", *">>")
        assert "spreekuur di 8 dec 13:20" in screen_text(app)
        await typed(pilot, "escape", "n", *">>")
        assert "spreekuur di 8 dec 13:20" in screen_text(app)
        give_place(app.casebook, 2, 4)
        app.reload()
        await typed(pilot)
        assert "spreekuur di 8 dec 13:40" in screen_text(app)


async def test_f2_keeps_the_day_that_was_read_and_asks_nothing_more(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3", *"vr", "f2")
        assert follow_ups(app) == [("2026-11-27", "open")]
        assert "niet nodig" not in screen_text(app)
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        await typed(pilot, "f3")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
