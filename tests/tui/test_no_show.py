"""Who does not come: two keys mark it and give a new place, and nothing is given by accident."""

from __future__ import annotations

from pathlib import Path

from spreekuur.actions.pupils import PupilDetails, edit_pupil
from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from tests.tui.builder import typed
from tests.tui.live_hour import afternoon, live, status
from tests.tui.screen_text import screen_text


async def test_a_no_show_takes_two_keys_and_gives_a_new_place(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f3")
        await typed(pilot, "f4")
        assert status(app).startswith(
            "Niet verschenen, 1e keer. Voorstel: di 8 dec 13:00. ⏎ neemt het over."
        )
        await typed(pilot, "enter")
        assert afternoon(app).taken[1].attendance is Attendance.NO_SHOW
        assert [place.pupil_id for place in afternoon(app, 2).taken] == [2]
        assert app.screen.subject == 3  # type: ignore[attr-defined]


async def test_the_place_offered_is_at_the_school_one_sits_at(tmp_path: Path) -> None:
    def without_school(casebook: Casebook) -> None:
        details = PupilDetails(PersonName("Sam", "de", "Groot"))
        edit_pupil(casebook, 1, details, version=1)

    async with live(tmp_path, prepare=without_school) as (app, pilot):
        await typed(pilot, "f4")
        assert "Voorstel: di 8 dec 13:00." in status(app)
        await typed(pilot, "enter", "escape", "k", "k", "enter", *">>")
        assert "spreekuur di 8 dec 13:00" in screen_text(app)


async def test_typing_on_lets_the_offered_place_lapse(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "j", "enter", "a")
        assert app.screen.query_one("NoteArea").text == "j\na"  # type: ignore[attr-defined]
        assert afternoon(app, 2).taken == ()


async def test_a_no_show_with_a_note_asks_a_second_time(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "x", "f4")
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        assert status(app).startswith("Er staat al een notitie.")
        await typed(pilot, "f4")
        assert afternoon(app).taken[0].attendance is Attendance.NO_SHOW


async def test_an_offered_place_is_only_for_who_did_not_come(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "escape", "g", "j", "j", "j", "enter")
        assert app.screen.subject == 4  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert afternoon(app, 2).taken == ()
