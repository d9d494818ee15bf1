"""A place that is one list, filtered while she types, with what is under the cursor beside it."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from spreekuur.rules.text import fold
from spreekuur.tui.caseload_rows import CountLine
from spreekuur.tui.command import Command
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.panes import BREAKPOINTS, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.row_titles import RowTitles
from spreekuur.tui.widgets.rows import Rows


class FilteredDesk(Desk):
    """Caseload and Scholen. The key of a row is the number of whom or what it is about.

    A place of this kind says what it lists in `show_rows`, and how many that are in `counted`.
    """

    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    place: ClassVar[str]
    """Its name in the top bar."""
    finds: ClassVar[str]
    """What the filter finds, beside the count."""
    nothing: ClassVar[str]
    """Why what needs a row can't be done without one."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.list = rows
        self.titles = RowTitles(rows)
        self._counted = CountLine(self.finds)
        self._filter = Field(compact=True, classes="filtered--field")

    def compose(self) -> ComposeResult:
        yield top_bar(self.place, self.desk_app)
        with Horizontal(classes="panes"):
            with Vertical(classes="filtered--list"):
                with Horizontal(classes="filtered--head"):
                    yield self._counted
                    yield self._filter
                yield self.titles
                yield self.list
            yield Beside("about", self.thing, classes="pane--second")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(20, self.query_one(TopBar).refresh)

    def on_resize(self, event: events.Resize) -> None:
        make_third(self, lambda: Beside("around", self.thing))

    def show_rows(self, words: Sequence[str], *, keep_place: bool) -> None:
        """List what these folded words leave; none leave everything."""
        raise NotImplementedError

    def read_words(self) -> object:
        """Read what the rows say, once, before the first word is typed."""
        raise NotImplementedError

    def counted(self) -> str:
        """How many there are, in words."""
        raise NotImplementedError

    def thing(self) -> Hashable | None:
        """What is under the cursor, for the panes beside the list."""
        raise NotImplementedError

    @property
    def steps_out(self) -> bool:
        """Whether Escape leads out of something first."""
        return self._filter.display

    @property
    def typed(self) -> str:
        """What stands in the filter."""
        return self._filter.value

    @property
    def row_id(self) -> int:
        """The number of the row under the cursor; `why_not` has seen that there is one."""
        number = self.list.cursor_key
        assert isinstance(number, int)
        return number

    def show(self, *, keep_place: bool = True) -> None:
        """List again what the filter leaves, count it, and look at what is under the cursor."""
        self.show_rows(fold(self.typed).split(), keep_place=keep_place)
        self._count()
        self._rest()

    def _count(self) -> None:
        self._counted.say(self.counted(), "" if self._filter.display else self.finds)

    @on(Rows.Highlighted)
    def _rest(self) -> None:
        for pane in self.query(Beside):
            pane.rest()

    def redraw(self) -> None:
        self.show()

    def scopes_now(self) -> Sequence[str]:
        return ("filteren",) if self._filter.has_focus else self.scopes

    def why_not(self, command: str) -> str | None:
        if command in ("open", "edit") and self.list.cursor_key is None:
            return self.nothing
        return super().why_not(command)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Escape only while there is something to step out of."""
        found = super().commands_now()
        return [(one, able) for one, able in found if self.steps_out or one.id != "back"]

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    def do_filter(self) -> None:
        """Type what must stand in a row; what the rows say is read behind the open field."""
        self._open_filter(opened=True)
        self.call_after_refresh(self.read_words)

    def _open_filter(self, *, opened: bool) -> None:
        self._filter.display = opened
        self.set_focus(self._filter if opened else self.list)
        self._count()

    @on(Input.Changed)
    def _narrow(self) -> None:
        self.show(keep_place=not self.typed.strip())

    @on(Input.Submitted)
    def do_to_list(self) -> None:
        self.set_focus(self.list)

    def do_next_hit(self) -> None:
        self.list.action_move(1)

    def do_last_hit(self) -> None:
        self.list.action_move(-1)

    async def do_back(self) -> None:
        """Empty the filter, then leave it, then go where Escape leads."""
        if self.typed:
            self._filter.value = ""
        elif self._filter.display:
            self._open_filter(opened=False)
        else:
            await self.step_out()

    async def step_out(self) -> None:
        """One step out when there is no filter."""
        await self.desk_app.do_back()

    def go_to(self, number: int | None) -> None:
        """Put the cursor on what was just kept, when the filter lets it through."""
        if number is not None:
            self.list.move_to(number)
