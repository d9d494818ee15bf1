"""Every theme is readable: text 7:1, muted and state colours 4.5:1, as really painted."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult
from textual.widgets.text_area import Selection

from spreekuur.tui import signs
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import ACCENT, BAD, GOOD, MUTED, STRONG, WARN
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.safety import Safety
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.themes import THEMES
from spreekuur.tui.typing_order import TypingOrder
from spreekuur.tui.widgets.bars import KeyBar, StatusLine
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import Rows
from tests.tui.contrast import STATE, TEXT, contrast, painted

LOOKS = {"muted": MUTED, "accent": ACCENT, "good": GOOD, "warn": WARN, "bad": BAD}


class ColourApp(TypingOrder, Safety):
    """One of everything that is painted, each with a word of its own."""

    CSS_PATH = stylesheets()

    def __init__(self, theme: str) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self.rows = Rows((Column(12), Column(12), Column()))

    def compose(self) -> ComposeResult:
        yield self.rows
        yield Field(value="veldtekst")
        yield NoteArea(placeholder="voorbeeld")
        note = NoteArea()
        note.text = "notitie gekozen"
        note.selection = Selection((0, 8), (0, 15))
        yield note
        yield StatusLine()
        yield KeyBar(lambda: ())

    def on_mount(self) -> None:
        rows = [Row(f"{name}", (name, (f"-{name}", look))) for name, look in LOOKS.items()]
        self.rows.show(
            [Row("cursor", ("cursor",)), Head("kop"), Row("vet", (("vet", STRONG),)), *rows]
        )
        self.query_one(StatusLine).say("melding")


@pytest.mark.parametrize("theme", [one.name for one in THEMES])
async def test_everything_painted_can_be_read(theme: str) -> None:
    app = ColourApp(theme)
    async with app.run_test(size=(60, 50)) as pilot:
        await pilot.pause()
        ratios = {text.strip(): contrast(style) for text, style in painted(app)}
    words = " ".join(ratios)
    for word in ("cursor", "kop", "vet", "veldtekst", "notitie", "gekozen", "melding", "voorbeeld"):
        assert word in words
    for text, ratio in ratios.items():
        quiet = text.startswith("-") or "voorbeeld" in text
        assert ratio >= (STATE if quiet else TEXT), (text, round(ratio, 2))


@pytest.mark.parametrize("theme", [one.name for one in THEMES])
async def test_each_state_has_a_colour_of_its_own(theme: str) -> None:
    app = ColourApp(theme)
    async with app.run_test(size=(60, 50)) as pilot:
        await pilot.pause()
        colours = [style.color for text, style in painted(app) if text.strip().startswith("-")]
    assert len(colours) == len(set(colours)) == len(LOOKS)


@pytest.mark.parametrize("without_colour", [False, True], ids=["colour", "no colour"])
async def test_both_cursors_show_by_more_than_colour(
    without_colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if without_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    app = ColourApp(THEMES[0].name)
    async with app.run_test(size=(60, 50)) as pilot:
        await pilot.pause()
        row = next(style for text, style in painted(app) if "cursor" in text)
        assert any(text.startswith(signs.CURSOR) for text, _ in painted(app))
        app.query_one(Field).focus()
        await pilot.press("end", "left")
        field = [text for text, style in painted(app) if style.reverse]
        app.query_one(NoteArea).focus()
        await pilot.press("a", "left")
        note = [text for text, style in painted(app) if style.reverse]
    assert row.reverse
    assert field == ["t"]
    assert note == ["a"]
