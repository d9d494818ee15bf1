"""The jongere under the cursor, beside a list: drawn when the cursor comes to rest."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from spreekuur.tui.lines import stack

if TYPE_CHECKING:
    from spreekuur.tui.desk import Desk

REST_SECONDS = 0.05
"""How long the cursor stands still before the jongere under it is read."""

TALKS = 3


class PupilPreview(Horizontal):
    """Who it is and what runs; from three panes on also the people around them.

    Stands on a `Desk`. Where it isn't displayed nothing is read.
    """

    can_focus = False

    def __init__(self) -> None:
        super().__init__()
        self._shown_key: Hashable | None = None
        self._resting: Timer | None = None
        self._story = Static(classes="preview--story", markup=False)
        self._around = Static(classes="preview--people", markup=False)

    def compose(self) -> ComposeResult:
        yield self._story
        yield self._around

    def on_resize(self) -> None:
        self.show(self._shown_key)

    def rest_on(self, key: Hashable | None) -> None:
        """Show this jongere as soon as no other follows."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST_SECONDS, lambda: self.show(key))

    def show(self, key: Hashable | None) -> None:
        """Show this jongere as the file holds them now; None shows nothing."""
        self._shown_key = key
        if not self.display:
            return
        lines = self._lines(key) if isinstance(key, int) else ([], [])
        for pane, content in zip((self._story, self._around), lines, strict=True):
            pane.update(stack(content), layout=False)

    def _lines(self, pupil_id: int) -> tuple[list[Content], list[Content]]:
        # The list is painted first.
        from spreekuur.tui.preview import people, preview
        from spreekuur.views.card import pupil_card
        from spreekuur.views.caseload import caseload_row
        from spreekuur.views.timeline import timeline

        desk: Desk = self.screen  # type: ignore[assignment]
        app = desk.desk_app
        with app.casebook.read() as connection:
            card = pupil_card(connection, pupil_id, app.today)
            row = caseload_row(connection, pupil_id, app.today)
            entries = timeline(connection, pupil_id, TALKS)
        if card is None or row is None:
            return [], []
        width, apart = self._story.content_size.width, self._around.content_size.width
        story = preview(card, row, entries, app.today, width, shielded=desk.shielded)
        return story, people(card, apart, shielded=desk.shielded)
