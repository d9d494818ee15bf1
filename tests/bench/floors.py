"""Bare Textual apps: what the ground under the screens costs by itself.

`python -m tests.bench.floors table 30` is a DataTable of 30 rows, `sheet` the same with an overlay
under `n`, `screen` with a screen under `n`, `text` a TextArea.
"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.screen import ModalScreen, Screen
from textual.widgets import DataTable, Footer, Header, Input

COLUMNS = ("Naam", "Klas", "School", "Laatste contact", "Volgende stap")


class Table(App[None]):
    """Header, Footer and a table."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable[str](zebra_stripes=True, cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        fill(self.query_one(DataTable[str]), int(sys.argv[2] if len(sys.argv) > 2 else 30))


def fill(table: DataTable[str], rows: int) -> None:
    """So many jongeren in a table."""
    table.add_columns(*COLUMNS)
    for number in range(rows):
        table.add_row(f"Aa{number:05d}, Jo", "4H2", "Veenwijzer", "di 10 nov", "bellen")


class Overlay(ModalScreen[None]):
    """A field and a list over what was there."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "terug")]

    def compose(self) -> ComposeResult:
        yield Input()
        yield DataTable[str]()


class Sheet(Table):
    """The table, and an overlay that Escape puts away."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "open", "open")]

    def action_open(self) -> None:
        self.push_screen(Overlay())


class Bare(Screen[None]):
    """A line, a list of thirty and a field to write in; Escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "terug")]

    def compose(self) -> ComposeResult:
        from textual.widgets import TextArea

        yield Header()
        with Horizontal():
            yield DataTable[str](cursor_type="row")
            yield TextArea()
        yield Footer()

    def on_mount(self) -> None:
        fill(self.query_one(DataTable[str]), 30)


class Pushed(Table):
    """The table, and a screen that Escape puts away."""

    BINDINGS: ClassVar[list[BindingType]] = [("n", "open", "open")]

    def action_open(self) -> None:
        self.push_screen(Bare())


class Text(App[None]):
    """Header, Footer and a field to write in."""

    def compose(self) -> ComposeResult:
        from textual.widgets import TextArea

        yield Header()
        yield TextArea()
        yield Footer()


if __name__ == "__main__":
    {"table": Table, "sheet": Sheet, "screen": Pushed, "text": Text}[sys.argv[1]]().run()
