"""What is laid over any screen to be read, other overlays included."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from spreekuur.tui.command import Command
from spreekuur.tui.commands import commands
from spreekuur.tui.desk import Commanded, Sheet
from spreekuur.tui.lines import stack
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine, StatusLine


class Aside(Sheet[None]):
    """Does only its own commands and what also works on the screen below: the lock has no more."""

    CSS_PATH = stylesheets("help")

    def __init__(self, screen: Commanded) -> None:
        """`screen` is what it is laid over."""
        super().__init__()
        self.below = screen

    def commands_now(self) -> list[tuple[Command, bool]]:
        works = {one.id for one, _ in self.below.commands_now()}
        works |= {one.id for one in commands(*self.scopes_now(), "terug")}
        return [(one, able) for one, able in super().commands_now() if one.id in works]

    async def action_do(self, command: str) -> None:
        if command in {one.id for one, _ in self.commands_now()}:
            await super().action_do(command)

    def do_back(self) -> None:
        self.dismiss(None)


class Pages(VerticalScroll):
    """What is told, with the keys of a list; nothing slides."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "leaf('down')", show=False),
        Binding("k,up", "leaf('up')", show=False),
        Binding("pagedown", "leaf('page_down')", show=False),
        Binding("pageup", "leaf('page_up')", show=False),
        Binding("g,home", "leaf('home')", show=False),
        Binding("G,end", "leaf('end')", show=False),
    ]

    def action_leaf(self, where: str) -> None:
        """Scroll by `scroll_<where>`, at once."""
        getattr(self, f"scroll_{where}")(animate=False)


class Told(Aside):
    """Lines of text under a heading, as many pages as they take."""

    heading = ""
    remark = ""

    def told(self, width: int) -> Iterable[Content]:
        """What is told, in lines of at most so many cells."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        yield RuleLine(self.heading, self.remark)
        with Pages():
            yield Static(id="told")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.watch(self.query_one(Pages), "scroll_y", self._count_rest)

    def on_resize(self, event: events.Resize) -> None:
        self.query_one("#told", Static).update(stack(self.told(event.size.width - 2)))
        self.call_after_refresh(self._count_rest)

    def _count_rest(self) -> None:
        pages = self.query_one(Pages)
        rest = pages.max_scroll_y - round(pages.scroll_y)
        lines = "regel" if rest == 1 else "regels"
        self.query_one(StatusLine).count(f"nog {rest} {lines}" if rest > 0 else "")
