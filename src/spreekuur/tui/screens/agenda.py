"""Agenda: week after week the spreekuren and her own steps, opened at today."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from spreekuur.tui.agenda_rows import (
    NARROW,
    ROOMY,
    WIDE,
    Lines,
    Spot,
    agenda_lines,
    opening,
    spot_of,
)
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.panes import BREAKPOINTS, first, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.today_rows import AtPlace, Drawing, target_of
from spreekuur.tui.turning import Turning, turn_at
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.today import Move
from spreekuur.views.weeks import Agenda, PlannedHours, agenda_weeks

EMPTY = "Nog geen spreekuur gepland. p plant het eerste."
NO_SCHOOLS = "Nog geen scholen. i leest op Vandaag de scholenlijst van DUO in."
NOTHING_HERE = "Op deze dag staat niets. p plant een spreekuur."
NO_HOURS = "Zet de cursor op een spreekuur; p plant er een."


class AgendaDesk(Turning):
    """All weeks in one list; what was planned long ago is above what is under the cursor."""

    CSS_PATH = stylesheets("panes")
    scopes = ("lijst", "agenda")
    BINDINGS = bindings("lijst", "agenda", "zetten")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "De weken met spreekuren en wat je zelf hebt afgesproken, vanaf vandaag; ook eerder."

    def __init__(self) -> None:
        super().__init__()
        self._agenda = Agenda((), 0, has_schools=False)
        self._things: dict[Spot, PlannedHours | Move] = {}
        self._lines: Lines = []
        self._seen_from: date | None = None
        self._list = Rows(WIDE, empty=EMPTY, classes="pane--first")

    def compose(self) -> ComposeResult:
        yield top_bar("Agenda", self.desk_app)
        with Horizontal(classes="panes"):
            yield self._list
            yield Beside("about", lambda: self.under_cursor, classes="pane--second")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(20, self.query_one(TopBar).refresh)

    def on_resize(self) -> None:
        make_third(self, lambda: Beside("around", lambda: self.under_cursor))
        self._draw()

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._agenda = agenda_weeks(connection, self.desk_app.today)
        days = (day for week in self._agenda.weeks for day in week.days)
        self._things = {spot_of(thing): thing for day in days for thing in day.things}
        self._draw()
        self._look_at()

    def redraw(self) -> None:
        self._draw()
        self._look_at()

    def _draw(self) -> None:
        app, seen_from = self.desk_app, self._seen_from
        was_on = self._spot.on if self._spot else None
        room = self._room
        self._list.columns = WIDE if room >= ROOMY else NARROW
        self._lines = agenda_lines(self._agenda, Drawing(app.today, self.shielded), room)
        self._list.show(self._lines)
        # The night has passed: whoever was at today is so again.
        if self._lines and app.today != seen_from and was_on in (None, seen_from):
            self.do_to_today()
        self._seen_from = app.today

    @property
    def _room(self) -> int:
        return first(self.app.size.width) - GUTTER - 2

    @property
    def _spot(self) -> Spot | None:
        key = self._list.cursor_key
        return key if isinstance(key, Spot) else None

    @property
    def _thing(self) -> PlannedHours | Move | None:
        return self._things.get(self._spot) if self._spot else None

    @property
    def under_cursor(self) -> Hashable | None:
        """Where the thing under the cursor is done."""
        here = self._thing
        if here is None:
            return None
        return AtPlace(here.id) if isinstance(here, PlannedHours) else target_of(here)

    def scopes_now(self) -> Sequence[str]:
        """What is done with a step only where there is one."""
        return self.scopes if turn_at(self.under_cursor) is None else (*self.scopes, "zetten")

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without Escape: a place is not gone into, so there is nothing to step out of."""
        return [(one, able) for one, able in super().commands_now() if one.id != "back"]

    def why_not(self, command: str) -> str | None:
        here = self._thing
        if command == "open" and here is None:
            return NOTHING_HERE if self._spot else EMPTY
        if command == "list" and not isinstance(here, PlannedHours):
            return NO_HOURS
        if command == "to_today" and not self._lines:
            return EMPTY
        if command == "plan" and not self._agenda.has_schools:
            return NO_SCHOOLS
        return super().why_not(command)

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        for pane in self.query(Beside):
            pane.rest()
        self.refresh_bars()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    def do_to_today(self) -> None:
        """The first thing of today under the cursor, its week on the first lines."""
        first, top = opening(self._lines, self.desk_app.today)
        self._list.move_to(first, top=top)

    async def do_plan(self) -> None:
        """Plan a spreekuur on the day under the cursor; the cursor goes to it."""
        from spreekuur.tui.screens.plan import PlanSheet

        def planned(hours_id: int | None) -> None:
            spot = next(
                (one for one in self._things if one[:2] == ("office_hours", hours_id)), None
            )
            if spot is not None:
                self._list.move_to(spot)
                self.say("Gepland. l plakt de lijst van school, u maakt het ongedaan.")

        await self.app.push_screen(PlanSheet(self._spot.on if self._spot else None), planned)

    async def do_list(self) -> None:
        here = self._thing
        assert isinstance(here, PlannedHours)
        await self.desk_app.paste_list(here.id)
