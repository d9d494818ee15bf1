"""Agenda: by week or by month the spreekuren and her own time and steps, opened at today."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from spreekuur.tui.agenda_changes import EMPTY, AgendaChanges
from spreekuur.tui.agenda_rows import (
    NARROW,
    ROOMY,
    WIDE,
    Lines,
    Spot,
    agenda_lines,
    opening,
    row_of,
    spot_of,
)
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.panes import BREAKPOINTS, first, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.today_rows import AtPlace, Drawing, target_of
from spreekuur.tui.turning import turn_at
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.month import Month
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.agenda_things import OwnTime, PlannedHours
from spreekuur.views.weeks import Agenda, Thing, agenda_weeks

NOTHING_HERE = "Op deze dag staat niets. p plant een spreekuur."


class AgendaDesk(AgendaChanges):
    """All weeks in one list; what was planned long ago is above what is under the cursor."""

    CSS_PATH = stylesheets("panes", "agenda")
    scopes = ("lijst", "agenda")
    BINDINGS = bindings("lijst", "agenda", "zetten", "maand", "terug")
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "Spreekuren en wat je zelf hebt afgesproken, per week of per maand; ook eerder."

    def __init__(self, at: Spot | None = None) -> None:
        """Opened at today, or at `at`."""
        super().__init__()
        self._at = at
        self._agenda = Agenda((), {}, (), 0, has_schools=False)
        self._things: dict[Spot, Thing] = {}
        self._lines: Lines = []
        self._seen_from: date | None = None
        self._list = Rows(WIDE, empty=EMPTY, classes="pane--first")
        self._month: Month | None = None

    def compose(self) -> ComposeResult:
        yield top_bar("Agenda", self.desk_app)
        with Horizontal(classes="panes"):
            yield self._list
            yield Beside("about", lambda: self.under_cursor, classes="pane--second")
            if self.by_month:
                yield self._make_month(self._at.on if self._at else self.desk_app.today)
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        if self._at and not self._list.move_to(self._at):
            self._to_day(self._at.on)
        self._show_chosen()
        self.set_interval(20, self.query_one(TopBar).refresh)

    def on_resize(self) -> None:
        make_third(self, lambda: Beside("around", lambda: self.under_cursor))
        self._draw()

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._agenda = agenda_weeks(connection, self.desk_app.today)
        things = (thing for day in self._agenda.days.values() for thing in day.things)
        self._things = {spot_of(thing): thing for thing in things}
        self._draw()
        self._look_at()

    def redraw(self) -> None:
        self._draw()
        self._look_at()

    def _draw(self) -> None:
        app, seen_from = self.desk_app, self._seen_from
        was_on = self.day
        room = first(self.app.size.width) - GUTTER - 2
        how = Drawing(app.today, self.shielded)
        self._list.columns = WIDE if room >= ROOMY else NARROW
        self._lines = agenda_lines(self._agenda, how, room)
        self._list.show(self._lines)
        if self._month:
            self._month.show(self._agenda, how)
        # The night has passed: whoever was at today is so again.
        if app.today != seen_from and was_on in (None, seen_from):
            self.do_to_today()
        self._seen_from = app.today

    @property
    def by_month(self) -> bool:
        """Whether the month has the screen; chosen once for as long as the program runs."""
        return self.desk_app.agenda_by_month

    @property
    def agenda(self) -> Agenda:
        return self._agenda

    @property
    def day(self) -> date | None:
        if self.by_month and self._month:
            return self._month.cursor
        key = self._list.cursor_key
        return key.on if isinstance(key, Spot) else None

    @property
    def thing(self) -> Thing | None:
        """Of a month the one thing of the day under the cursor that can be changed here."""
        if self.by_month:
            return self.only_one_of_day
        key = self._list.cursor_key
        return self._things.get(key) if isinstance(key, Spot) else None

    @property
    def under_cursor(self) -> Hashable | None:
        """Where the thing under the cursor is done; in a month nothing is done."""
        match None if self.by_month else self.thing:
            case PlannedHours(id=hours):
                return AtPlace(hours)
            case None | OwnTime():
                return None
            case move:
                return target_of(move)

    def scopes_now(self) -> Sequence[str]:
        """What is done with a step only where there is one."""
        if self.by_month:
            return ("maand", "agenda")
        return self.scopes if turn_at(self.under_cursor) is None else (*self.scopes, "zetten")

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without Escape: a place is not gone into, so there is nothing to step out of."""
        found = super().commands_now()
        inside = len(self.app.screen_stack) > 2
        return found if inside else [(one, able) for one, able in found if one.id != "back"]

    def why_not(self, command: str) -> str | None:
        if command == "open" and not self.by_month and self.thing is None:
            return NOTHING_HERE if self.day else EMPTY
        if command == "to_today" and not self.by_month and not self._lines:
            return EMPTY
        return super().why_not(command)

    @on(Rows.Highlighted)
    @on(Month.Highlighted)
    def _look_at(self) -> None:
        for pane in self.query(Beside):
            pane.rest()
        self.refresh_bars()

    @on(Rows.Chosen)
    @on(Month.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """Go where the thing under the cursor is done; of a month to that day in the weeks."""
        if self.by_month:
            await self.do_by_month()
        elif isinstance(self.thing, OwnTime):
            await self.do_edit()
        else:
            await super().do_open()

    def do_to_today(self) -> None:
        """The first thing of today under the cursor, its week on the first lines."""
        if self._month:
            self._month.move_to(self.desk_app.today)
        if self._lines:
            first_row, top = opening(self._lines, self.desk_app.today)
            self._list.move_to(first_row, top=top)

    async def do_by_month(self) -> None:
        """From the weeks to the month or back, on the same day."""
        day = self.day or self.desk_app.today
        self.desk_app.agenda_by_month = not self.by_month
        if not self.by_month:
            self._to_day(day)
        elif self._month:
            self._month.move_to(day)
        else:
            await self.query_one(".panes").mount(self._make_month(day))
        self._show_chosen()
        self._look_at()

    def _make_month(self, on: date) -> Month:
        how = Drawing(self.desk_app.today, self.shielded)
        self._month = Month(self._agenda, how, on)
        return self._month

    def _show_chosen(self) -> None:
        self.set_class(self.by_month, "-by-month")
        self.set_focus(self._month if self.by_month else self._list)

    def _to_day(self, on: date) -> None:
        spot = row_of(self._lines, on)
        if spot:
            self._list.move_to(spot)

    def do_last_month(self) -> None:
        self._turn(months=-1)

    def do_next_month(self) -> None:
        self._turn(months=1)

    def do_last_day(self) -> None:
        self._turn(days=-1)

    def do_next_day(self) -> None:
        self._turn(days=1)

    def _turn(self, *, months: int = 0, days: int = 0) -> None:
        if self._month:
            self._month.turn(months)
            self._month.action_move(days)

    def do_undo(self) -> None:
        """The cursor goes along with what went back to the day it had."""
        here = self.thing
        self.desk_app.do_undo()
        if here and (was_at := spot_of(here)) not in self._things:
            self.planned(was_at.kind, was_at.id)

    def planned(self, kind: str, number: int | None) -> None:
        """The cursor on what was made just now; in the weeks only, a month stays on its day."""
        found = (one for one in self._things if one[:2] == (kind, number))
        spot = next(found, None)
        if spot and not self.by_month:
            self._list.move_to(spot)
        elif spot and self._month:
            self._month.move_to(spot.on)
