"""What is asked at the foot of a screen, while what it is about stays in view."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from spreekuur.tui.desk import Result, Sheet
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine


class AtFoot(Sheet[Result]):
    """A question above the key bar; the list stays in view."""

    CSS_PATH = stylesheets("form", "turns")

    def __init__(self, title: str, remark: str = "") -> None:
        super().__init__()
        self._heading = RuleLine(title, remark)
        self._what = Static(classes="at-foot--line", markup=False)

    def asked_of(self) -> Content:
        """What it is asked of, in one line."""
        raise NotImplementedError

    def ask(self) -> ComposeResult:
        """What is asked, under what it is asked of."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(id="bottom", classes="at-foot"):
            yield self._heading
            yield self._what
            yield from self.ask()
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()

    def reload(self) -> None:
        self._what.update(self.asked_of())

    def do_back(self) -> None:
        self.dismiss(None)
