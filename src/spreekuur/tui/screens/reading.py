"""Notes that stand in no dossier, to read: those on a school, and one about nobody known yet."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from spreekuur.rules.date_words import days_ago, short_day
from spreekuur.tui import note_about, shown
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import MUTED, line, paragraph, stack
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.views.people import school_by_id
from spreekuur.views.reach import school_numbers
from spreekuur.views.timeline import Entry, entry, school_timeline

GONE = "Deze notitie is er niet meer."
NO_NOTE = "Nog geen notitie over deze school. n begint er een."


class Reading(Desk):
    """Text to read; a subclass says which."""

    CSS_PATH = stylesheets("search")
    BINDINGS = bindings("terug")
    title_line = "Notitie"

    def compose(self) -> ComposeResult:
        yield RuleLine(self.title_line)
        with VerticalScroll(id="reading"):
            yield Static(markup=False, id="notes")
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.set_focus(self.query_one("#reading"))

    def on_resize(self, event: events.Resize) -> None:
        self.reload()

    def reload(self) -> None:
        width = self.size.width - 2
        if width > 0:
            self.query_one("#notes", Static).update(stack(self.text(width)))

    def text(self, width: int) -> list[Content]:
        """What stands there, in lines of at most `width` columns."""
        raise NotImplementedError

    def entry_lines(self, entries: Sequence[Entry], width: int) -> list[Content]:
        """Conversations: when, how and with whom, then what was said."""
        lines: list[Content] = []
        shielded, today = self.desk_app.shielded, self.desk_app.today
        for one in entries:
            with_whom = f", {shown.spoken(one.with_whom, shielded)}" if one.with_whom else ""
            head = f"{short_day(one.on, today)}  {one.kind}{with_whom}, {days_ago(one.on, today)}"
            lines += [line(""), line((head, MUTED))]
            for said in one.text.split("\n"):
                text = shown.words(said, shielded)
                lines += [line(row) for row in paragraph(text, width)]
        return lines


class NoteDesk(Reading):
    """One note that waits under *Nog indelen*, or a note on a school."""

    about = "Een notitie die in geen dossier staat."

    def __init__(self, conversation_id: int) -> None:
        super().__init__()
        self._conversation_id = conversation_id

    def text(self, width: int) -> list[Content]:
        with self.casebook.read() as connection:
            found = entry(connection, self._conversation_id)
        return self.entry_lines([found], width) if found else [line((GONE, MUTED))]


class SchoolNotes(Reading):
    """A school: whom to call, and the notes about it that name no jongere."""

    about = "Wie er op deze school te bellen is en wat er over de school genoteerd is."
    title_line = "School"

    def __init__(self, school_id: int) -> None:
        super().__init__()
        self._school_id = school_id

    def text(self, width: int) -> list[Content]:
        with self.casebook.read() as connection:
            school = school_by_id(connection, self._school_id)
            numbers = school_numbers(connection, self._school_id)
            entries = school_timeline(connection, self._school_id)
        if school is None:
            return [line((GONE, MUTED))]
        shielded = self.desk_app.shielded
        about = note_about.school_lines(school, numbers, width, shielded=shielded)
        notes = self.entry_lines(entries, width)
        return [*about, *(notes or [line(""), line((NO_NOTE, MUTED))])]

    async def do_note(self) -> None:
        from spreekuur.tui.screens.quick_note import QuickNote

        await self.app.push_screen(QuickNote(None, f"school:{self._school_id}"))
