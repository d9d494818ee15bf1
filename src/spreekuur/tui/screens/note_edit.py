"""A saved note, mended: its text with its readings, as on the day it was said."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from spreekuur.actions.note_edits import edit_note
from spreekuur.actions.notes import About, Saved, save_note
from spreekuur.rules.date_words import short_day
from spreekuur.rules.note_lines import NoteContext
from spreekuur.store.errors import ChangedElsewhere
from spreekuur.tui import note_about
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Sheet
from spreekuur.tui.dossier_rows import NOTE
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine, StatusLine
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.views.note_context import note_context
from spreekuur.views.saved_note import SavedNote, saved_note

GONE = "Deze notitie is er niet meer. F2 maakt er een nieuwe van, Esc bewaart een concept."
NEWER = "In een ander venster gewijzigd. Jouw tekst staat er nog; F2 bewaart die."


class NoteEdit(Sheet[None]):
    """Goes on in the concept of this note when there is one."""

    CSS_PATH = stylesheets("dossier")
    scopes = ("wijzigen",)
    BINDINGS = bindings("wijzigen", "terug")
    about = "De tekst van een gesprek. Een regel die blijft, houdt wat eruit gevolgd is."
    comes_back = True

    def __init__(self, conversation_id: int, line_number: int = 0) -> None:
        """The cursor begins at the end of this line of the text."""
        super().__init__()
        self._conversation_id = conversation_id
        self._begin_line = line_number
        self._saved: SavedNote | None = None
        self._pupil_id: int | None = None
        self.editor = NoteEditor(self._keep, "Wat is er gezegd")

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield RuleLine("Notitie wijzigen")
            yield Static(id="note-day", markup=False)
            yield self.editor
            yield Static(id="note-hint", markup=False)
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        saved = self._saved = self._read()
        draft = self.casebook.drafts.find(self._place)
        text = draft.text if draft else saved.entry.text if saved else ""
        lines = text.split("\n")
        at = min(self._begin_line, len(lines) - 1)
        cursor = draft.cursor if draft else (at, len(lines[at]))
        self._pupil_id = saved.entry.pupil_id if saved else draft.pupil_id if draft else None
        self.editor.begin(text, cursor, saved.context if saved else self._context_without())
        self._look_at_text()
        self.say(("concept terug" if draft else "") if saved else GONE)
        self._draw()
        self.set_focus(self.editor.area)

    def _context_without(self) -> NoteContext:
        """How the text of a note that is gone reads, now that it can only become a new one."""
        app = self.desk_app
        with self.casebook.read() as connection:
            return note_context(connection, app.today, app.clock, pupil_id=self._pupil_id)

    def reload(self) -> None:
        """Tell that another window was first; the text here stays."""
        now = self._read()
        if now is None:
            self._saved = None
            self.say(GONE)
        elif self._saved and now.entry.version != self._saved.entry.version:
            self.say(NEWER)
        self._draw()

    def _draw(self) -> None:
        """Whose talk it was; shielded there is nothing of it to read."""
        if self._saved:
            day = line((self._day(self._saved), MUTED))
            self.query_one("#note-day", Static).update(day)
        self.editor.shield(self.shielded)

    def keep(self) -> None:
        self.editor.flush()

    def do_save(self) -> None:
        """Keep the text; what its lines say follows."""
        saved, app = self._saved, self.desk_app
        # First as a concept: undoing the save gives that back, whole.
        self.editor.write_concept()
        if saved and self.editor.text == saved.entry.text:
            self.do_back()
            return
        try:
            kept = self._save(saved)
        except ChangedElsewhere:
            self._saved = self._read()
            self.say(NEWER if self._saved else GONE)
            return
        self.editor.forget()
        self.dismiss(None)
        app.reload()
        app.tell(app.said_of(kept.note))

    def _save(self, saved: SavedNote | None) -> Saved:
        text, today = self.editor.text, self.desk_app.today
        if saved is None:
            self._keep(text, self.editor.area.cursor_location)
            draft, now = self.casebook.drafts.find(self._place), self.desk_app.clock
            # The concept knows whether the jongere is still there.
            about = About(pupil_id=draft.pupil_id if draft else None)
            return save_note(self.casebook, text, about, today=today, now=now, draft=self._place)
        return edit_note(
            self.casebook,
            self._conversation_id,
            text,
            version=saved.entry.version,
            today=today,
            draft=self._place,
        )

    def do_back(self) -> None:
        """Out of the note; what was typed stays a concept."""
        self.editor.flush()
        self.dismiss(None)
        self.desk_app.reload()

    @property
    def _place(self) -> str:
        return f"formulier:{NOTE}:{self._conversation_id}"

    def _read(self) -> SavedNote | None:
        with self.casebook.read() as connection:
            return saved_note(connection, self._conversation_id, self.desk_app.today)

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        app, entry = self.desk_app, self._saved.entry if self._saved else None
        if entry and text == entry.text:
            app.keep_draft(self._place, "", cursor, None)
            return "niets gewijzigd"
        return app.keep_draft(self._place, text, cursor, self._pupil_id)

    def _day(self, saved: SavedNote) -> str:
        entry = saved.entry
        whom = f", {entry.with_whom}" if entry.with_whom and not self.shielded else ""
        return f"{short_day(entry.on, self.desk_app.today)} · {entry.kind}{whom}"

    @on(NoteEditor.Edited)
    def _look_at_text(self) -> None:
        """Count what would go to school, and show the one hint there may be."""
        shared = self.editor.read_note().shared_count
        text = f"{shared} regel{'s' * (shared > 1)} naar school" if shared else "niets naar school"
        self.query_one(StatusLine).count(text, strong=bool(shared))
        hint = note_about.hint(self.editor.text, None)
        self.query_one("#note-hint", Static).update(hint)
        self.query_one("#note-hint").display = bool(hint)

    @on(NoteEditor.Kept)
    def _say_kept(self, message: NoteEditor.Kept) -> None:
        self.say(message.sentence if self._saved else GONE)
