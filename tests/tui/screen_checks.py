"""What holds on every screen at every size: calm edges, whole keys, fixed rows, no scrollbars."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager

from rich.cells import cell_len
from textual._context import visible_screen_stack

from spreekuur.tui.commands import shown_key
from spreekuur.tui.desk import Commanded
from spreekuur.tui.keys import roads_to_name
from spreekuur.tui.widgets.bars import KeyBar, StatusLine
from tests.tui.builder import PEOPLE, StillApp
from tests.tui.every_screen import Spot

BOXES = 100
"""Columns from which a sheet may be a box over its screen."""

OTHERS = (
    "Ilse",
    "Rima",
    "Hennie",
    "Drenth",
    "Ot Prins",
    "Lia van der Wal",
    "Hartog",
    "Joke Kok",
    "Visser",
)
SAID = ("doorgamet", "wekkers", "7x te laat", "epilepsie", "rijles", "06-00", "brommer", "jokt")
"""People around the jongeren, and words that stand in notes, agreements and reasons."""

STEERS = {"Cc", "Cs"}
HIDES = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def rows_of(app: StillApp, begin: int = 0, end: int | None = None) -> list[str]:
    """Every row of the screen as it is painted, from one column to before another."""
    visible_screen_stack.set(app._background_screens)
    strips = app.screen._compositor.render_strips()
    return [strip.crop(begin, end).text for strip in strips]


def names_on(app: StillApp) -> set[str]:
    """Every name of somebody in the file that can be read, and what was said."""
    shown = "\n".join(rows_of(app))
    people = {part for one in PEOPLE for part in (one.name.given, one.name.surname)}
    wanted = (*people, *OTHERS, *SAID)
    return {one for one in wanted if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", shown)}


def assert_calm(app: StillApp) -> None:
    """Nothing stands in the edge columns, no row is shifted, and the fixed rows are whole."""
    width, height = app.size
    rows = rows_of(app)
    assert len(rows) == height
    for row in rows:
        assert cell_len(row) == width, row
        assert (row[0], row[-1]) == (" ", " "), row
    assert_keys_are_whole(app)
    assert_nothing_scrolls_visibly(app)


def assert_keys_are_whole(app: StillApp) -> None:
    """The key bar holds whole labels and ends with help; right above it is the status line.

    They are the last rows of the screen; of a box, where a wide screen has room for one.
    """
    screen, (width, height) = app.screen, app.size
    assert isinstance(screen, Commanded)
    bar = screen.query_one(KeyBar)
    x, y, right, bottom = bar.region.corners
    assert x >= 0
    assert right <= width
    shown = rows_of(app, x, right)[y:bottom]
    named = [label for row in shown for label in re.split(" {2,}", row.strip())]
    labels = {
        f"{' '.join(map(shown_key, road))} {one.label}"
        for one, _ in screen.commands_now()
        for road in roads_to_name(one)
    }
    assert set(named) <= labels, shown
    assert named[-1] in ("? hulp", "F1 hulp")
    for status in screen.query(StatusLine):
        assert status.region.bottom == y
        assert bottom == height or width >= BOXES


def assert_nothing_scrolls_visibly(app: StillApp) -> None:
    """Lists and texts say how much follows in words."""
    for widget in (app.screen, *app.screen.query("*")):
        size = widget.scrollbar_size_vertical + widget.scrollbar_size_horizontal
        assert not size, f"{widget} shows a scrollbar"


def assert_literal(app: StillApp) -> None:
    """Nothing that is painted can steer the terminal or hide from the eye."""
    for row in rows_of(app):
        steering = [one for one in row if unicodedata.category(one) in STEERS]
        assert not steering, ascii(row)
        assert not HIDES.search(row), ascii(row)


@contextmanager
def named(spot: Spot) -> Iterator[None]:
    """Tell on which screen an assertion failed."""
    try:
        yield
    except AssertionError as error:
        error.add_note(f"screen: {spot.name}")
        raise
