"""A note that stands in no dossier yet: read it, mend it, say whom it is about."""

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
    scopes = ("indelen",)
    BINDINGS = bindings("indelen", "terug")
    about = "Een notitie die nog in geen dossier staat."

    def __init__(self, conversation_id: int) -> None:
        super().__init__()
        self._conversation_id = conversation_id
        self._found = False

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
            self._found = found is not None
            lines = self._lines(found, width) if found else [line((GONE, MUTED))]
            self.query_one("#notes", Static).update(stack(lines))

    def why_not(self, command: str) -> str | None:
        if command in ("file", "edit") and not self._found:
            return GONE
        return super().why_not(command)

    async def do_file(self) -> None:
        """Pick whom it is about; then it stands there, and she is back where she came from."""
        from spreekuur.tui.screens.pick import Pick, Picked

        def put(picked: Picked | None) -> None:
            from spreekuur.actions.inbox import file_note

            if picked is None:
                return
            about = {f"{picked.kind}_id": picked.id}
            app, number = self.desk_app, self._conversation_id
            if self.attempt(lambda: file_note(self.casebook, number, today=app.today, **about)):
                self.dismiss()
                app.reload()
                app.call_later(app.tell, "Ingedeeld. u maakt het ongedaan.")

        await self.app.push_screen(Pick("Over wie gaat deze notitie?"), put)

    async def do_edit(self) -> None:
        """The text of this note."""
        from spreekuur.tui.screens.note_edit import NoteEdit

        await self.app.push_screen(NoteEdit(self._conversation_id), lambda _: self.reload())

    def _lines(self, one: Entry, width: int) -> list[Content]:
        """When, how and with whom, then what was said."""
        shielded, today = self.shielded, self.desk_app.today
        with_whom = f", {shown.called(one.with_whom, shielded)}" if one.with_whom else ""
        head = f"{short_day(one.on, today)}  {one.kind}{with_whom}, {days_ago(one.on, today)}"
        lines = [line(""), line((head, MUTED))]
        for said in one.text.split("\n"):
            lines += [line(row) for row in paragraph(shown.words(said, shielded), width)]
        return lines
