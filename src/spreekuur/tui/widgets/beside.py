"""What is under the cursor of a list, beside that list: drawn when the cursor comes to rest."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from textual.timer import Timer
from textual.widgets import Static

from spreekuur.tui import signs
from spreekuur.tui.lines import MUTED, line, stack

if TYPE_CHECKING:
    from spreekuur.tui.desk import Desk

REST_SECONDS = 0.05
"""How long the cursor stands still before the thing under it is read."""


class Beside(Static):
    """A pane to look at; stands on a `Desk`. Where it isn't displayed nothing is read."""

    can_focus = False

    def __init__(
        self, shows: str, under_cursor: Callable[[], Hashable | None], *, classes: str = ""
    ) -> None:
        """`shows` is what of the thing under the cursor: one of `thing_preview.PREVIEWS`."""
        super().__init__(markup=False, classes=classes)
        self._shows = shows
        self._under_cursor = under_cursor
        self._resting: Timer | None = None
        self._shielded = False

    def on_resize(self) -> None:
        self.look()

    def rest(self) -> None:
        """Look as soon as the cursor moves no further; at once when names became initials."""
        if self._resting is not None:
            self._resting.stop()
        if not self.is_attached:
            # The screen was put away while something was still being found for it.
            return
        if self._desk.shielded is not self._shielded:
            self.look()
        else:
            self._resting = self.set_timer(REST_SECONDS, self.look)

    def look(self) -> None:
        """Show the thing under the cursor as the file holds it now; nothing when there is none."""
        width, height = self.content_size
        if not self.display or not width:
            return
        # The list is painted first.
        from spreekuur.tui.thing_preview import preview_lines

        self._shielded = self._desk.shielded
        lines = preview_lines(self._desk, self._shows, self._under_cursor(), width)
        if len(lines) > height:
            lines[max(0, height - 1) :] = [line((signs.MORE, MUTED))]
        self.update(stack(lines), layout=False)

    @property
    def _desk(self) -> Desk:
        desk: Desk = self.screen  # type: ignore[assignment]
        return desk
