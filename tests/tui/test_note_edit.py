"""A saved note is mended on the screen as it was typed: readings beside it, nothing ever lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.goals import judge
from spreekuur.actions.note_edits import edit_note
from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.concepts import go_on
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.note_edit import GONE, NEWER, NoteEdit
from spreekuur.tui.today_rows import InConcept
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.card import pupil_card
from spreekuur.views.timeline import Entry, entry, timeline
from tests.tui.builder import DAY, SAM_SAID, StillApp, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
SAM, NOTE = 1, 1
PLACE = "formulier:notitie:1"


@asynccontextmanager
async def editing(
    tmp_path: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The only note on Sam, opened from the dossier with the cursor in its first line."""
    async with desk(tmp_path, size) as (app, pilot):
        await app.open_dossier(SAM)
        await typed(pilot, "e")
        assert isinstance(app.screen, NoteEdit)
        yield app, pilot


def said(app: StillApp) -> Entry:
    with app.casebook.read() as connection:
        found = entry(connection, NOTE)
    assert found
    return found


def status(app: StillApp) -> str:
    return app.screen.query_one(StatusLine).text(120).plain


@pytest.mark.parametrize(("name", "size"), [("80x24", (80, 24)), ("120x40", (120, 40))])
async def test_the_note_as_it_is_mended(
    tmp_path: Path, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    async with editing(tmp_path, size) as (app, pilot):
        # The text that was put in counts as typed: let its concept be looked at first.
        await pilot.pause(3 * QUIET_SECONDS)
        golden(app, f"notitie-wijzigen-{name}")


async def test_f2_keeps_the_text_and_what_was_judged(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        judge(app.casebook, 1, AgreementStatus.DONE, DAY)
        await typed(pilot, *" Leuk.", "f2")
        assert isinstance(app.screen, Dossier)
        assert status(app).strip().startswith("Bewaard.")
        assert said(app).text.startswith(SAM_SAID.split("\n")[0] + " Leuk.")
        with app.casebook.read() as connection:
            card = pupil_card(connection, SAM, DAY)
        assert card
        assert [one.status for one in card.agreements] == ["gelukt", "open"]


async def test_undo_gives_the_old_text_back_and_the_new_one_as_a_concept(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        await typed(pilot, *" Leuk.", "f2", "u")
        assert said(app).text == SAM_SAID
        await typed(pilot, "e")
        assert isinstance(app.screen, NoteEdit)
        assert " Leuk.\n" in app.screen.editor.text


async def test_escape_leaves_a_concept_and_e_goes_on_in_it(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        await typed(pilot, *" Half", "escape")
        assert [draft.place for draft in app.casebook.drafts.all()] == [PLACE]
        await typed(pilot, "e", *" af", "f2")
        assert " Half af\n" in said(app).text
        assert app.casebook.drafts.all() == []


async def test_back_to_what_was_leaves_no_concept_and_no_change(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        version = said(app).version
        await typed(pilot, "x")
        app.screen.keep()  # type: ignore[attr-defined]
        await typed(pilot, "backspace", "f2")
        assert app.casebook.drafts.all() == []
        assert said(app).version == version


@pytest.mark.parametrize("while_open", [True, False])
async def test_the_text_of_a_note_that_was_taken_back_becomes_a_new_one(
    tmp_path: Path, while_open: bool
) -> None:
    async with editing(tmp_path) as (app, pilot):
        await typed(pilot, *" Half")
        if not while_open:
            await typed(pilot, "escape")
        while app.casebook.undo().label != "Gesprek vastgelegd":  # type: ignore[union-attr]
            pass
        if while_open:
            app.reload()
        else:
            await go_on(app, InConcept(PLACE, SAM, None))
        await typed(pilot)
        assert GONE in status(app)
        assert " Half" in screen_text(app)
        await typed(pilot, "f2")
        with app.casebook.read() as connection:
            kept = [one.text for one in timeline(connection, SAM, DAY, 9)]
        assert kept == [SAM_SAID.replace("Joep.", "Joep. Half")]
        assert app.casebook.drafts.all() == []


async def test_an_emptied_note_is_refused(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        assert isinstance(app.screen, NoteEdit)
        app.screen.editor.area.clear()
        await typed(pilot, "f2")
        assert isinstance(app.screen, NoteEdit)
        assert "Er staat nog niets" in status(app)


async def test_who_was_second_is_told_before_anything_is_written_over(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        await typed(pilot, *" Van mij.")
        other = app.casebook.beside()
        edit_note(other, NOTE, "Van een ander.", version=1, today=DAY)
        other.close()
        await typed(pilot, "f2")
        assert NEWER in status(app)
        assert said(app).text == "Van een ander."
        await typed(pilot, "f2")
        assert " Van mij." in said(app).text
        await typed(pilot, "u")
        assert said(app).text == "Van een ander."


async def test_a_line_that_will_be_shared_says_so_before_it_is_saved(tmp_path: Path) -> None:
    async with editing(tmp_path) as (app, pilot):
        await typed(pilot, "enter", *"+ Sam komt weer")
        assert "» naar school" in screen_text(app)
        assert "naar school" in status(app)
