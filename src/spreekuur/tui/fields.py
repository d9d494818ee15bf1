"""The two fields that text is typed in: one line, and a note."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, TextArea

from spreekuur.rules.text import clean


class Field(Input):
    """One line. A pasted list of lines stays whole, joined by blanks; nothing else is lost."""

    # Textual 8.2.8 deletes to the right on these keys.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+backspace,alt+backspace", "delete_left_word", show=False),
    ]

    def _on_paste(self, event: events.Paste) -> None:
        """Insert the whole paste; Textual keeps only its first line."""
        event.stop()
        event.prevent_default()
        selection = self.selection
        self.replace(clean(event.text), *sorted((selection.start, selection.end)))


class NoteArea(TextArea):
    """Several lines. Tab leaves it, text is cleaned on the way in, nothing is read as markup."""

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=Content(placeholder),
            compact=True,
            highlight_cursor_line=False,
        )

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = clean(event.text, multiline=True)
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
