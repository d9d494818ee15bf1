"""From paper: `12 aanw`, `5 ziek Moeder belde.`, by the numbers on the sheet, read beside it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from spreekuur.actions.paper import put_in_paper
from spreekuur.rules.note_lines import NoteContext, NoteLine
from spreekuur.store.connection import Connection
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import UNDOES
from spreekuur.tui.lines import MUTED, line, paragraph, stack
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.over import why_over
from spreekuur.tui.paper_reading import PaperReader, PaperReading
from spreekuur.tui.read_beside import GONE, ReadBeside
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.views.agenda import Place
from spreekuur.views.note_context import note_context
from spreekuur.views.paper import numbered

NOTHING = "Begin een regel met het nummer van het papier en aanw, laat, nv, afgem of ziek."
NOT_YET = "Dit spreekuur is nog niet geweest. d maakt het papier."


class PaperEntryDesk(ReadBeside):
    """How each jongere on the sheet came and what was said, put in as one step."""

    CSS_PATH = stylesheets("read_beside", "paper_entry")
    scopes = ("van papier",)
    BINDINGS = bindings("van papier", "terug")
    about = (
        "Op elke regel een nummer van het papier, hoe de jongere kwam, en wat er gezegd is. Rechts"
        " staat wie dat is."
    )
    called = "Van papier"
    placeholder = "1 aanw   2 laat Slaapt beter.   3 nv   4 afgem   5 ziek Moeder belde."
    draft_kind = "papier"

    def __init__(self, office_hours_id: int) -> None:
        rule = RuleLine("Nummer, hoe, en wat er gezegd is", "zo gelezen")
        super().__init__(office_hours_id, NoteArea, rule)
        self._places: dict[int, Place] = {}
        self._reader: PaperReader | None = None
        self._read = PaperReading()

    def below(self) -> ComposeResult:
        yield Static(id="paper-hint", markup=False)

    def look_up(self, connection: Connection) -> None:
        self._places = numbered(connection, self.hours) if self.hours else {}
        self._reader = PaperReader(self._places, self._reads_as) if self.hours else None

    def _reads_as(self, place: Place) -> NoteContext:
        """As the note was written that day; what comes next counts from now."""
        hours, today = self.hours, self.desk_app.today
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

    def read(self, text: str) -> None:
        self._read = self._reader.read(text) if self._reader else PaperReading()

    @property
    def counted(self) -> Content:
        return line((f"{len(self._places)} op papier", MUTED)) if self.hours else line("")

    def draw(self) -> None:
        """What F2 would do, too."""
        super().draw()
        hint = (self._read.promise or NOTHING) if self.hours else GONE
        rows = [line((row, MUTED)) for row in paragraph(hint, self.size.width - 2)]
        self.query_one("#paper-hint", Static).update(stack(rows))

    def reading_of(self, number: int) -> NoteLine:
        lines = self._read.lines
        return lines[number] if number < len(lines) else NoteLine("")

    def why_not(self, command: str) -> str | None:
        if command == "save":
            if self.hours is None:
                return GONE
            if self.hours.day > self.desk_app.today:
                return NOT_YET
            if not self._read.ready:
                return NOTHING
            if over := why_over(self.casebook, self.office_hours_id):
                return over
        return super().why_not(command)

    async def do_save(self) -> None:
        """Put in all that is sure, as one step; what has a question stays."""
        self.keep()
        read, hours = self._read, self.hours
        assert hours
        put_in_paper(
            self.casebook,
            hours.day,
            self._places,
            read.ready,
            written_on=self.desk_app.today,
            draft=self.draft,
            left=read.left,
        )
        many = len(read.ready)
        said = f"{many} {'jongere' if many == 1 else 'jongeren'} overgenomen."
        left = read.left if read.left.strip() else ""
        await self.go_on(left, said, f"Wat een ? heeft staat hier nog. {UNDOES}.")
