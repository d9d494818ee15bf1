"""The lock: nothing on it but the question for the passphrase."""

from __future__ import annotations

import asyncio

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from spreekuur.store.connection import SCREEN_MS
from spreekuur.store.errors import StoreError
from spreekuur.store.opening import open_file
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field

QUESTIONS = {False: "Wachtwoordzin", True: "Herstelcode, de 14 groepen van het papier"}


class Unlock(Desk):
    """Opens the file with the passphrase, or with the recovery code."""

    scopes = ("slot",)
    BINDINGS = bindings("slot")

    def __init__(self, sentence: str = "") -> None:
        super().__init__()
        self._sentence = sentence
        self._by_code = False

    def compose(self) -> ComposeResult:
        with Vertical(id="lock"):
            yield Static(self._sentence, markup=False, id="why")
            yield Static(QUESTIONS[False], id="question")
            yield Field(password=True, compact=True)
        with Vertical(id="bottom"):
            yield from self.bars()

    def do_recovery_code(self) -> None:
        """Ask for the code on paper instead, or for the passphrase again."""
        self._by_code = not self._by_code
        self.query_one("#question", Static).update(QUESTIONS[self._by_code])
        field = self.query_one(Field)
        field.value = ""
        field.password = not self._by_code

    @on(Input.Submitted)
    async def _open(self, message: Input.Submitted) -> None:
        secret, message.input.value = message.value, ""
        if not secret:
            return
        app = self.desk_app
        self.say("Even geduld…")
        with app.hold_keys():
            try:
                casebook = await asyncio.to_thread(
                    open_file, app.location, secret, wait_ms=SCREEN_MS
                )
            except StoreError as refusal:
                await asyncio.sleep(1)
                self.say("")
                self.query_one("#why", Static).update(refusal.sentence)
                return
            await app.opened(casebook)
