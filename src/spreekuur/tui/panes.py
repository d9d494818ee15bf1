"""How many panes stand beside each other: one at 80 columns, two from 100, three from 140.

A screen names its panes with the classes of `styles/panes.tcss`. The third is made when there is
first room for it, so that a start at a smaller size does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget

TWO, THREE = 100, 140
"""Columns of the screen from which there are two panes, and three."""

BREAKPOINTS = [(0, "-one-pane"), (TWO, "-two-panes"), (THREE, "-three-panes")]

NARROWEST, WIDEST = 44, 64
"""Columns of what stands beside the talks of a dossier: of two panes, and at most."""

FIRST, SECOND = {1: 1.0, 2: 0.57, 3: 0.42}, {1: 1.0, 2: 0.43, 3: 0.33}
"""The parts of the width for the first and the second pane, by how many there are."""


def panes(width: int) -> int:
    """How many there are on a screen of so many columns."""
    return 1 + (width >= TWO) + (width >= THREE)


def first(width: int) -> int:
    """Columns of the first pane, edges included."""
    return int(width * FIRST[panes(width)])


def second(width: int) -> int:
    """Columns of the second pane, edges included; where it is the last, what the first leaves."""
    return int(width * SECOND[3]) if panes(width) == 3 else width - first(width)


def make_third(screen: Screen[None], make: Callable[[], Widget]) -> None:
    """Make the third pane once there is room for it."""
    if screen.app.size.width >= THREE and not screen.query(".pane--third"):
        screen.query_one(".panes").mount(make().add_class("pane--third"))


def of_dossier(width: int) -> tuple[int, int, int]:
    """Columns of talks, how it stands, and people, edges included; 0 for a pane there is not."""
    match panes(width):
        case 1:
            return width, width, 0
        case 2:
            right = min(max(width * 36 // 100, NARROWEST), WIDEST)
            return width - right, right, 0
    right = min(width * 28 // 100, WIDEST)
    return width - 2 * right, right, right
