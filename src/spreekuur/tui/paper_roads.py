"""From the spreekuur to its papers and back: made beforehand, put in afterwards."""

from __future__ import annotations

from spreekuur.tui.desk import Desk


class PaperRoads(Desk):
    """A screen about one spreekuur that can be done on paper."""

    office_hours_id: int

    async def do_papers(self) -> None:
        """The list for the concierge and the sheet for herself."""
        from spreekuur.tui.screens.papers import PaperSheet

        await self.app.push_screen(PaperSheet(self.office_hours_id))

    async def do_from_paper(self) -> None:
        """What was written on the sheet, by the numbers on it."""
        from spreekuur.tui.screens.paper_entry import PaperEntryDesk

        self.keep()
        await self.app.push_screen(PaperEntryDesk(self.office_hours_id))
