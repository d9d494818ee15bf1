"""A bare app that shows a name and what may steer a terminal; with `fail` it fails over it."""

from __future__ import annotations

import sys

from textual.app import ComposeResult
from textual.widgets import Static

from spreekuur.tui.safety import Safety

SECRET = "Daan Geheim"


class FailingApp(Safety):
    """With `fails` the name is within reach of the traceback."""

    def __init__(self, *, fails: bool = False) -> None:
        super().__init__()
        self.fails = fails

    def compose(self) -> ComposeResult:
        yield Static(f"{SECRET} \x1b]0;titel\x07\x1b]52;c;aGFs\x07\u202e", markup=False)
        yield Static("klaar", markup=False)

    def on_mount(self) -> None:
        if self.fails:
            self.call_after_refresh(self._fail, SECRET)

    def _fail(self, name: str) -> None:
        try:
            {"Sam": 1}[name]
        except KeyError as error:
            raise ValueError(f"geen gesprek met {name}") from error


if __name__ == "__main__":
    app = FailingApp(fails="fail" in sys.argv)
    app.run()
    sys.exit(app.return_code)
