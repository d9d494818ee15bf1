"""A note that stands in no dossier, to read."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from spreekuur.rules.date_words import days_ago, short_day
from spreekuur.tui import shown
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import MUTED, line, paragraph, stack
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.views.timeline import Entry, entry

GONE = "Deze notitie is er niet meer."


class NoteDesk(Desk):
    """One note that waits under *Nog indelen*."""

    CSS_PATH = stylesheets("search")
    BINDINGS = bindings("terug")
    about = "Een notitie die in geen dossier staat."

    def __init__(self, conversation_id: int) -> None:
        super().__init__()
        self._conversation_id = conversation_id

    def compose(self) -> ComposeResult:
        yield RuleLine("Notitie")
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
            with self.casebook.read() as connection:
                found = entry(connection, self._conversation_id)
            lines = self._lines(found, width) if found else [line((GONE, MUTED))]
            self.query_one("#notes", Static).update(stack(lines))

    def _lines(self, one: Entry, width: int) -> list[Content]:
        """When, how and with whom, then what was said."""
        shielded, today = self.shielded, self.desk_app.today
        with_whom = f", {shown.spoken(one.with_whom, shielded)}" if one.with_whom else ""
        head = f"{short_day(one.on, today)}  {one.kind}{with_whom}, {days_ago(one.on, today)}"
        lines = [line(""), line((head, MUTED))]
        for said in one.text.split("\n"):
            lines += [line(row) for row in paragraph(shown.words(said, shielded), width)]
        return lines
