"""Everything by its name: commands with their keys, jongeren, schools, chapters of the manual."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.tui import shown
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings, shown_key
from spreekuur.tui.desk import Commanded, Sheet
from spreekuur.tui.fields import Field
from spreekuur.tui.keys import roads
from spreekuur.tui.lines import MUTED
from spreekuur.tui.manual import Chapter, chapters
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.picker import Pickable, pickable

COLUMNS = (Column(20), Column(), Column(8, right=True))
NOTHING = "Geen opdracht, jongere, school of hoofdstuk met deze woorden."
MANUAL = "Handboek"
WITHOUT_ROW = frozenset({"palette", "move"})

Hit = Command | Pickable | Chapter


class Palette(Sheet[Hit | None]):
    """Finds with every letter; Enter gives what stands under the cursor."""

    CSS_PATH = stylesheets("picker")
    scopes = ("alles",)
    BINDINGS = bindings("alles", "terug")
    about = (
        "Alle opdrachten van deze plek met hun toets, elke jongere en school op naam, en de "
        "hoofdstukken van het handboek."
    )

    def __init__(self, screen: Commanded) -> None:
        """`screen` is where the commands will be run."""
        super().__init__()
        self._reasons = to_run(screen)
        self._hits: list[Hit] = []
        self._field = Field(compact=True, select_on_focus=False)
        self._rows = Rows(COLUMNS, empty=NOTHING)
        self._rows.can_focus = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield RuleLine("Alles")
            with Vertical(classes="field-line"):
                yield self._field
            yield self._rows
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.set_focus(self._field)
        self.reload()

    @on(Input.Changed)
    def reload(self) -> None:
        """Find again what is typed now."""
        typed = self._field.value
        words = fold(typed).split()
        self._hits = [*self._commands(words), *self._people(typed), *_chapters(words)]
        self._rows.show([self._row(number, hit) for number, hit in enumerate(self._hits)])

    def _commands(self, words: list[str]) -> Iterator[Command]:
        for command in self._reasons:
            name = fold(f"{command.label} {command.help}")
            if all(word in name for word in words):
                yield command

    def _people(self, typed: str) -> list[Pickable]:
        with self.casebook.read() as connection:
            return pickable(connection, typed, self.desk_app.today)

    def _row(self, number: int, hit: Hit) -> Row:
        if isinstance(hit, Command):
            reason = self._reasons[hit]
            keys = " ".join(shown_key(key) for road in roads(hit)[:1] for key in road)
            return Row(
                number, ((hit.label, MUTED if reason else ""), (reason or hit.help, MUTED), keys)
            )
        if isinstance(hit, Chapter):
            return Row(number, (MANUAL, (f"{hit.title}: {hit.about}", MUTED), ""))
        return Row(number, (self._called(hit), (self._detail(hit), MUTED), ""))

    def _called(self, hit: Pickable) -> str:
        shielded = self.desk_app.shielded
        if isinstance(hit.name, PersonName):
            return shown.listed(hit.name, shielded)
        return shown.spoken(hit.name, shielded) if hit.is_person else hit.name

    def _detail(self, hit: Pickable) -> str:
        if hit.child is None:
            return hit.detail
        return f"{hit.detail} van {shown.spoken(hit.child, self.desk_app.shielded)}"

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def do_run(self) -> None:
        """Do the command, or open whom it is about."""
        number = self._rows.cursor_key
        if isinstance(number, int):
            self.dismiss(self._hits[number])

    def do_next_hit(self) -> None:
        self._rows.action_move(1)

    def do_last_hit(self) -> None:
        self._rows.action_move(-1)

    def do_back(self) -> None:
        self.dismiss(None)


def to_run(screen: Commanded) -> dict[Command, str | None]:
    """The commands of a screen, each with the reason why it can't be done now.

    Without those of which the key is text where the cursor stands, unless it is said why.
    """
    reasons = {one: screen.why_not(one.id) for one, _ in screen.commands_now()}
    return {
        one: reason
        for one, reason in reasons.items()
        if one.id not in WITHOUT_ROW
        and (reason or screen.check_action("do", (one.id,)) is not False)
    }


def _chapters(words: list[str]) -> Iterator[Chapter]:
    for one in chapters():
        name = fold(f"{MANUAL}: {one.title} {one.about}")
        if all(word in name for word in words):
            yield one
