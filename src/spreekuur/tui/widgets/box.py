"""A box over a screen, its title in the upper edge; where there is no room for that, the screen."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Size

from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, STRONG, line
from spreekuur.tui.literal import literal

WIDE, HIGH = 100, 30
"""Columns and rows of the screen from which there is a box (styles/picker.tcss)."""

WIDTH, PADDING = 100, 2
"""Columns of the box, and on either side what is not for text."""
SHEET = 120
"""Columns that a sheet takes at most (styles/spreekuur.tcss)."""

CORNERS = 8
"""Cells of the upper edge beside the words and the rule between them."""


def room_in_box(screen: Size) -> int:
    """Columns within the box, or within the sheet where there is no room for one."""
    boxed = screen.width >= WIDE and screen.height >= HIGH
    return WIDTH - 2 * PADDING if boxed else min(screen.width, SHEET)


class Box(Vertical):
    """What stands in it names itself with `head`."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head = ("", "")

    def head(self, title: str, remark: str = "") -> None:
        """Title at the left of the upper edge, remark at the right."""
        self._head = (literal(title), literal(remark))
        self.on_resize()

    def on_resize(self) -> None:
        title, remark = map(line, self._head)
        rule = self.outer_size.width - title.cell_length - remark.cell_length - CORNERS
        remark = line((f" {remark.plain}", MUTED)) if remark else remark
        self.border_title = line((title.plain, STRONG), (f" {signs.RULE * rule}", MUTED), remark)
