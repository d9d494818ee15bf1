"""Scholen: the schools she works with, and with the filter every school of the imported lists."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from spreekuur.rules.text import fold
from spreekuur.tui.caseload_rows import CountLine
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.panes import BREAKPOINTS, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.registry import Command
from spreekuur.tui.school_rows import AtSchool, SchoolsWindow, columns
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.rows import GUTTER, Rows, RowTitles
from spreekuur.views.schools import SchoolWords, count, school_ids, school_words

FINDS = "f zoekt: naam, plaats, gemeente, BRIN"
EMPTY = "Nog geen scholen. i leest de scholenlijst van DUO in, + voegt er één toe."
NONE_OF_HERS = "Nog geen school waar je werkt. f zoekt in alle scholen, ⏎ opent er een."
NOWHERE = "Er staat geen school onder de cursor."


class SchoolsDesk(Desk):
    """Her own schools; while she types, those of all schools in which every word occurs."""

    CSS_PATH = stylesheets("panes", "schools")
    scopes = ("scholen", "lijst")
    BINDINGS = bindings("scholen", "filteren", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "De scholen waar je werkt; het filter zoekt in alle ingelezen scholen."

    def __init__(self) -> None:
        super().__init__()
        self._own: Sequence[int] = ()
        self._total = 0
        self._found = 0
        self._words: SchoolWords | None = None
        self._list = Rows(empty=EMPTY)
        self._titles = RowTitles(self._list)
        self._counted = CountLine(FINDS)
        self._filter = Field(compact=True, id="schools-filter")
        self._preview = Beside("about", self._which, classes="pane--second")

    def compose(self) -> ComposeResult:
        yield top_bar("Scholen", self.desk_app)
        with Horizontal(classes="panes"):
            with Vertical(id="schools-list"):
                with Horizontal(id="schools-head"):
                    yield self._counted
                    yield self._filter
                yield self._titles
                yield self._list
            yield self._preview
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(20, self.query_one(TopBar).refresh)

    def reload(self) -> None:
        self._words = None
        with self.casebook.read() as connection:
            self._own, self._total = school_ids(connection), count(connection)
        self._show()
        self.refresh_bars()

    def redraw(self) -> None:
        self._show()

    def _which(self) -> AtSchool | None:
        """The school under the cursor, for the panes beside the list."""
        school_id = self._list.cursor_key
        return AtSchool(school_id) if isinstance(school_id, int) else None

    def _rest(self) -> None:
        for pane in self.query(Beside):
            pane.rest()

    def on_resize(self, event: events.Resize) -> None:
        make_third(self, lambda: Beside("around", self._which))
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        room = self._list.size.width - GUTTER
        self._list.columns = columns(room, searching=self._searching)
        self._titles.refresh()

    def scopes_now(self) -> Sequence[str]:
        return ("filteren",) if self._filter.has_focus else self.scopes

    def why_not(self, command: str) -> str | None:
        if command in ("open", "edit") and self._list.cursor_key is None:
            return NOWHERE
        return super().why_not(command)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Escape only while there is something to step out of."""
        steps_out = self._filter.display
        return [
            (one, able) for one, able in super().commands_now() if steps_out or one.id != "back"
        ]

    @property
    def _searching(self) -> bool:
        return bool(self._typed.strip())

    @property
    def _typed(self) -> str:
        return self._filter.value

    @property
    def _school_id(self) -> int:
        """The school under the cursor; `why_not` has seen that there is one."""
        school_id = self._list.cursor_key
        assert isinstance(school_id, int)
        return school_id

    def _show(self, *, keep_place: bool = True) -> None:
        """Her own schools, or while something is typed all in which it occurs."""
        app, searching = self.desk_app, self._searching
        found = self._read_words().holding(fold(self._typed).split()) if searching else self._own
        window = SchoolsWindow(
            self.casebook, found, app.today, searching=searching, shielded=self.shielded
        )
        self._fit()
        self._list.show(window, keep_place=keep_place, empty=self._why_empty())
        self._found = len(found)
        self._count()
        self._rest()

    def _read_words(self) -> SchoolWords:
        if self._words is None:
            with self.casebook.read() as connection:
                self._words = school_words(connection, self._own)
        return self._words

    def _why_empty(self) -> str:
        if self._searching:
            return f'Geen school met "{self._typed}". Esc wist het filter.'
        return NONE_OF_HERS if self._total else EMPTY

    def _count(self) -> None:
        found = self._found if self._searching else len(self._own)
        many = "1 school" if self._total == 1 else f"{self._total} scholen"
        if self._searching or found != self._total:
            many = f"{found} van {many}"
        self._counted.say(many, "" if self._filter.display else FINDS)

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        self._rest()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """The school under the cursor, with all that is going on there."""
        await self.desk_app.open_school(self._school_id)

    def do_filter(self) -> None:
        """Type what must stand in a row; what the rows say is read behind the open field."""
        self._open_filter(opened=True)
        self.call_after_refresh(self._read_words)

    def _open_filter(self, *, opened: bool) -> None:
        self._filter.display = opened
        self.set_focus(self._filter if opened else self._list)
        self._count()

    @on(Input.Changed)
    def _narrow(self) -> None:
        self._show(keep_place=not self._searching)

    @on(Input.Submitted)
    def do_to_list(self) -> None:
        self.set_focus(self._list)

    def do_next_hit(self) -> None:
        self._list.action_move(1)

    def do_last_hit(self) -> None:
        self._list.action_move(-1)

    async def do_back(self) -> None:
        """Empty the filter, then leave it."""
        if self._typed:
            self._filter.value = ""
        elif self._filter.display:
            self._open_filter(opened=False)
        else:
            await self.desk_app.do_back()

    async def do_add(self) -> None:
        from spreekuur.tui.screens.school_form import SchoolForm

        await self.desk_app.push_screen(SchoolForm(), self._go_to)

    async def do_edit(self) -> None:
        from spreekuur.tui.screens.school_form import SchoolForm

        await self.desk_app.push_screen(SchoolForm(self._school_id), self._go_to)

    def _go_to(self, school_id: int | None) -> None:
        """Put the cursor on a school that was just kept."""
        if school_id is not None:
            self._list.move_to(school_id)
