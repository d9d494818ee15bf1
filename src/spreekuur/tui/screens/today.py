"""Vandaag: the spreekuren of today first, then who is at turn, then what still lies open."""

from __future__ import annotations

import asyncio
from collections.abc import Hashable, Sequence
from contextlib import ExitStack, closing
from datetime import date, time
from itertools import chain
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from spreekuur.rules.labels import Attendance
from spreekuur.store.errors import Damaged, StoreError
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.copy_lines import with_copies
from spreekuur.tui.open_rows import open_lines
from spreekuur.tui.panes import BREAKPOINTS, TWO, first, make_third, second
from spreekuur.tui.places import top_bar
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.today_rows import (
    GRID,
    HOURS_GRID,
    OPEN_GRID,
    AtPlace,
    Drawing,
    Waits,
    coming_lines,
    hours_lines,
    no_hours_lines,
)
from spreekuur.tui.turning import Turning, turn_at
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.today_hours import TodayHours, today_hours

if TYPE_CHECKING:
    from spreekuur.store.casebook import Casebook
    from spreekuur.tui.widgets.beside import Beside
    from spreekuur.views.today import OpenThings

NO_SCHOOLS = "Nog geen scholen. i leest de scholenlijst van DUO in."
NO_HOURS = "Er is nog geen spreekuur. p plant er een, daarna kan de lijst erop."


