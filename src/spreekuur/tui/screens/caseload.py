"""Caseload: everybody in one list, the jongere under the cursor beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from spreekuur.rules.text import fold
from spreekuur.tui.caseload_rows import CaseloadWindow, CountLine, columns
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.panes import BREAKPOINTS, make_third
from spreekuur.tui.places import top_bar
from spreekuur.tui.registry import Command
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.beside import Beside
from spreekuur.tui.widgets.rows import Rows, RowTitles
from spreekuur.views.caseload import Order, caseload_ids
from spreekuur.views.caseload_words import CaseloadWords, caseload_words

if TYPE_CHECKING:
    from spreekuur.tui.today_rows import AboutPupil

FILTERS = "f filtert: naam, klas, school, week"
EMPTY = "Nog geen jongeren. i leest een bestand in, + voegt er één toe."
NONE_STUCK = "Iedereen die gesproken is heeft een vervolg. v toont weer alle jongeren."
NONE_CLOSED = "Geen afgesloten dossiers. o toont weer de caseload."
NOBODY = "Er staat geen jongere onder de cursor."
SORTED = {
    Order.NAME: "",
    Order.SCHOOL: " · op school",
    Order.CONTACT: " · langst geen contact eerst",
}


class CaseloadDesk(Desk):
    """All jongeren, however many: a page of rows is read when it comes into view."""

    CSS_PATH = stylesheets("panes", "caseload")
    scopes = ("caseload", "lijst")
    BINDINGS = bindings("caseload", "filteren", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = "Alle jongeren met hun laatste contact en volgende stap."

    def __init__(self) -> None:
        super().__init__()
        self._order = Order.NAME
        self._only_stuck = self._shows_closed = False
        self._pupil_ids: Sequence[int] = ()
        self._found = 0
        self._words: CaseloadWords | None = None
        self._list = Rows(columns(self._order), empty=EMPTY)
        self._titles = RowTitles(self._list)
        self._counted = CountLine(FILTERS)
        self._filter = Field(compact=True, id="caseload-filter")
        self._preview = Beside("about", self._whom, classes="pane--second")

    def compose(self) -> ComposeResult:
        yield top_bar("Caseload", self.desk_app)
        with Horizontal(classes="panes"):
            with Vertical(id="caseload-list"):
                with Horizontal(id="caseload-head"):
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

    def on_resize(self) -> None:
        make_third(self, lambda: Beside("around", self._whom))

    def _whom(self) -> AboutPupil | None:
        """The jongere under the cursor, for the panes beside the list."""
        from spreekuur.tui.today_rows import AboutPupil

        pupil_id = self._list.cursor_key
        return AboutPupil("pupil", pupil_id, pupil_id) if isinstance(pupil_id, int) else None

    def _rest(self) -> None:
        for pane in self.query(Beside):
            pane.rest()

    def reload(self) -> None:
        self._words = None
        self._sort()
        self.refresh_bars()

    def redraw(self) -> None:
        self._show()

    def scopes_now(self) -> Sequence[str]:
        return ("filteren",) if self._filter.has_focus else self.scopes

    def why_not(self, command: str) -> str | None:
        if command in ("open", "edit") and self._list.cursor_key is None:
            return NOBODY
        return super().why_not(command)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Escape only while there is something to step out of."""
        steps_out = self._filter.display or self._only_stuck or self._shows_closed
        return [
            (one, able) for one, able in super().commands_now() if steps_out or one.id != "back"
        ]

    @property
    def _typed(self) -> str:
        return self._filter.value

    @property
    def _pupil_id(self) -> int:
        """The jongere under the cursor; `why_not` has seen that there is one."""
        pupil_id = self._list.cursor_key
        assert isinstance(pupil_id, int)
        return pupil_id

    def _sort(self, *, keep_place: bool = True) -> None:
        with self.casebook.read() as connection:
            self._pupil_ids = caseload_ids(
                connection, self.desk_app.today, self._order, closed=self._shows_closed
            )
        self._list.columns = columns(self._order)
        self._titles.refresh()
        self._show(keep_place=keep_place)

    def _show(self, *, keep_place: bool = True) -> None:
        """Show whom the filter leaves, in the order chosen."""
        app, found, words = self.desk_app, self._pupil_ids, fold(self._typed).split()
        if self._only_stuck:
            found = [one for one in found if one in self._read_words().stuck]
        if words:
            found = self._read_words().holding(found, words)
        window = CaseloadWindow(self.casebook, found, app.today, shielded=self.shielded)
        self._list.show(window, keep_place=keep_place, empty=self._why_empty())
        self._found = len(found)
        self._count()
        self._rest()

    def _read_words(self) -> CaseloadWords:
        if self._words is None:
            with self.casebook.read() as connection:
                self._words = caseload_words(connection, self.desk_app.today)
        return self._words

    def _why_empty(self) -> str:
        if self._typed:
            return f'Geen jongere met "{self._typed}". Esc wist het filter.'
        if self._shows_closed:
            return NONE_CLOSED
        return NONE_STUCK if self._only_stuck else EMPTY

    def _count(self) -> None:
        found, total = self._found, len(self._pupil_ids)
        many = f"{total} jongere" if total == 1 else f"{total} jongeren"
        if found != total or self._typed or self._only_stuck:
            many = f"{found} van {many}"
        which = " · afgesloten" if self._shows_closed else ""
        which += " · zonder vervolg" if self._only_stuck else ""
        hint = "" if self._filter.display else FILTERS
        self._counted.say(f"{many}{which}{SORTED[self._order]}", hint)

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        self._rest()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """The dossier of the jongere under the cursor."""
        await self.desk_app.open_dossier(self._pupil_id)

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
        self._show(keep_place=not self._typed)

    @on(Input.Submitted)
    def do_to_list(self) -> None:
        self.set_focus(self._list)

    def do_next_hit(self) -> None:
        self._list.action_move(1)

    def do_last_hit(self) -> None:
        self._list.action_move(-1)

    async def do_back(self) -> None:
        """Empty the filter, then leave it, then show the whole caseload."""
        if self._typed:
            self._filter.value = ""
        elif self._filter.display:
            self._open_filter(opened=False)
        elif self._only_stuck:
            self.do_stuck()
        elif self._shows_closed:
            self.do_closed()
        else:
            await self.desk_app.do_back()

    def do_sort(self) -> None:
        """The next of name, school and last contact."""
        orders = list(Order)
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._sort()

    def do_quiet(self) -> None:
        """Longest without contact on top, or by name again."""
        self._order = Order.NAME if self._order is Order.CONTACT else Order.CONTACT
        self._sort(keep_place=False)

    def do_stuck(self) -> None:
        """Only who slipped through, or everybody again."""
        self._only_stuck = not self._only_stuck
        self._show()

    def do_closed(self) -> None:
        """The closed dossiers, or the caseload again."""
        self._shows_closed = not self._shows_closed
        self._sort(keep_place=False)

    async def do_add(self) -> None:
        from spreekuur.tui.screens.pupil_form import PupilForm

        await self.desk_app.push_screen(PupilForm(), self._go_to)

    async def do_edit(self) -> None:
        from spreekuur.tui.screens.pupil_form import PupilForm

        await self.desk_app.push_screen(PupilForm(self._pupil_id), self._go_to)

    def _go_to(self, pupil_id: int | None) -> None:
        """Put the cursor on a jongere who was just kept, when the filter lets them through."""
        if pupil_id is not None:
            self._list.move_to(pupil_id)
