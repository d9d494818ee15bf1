"""Aan zet: whose move it is, by date; done, put off or answered with one key."""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.panes import BREAKPOINTS, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.today_rows import Drawing
from spreekuur.tui.turn_rows import GRID, NARROW_GRID, turn_lines
from spreekuur.tui.turning import Turning
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.today import stuck
from spreekuur.views.turns import turns

EMPTY = "Er staat niets open. Niemand hoeft nu iets te doen."
NARROW = 76
"""Columns below which names and dates give way to what is to be done."""


class TurnsDesk(Turning):
    """Every open move, in a section for each side."""

    CSS_PATH = stylesheets("panes", "turns")
    scopes = ("aanzet", "zetten", "lijst")
    BINDINGS = bindings("aanzet", "zetten", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "Wie aan zet is en wanneer, en wie gesproken is en geen vervolg heeft."

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[Hashable] = []
        self._firsts: list[Hashable] = []
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
            moves, without = turns(connection), stuck(connection, app.today)
        lines = turn_lines(moves, without, Drawing(app.today, self.shielded))
        self._keys = [one.key for one in lines if isinstance(one, Row)]
        self._firsts = [
            row.key
            for head, row in pairwise(lines)
            if isinstance(head, Head) and isinstance(row, Row)
        ]
        self._rows.show(lines)
        self._look_at()

    def changed(self) -> None:
        """The cursor goes to the row that took the place, also when its own went elsewhere."""
        at = self._keys.index(self.under_cursor) if self._keys else 0
        self.reload()
        if self._keys:
            self._rows.move_to(self._keys[min(at, len(self._keys) - 1)])

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        for pane in self.query(Beside):
            pane.rest()
        self.refresh_bars()

    def why_not(self, command: str) -> str | None:
        if command in ("open", "next_side") and not self._keys:
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
        at = self._keys.index(self.under_cursor)
        later = (key for key in self._firsts if self._keys.index(key) > at)
        # From below, so that the section begins at the top.
        self._rows.action_last()
        self._rows.move_to(next(later, self._firsts[0]))
