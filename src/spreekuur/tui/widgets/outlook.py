"""Under the lines of a form: what saving it would do; blank lines give way, then the last ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, line, stack


class Outlook(Widget):
    """`draw` gives the lines for a number of cells; there are none while nothing is known.

    The sheet has the class `-ahead` as long as there are lines.
    """

    can_focus = False

    def __init__(self, draw: Callable[[int], Sequence[Content]]) -> None:
        super().__init__()
        self._draw_lines = draw
        self._lines: Sequence[Content] = ()

    def on_resize(self) -> None:
        self.look()

    def look(self) -> None:
        """Look again: what it depends on may have changed."""
        self._lines = self._draw_lines(self.size.width) if self.size.width else ()
        self.screen.set_class(bool(self._lines), "-ahead")
        self.refresh()
        self.call_after_refresh(self._keep_in_view)

    def _keep_in_view(self) -> None:
        """The line that is typed in, when the lines get less room."""
        if self.screen.focused:
            self.screen.focused.scroll_visible(animate=False)

    def render(self) -> RenderResult:
        lines, room = self._lines, max(1, self.size.height)
        if len(lines) > room:
            lines = [one for one in lines if one.plain]
        if len(lines) > room:
            more = f"{signs.MORE} nog {len(lines) - room + 1} regels: een groter venster toont ze"
            lines = [*lines[: room - 1], line((more, MUTED))]
        return stack(lines)
