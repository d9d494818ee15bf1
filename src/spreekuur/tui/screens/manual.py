"""The manual on the screen: its chapters by name, and one of them to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from spreekuur.rules.text import fold
from spreekuur.tui import shown
from spreekuur.tui.aside import Aside, Told
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Commanded
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED
from spreekuur.tui.manual import chapter_lines, chapters
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.tui.widgets.rows import Rows

COLUMNS = (Column(32), Column(needs=64))
LAST = "Dit is het laatste hoofdstuk."


class Contents(Aside):
    """The chapters; the filter leaves those in which every word stands."""

    scopes = ("handboek", "lijst")
    BINDINGS = bindings("handboek", "filteren", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    about = "Het handboek. Het filter vindt een woord in alle hoofdstukken."

    def __init__(self, screen: Commanded) -> None:
        super().__init__(screen)
        self._filter = Field(compact=True)
        self._filter_line = Vertical(self._filter, classes="field-line")
        self._rows = Rows(COLUMNS)

    def compose(self) -> ComposeResult:
        yield RuleLine("Handboek")
        yield self._filter_line
        yield self._rows
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self._open_filter(opened=False)
        self._show()

    def scopes_now(self) -> Sequence[str]:
        return ("filteren",) if self._filter.has_focus else self.scopes

    def why_not(self, command: str) -> str | None:
        if command == "open_chapter" and self._rows.cursor_key is None:
            return self._nothing
        return super().why_not(command)

    @property
    def _nothing(self) -> str:
        sought = shown.words(self._filter.value, self.shielded)
        return f'Geen hoofdstuk met "{sought}". Esc wist het filter.'

    @on(Input.Changed)
    def _show(self) -> None:
        words = fold(self._filter.value).split()
        found = [(at, one) for at, one in enumerate(chapters()) if one.holds(words)]
        rows = [Row(at, (one.title, (one.about, MUTED))) for at, one in found]
        self._rows.show(rows, keep_place=not words, empty=self._nothing)

    def reload(self) -> None:
        self._show()

    def _open_filter(self, *, opened: bool) -> None:
        self._filter_line.display = opened
        self.set_focus(self._filter if opened else self._rows)

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open_chapter")

    async def do_open_chapter(self) -> None:
        number = self._rows.cursor_key
        assert isinstance(number, int)
        await self.app.push_screen(ChapterPage(self.below, number))

    def do_filter(self) -> None:
        self._open_filter(opened=True)

    @on(Input.Submitted)
    def do_to_list(self) -> None:
        self.set_focus(self._rows)

    def do_next_hit(self) -> None:
        self._rows.action_move(1)

    def do_last_hit(self) -> None:
        self._rows.action_move(-1)

    def do_back(self) -> None:
        """Empty the filter, then leave it, then the manual."""
        if self._filter.value:
            self._filter.value = ""
        elif self._filter_line.display:
            self._open_filter(opened=False)
        else:
            super().do_back()


class ChapterPage(Told):
    """One chapter; Enter goes on to the next."""

    scopes = ("hoofdstuk",)
    BINDINGS = bindings("hoofdstuk", "terug")
    about = "Een hoofdstuk van het handboek."

    def __init__(self, screen: Commanded, number: int = 0) -> None:
        """`number` counts the chapters from 0."""
        super().__init__(screen)
        self._number = number
        self._chapter = chapters()[number]
        self.heading = self._chapter.title
        self.remark = f"{number + 1} van {len(chapters())}"

    def told(self, width: int) -> Iterable[Content]:
        return chapter_lines(self._chapter, width)

    def why_not(self, command: str) -> str | None:
        if command == "next_chapter" and self._number + 1 == len(chapters()):
            return LAST
        return super().why_not(command)

    async def do_next_chapter(self) -> None:
        await self.app.switch_screen(ChapterPage(self.below, self._number + 1))
