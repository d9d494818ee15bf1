"""Caseload: everybody in one list, the jongere under the cursor beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from spreekuur.tui.caseload_rows import CaseloadWindow, columns
from spreekuur.tui.commands import bindings
from spreekuur.tui.filtered import FilteredDesk
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.caseload import Order, caseload_ids
from spreekuur.views.caseload_words import CaseloadWords, caseload_words

if TYPE_CHECKING:
    from spreekuur.tui.today_rows import AboutPupil

FINDS = "f filtert: naam, klas, school, week"
EMPTY = "Nog geen jongeren. i leest een bestand in, + voegt er één toe."
NONE_STUCK = "Iedereen die gesproken is heeft een vervolg. v toont weer alle jongeren."
NONE_CLOSED = "Geen afgesloten dossiers. o toont weer de caseload."
NOBODY = "Er staat geen jongere onder de cursor."
SORTED = {
    Order.NAME: "",
    Order.SCHOOL: " · op school",
    Order.CONTACT: " · langst geen contact eerst",
}


class CaseloadDesk(FilteredDesk):
    """All jongeren, however many: a page of rows is read when it comes into view."""

    CSS_PATH = stylesheets("panes", "filtered", "caseload")
    scopes = ("caseload", "lijst")
    BINDINGS = bindings("caseload", "filteren", "lijst", "terug")
    about = "Alle jongeren met hun laatste contact en volgende stap."
    place = "Caseload"
    finds = FINDS
    nothing = NOBODY

    def __init__(self) -> None:
        self._order = Order.NAME
        self._only_stuck = self._shows_closed = False
        self._pupil_ids: Sequence[int] = ()
        self._found = 0
        self._words: CaseloadWords | None = None
        super().__init__(Rows(columns(self._order), empty=EMPTY))

    def thing(self) -> AboutPupil | None:
        from spreekuur.tui.today_rows import AboutPupil

        pupil_id = self.list.cursor_key
        return AboutPupil("pupil", pupil_id, pupil_id) if isinstance(pupil_id, int) else None

    def reload(self) -> None:
        self._words = None
        self._sort()
        self.refresh_bars()

    @property
    def steps_out(self) -> bool:
        return super().steps_out or self._only_stuck or self._shows_closed

    def _sort(self, *, keep_place: bool = True) -> None:
        with self.casebook.read() as connection:
            self._pupil_ids = caseload_ids(
                connection, self.desk_app.today, self._order, closed=self._shows_closed
            )
        self.list.columns = columns(self._order)
        self.titles.refresh()
        self.show(keep_place=keep_place)

    def show_rows(self, words: Sequence[str], *, keep_place: bool) -> None:
        """Whom the filter leaves, in the order chosen."""
        found = self._pupil_ids
        if self._only_stuck:
            found = [one for one in found if one in self.read_words().stuck]
        if words:
            found = self.read_words().holding(found, words)
        today = self.desk_app.today
        window = CaseloadWindow(self.casebook, found, today, shielded=self.shielded)
        self.list.show(window, keep_place=keep_place, empty=self._why_empty())
        self._found = len(found)

    def read_words(self) -> CaseloadWords:
        if self._words is None:
            with self.casebook.read() as connection:
                self._words = caseload_words(connection, self.desk_app.today)
        return self._words

    def _why_empty(self) -> str:
        if self.typed:
            return f'Geen jongere met "{words(self.typed, self.shielded)}". Esc wist het filter.'
        if self._shows_closed:
            return NONE_CLOSED
        return NONE_STUCK if self._only_stuck else EMPTY

    def counted(self) -> str:
        found, total = self._found, len(self._pupil_ids)
        many = f"{total} jongere" if total == 1 else f"{total} jongeren"
        if found != total or self.typed or self._only_stuck:
            many = f"{found} van {many}"
        which = " · afgesloten" if self._shows_closed else ""
        which += " · zonder vervolg" if self._only_stuck else ""
        return f"{many}{which}{SORTED[self._order]}"

    async def do_open(self) -> None:
        """The dossier of the jongere under the cursor."""
        await self.desk_app.open_dossier(self.row_id)

    async def step_out(self) -> None:
        """To the whole caseload first."""
        if self._only_stuck:
            self.do_stuck()
        elif self._shows_closed:
            self.do_closed()
        else:
            await super().step_out()

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
        self.show()

    def do_closed(self) -> None:
        """The closed dossiers, or the caseload again."""
        self._shows_closed = not self._shows_closed
        self._sort(keep_place=False)

    async def do_add(self) -> None:
        from spreekuur.tui.screens.pupil_form import PupilForm

        await self.desk_app.push_screen(PupilForm(), self.go_to)

    async def do_edit(self) -> None:
        from spreekuur.tui.screens.pupil_form import PupilForm

        await self.desk_app.push_screen(PupilForm(self.row_id), self.go_to)
