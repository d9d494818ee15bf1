"""The field that one line is typed in."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from spreekuur.rules.text import clean

QUIET_SECONDS = 0.4
"""From the first unwritten key to the concept in the file; a second was promised."""


class Field(Input):
    """One line. A pasted list of lines stays whole, joined by blanks; nothing else is lost."""

    # Textual 8.2.8 lays the whole screen out anew at every key in an Input; its own size is fixed.
    virtual_size = Reactive(Size(0, 0))

    # Textual 8.2.8 deletes to the right on these keys.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    ]

    def __init__(self, value: str = "", *, secret: bool = False, **kwargs: Any) -> None:
        """A `secret` is shown as dots, whatever else is."""
        super().__init__(value, password=secret, **kwargs)
        self.secret = secret

    def mask(self, *, masked: bool) -> None:
        """Show what is typed as dots, or as it is unless it is a secret."""
        self.password = masked or self.secret

    def _on_paste(self, event: events.Paste) -> None:
        """Insert the whole paste; Textual keeps only its first line."""
        event.stop()
        event.prevent_default()
        self._put(event.text)

    def action_copy(self) -> None:
        """Copy what is selected, unless it is shown as dots."""
        if not self.password:
            super().action_copy()

    def action_cut(self) -> None:
        """Cut what is selected, unless it is shown as dots."""
        if not self.password:
            super().action_cut()

    def action_paste(self) -> None:
        """Insert what was copied inside the program."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        self.replace(clean(text), *sorted(self.selection))
