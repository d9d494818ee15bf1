"""Aan zet: whose move it is, by date; done, put off or answered with one key."""

from __future__ import annotations

from collections.abc import Hashable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.panes import BREAKPOINTS, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.today_rows import Drawing
from spreekuur.tui.turn_rows import GRID, NARROW_GRID
from spreekuur.tui.turning import Turning
from spreekuur.tui.turns_window import TurnsWindow
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.today import stuck
from spreekuur.views.turns import turn_keys

EMPTY = "Er staat niets open. Niemand hoeft nu iets te doen."
NARROW = 76
"""Columns below which names and dates give way to what is to be done."""


class TurnsDesk(Turning):
    """Who is without vervolg on top, then every open move in a section for each side."""

    CSS_PATH = stylesheets("panes", "turns")
    scopes = ("aanzet", "zetten", "lijst")
    BINDINGS = bindings("aanzet", "zetten", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "Wie aan zet is en wanneer, en wie gesproken is en geen vervolg heeft."

    def __init__(self) -> None:
        super().__init__()
        self._window: TurnsWindow | None = None
        self._rows = Rows(GRID, empty=EMPTY)

    def compose(self) -> ComposeResult:
        yield top_bar("Aan zet", self.desk_app)
        with Horizontal(classes="panes"):
            yield self._rows
            yield Beside("turn", lambda: self.under_cursor, classes="pane--second")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(20, self.query_one(TopBar).refresh)

    def on_resize(self) -> None:
        self._rows.columns = NARROW_GRID if self.app.size.width < NARROW else GRID
        make_third(self, lambda: Beside("around", lambda: self.under_cursor))

    @property
    def under_cursor(self) -> Hashable | None:
        return self._rows.cursor_key

    def reload(self) -> None:
        app = self.desk_app
        with self.casebook.read() as connection:
            moves, without = turn_keys(connection, app.today), stuck(connection, app.today)
        how = Drawing(app.today, self.shielded)
        self._window = TurnsWindow(self.casebook, moves, without, how)
        self._rows.show(self._window)
        self._look_at()

    @property
    def _at(self) -> int:
        """Where the cursor stands among the rows."""
        found = self._window.position(self.under_cursor) if self._window else None
        return found or 0

    def changed(self) -> None:
        """The cursor goes to the row that followed, wherever its own went."""
        assert self._window
        at = self._at
        following = self._window.key(at + 1)
        self.reload()
        if following is None or not self._rows.move_to(following):
            self._rows.move_to(self._window.key(min(at, self._window.count() - 1)))

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        for pane in self.query(Beside):
            pane.rest()
        self.refresh_bars()

    def why_not(self, command: str) -> str | None:
        if command in ("open", "next_side") and self.under_cursor is None:
            return EMPTY
        return super().why_not(command)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without Escape: from a numbered place there is nowhere to go back to."""
        return [(one, able) for one, able in super().commands_now() if one.id != "back"]

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    def do_next_side(self) -> None:
        """The first row of the next section; after the last the first again."""
        assert self._window
        at, firsts = self._at, self._window.firsts
        later = next((first for first in firsts if first > at), firsts[0])
        # From below, so that the section begins at the top.
        self._rows.action_last()
        self._rows.move_to(self._window.key(later))
