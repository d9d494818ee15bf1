"""The block above the note: as high as its lines, which depend on the room there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from spreekuur.tui.lines import stack

Lines = Callable[[int, int], Sequence[Content]]
"""The lines for so many cells, where so many rows are for the block and what is below it."""


class PersonBlock(Widget):
    """Measured as it is laid out, so that it stands there in the first painting."""

    can_focus = False

    def __init__(self, lines: Lines) -> None:
        super().__init__(id="person")
        self._draw = lines
        self._room = 0
        self._shown: Sequence[Content] = ()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._room = container.height
        self._shown = self._draw(width, self._room)
        return len(self._shown)

    def again(self) -> None:
        """Draw what is true now; laid out anew only when that has another height."""
        lines = self._draw(self.content_size.width, self._room)
        layout = len(lines) != len(self._shown) or not self.is_attached
        self._shown = lines
        self.refresh(layout=layout)

    def render(self) -> Content:
        return stack(self._shown)
