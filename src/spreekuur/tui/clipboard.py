"""Copying: kept for pasting in here; what leaves the program is asked each time.

A terminal that is sent a text to copy may hand it to every program, to a history and to a cloud,
and never says whether it did.
"""

from __future__ import annotations

from textual import events
from textual.app import App

KEPT = "Te plakken met ctrl+v. Nog eens ctrl+c geeft het ook aan andere programma's."
SENT = "Naar de terminal gestuurd. Plak eerst ergens om te zien of het er staat."
COPIES = frozenset({"ctrl+c", "super+c"})


class Clipboard(App[None]):
    """An app whose first ctrl+c stays inside, and whose second one goes to the terminal."""

    _offered = ""

    def copy_to_clipboard(self, text: str) -> None:
        """Keep the text for ctrl+v in here; the same key once more sends it to the terminal."""
        if not text:
            return
        if text == self._offered:
            self.send_to_terminal(text)
        else:
            self._clipboard = self._offered = text
            self.tell(KEPT)

    def send_to_terminal(self, text: str) -> None:
        """Put a text on the clipboard of the machine, where the terminal allows that."""
        self._offered = ""
        super().copy_to_clipboard(text)
        self.tell(SENT)

    def forget_copied(self) -> None:
        """Nothing can be pasted any more in here."""
        self._clipboard = self._offered = ""

    def tell(self, sentence: str) -> None:
        """Say something in the status line of the screen that is open."""
        raise NotImplementedError

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key) and event.key not in COPIES:
            self._offered = ""
        await super().on_event(event)
