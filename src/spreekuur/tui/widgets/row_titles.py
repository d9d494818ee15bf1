"""The titles of a list's columns."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from spreekuur.tui.widgets.row_columns import fitted
from spreekuur.tui.widgets.rows import GUTTER, Rows


class RowTitles(Widget):
    """The titles of a list's columns, on one line above it."""

    DEFAULT_CLASSES = "rows--titles"

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self._rows = rows

    def render_line(self, y: int) -> Strip:
        titles = [column.title for column in self._rows.columns]
        room = max(0, self.size.width - GUTTER)
        parts = [(" " * GUTTER, ""), *fitted(titles, self._rows.columns, room)]
        style = self.rich_style
        return Strip([Segment(text, style) for text, _ in parts], self.size.width)
