"""What happens beside her typing, another day or another process, and is seen before a key acts."""

from __future__ import annotations

from collections.abc import Hashable
from concurrent.futures import Future
from datetime import date, time

from textual import events

from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import ChangedElsewhere, Damaged
from spreekuur.store.location import Location
from spreekuur.tui.commands import commands
from spreekuur.tui.desk import Commanded, Desk, Sheet
from spreekuur.tui.registry import BACK, EVERYWHERE
from spreekuur.tui.silence import Silence
from spreekuur.tui.widgets.bars import TopBar

CALENDAR_SECONDS = 20
"""How often the calendar is looked at."""
OF_NO_ROW = frozenset({*(one.id for one in (*EVERYWHERE, *BACK)), "move"})
"""Commands that mean the same whatever is under the cursor."""


class Noticing(Silence):
    """An app that shows what another wrote, and lets no key act on a row that took its place."""

    def __init__(
        self, location: Location, day: date | None, opening: Future[Casebook | None]
    ) -> None:
        super().__init__(location, opening)
        self._day = day
        self._shown_day = self.today

    @property
    def today(self) -> date:
        """The day the screens are about: that of `--datum`, else the calendar's."""
        return self._day or self.now.date()

    @property
    def clock(self) -> time | None:
        """The time of a note written now; none while preparing or filling in another day."""
        return self.now.time().replace(microsecond=0) if self.today == self.now.date() else None

    def on_ready(self) -> None:
        """Look at the calendar from the first painting on."""
        self.set_interval(CALENDAR_SECONDS, self._follow_the_day)

    def _follow_the_day(self) -> None:
        """Take every open screen along to the next day; with `--datum` there is none."""
        if self._shown_day != self.today:
            self._shown_day = self.today
            if self._casebook:
                self.reload()
                for bar in self.screen.query(TopBar):
                    bar.refresh()

    def may_act(self, event: events.Key | events.Paste) -> bool:
        """Not on another row than the one that stood under the cursor when it was pressed."""
        if self._casebook is None:
            return True
        try:
            changed = self.casebook.changed_elsewhere()
            if not changed and self._shown_day == self.today:
                return True
            before = self._under_cursors()
            self._follow_the_day()
            if changed:
                self.reload()
        except Damaged as damage:
            self.found_damage(damage)
            return True
        if before == self._under_cursors() or not self._is_about_row(event):
            return True
        if isinstance(self.screen, Desk | Sheet):
            self.screen.say(ChangedElsewhere.sentence)
        return False

    def _under_cursors(self) -> list[Hashable]:
        from spreekuur.tui.widgets.rows import Rows

        return [rows.cursor_key for rows in self.screen.query(Rows)]

    def _is_about_row(self, event: events.Key | events.Paste) -> bool:
        """Whether it is a command here that could mean the row under the cursor."""
        screen, focused = self.screen, self.focused
        if not isinstance(event, events.Key) or not isinstance(screen, Commanded):
            return False
        if focused is not None and focused.check_consume_key(event.key, event.character):
            return False
        here = (one for one in commands(*screen.scopes_now()) if one.id not in OF_NO_ROW)
        return any(event.key in one.keys for one in here)
