"""However long a note is, it opens whole, and nothing of it is lost by looking at it."""

from __future__ import annotations

from pathlib import Path

from textual import events

from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.screens.note_edit import NoteEdit
from spreekuur.tui.screens.quick_note import QuickNote
from tests.dump import dump
from tests.tui.builder import DAY, concept_kept, desk, typed

SAM = 1
LONG = "\n".join(f"Regel {number}: moeder vertelt." for number in range(1_000))


def long(casebook: Casebook) -> None:
    save_note(casebook, LONG, About(SAM), today=DAY)


async def test_a_long_note_opens_whole_and_f2_changes_nothing(tmp_path: Path) -> None:
    assert len(LONG) > 25_000
    async with desk(tmp_path, prepare=long) as (app, pilot):
        before = dump(app.casebook)
        await app.open_dossier(SAM)
        await typed(pilot, "e")
        assert isinstance(app.screen, NoteEdit)
        assert app.screen.editor.text == LONG
        await typed(pilot, "f2")
        assert dump(app.casebook) == before


async def test_a_long_paste_and_its_concept_stay_whole(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(QuickNote(SAM))
        app.screen.query_one(NoteArea).post_message(events.Paste(LONG))
        await concept_kept(pilot)
        await typed(pilot, "escape", "n", *"groot", "enter", "x")
        await concept_kept(pilot)
        await typed(pilot, "escape")
        (draft,) = app.casebook.drafts.all()
        assert len(draft.text) == len(LONG) + 1
