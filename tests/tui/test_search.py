"""One key and a word show everything ever written about it, live."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from spreekuur.actions.notes import About, save_note
from spreekuur.store.casebook import Casebook
from spreekuur.tui.dossier_rows import NOTE, At
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.reading import NoteDesk
from spreekuur.tui.screens.school import SchoolDesk
from spreekuur.tui.screens.search import SearchDesk
from spreekuur.tui.screens.unlock import Unlock
from spreekuur.tui.searching import MOST
from spreekuur.tui.widgets.found_rows import FoundRows
from spreekuur.tui.widgets.rows import Rows
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text
from tests.tui.test_damage import flip, root_page

VEENWIJZER = 1
Golden = Callable[[App[Any], str], None]


def _more(casebook: Casebook) -> None:
    said = {
        About(2): ("Fietst sinds kort.", date(2025, 12, 3)),
        About(school_id=VEENWIJZER): (
            "Het rooster wisselt; fietsenstalling dicht.",
            date(2026, 11, 3),
        ),
        About(caller="Kees?"): ("Vroeg of hij een fiets kan lenen.", date(2026, 11, 20)),
    }
    for about, (text, day) in said.items():
        save_note(casebook, text, about, today=day, now=time(10))


async def look_for(pilot: Pilot[None], words: str) -> SearchDesk:
    """Type words on the search line and wait for what they find."""
    app = pilot.app
    if not isinstance(app.screen, SearchDesk):
        await typed(pilot, "/")
    await typed(pilot, *words)
    assert isinstance(app.screen, SearchDesk)
    await app.screen.found()
    await pilot.pause()
    return app.screen


async def opened(app: StillApp, pilot: Pilot[None], words: str) -> Screen[Any]:
    await typed(pilot, "/", *words, "enter")
    return app.screen


async def test_one_key_and_the_word_find_it_newest_first(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        await look_for(pilot, "fiets")
        shown = screen_text(app)
        days = ["vr 20 nov", "di 10 nov", "di 3 nov", "3 dec 2025"]
        assert [shown.index(day) for day in days] == sorted(shown.index(day) for day in days)
        assert "Wie en waar" not in shown


async def test_people_and_schools_come_before_what_was_said(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        await look_for(pilot, "sam")
        shown = screen_text(app)
        assert shown.index("jongere") < shown.index("Telefoon")


async def test_the_word_is_bold_in_every_hit(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (_, pilot):
        screen = await look_for(pilot, "FIETS")
        rows = screen.query_one(FoundRows)
        for y in range(1, 5):
            strip = rows.render_line(y)
            bold = [part.text for part in strip if part.style and part.style.bold]
            assert [text.lower() for text in bold] == ["fiets"]


@pytest.mark.parametrize("word", ["z", "oz", "ozt", "öztürk"])
async def test_one_letter_is_enough_and_accents_do_not_matter(tmp_path: Path, word: str) -> None:
    async with desk(tmp_path) as (app, pilot):
        await look_for(pilot, word)
        assert "Ilyas Öztürk" in screen_text(app)


async def test_letters_typed_back_find_again(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await look_for(pilot, "xyz")
        assert "Niets gevonden. Een deel van een woord is genoeg" in screen_text(app)
        await typed(pilot, *["backspace"] * 3)
        await look_for(pilot, "sam")
        assert "Sam de Groot" in screen_text(app)


async def test_a_school_opens_with_its_notes_and_n_writes_one_more(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        assert isinstance(await opened(app, pilot, "drenth"), SchoolDesk)
        assert "fietsenstalling dicht" in screen_text(app)
        await typed(pilot, "n")
        assert isinstance(app.screen, QuickNote)
        await typed(pilot, *"Nieuw rooster.", "f2")
        assert isinstance(app.screen, SchoolDesk)
        assert "Nieuw rooster." in screen_text(app)


async def test_a_note_on_a_school_opens_there_with_the_cursor_on_it(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        school = await opened(app, pilot, "stalling")
        assert isinstance(school, SchoolDesk)
        key = school.query_one("#school-story", Rows).cursor_key
        assert isinstance(key, At)
        assert key.kind == NOTE


async def test_a_school_is_called_as_she_calls_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await look_for(pilot, "scholengemeenschap")
        row = next(row for row in screen_text(app).splitlines() if " school " in row)
        assert row[3:].startswith("Veenwijzer ")


async def test_a_note_about_nobody_known_opens_whole(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        assert isinstance(await opened(app, pilot, "lenen"), NoteDesk)
        assert "Vroeg of hij een fiets kan lenen." in screen_text(app)


async def test_escape_from_what_was_opened_goes_back_to_the_hits(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        await typed(pilot, "/", *"fiets")
        await typed(pilot, "enter", "escape")
        assert isinstance(app.screen, SearchDesk)
        await typed(pilot, "escape")
        assert not isinstance(app.screen, SearchDesk)


async def test_names_and_words_are_hidden_while_the_screen_is_shielded(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=_more) as (app, pilot):
        screen = await look_for(pilot, "fiets")
        await typed(pilot, "f9")
        await screen.found()
        await pilot.pause()
        shown = screen_text(app)
        assert "Sam de Groot" not in shown
        assert "lenen" not in shown


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_looks_the_same(tmp_path: Path, size: tuple[int, int], golden: Golden) -> None:
    async with desk(tmp_path, size, prepare=_more) as (app, pilot):
        await look_for(pilot, "en")
        golden(app, f"search_{size[0]}x{size[1]}")
        await typed(pilot, *"xyz")
        await look_for(pilot, "")
        golden(app, f"search_nothing_{size[0]}x{size[1]}")


async def test_more_than_is_shown_says_to_type_on(tmp_path: Path) -> None:
    def said(casebook: Casebook, many: int) -> None:
        with casebook.change("Veel"):
            for number in range(many):
                save_note(casebook, f"wekkerradio {number}", About(1 + number % 9), today=DAY)

    async with desk(tmp_path, prepare=lambda casebook: said(casebook, 60)) as (app, pilot):
        await look_for(pilot, "wekkerradio")
        assert "60 gevonden" in screen_text(app)
        said(app.casebook, MOST - 60)
        app.reload()
        await look_for(pilot, "")
        assert f"{MOST} gevonden" in screen_text(app)
        said(app.casebook, 1)
        app.reload()
        await look_for(pilot, "")
        assert "typ door" in screen_text(app)


async def test_damage_under_a_search_is_not_nothing_found(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.workers.wait_for_complete()
        file = tmp_path / "spreekuur.db"
        flip(file, root_page(file, "search_conversation_data"))
        await typed(pilot, "/", *"doorgamet")
        async with asyncio.timeout(10):
            while not isinstance(app.screen, Unlock):
                await asyncio.sleep(0.05)
        await pilot.pause()
        assert "beschadigd" in screen_text(app)
