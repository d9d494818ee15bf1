"""An app that fails in every way a program can, with a name within reach of each traceback."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from textual.app import ComposeResult
from textual.widgets import Static

from spreekuur.tui.safety import Safety

SECRET = "Daan Geheim"


class FailingApp(Safety):
    """`python failing_app.py WAY [FILE]`; with FILE it notes there that it left cleanly."""

    def __init__(self, way: str, note: Path | None = None) -> None:
        super().__init__()
        self.way = way
        self.note = note

    def compose(self) -> ComposeResult:
        yield Static(f"{SECRET} \x1b]0;titel\x07\x1b]52;c;aGFs\x07\u202e", markup=False)
        yield Static("klaar", markup=False)

    def on_mount(self) -> None:
        if self.way == "handler":
            self.call_after_refresh(self._fail, SECRET)
        elif self.way == "worker":
            self.run_worker(self._fail_later(SECRET))
        elif self.way == "thread":
            self.run_worker(lambda: self._fail(SECRET), thread=True)
        elif self.way == "task":
            self.stray = asyncio.create_task(self._fail_later(SECRET))
            self.set_timer(0.1, lambda: delattr(self, "stray"))
        elif self.way == "panic":
            self.call_after_refresh(self.panic, SECRET)

    def on_unmount(self) -> None:
        if self.note:
            self.note.write_text("netjes", encoding="utf-8")

    async def _fail_later(self, name: str) -> None:
        await asyncio.sleep(0.05)
        self._fail(name)

    def _fail(self, name: str) -> None:
        try:
            {"Sam": 1}[name]
        except KeyError as error:
            raise ValueError(f"geen gesprek met {name}") from error


if __name__ == "__main__":
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    app = FailingApp(sys.argv[1], file)
    app.run()
    sys.exit(app.return_code)
