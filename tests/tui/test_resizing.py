"""Whatever stands in a field or a list stays there, and in view, while the window is resized."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from spreekuur.tui.widgets.rows import Rows
from tests.tui.builder import StillApp, desk, typed
from tests.tui.screen_text import screen_text

SIZES = ((60, 16), (140, 40), (80, 24))

SAM = ("1", "2", "j", "j", "enter")
"""The dossier of a jongere of whom much is known."""

TYPING = {
    "the table": ("1", "enter"),
    "a note": ("1", "n", *"haddad", "enter"),
    "whom a note is about": ("1", "n"),
    "the list of a school": ("1", "l"),
    "planning": ("1", "p"),
    "bringing in": ("1", "i"),
    "the palette": ("1", "ctrl+p"),
    "searching": ("1", "slash"),
    "settings": ("1", "comma"),
    "a filter": ("1", "2", "f"),
    "a new jongere": ("2", "plus"),
    "a note that is changed": (*SAM, "e"),
    "an afspraak": (*SAM, "a"),
    "putting off": ("4", "m"),
}
"""The keys to every place where something is typed; of the forms a few."""

READING = {
    "today": ("1", "j"),
    "what lies open": ("1", "tab"),
    "caseload": ("2", "j"),
    "dossier": (*SAM, "j"),
    "how it stands": (*SAM, "tab", "j"),
    "people": (*SAM, "tab", "G"),
    "agenda": ("3", "j"),
    "turns": ("4", "j"),
    "schools": ("5", "j"),
    "school": ("1", "5", *"jj", "enter", "j"),
}
"""The keys to a row of every list."""


def put(app: StillApp) -> tuple[str, object]:
    """What is typed and where the cursor stands in it."""
    here = app.focused
    if isinstance(here, TextArea):
        return here.text, here.cursor_location
    assert isinstance(here, Input), here
    return here.value, here.cursor_position


async def resized(app: StillApp, pilot: Pilot[None], size: tuple[int, int]) -> list[str]:
    """The rows of the screen in another size; none is wider, and the key bar is the last."""
    await pilot.resize_terminal(*size)
    await typed(pilot)
    rows = screen_text(app).rstrip("\n").split("\n")
    assert len(rows) == size[1]
    assert max(map(len, rows)) <= size[0]
    assert any("hulp" in row for row in rows[-2:] + rows[-12:-9])
    return rows


async def test_what_is_being_typed_stays_as_it_is(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as (app, pilot):
        for where, keys in TYPING.items():
            await typed(pilot, *keys, *"zeq", "left")
            before, field = put(app), app.focused
            for size in SIZES:
                rows = await resized(app, pilot, size)
                assert app.focused is field, (where, size)
                assert put(app) == before, (where, size)
                assert any("zeq" in row for row in rows), (where, size)
            await typed(pilot, "x")
            assert "zexq" in put(app)[0], where
            while len(app.screen_stack) > 2:
                await app.pop_screen()
                await typed(pilot)
            await typed(pilot, "escape", "escape")


async def test_the_cursor_stays_on_its_row(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as (app, pilot):
        for where, keys in READING.items():
            await typed(pilot, *keys)
            await app.workers.wait_for_complete()
            assert isinstance(app.focused, Rows)
            key = app.focused.cursor_key
            for size in SIZES:
                rows = await resized(app, pilot, size)
                assert isinstance(app.focused, Rows), (where, size)
                assert app.focused.cursor_key == key, (where, size)
                region = app.focused.region
                shown = [row[region.x : region.right] for row in rows[region.y : region.bottom]]
                assert any("▸" in row for row in shown), (where, size)
            await typed(pilot, "escape")
