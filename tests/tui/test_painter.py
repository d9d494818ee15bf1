"""What is painted of a changed row is what Textual itself would have painted there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.painter import Painter
from tests.tui.builder import concept_kept, desk

pytestmark = pytest.mark.painted

Painted = list[tuple[int, list[tuple[str, object]]]]


def row(compositor: Compositor, crop: Region, y: int) -> Painted:
    """Text and looks of one row of what has to be painted, up to its last column."""
    strips = compositor._render_chops(crop, lambda line: line == y)[y].items()
    asked = [(x, strip) for x, strip in strips if strip and x < crop.right]
    return [(x, [(text, style) for text, style, _ in strip]) for x, strip in asked]


def as_textual_does(painter: Painter, crop: Region, y: int) -> Painted:
    stock = Compositor()
    stock.__dict__.update(painter.__dict__)
    return row(stock, crop, y)


@pytest.mark.parametrize("keys", [[], ["n"], ["n", "j", "a", "n", "enter", "x"], ["enter"]])
async def test_every_row_is_what_textual_paints_there(tmp_path: Path, keys: list[str]) -> None:
    async with desk(tmp_path, size=(120, 40)) as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        painter = app.screen._compositor
        assert isinstance(painter, Painter)
        width, height = app.size
        for y in range(height):
            for crop in (Region(0, y, width, 1), Region(7, max(0, y - 2), 30, 5)):
                assert row(painter, crop, y) == as_textual_does(painter, crop, y)


async def test_a_key_in_a_note_draws_one_row_of_it_and_paints_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk(tmp_path, size=(120, 40)) as (app, pilot):
        await pilot.press("n", "j", "a", "n", "enter", *"+ moeder")
        await concept_kept(pilot)
        area = app.screen.query_one(NoteArea)
        drawn = counted(monkeypatch, area)
        await pilot.press("s")
        await pilot.pause(0.1)
        assert drawn == {"rows": 1, "paintings": 1}
        await pilot.press("enter")
        await pilot.pause(0.1)
        assert drawn["rows"] > area.size.height // 2


def counted(monkeypatch: pytest.MonkeyPatch, area: Widget) -> dict[str, int]:
    """How many rows of the note are asked for, and in how many paintings."""
    drawn = {"rows": 0, "paintings": 0}
    draw, paint = area.render_lines, Compositor.render_partial_update

    def lines(crop: Region) -> list[Strip]:
        drawn["rows"] += crop.height
        return draw(crop)

    def painting(self: Compositor) -> object:
        drawn["paintings"] += 1
        return paint(self)

    monkeypatch.setattr(area, "render_lines", lines)
    monkeypatch.setattr(Compositor, "render_partial_update", painting)
    return drawn


async def test_rows_that_change_without_a_move_of_the_cursor_are_drawn_too(tmp_path: Path) -> None:
    async with desk(tmp_path, size=(120, 40)) as (app, pilot):
        await pilot.press("n", "j", "a", "n", "enter", *"een", "enter", *"twee", "enter", *"drie")
        await pilot.press("left", "delete")
        await pilot.pause()
        assert shown(app.screen) == ["een", "twee", "dri"]
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert shown(app.screen) == ["een", "twee", "drie"]
        await pilot.press("f7", "backspace")
        await pilot.pause()
        assert shown(app.screen)[1:] == ["", ""]


def shown(screen: Screen[object]) -> list[str]:
    """The first three rows of the note as they were last painted."""
    area = screen.query_one(NoteArea)
    x, y, width, _ = area.content_region
    strips: Iterable[Strip] = screen._compositor.render_strips()[y : y + 3]
    return [strip.crop(x, x + width).text.strip() for strip in strips]
