"""A text for one spreekuur, pasted or typed, with beside each line what it is read as."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from spreekuur.rules.date_words import short_day
from spreekuur.rules.note_lines import NoteLine
from spreekuur.store.connection import Connection
from spreekuur.tui.desk import UNDOES, Desk
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.lines import STRONG, led_by, line, spread
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.shown import words
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.note_editor import Readings
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id

GONE = "Dit spreekuur staat niet meer in het bestand. Het concept blijft tot je het wist."


class ReadBeside(Desk):
    """Nothing of the text is stored before F2 but the concept; lines with a question stay."""

    called: ClassVar[str]
    """What stands above it, before the school and the day."""
    placeholder: ClassVar[str]
    draft_kind: ClassVar[str]
    """What the name of the concept begins with, before the number of the spreekuur."""

    def __init__(self, office_hours_id: int, area: type[NoteArea], rule: RuleLine) -> None:
        """`rule` is the line above the text."""
        super().__init__()
        self.office_hours_id = office_hours_id
        self.hours: OfficeHoursView | None = None
        self.rule = rule
        self.area = area(placeholder=self.placeholder)
        self.readings = Readings(self.area, self.reading_of)
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="read-header", markup=False)
        yield self.rule
        with Horizontal(id="read-beside"):
            yield self.area
            yield self.readings
        with Vertical(id="bottom"):
            yield from self.below()
            yield from self.bars()

    @abstractmethod
    def below(self) -> ComposeResult:
        """What stands right above the last two rows."""

    @abstractmethod
    def look_up(self, connection: Connection) -> None:
        """Find in the file what the text is read by; `hours` is there or gone by now."""

    @abstractmethod
    def read(self, text: str) -> None:
        """Read the text by what was looked up."""

    @abstractmethod
    def reading_of(self, number: int) -> NoteLine:
        """The reading of a line of the text, counted from 0."""

    @property
    @abstractmethod
    def counted(self) -> Content:
        """What stands at the right of the first row."""

    def on_mount(self) -> None:
        self.reload()
        self.set_focus(self.area)

    def on_resize(self) -> None:
        """In another width the lines begin on other rows, once it is laid out anew."""
        self.draw()
        self.call_after_refresh(self.readings.refresh)

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self.hours = office_hours_by_id(connection, self.office_hours_id)
            self.look_up(connection)
        draft = self.casebook.drafts.find(self.draft)
        if draft:
            self.area.catch_up(draft.text, draft.cursor)
        self.area.shielded = self.shielded
        self.area.placeholder = Content(words(self.placeholder, self.shielded))
        self.read_again()

    @property
    def draft(self) -> str:
        """The place of the concept."""
        return f"{self.draft_kind}:{self.office_hours_id}"

    def keep(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            text, cursor = self.area.text, self.area.cursor_location
            self.area.kept = text
            self.say(self.desk_app.keep_draft(self.draft, text, cursor, None))

    @on(NoteArea.Changed)
    def _typed(self) -> None:
        if self._waiting is None:
            self._waiting = self.set_timer(QUIET_SECONDS, self.keep)
        self.read_again()

    def read_again(self) -> None:
        """Read what stands there now."""
        self.read(self.area.text)
        self.draw()
        self.refresh_bars()

    def draw(self) -> None:
        """The spreekuur above, the readings beside the text."""
        hours, width = self.hours, self.size.width - 2
        title, counted = self.called, self.counted
        if hours:
            room = width - counted.cell_length - len(title) - 5
            title += f" · {led_by(hours.school, (short_day(hours.day),), room)}"
        header = spread(line((title, STRONG)), counted, width)
        self.query_one("#read-header", Static).update(header)
        self.readings.refresh()

    async def do_back(self) -> None:
        """Out of it; what was typed stays a concept."""
        self.keep()
        await self.desk_app.do_back()

    async def go_on(self, left: str, said: str, still: str) -> None:
        """What was read is in the file: stay with what is `left`, which `still` says, or go."""
        self.area.begin(left)
        self.area.move_cursor(self.area.document.end)
        if left:
            self.reload()
            self.say(f"{said} {still}")
        else:
            await self.desk_app.do_back()
            self.desk_app.tell(f"{said} {UNDOES}.")
