"""Scholen: the schools she works with, and with the filter every school of the imported lists."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events

from spreekuur.tui.commands import bindings
from spreekuur.tui.filtered import FilteredDesk
from spreekuur.tui.school_rows import AtSchool, SchoolsWindow, columns
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.schools import SchoolWords, count, school_ids, school_words

FINDS = "f zoekt: naam, plaats, gemeente, BRIN"
EMPTY = "Nog geen scholen. i leest de scholenlijst van DUO in, + voegt er één toe."
NONE_OF_HERS = "Nog geen school waar je werkt. f zoekt in alle scholen, ⏎ opent er een."
NOWHERE = "Er staat geen school onder de cursor."


class SchoolsDesk(FilteredDesk):
    """Her own schools; while she types, those of all schools in which every word occurs."""

    CSS_PATH = stylesheets("panes", "filtered", "schools")
    scopes = ("scholen", "lijst")
    BINDINGS = bindings("scholen", "filteren", "lijst", "terug")
    about = "De scholen waar je werkt; het filter zoekt in alle ingelezen scholen."
    place = "Scholen"
    finds = FINDS
    nothing = NOWHERE

    def __init__(self) -> None:
        self._own: Sequence[int] = ()
        self._total = 0
        self._found = 0
        self._words: SchoolWords | None = None
        super().__init__(Rows(empty=EMPTY))

    def thing(self) -> AtSchool | None:
        school_id = self.list.cursor_key
        return AtSchool(school_id) if isinstance(school_id, int) else None

    def reload(self) -> None:
        self._words = None
        with self.casebook.read() as connection:
            self._own, self._total = school_ids(connection), count(connection)
        self.show()
        self.refresh_bars()

    def on_resize(self, event: events.Resize) -> None:
        super().on_resize(event)
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        room = self.list.size.width - GUTTER
        self.list.columns = columns(room, searching=self._searching)
        self.titles.refresh()

    @property
    def _searching(self) -> bool:
        return bool(self.typed.strip())

    def show_rows(self, words: Sequence[str], *, keep_place: bool) -> None:
        """Her own schools, or while something is typed all in which it occurs."""
        searching = self._searching
        found = self.read_words().holding(words) if searching else self._own
        today = self.desk_app.today
        window = SchoolsWindow(
            self.casebook, found, today, searching=searching, shielded=self.shielded
        )
        self._fit()
        self.list.show(window, keep_place=keep_place, empty=self._why_empty())
        self._found = len(found)

    def read_words(self) -> SchoolWords:
        if self._words is None:
            with self.casebook.read() as connection:
                self._words = school_words(connection, self._own)
        return self._words

    def _why_empty(self) -> str:
        if self._searching:
            return f'Geen school met "{words(self.typed, self.shielded)}". Esc wist het filter.'
        return NONE_OF_HERS if self._total else EMPTY

    def counted(self) -> str:
        many = "1 school" if self._total == 1 else f"{self._total} scholen"
        if self._searching or self._found != self._total:
            return f"{self._found} van {many}"
        return many

    async def do_open(self) -> None:
        """The school under the cursor, with all that is going on there."""
        await self.desk_app.open_school(self.row_id)

    async def do_add(self) -> None:
        from spreekuur.tui.screens.school_form import SchoolForm

        await self.desk_app.push_screen(SchoolForm(), self.go_to)

    async def do_edit(self) -> None:
        from spreekuur.tui.screens.school_form import SchoolForm

        await self.desk_app.push_screen(SchoolForm(self.row_id), self.go_to)
