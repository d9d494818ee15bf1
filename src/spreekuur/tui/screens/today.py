"""Vandaag: the spreekuur of today first, then who is at turn, then what still lies open."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import line, stack
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.views.agenda import OfficeHoursView, office_hours_on


class Today(Desk):
    """What today asks."""

    scopes = ("vandaag", "lijst")
    BINDINGS = bindings("vandaag", "lijst")

    def compose(self) -> ComposeResult:
        yield TopBar((("1", "Vandaag"), ("2", "Caseload")), "Vandaag", lambda: "")
        yield Static(id="today")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()

    def reload(self) -> None:
        lines = [line(f"{view.school}") for view in self._views]
        self.query_one("#today", Static).update(stack(lines))

    @property
    def _views(self) -> list[OfficeHoursView]:
        with self.casebook.read() as connection:
            return office_hours_on(connection, self.desk_app.today)

    async def do_open(self) -> None:
        await self.desk_app.open_office_hours(self._views[0].id)
