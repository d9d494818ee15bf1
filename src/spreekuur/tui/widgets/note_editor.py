"""The note: what she types on the left, how each line is read on the right, kept as a concept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from spreekuur.rules.cells import columns, cut
from spreekuur.rules.dates import parse_date
from spreekuur.rules.note import parse_line, parse_note
from spreekuur.rules.note_lines import LineState, Note, NoteContext, NoteLine
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.shown import words
from spreekuur.tui.widgets.bars import RuleLine

FOLLOW_UP = "> "
PLACEHOLDER = "Typ gewoon: een regel zonder teken blijft bij jou."


class Readings(Widget):
    """One reading beside the first row of each line that has one; plain lines leave it empty."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "readings--shared",
        "readings--doubtful",
        "readings--kept",
    }
    can_focus = False

    def __init__(self, area: NoteArea, read: Callable[[int], NoteLine]) -> None:
        super().__init__()
        self._area = area
        self._read = read
        self._shape = (0, 0, 0)

    def on_mount(self) -> None:
        """Be painted together with what is typed: a message would come one painting later."""
        self.watch(self._area, "selection", self.follow, init=False)

    def follow(self) -> None:
        """Draw what the last key can have changed: one row, unless rows were added or lost."""
        wrapped = self._area.wrapped_document
        line = self._area.cursor_location[0]
        row = wrapped.location_to_offset((line, 0)).y - self._area.scroll_offset.y
        shape = (wrapped.height, row, self._area.scroll_offset.y)
        if shape == self._shape:
            self.refresh(Region(0, row, self.size.width, 1))
        else:
            self._shape = shape
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The gutter sign, a blank and the reading of the line whose first row this is."""
        width = self.size.width
        wrapped = self._area.wrapped_document
        row = y + self._area.scroll_offset.y
        if row >= wrapped.height:
            return Strip.blank(width, self.rich_style)
        line, column = wrapped.offset_to_location(Offset(0, row))
        read = self._read(line)
        if column or not read.reading:
            return Strip.blank(width, self.rich_style)
        text = cut(words(read.reading, self._area.shielded), width - 2)
        style = self.get_component_rich_style(_look(read))
        gutter = read.gutter or " "
        blank = " " * (width - 2 - columns(text))
        return Strip([Segment(f"{gutter} {text}{blank}", style)], width)


def _look(line: NoteLine) -> str:
    if line.shared:
        return "readings--shared"
    doubtful = line.state is LineState.DOUBTFUL
    return "readings--doubtful" if doubtful else "readings--kept"


class NoteEditor(Vertical):
    """A note with its readings and its concept; emptied and filled, never rebuilt."""

    @dataclass
    class Edited(Message):
        """The text changed."""

        editor: NoteEditor

    @dataclass
    class Kept(Message):
        """The concept stands in the file (or, with an error, not yet)."""

        sentence: str

    def __init__(self, keep: Callable[[str, tuple[int, int]], str], title: str) -> None:
        """`keep` writes the concept and says so; `title` heads the note."""
        super().__init__()
        self._keep = keep
        self._reads_as: NoteContext | None = None
        self._read: dict[str, NoteLine] = {}
        self._waiting: Timer | None = None
        self._asks_day = False
        self._title = title
        self.area = NoteArea(placeholder=PLACEHOLDER)
        self.readings = Readings(self.area, self._line)

    def compose(self) -> ComposeResult:
        yield RuleLine(self._title, "zo gelezen · » gaat naar school")
        with Horizontal():
            yield self.area
            yield self.readings

    def on_resize(self) -> None:
        """In another width the lines of the note begin on other rows."""
        self.call_after_refresh(self.readings.refresh)

    @property
    def text(self) -> str:
        return self.area.text

    def shield(self, shielded: bool) -> None:
        """Make text and readings unreadable, or readable again."""
        self.area.shielded = shielded
        self.readings.refresh()

    def read_note(self) -> Note:
        """The whole note as it would be saved now."""
        assert self._reads_as is not None
        return parse_note(self.text, self._reads_as)

    def begin(self, text: str, cursor: tuple[int, int], context: NoteContext) -> None:
        """Start or go on with a note: its concept, the cursor where it was."""
        self.flush()
        self._reads_as = context
        self._read.clear()
        self.area.begin(text, cursor)
        self._unwait()
        self.readings.refresh()

    def reread(self, context: NoteContext) -> None:
        """Read the same text for somebody else."""
        self._reads_as = context
        self._read.clear()
        self.readings.refresh()

    def resume(self, text: str, cursor: tuple[int, int]) -> None:
        """Take over what came back into its concept, because a save was undone."""
        self.area.catch_up(text, cursor)
        self.readings.refresh()

    @property
    def last_line(self) -> str:
        """The line at the end of the note."""
        return self.area.document.get_line(self.area.document.line_count - 1)

    def to_new_line(self) -> None:
        """Put the cursor on an empty line at the end."""
        if self.last_line.strip():
            self.area.insert("\n", self.area.document.end)
        self.area.move_cursor(self.area.document.end)

    def append(self, text: str) -> None:
        """Write at the end of the note."""
        self.area.insert(text, self.area.document.end)

    def ask_day(self, asked: bool) -> None:
        """Read a bare date at the end as the vervolg that was asked for, or as text again."""
        self._asks_day = asked
        self.readings.refresh()

    def mark_day(self) -> None:
        """Write the mark of a vervolg before a bare date at the end."""
        if self._is_day(self.last_line):
            self.area.insert(FOLLOW_UP, (self.area.document.line_count - 1, 0))

    def flush(self) -> None:
        """Write the concept now, when something was typed since the last time, and say so."""
        sentence = self.write_concept()
        if sentence:
            self.post_message(self.Kept(sentence))

    def write_concept(self) -> str:
        """The same in silence: before a save, which has its own words; empty when up to date."""
        if self._waiting is None:
            return ""
        self._unwait()
        self.area.kept = self.text
        return self._keep(self.text, self.area.cursor_location)

    def forget(self) -> None:
        """The text was saved: nothing waits to be written any more, the note is empty."""
        self._unwait()
        self.area.begin("")
        self.readings.refresh()

    def _is_day(self, text: str) -> bool:
        read_as = self._reads_as
        return read_as is not None and bool(
            parse_date(text.strip(), read_as.today, read_as.holidays)
        )

    @on(NoteArea.Changed)
    def _typed(self) -> None:
        # A change that was saved by now has nothing left to be kept.
        if self._waiting is None and self.text != self.area.kept:
            self._waiting = self.set_timer(QUIET_SECONDS, self.flush)
        self.post_message(self.Edited(self))

    def _unwait(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    def _line(self, number: int) -> NoteLine:
        text = self.area.document.get_line(number)
        if self._reads_as is None:
            return NoteLine(text)
        last = number == self.area.document.line_count - 1
        if self._asks_day and last and self._is_day(text):
            text = FOLLOW_UP + text.strip()
        if text not in self._read:
            self._read[text] = parse_line(text, self._reads_as)
        return self._read[text]
