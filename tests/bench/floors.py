"""Bare Textual apps: what the ground under the screens costs by itself.

`python -m tests.bench.floors table 30` is a DataTable of 30 rows, `text` a TextArea.
"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Footer, Header

COLUMNS = ("Naam", "Klas", "School", "Laatste contact", "Volgende stap")


class Table(App[None]):
    """Header, Footer and a table."""

    def compose(self) -> ComposeResult:
        yield Header()
        yield DataTable[str](zebra_stripes=True, cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        table = self.query_one(DataTable[str])
        table.add_columns(*COLUMNS)
        for number in range(int(sys.argv[2])):
            table.add_row(f"Aa{number:05d}, Jo", "4H2", "Veenwijzer", "di 10 nov", "bellen")


class Text(App[None]):
    """Header, Footer and a field to write in."""

    def compose(self) -> ComposeResult:
        from textual.widgets import TextArea

        yield Header()
        yield TextArea()
        yield Footer()


if __name__ == "__main__":
    (Table if sys.argv[1] == "table" else Text)().run()