class Today(Turning):
    """What today asks.

    Today's spreekuren are there with the first paint. The rest is looked up in a thread, so that
    a large file never keeps her waiting.
    """

    CSS_PATH = stylesheets("panes")
    scopes = ("lijst", "vandaag")
    BINDINGS = bindings("lijst", "vandaag", "zetten")
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "Het spreekuur van vandaag, wie aan zet is en wat nog openstaat."

    def __init__(self) -> None:
        super().__init__()
        self._hours: tuple[TodayHours, ...] = ()
        self._things: OpenThings | None = None
        self._begun = self._looking = self._stale = False
        self._drawn_in_one = False
        self._painted = asyncio.Event()
        self._holding = ExitStack()
        self._left = Rows(GRID, classes="pane--first")
        self._third: Beside | None = None
        self._right = Rows(OPEN_GRID, classes="pane--second")

    def compose(self) -> ComposeResult:
        yield top_bar("Vandaag", self.desk_app)
        with Horizontal(classes="panes"):
            yield self._left
            yield self._right
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.call_after_refresh(self._painted.set)
        self.set_interval(20, self.query_one(TopBar).refresh)
        self.watch(self.app, "copies", self._draw, init=False)

    def on_screen_resume(self) -> None:
        if self._things is not None:
            self.reload()

    def on_resize(self) -> None:
        self._draw()
        make_third(self, self._beside)

    def _beside(self) -> Beside:
        """What the row under the cursor is about."""
        from spreekuur.tui.widgets.beside import Beside

        self._third = Beside("about", lambda: self.under_cursor)
        return self._third

    def redraw(self) -> None:
        self._draw()

    def reload(self) -> None:
        if self.is_current:
            with self.casebook.read() as connection:
                self._hours = today_hours(connection, self.desk_app.today)
            self._draw()
            if not self._begun:
                self._hold()
            self._stale = True
            if not self._looking:
                self._looking = True
                self._look_up()

    @work
    async def _look_up(self) -> None:
        """Find what lies open; keys that are meant for it wait."""
        with self._holding:
            # A thread takes turns with the painting of what is already known.
            await self._painted.wait()
            while self._stale:
                self._stale = False
                work = (self.casebook, self.desk_app.today, self.desk_app.clock)
                try:
                    self._things = await asyncio.to_thread(_open_things, *work)
                except Damaged as damage:
                    self.desk_app.found_damage(damage)
                except StoreError as refusal:
                    self.say(refusal.sentence)
                self._draw()
        self._looking = False

    def _hold(self) -> None:
        self._holding.enter_context(self.desk_app.hold_keys())

    def changed(self) -> None:
        """The next key is meant for the row that takes the place of this one."""
        if self.is_current:
            self._hold()
            self.reload()

    def _draw(self) -> None:
        app, columns, edges = self.desk_app, self.app.size.width, GUTTER + 2
        grid = GRID if self._one_pane else HOURS_GRID
        left_width = first(columns) - edges
        how = Drawing(app.today, self.shielded, grid[0].width, left_width)
        left, opened = hours_lines(self._hours, how), []
        if self._things:
            right_width = left_width if self._one_pane else second(columns) - edges - 1
            left = left or no_hours_lines(self._things, app.today, left_width)
            opened = open_lines(self._things, how, right_width)
            opened = with_copies(opened, app.copies, app.now.date(), right_width)
            left += [Head(), *opened] if self._one_pane else []
            left += coming_lines(self._things, how)
        # Only in another width: elsewhere the next row takes the place of one that moved away.
        hands = self.under_cursor if self._one_pane != self._drawn_in_one else None
        self._drawn_in_one = self._one_pane
        self._left.columns = grid
        self._left.show(left)
        self._right.show([] if self._one_pane else opened)
        self._follow(hands)
        if self._third is not None:
            self._third.rest()
        if not self._begun:
            self._begin(opened)

    def _follow(self, hands: Hashable | None) -> None:
        """In another width what lies open stands in the other list; the hands go along."""
        if self._begun and hands not in (None, self.under_cursor):
            for rows in (self._left, self._right):
                if rows.move_to(hands):
                    self.set_focus(rows)
                    return

    def _begin(self, opened: Sequence[Row | Head]) -> None:
        """Put the cursor on the first unanswered thing of today, once it is known."""
        invited = (
            AtPlace(one.id, place.appointment_id)
            for one in self._hours
            for place in one.taken
            if place.attendance is Attendance.INVITED
        )
        others = (line.key for line in opened if isinstance(line, Row))
        key = next(chain(invited, others), None)
        self._begun = key is not None or self._things is not None
        if key is not None and not self._left.move_to(key) and self._right.move_to(key):
            self.set_focus(self._right)

    @property
    def _one_pane(self) -> bool:
        return self.app.size.width < TWO

    @property
    def under_cursor(self) -> Hashable | None:
        rows = self._right if self._right.has_focus else self._left
        return rows.cursor_key

    def scopes_now(self) -> Sequence[str]:
        """What is done with a move only where there is one."""
        return self.scopes if turn_at(self.under_cursor) is None else (*self.scopes, "zetten")

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without Escape: from the first screen there is nowhere to go back to."""
        return [(one, able) for one, able in super().commands_now() if one.id != "back"]

    def why_not(self, command: str) -> str | None:
        if command == "open" and self.under_cursor is None:
            return "Er is niets om te openen. p plant een spreekuur, n begint een notitie."
        if command == "list":
            hours = self._hours_for_list
            return NO_HOURS if hours is None else self._why_over(hours)
        if command == "plan" and self._things and not self._things.has_schools:
            return NO_SCHOOLS
        return super().why_not(command)

    @on(events.DescendantFocus)
    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        """Name the keys of the row that has the hands, and show what it is about."""
        self.refresh_bars()
        if self._third is not None:
            self._third.rest()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    def _why_over(self, hours: int) -> str | None:
        if not any(one.id == hours and one.is_closed for one in self._hours):
            return None
        # Nothing is over on most first screens.
        from spreekuur.tui.over import why_over

        return why_over(self.casebook, hours)

    @property
    def _hours_for_list(self) -> int | None:
        """The spreekuur under the cursor, else the first open one of today, else the next one."""
        match self.under_cursor:
            case AtPlace(hours) | Waits(hours):
                return hours
        for one in self._hours:
            if not one.is_closed:
                return one.id
        coming = self._things.next_hours if self._things else None
        return coming.id if coming else None

    async def do_plan(self) -> None:
        """Plan a spreekuur; the cursor goes to it when it is of today."""
        from spreekuur.tui.screens.plan import PlanSheet

        def planned(hours_id: int | None) -> None:
            if hours_id is not None:
                self.reload()
                self._left.move_to(AtPlace(hours_id))
                self.say("Gepland. l plakt de lijst van school, u maakt het ongedaan.")

        await self.app.push_screen(PlanSheet(), planned)

    async def do_list(self) -> None:
        hours = self._hours_for_list
        assert hours is not None
        await self.desk_app.paste_list(hours)


def _open_things(casebook: Casebook, today: date, now: time | None) -> OpenThings:
    """Runs in a thread, on a connection of its own."""
    from spreekuur.views.today import open_things

    with closing(casebook.beside()) as beside, beside.read() as connection:
        return open_things(connection, today, now)
