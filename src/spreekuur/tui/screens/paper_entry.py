"""From paper: `12 aanw`, `5 ziek Moeder belde.`, by the numbers on the sheet, read beside it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from spreekuur.actions.paper import put_in_paper
from spreekuur.rules.date_words import short_day
from spreekuur.rules.note_lines import NoteContext, NoteLine
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.lines import MUTED, STRONG, led_by, line, paragraph, spread, stack
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.over import why_over
from spreekuur.tui.paper_reading import PaperReader, PaperReading
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.note_editor import Readings
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id
from spreekuur.views.note_context import note_context
from spreekuur.views.paper import numbered

PLACEHOLDER = "1 aanw   2 laat Slaapt beter.   3 nv   4 afgem   5 ziek Moeder belde."
NOTHING = "Begin een regel met het nummer van het papier en aanw, laat, nv, afgem of ziek."
GONE = "Dit spreekuur staat niet meer in het bestand. Het concept blijft tot je het wist."
NOT_YET = "Dit spreekuur is nog niet geweest. d maakt het papier."


class PaperEntryDesk(Desk):
    """Nothing is kept before F2 but the concept; what has a question stays."""

    CSS_PATH = stylesheets("paper_entry")
    scopes = ("van papier",)
    BINDINGS = bindings("van papier", "terug")
    about = (
        "Op elke regel een nummer van het papier, hoe de jongere kwam, en wat er gezegd is. Rechts"
        " staat wie dat is."
    )

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self._office_hours = office_hours_id
        self._waiting: Timer | None = None
        self._hours: OfficeHoursView | None = None
        self._places: dict[int, Place] = {}
        self._reader: PaperReader | None = None
        self._read = PaperReading()
        self.area = NoteArea(placeholder=PLACEHOLDER)
        self.readings = Readings(self.area, self._reading_of)

    def compose(self) -> ComposeResult:
        yield Static(id="paper-header", markup=False)
        yield RuleLine("Nummer, hoe, en wat er gezegd is", "zo gelezen")
        with Horizontal(id="paper-entry"):
            yield self.area
            yield self.readings
        with Vertical(id="bottom"):
            yield Static(id="paper-hint", markup=False)
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_focus(self.area)

    def on_resize(self) -> None:
        """In another width the lines begin on other rows, once it is laid out anew."""
        self._draw()
        self.call_after_refresh(self.readings.refresh)

    def reload(self) -> None:
        with self.casebook.read() as connection:
            hours = self._hours = office_hours_by_id(connection, self._office_hours)
            self._places = numbered(connection, hours) if hours else {}
        self._reader = PaperReader(self._places, self._reads_as) if hours else None
        self._load()
        self.area.shielded = self.shielded
        self.area.placeholder = Content(words(PLACEHOLDER, self.shielded))
        self._read_again()

    def _reads_as(self, place: Place) -> NoteContext:
        """As the note was written that day; what comes next counts from now."""
        hours, today = self._hours, self.desk_app.today
        assert hours
        with self.casebook.read() as connection:
            return note_context(
                connection,
                hours.day,
                place.at,
                pupil_id=place.pupil_id,
                hosted_by=hours.school_id,
                written_on=today,
                in_person=True,
            )

    @property
    def _draft(self) -> str:
        return f"papier:{self._office_hours}"

    def keep(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            text, cursor = self.area.text, self.area.cursor_location
            self.area.kept = text
            self.say(self.desk_app.keep_draft(self._draft, text, cursor, None))

    def _load(self) -> None:
        """Go on with the concept, if there is one, and with what came back into it."""
        draft = self.casebook.drafts.find(self._draft)
        if draft:
            self.area.catch_up(draft.text, draft.cursor)

    @on(NoteArea.Changed)
    def _typed(self) -> None:
        if self._waiting is None:
            self._waiting = self.set_timer(QUIET_SECONDS, self.keep)
        self._read_again()

    def _read_again(self) -> None:
        reader = self._reader
        self._read = reader.read(self.area.text) if reader else PaperReading()
        self._draw()
        self.refresh_bars()

    def _draw(self) -> None:
        """The spreekuur above, what F2 would do below, the readings beside the text."""
        hours, width = self._hours, self.size.width - 2
        counted = line((f"{len(self._places)} op papier", MUTED)) if hours else line("")
        title = "Van papier"
        if hours:
            room = width - counted.cell_length - len(title) - 5
            title += f" · {led_by(hours.school, (short_day(hours.day),), room)}"
        self.query_one("#paper-header", Static).update(
            spread(line((title, STRONG)), counted, width)
        )
        hint = (self._read.promise or NOTHING) if hours else GONE
        rows = [line((row, MUTED)) for row in paragraph(hint, width)]
        self.query_one("#paper-hint", Static).update(stack(rows))
        self.readings.refresh()

    def _reading_of(self, number: int) -> NoteLine:
        lines = self._read.lines
        return lines[number] if number < len(lines) else NoteLine("")

    def why_not(self, command: str) -> str | None:
        if command == "save":
            if self._hours is None:
                return GONE
            if self._hours.day > self.desk_app.today:
                return NOT_YET
            if not self._read.ready:
                return NOTHING
            if over := why_over(self.casebook, self._office_hours):
                return over
        return super().why_not(command)

    async def do_back(self) -> None:
        """Out of it; what was typed stays a concept."""
        self.keep()
        await self.desk_app.do_back()

    async def do_save(self) -> None:
        """Put in all that is sure, as one step; what has a question stays."""
        self.keep()
        read, hours, app = self._read, self._hours, self.desk_app
        assert hours
        put_in_paper(
            self.casebook,
            hours.day,
            self._places,
            read.ready,
            written_on=app.today,
            draft=self._draft,
            left=read.left,
        )
        many = len(read.ready)
        said = f"{many} {'jongere' if many == 1 else 'jongeren'} overgenomen."
        self.area.begin(read.left if read.left.strip() else "")
        if read.left.strip():
            self.area.move_cursor(self.area.document.end)
            self.reload()
            self.say(f"{said} Wat een ? heeft staat hier nog. u maakt het ongedaan.")
        else:
            await app.do_back()
            app.tell(f"{said} u maakt het ongedaan.")
