"""The school under the cursor, beside a list: drawn when the cursor comes to rest."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from spreekuur.tui.lines import stack
from spreekuur.tui.school_details import preview
from spreekuur.tui.widgets.pupil_preview import REST_SECONDS
from spreekuur.views.school import school_view

if TYPE_CHECKING:
    from spreekuur.tui.desk import Desk


class SchoolPreview(Static):
    """Where it is and who is to be reached there. Where it isn't displayed nothing is read."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown_key: Hashable | None = None
        self._resting: Timer | None = None

    def on_resize(self) -> None:
        self.show(self._shown_key)

    def rest_on(self, key: Hashable | None) -> None:
        """Show this school as soon as no other follows."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST_SECONDS, lambda: self.show(key))

    def show(self, key: Hashable | None) -> None:
        """Show this school as the file holds it now; None shows nothing."""
        self._shown_key = key
        if self.display:
            lines = self._lines(key) if isinstance(key, int) else []
            self.update(stack(lines), layout=False)

    def _lines(self, school_id: int) -> list[Content]:
        desk: Desk = self.screen  # type: ignore[assignment]
        app = desk.desk_app
        with app.casebook.read() as connection:
            school = school_view(connection, school_id)
        if school is None:
            return []
        return preview(school, self.content_size.width, shielded=desk.shielded)
