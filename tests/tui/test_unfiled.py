"""A note about somebody who was not known yet is read, mended and given its jongere."""

from __future__ import annotations

from pathlib import Path

from spreekuur.tui.screens.reading import NoteDesk
from spreekuur.tui.screens.today import Today
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text, under_cursor
from tests.tui.test_today import busy, settled


async def test_a_note_about_nobody_is_read_and_gets_its_jongere(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 40), prepare=busy) as (app, pilot):
        assert "Nog indelen" in await settled(pilot)
        while "Buurvrouw" not in under_cursor(app):
            await typed(pilot, "j")
        await typed(pilot, "enter")
        assert isinstance(app.screen, NoteDesk)
        assert "Buurvrouw van Kees" in screen_text(app)
        await typed(pilot, "enter", *"jesse", "enter")
        text = await settled(pilot)
        assert "Ingedeeld. u maakt het ongedaan." in text
        assert "Nog indelen" not in text
        with app.casebook.read() as connection:
            about = connection.execute(
                "SELECT pupil_id FROM conversation WHERE text LIKE 'Buurvrouw%'"
            ).fetchone()
        assert about == (7,)
        await typed(pilot, "u")
        assert "Nog indelen" in await settled(pilot)


async def test_escape_from_the_picker_leaves_the_note_where_it_was(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 40), prepare=busy) as (app, pilot):
        await settled(pilot)
        while "Buurvrouw" not in under_cursor(app):
            await typed(pilot, "j")
        await typed(pilot, "enter", "enter", "escape")
        assert isinstance(app.screen, NoteDesk)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Today)
        assert "Nog indelen" in await settled(pilot)


async def test_a_note_about_nobody_can_be_mended_before_anybody_is_picked(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 40), prepare=busy) as (app, pilot):
        while "Buurvrouw" not in under_cursor(app):
            await typed(pilot, "j")
        await typed(pilot, "enter", "e", *" Belt terug.", "f2")
        assert isinstance(app.screen, NoteDesk)
        assert "Belt terug." in screen_text(app)
