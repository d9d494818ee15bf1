"""A small app whose keys open, close and refocus things in every way that Textual knows."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Input, Static, TextArea

from spreekuur.tui.typing_order import TypingOrder

NAMES = ("Sam de Groot", "Amal Haddad", "Ilyas Öztürk")


class Picker(ModalScreen[str | None]):
    """Finds while one types; Enter takes the hit that the last typed letter led to."""

    hit = ""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input()

    async def on_input_changed(self, event: Input.Changed) -> None:
        typed = event.value.casefold()
        self.hit = next((name for name in NAMES if name.casefold().startswith(typed)), "")

    def on_input_submitted(self) -> None:
        self.dismiss(self.hit)


class Editor(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", ""), ("f2", "save", "")]

    def __init__(self, who: str) -> None:
        super().__init__()
        self.who = who

    def compose(self) -> ComposeResult:
        yield Static(self.who, markup=False)
        with Vertical():
            yield TextArea()

    def action_leave(self) -> None:
        self.app.pop_screen()

    def action_save(self) -> None:
        assert isinstance(self.app, BurstApp)
        self.app.saved.append((self.who, self.query_one(TextArea).text))
        self.app.pop_screen()


class Home(Screen[None]):
    """`n`, `a`, `w` and `s` lead to the editor by callback, await, worker and switch."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("n", "note", ""),
        ("a", "await_note", ""),
        ("w", "work_note", ""),
        ("s", "switch", ""),
        ("f", "filter", ""),
        ("t", "slow", ""),
    ]

    def compose(self) -> ComposeResult:
        yield Static("Vandaag", markup=False)
        yield Input(id="filter", disabled=True)

    def action_note(self) -> None:
        self.app.push_screen(Picker(), self.write)

    async def action_await_note(self) -> None:
        await self.app.push_screen(Picker(), self.write)

    def action_work_note(self) -> None:
        self.run_worker(self._pick_and_write())

    async def _pick_and_write(self) -> None:
        self.write(await self.app.push_screen_wait(Picker()))

    def action_switch(self) -> None:
        self.app.switch_screen(Editor("gewisseld"))

    def action_filter(self) -> None:
        field = self.query_one("#filter", Input)
        field.disabled = False
        field.focus()

    def action_slow(self) -> None:
        """Opens the editor only after work in a thread, as unlocking a file does."""
        self.run_worker(self._after_a_thread())

    async def _after_a_thread(self) -> None:
        assert isinstance(self.app, BurstApp)
        with self.app.hold_keys():
            await asyncio.to_thread(time.sleep, 0.2)
            await self.app.push_screen(Editor("ontgrendeld"))

    def write(self, who: str | None) -> None:
        self.app.push_screen(Editor(who or "?"))


class BurstApp(TypingOrder):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.saved: list[tuple[str, str]] = []

    def on_mount(self) -> None:
        self.push_screen(Home())


def _import_the_orm() -> None:
    import sqlmodel  # noqa: F401


if __name__ == "__main__":
    if "--busy" in sys.argv:
        threading.Thread(target=_import_the_orm, daemon=True).start()
    BurstApp().run()
