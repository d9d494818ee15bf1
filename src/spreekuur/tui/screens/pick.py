"""Pick a jongere or a school from anywhere, by any part of what is known of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical

from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk, Result, Sheet
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.box import HIGH, WIDE, Box
from spreekuur.tui.widgets.picker import Picker


@dataclass(frozen=True, slots=True)
class Picked:
    """Who was picked."""

    kind: str
    """`pupil` or `school`."""
    id: int


class Picking(Sheet[Result]):
    """A box, or where there is no room for one a sheet, on which somebody is found while typing."""

    CSS_PATH = stylesheets("picker", "quick_note")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012
    lets_through = True

    @cached_property
    def picker(self) -> Picker:
        app = self.desk_app
        return Picker(self.casebook, app.today, lambda: app.shielded)

    def on_mount(self) -> None:
        """Before this is painted, what is behind it has no names any more."""
        below = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        if isinstance(below, Desk):
            below.cover()

    def reload(self) -> None:
        self.picker.reload()

    def do_choose(self) -> None:
        self.picker.choose()

    def do_next_hit(self) -> None:
        self.picker.move(1)

    def do_last_hit(self) -> None:
        self.picker.move(-1)


class Pick(Picking[Picked | None]):
    """Gives whoever is picked; None when she goes back."""

    scopes = ("kiezen",)
    BINDINGS = bindings("kiezen", "terug")
    about = "Kies een jongere of een school. Drie letters zijn meestal genoeg."

    def __init__(self, asked: str, typed: str = "", of: str = "") -> None:
        """It begins with the hits of what is typed; what is asked `of` are words of others."""
        super().__init__()
        self._asked = asked
        self._typed = typed
        self._of = of
        self._rule = RuleLine()

    def compose(self) -> ComposeResult:
        with Box(), Vertical(classes="sheet"):
            yield self._rule
            yield self.picker
            with Vertical(id="bottom"):
                yield from self.bars()

    def on_mount(self) -> None:
        self._ask()
        self.picker.begin(self._typed)
        self.set_focus(self.picker.field)

    def reload(self) -> None:
        super().reload()
        self._ask()

    def _ask(self) -> None:
        title = f"{self._asked} {words(self._of, self.desk_app.shielded)}".rstrip()
        self._rule.say(title)
        self.query_one(Box).head(title)

    def do_back(self) -> None:
        self.dismiss(None)

    @on(Picker.Chosen)
    def _chosen(self, message: Picker.Chosen) -> None:
        if message.hit is not None:
            self.dismiss(Picked(message.hit.kind, message.hit.id))
