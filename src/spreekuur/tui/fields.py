"""The two fields that text is typed in: one line, and a note."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, TextArea

from spreekuur.rules.text import clean
from spreekuur.tui.commands import SCOPES

JUDGING = frozenset(key for command in SCOPES["nakijken"] for key in command.keys)


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
        self._put(event.text)

    def action_paste(self) -> None:
        """Insert what was copied inside the program."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        self.replace(clean(text), *sorted(self.selection))


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

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave the keys that judge to the screen first; it gives them back as text."""
        return key not in JUDGING and super().check_consume_key(key, character)

    def action_cursor_page_up(self) -> None:
        self._leave_to_screen("pageup")
        super().action_cursor_page_up()

    def action_cursor_page_down(self) -> None:
        self._leave_to_screen("pagedown")
        super().action_cursor_page_down()

    def _leave_to_screen(self, key: str) -> None:
        """Let the screen page through earlier talks without leaving the note."""
        if key in self.screen._bindings.key_to_bindings:
            raise SkipAction

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = clean(event.text, multiline=True)
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
