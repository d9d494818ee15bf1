"""The field that a note is typed in; apart, because most starts never need it."""

from __future__ import annotations

from typing import Self

from rich.text import Text
from textual import events
from textual.actions import SkipAction
from textual.content import Content
from textual.document._edit import Edit
from textual.geometry import Region
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult

from spreekuur.rules.text import clean
from spreekuur.tui.given_back import joined
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.shown import words

JUDGING = frozenset(key for command in SCOPES["nakijken"] for key in command.keys)


class NoteArea(TextArea):
    """Several lines. Tab leaves it, text is cleaned on the way in, nothing is read as markup."""

    def __init__(self, *, placeholder: str = "") -> None:
        self._editing = False
        super().__init__(
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            placeholder=Content(placeholder),
            compact=True,
            highlight_cursor_line=False,
        )
        self.match_cursor_bracket = False
        self.kept = ""
        """The concept as the file has it, as far as is known here."""
        self._shielded = False

    @property
    def shielded(self) -> bool:
        """Whether only the shape of the text can be read; typing goes on all the same."""
        return self._shielded

    @shielded.setter
    def shielded(self, shielded: bool) -> None:
        if shielded is not self._shielded:
            self._shielded = shielded
            self.notify_style_update()
            self.refresh()

    def get_line(self, line_index: int) -> Text:
        line = super().get_line(line_index)
        line.plain = words(line.plain, self._shielded)
        return line

    def edit(self, edit: Edit) -> EditResult:
        """Draw only the rows of the line that is typed in, as long as no rows move."""
        was = (self.selection.is_empty, bool(self.text), self.wrapped_document.height)
        lines = {self.cursor_location[0], edit.top[0], edit.bottom[0]}
        self._editing = True
        try:
            result = super().edit(edit)
        finally:
            self._editing = False
        lines |= {result.end_location[0], self.cursor_location[0]}
        if len(lines) == 1 and was == (True, bool(self.text), self.wrapped_document.height):
            self._refresh_line(*lines)
        else:
            self.refresh()
        return result

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Hold back what would draw the whole field at every key: `edit` says what to draw."""
        if self._editing and not (regions or layout or recompose):
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _refresh_line(self, line: int) -> None:
        """Draw every row of one line again."""
        wrapped = self.wrapped_document
        self.refresh_lines(
            wrapped.location_to_offset((line, 0)).y, len(wrapped.get_offsets(line)) + 1
        )

    @property
    def joins_keys(self) -> bool:
        """Letters that wait may come as one insertion; not the first, which may be an answer."""
        return bool(self.text)

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

    def begin(self, text: str, cursor: tuple[int, int] = (0, 0)) -> None:
        """Stand with this text, as the file has it."""
        self.kept = text
        if self.text != text:
            with self.prevent(TextArea.Changed):
                self.load_text(text)
            self.move_cursor(cursor)

    def catch_up(self, in_file: str, cursor: tuple[int, int]) -> None:
        """Take over what came back into the concept, around what is typed here."""
        text, typed = joined(in_file, self.kept, self.text), self.text
        row, column = self.cursor_location
        below = typed.count("\n") - row
        self.kept = in_file
        if text != typed:
            at = (text.count("\n") - below, column) if typed.strip() else cursor
            with self.prevent(TextArea.Changed):
                self.load_text(text)
            self.move_cursor(at)

    def load_text(self, text: str) -> None:
        """Take a text in place of what stands here; from the file too, it comes in clean."""
        super().load_text(_whole(text))

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = _whole(event.text)
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)


def _whole(text: str) -> str:
    """A text as it may be kept, however long: nothing of it is cut off."""
    return clean(text, multiline=True, limit=3 * len(text))
