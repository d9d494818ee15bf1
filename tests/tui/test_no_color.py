"""With NO_COLOR everything is said by words, signs, bold and reverse."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.style import Style
from textual.app import App

from spreekuur.tui import signs
from tests.tui.builder import desk, typed
from tests.tui.locked import give_keys
from tests.tui.screen_text import screen_text

PLACES = {
    "today": (),
    "table": ("enter",),
    "judged": ("enter", "1", "3"),
    "note": ("enter", *"+ Sam komt", "enter", *"! mentor: appt, vrijdg"),
    "list": ("enter", "f3", "f3", "escape"),
    "quick note": ("n", *"noor", "enter", *"> vr bellen"),
    "help": ("f1",),
    "lock": ("f8",),
}


async def shown(
    folder: Path, keys: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, no_color: bool
) -> tuple[str, list[Style]]:
    """The text and the styles of a screen."""
    folder.mkdir()
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    async with desk(folder, prepare=give_keys) as (app, pilot):
        await typed(pilot, *keys)
        return screen_text(app), styles(app)


def styles(app: App[None]) -> list[Style]:
    strips = app.screen._compositor.render_strips()
    return [segment.style for strip in strips for segment in strip if segment.style]


@pytest.mark.parametrize("keys", PLACES.values(), ids=PLACES)
async def test_a_screen_says_the_same_without_colour(
    keys: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    coloured, _ = await shown(tmp_path / "met", keys, monkeypatch, no_color=False)
    plain, looks = await shown(tmp_path / "zonder", keys, monkeypatch, no_color=True)
    assert plain == coloured
    assert {look.color.name for look in looks if look.color} <= {"default"}
    assert {look.bgcolor.name for look in looks if look.bgcolor} <= {"default"}


async def test_the_cursor_has_a_sign_and_is_reversed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, looks = await shown(tmp_path / "zonder", (), monkeypatch, no_color=True)
    assert signs.CURSOR in text
    assert any(look.reverse for look in looks)


async def test_what_was_judged_and_what_is_doubtful_is_said_in_words_and_signs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged, _ = await shown(tmp_path / "a", PLACES["judged"], monkeypatch, no_color=True)
    assert f"{signs.YES} Sam" in judged
    assert "gelukt" in judged
    note, _ = await shown(tmp_path / "b", PLACES["note"], monkeypatch, no_color=True)
    assert f"{signs.SHARED} naar school" in note
    assert "? vrijdg: bedoel je" in note
