"""Vragen die helpen: below the list, for who looks for words; never needed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from spreekuur.tui.lines import MUTED, line, paragraph, stack

TITLE = "Vragen die helpen"


class Helping(Widget):
    """The questions of this moment, as high as they are; nothing without any."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(id="helping")
        self._asked: tuple[str, ...] = ()

    def ask(self, questions: Sequence[str]) -> None:
        """Show these; laid out anew only when they are others."""
        if tuple(questions) != self._asked:
            self._asked = tuple(questions)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._lines(width))

    def render(self) -> Content:
        return stack(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        if not self._asked or width <= 0:
            return []
        rows = (row for one in self._asked for row in paragraph(one, width))
        return [line((row, MUTED)) for row in (TITLE, *rows)]
