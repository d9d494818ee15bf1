"""Text at least 7:1, muted and states 4.5:1: on every surface of a theme and on real screens."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.color import Color
from textual.widgets import Static

from spreekuur.tui.fields import Field
from spreekuur.tui.lines import ACCENT, BAD, GOOD, MUTED, WARN, line
from spreekuur.tui.safety import Safety
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.themes import THEMES
from tests.tui.builder import desk, typed
from tests.tui.contrast import STATE, TEXT, contrast, painted
from tests.tui.locked import give_keys

NAMES = [theme.name for theme in THEMES]
SURFACES = ("$background", "$surface", "$panel")
PLAIN = "tekst"
LOOKS = {"": TEXT, MUTED: STATE, ACCENT: STATE, GOOD: STATE, WARN: STATE, BAD: STATE}


class Swatches(Safety):
    """Every look on every surface, upright and reversed; a field with nothing in it."""

    CSS_PATH = stylesheets()

    def __init__(self, theme: str) -> None:
        super().__init__()
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme

    def compose(self) -> ComposeResult:
        for surface, look in product(SURFACES, LOOKS):
            for style in (look, f"{look} reverse".strip()):
                swatch = Static(line((f"{look or PLAIN} op {surface}", style)))
                swatch.styles.background = self.get_css_variables()[surface.removeprefix("$")]
                yield swatch
        yield Field(placeholder="leeg")


@pytest.mark.parametrize("theme", NAMES)
async def test_every_look_can_be_read_on_every_surface_and_reversed(theme: str) -> None:
    app = Swatches(theme)
    async with app.run_test(size=(60, 60)) as pilot:
        await pilot.pause()
        seen = list(painted(app))
    swatches = [(text.split(" op "), contrast(style)) for text, style in seen if " op " in text]
    assert len(swatches) == 2 * len(SURFACES) * len(LOOKS)
    for (look, surface), ratio in swatches:
        assert ratio >= LOOKS.get(look, TEXT), (look, surface, round(ratio, 2))
    assert next(contrast(style) for text, style in seen if text == "eeg") >= STATE


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize(
    "keys",
    [(), ("enter",), ("enter", *"! mentor: ap"), ("enter", "escape"), ("f1",), ("f8",)],
    ids=["today", "table", "note", "list", "help", "lock"],
)
async def test_nothing_on_a_screen_is_too_weak_to_read(
    keys: tuple[str, ...], theme: str, tmp_path: Path
) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        app.theme = theme
        await typed(pilot, *keys)
        states = {
            Color.parse(value).rgb
            for name, value in app.get_css_variables().items()
            if name in ("text-accent", "text-success", "text-warning", "text-error")
        }
        seen = list(painted(app))
    plain = Color.parse(app.get_css_variables()["foreground"]).rgb
    assert len(seen) > 5
    for text, style in seen:
        ratio = contrast(style)
        assert style.color
        colours = {Color.from_rich_color(c).rgb for c in (style.color, style.bgcolor) if c}
        least = TEXT if plain in colours and not colours & states else STATE
        assert ratio >= least, (text, round(ratio, 2))
