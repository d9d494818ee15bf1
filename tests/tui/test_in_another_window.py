"""Another window or an undo changes what is under the screen: no wrong row is hit, no line lost."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from spreekuur.actions.cancelling import cancel_hours
from spreekuur.actions.closing import close_office_hours
from spreekuur.actions.office_hours import free_place, wait_for_place
from spreekuur.actions.place import NotHeld
from spreekuur.actions.waiting import leave_waiting_list
from spreekuur.store.casebook import Casebook
from spreekuur.tui.given_back import joined
from spreekuur.tui.screens.paper_entry import PaperEntryDesk
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.live_hour import afternoon, live, status

ELSEWHERE = "In een ander venster gewijzigd; bijgewerkt."


def concepts(app: StillApp) -> dict[str, str]:
    app.keep_everything()
    return {one.place: one.text for one in app.casebook.drafts.all()}


def undone_elsewhere(app: StillApp) -> None:
    with closing(app.casebook.beside()) as other:
        other.undo()


async def test_a_key_does_not_act_on_the_row_that_took_the_place_of_another(
    tmp_path: Path,
) -> None:
    def waits(casebook: Casebook) -> None:
        for pupil_id in (5, 8):
            wait_for_place(casebook, 1, pupil_id, DAY)

    async with live(tmp_path, prepare=waits) as (app, pilot):
        await typed(pilot, "escape", "G", "k")
        with closing(app.casebook.beside()) as other:
            leave_waiting_list(other, 1)
        await typed(pilot, "minus")
        assert [one.pupil_id for one in afternoon(app).waiting] == [8]
        assert status(app).startswith(ELSEWHERE)
        await typed(pilot, "minus")
        assert afternoon(app).waiting == ()


async def test_a_key_about_no_row_goes_on_and_so_does_one_whose_row_stands(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "j")
        with closing(app.casebook.beside()) as other:
            free_place(other, 4)
        await typed(pilot, "x")
        assert afternoon(app).taken[1].attendance == "niet verschenen"
        with closing(app.casebook.beside()) as other:
            free_place(other, 2)
        await typed(pilot, "escape")
        assert len(app.screen_stack) == 2


async def test_a_note_that_comes_back_joins_the_one_that_is_being_typed(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Alfa", "f2", *"Bet")
        await concept_kept(pilot)
        undone_elsewhere(app)
        await typed(pilot, "a")
        assert concepts(app) == {"gesprek:1": "Alfa\nBeta"}


async def test_a_note_from_anywhere_takes_back_what_was_undone_too(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"haddad", "enter", *"Alfa", "f2")
        await typed(pilot, "n", *"haddad", "enter", *"Bet")
        await concept_kept(pilot)
        undone_elsewhere(app)
        await typed(pilot, "a")
        assert concepts(app) == {"jongere:8": "Alfa\nBeta"}


async def test_a_list_taken_back_by_name_stands_whole_in_the_list_again(tmp_path: Path) -> None:
    text = "Haddad, Amal;3H1;te laat\nKees;?;?"
    async with live(tmp_path) as (app, pilot):
        await app.paste_list(1)
        app.post_message(events.Paste(text))
        await typed(pilot, "f2", "ctrl+p", *"ongedaan", "enter", "x")
        assert concepts(app) == {"lijst:1": f"{text}x"}


async def test_paper_taken_back_by_name_stands_whole_again(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await app.push_screen(PaperEntryDesk(1))
        app.post_message(events.Paste("1 aanw\n99 aanw"))
        await typed(pilot, "f2", "ctrl+p", *"ongedaan", "enter", "x")
        assert concepts(app) == {"papier:1": "1 aanw\n99 aanwx"}


async def test_a_spreekuur_that_was_cancelled_takes_no_list_no_paper_and_no_close(
    tmp_path: Path,
) -> None:
    def cancelled(casebook: Casebook) -> None:
        cancel_hours(casebook, 1, "ziek", DAY)

    said = "Dit spreekuur is vervallen. "
    async with live(tmp_path, prepare=cancelled) as (app, pilot):
        for key in "licab":
            await typed(pilot, key)
            assert status(app).startswith(said), key
        await typed(pilot, "s", "s")
        assert status(app).startswith(said)
        with pytest.raises(NotHeld):
            close_office_hours(app.casebook, 1, DAY)
        await app.push_screen(PaperEntryDesk(1))
        await typed(pilot, *"1 aanw", "f2")
        assert status(app).startswith(said)
        assert [one.attendance for one in afternoon(app).taken] == ["verplaatst"] * 4


TEXTS = st.text(alphabet="ab\n", max_size=12)


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_of_either_is_lost(in_file: str, kept: str, typed: str) -> None:
    text = joined(in_file, kept, typed)
    assert all(line in text for line in typed.split("\n"))
    if in_file != kept:
        given_back = set(in_file.split("\n")) - set(kept.split("\n"))
        assert all(line in text for line in given_back)


def test_nothing_changes_while_the_file_holds_what_was_kept() -> None:
    assert joined("Alfa", "Alfa", "Alf") == "Alf"
    assert joined("Sam zegt", "Sam zegt ja", "Sam zegt ja") == "Sam zegt ja"
