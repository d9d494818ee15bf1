"""A note from anywhere: first who, then what was said; it may also be about nobody known yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from spreekuur.actions.notes import About, save_note
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.note_lines import NoteContext
from spreekuur.tui import note_about
from spreekuur.tui.commands import bindings
from spreekuur.tui.lines import MUTED, line, stack
from spreekuur.tui.screens.pick import Picking
from spreekuur.tui.widgets.bars import RuleLine, StatusLine
from spreekuur.tui.widgets.box import Box, room_in_box
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.tui.widgets.picker import Picker
from spreekuur.views.agenda import place_on
from spreekuur.views.card import PupilCard, pupil_card
from spreekuur.views.note_context import note_context
from spreekuur.views.people import pupil_by_id, school_by_id
from spreekuur.views.reach import attempts, school_numbers

WHO, WHAT = "Notitie over wie?", "Notitie"
UNFILED = "nieuw"
KINDS = {"pupil": "jongere", "school": "school"}
LATER = "⏎ op een lege regel: eerst schrijven, later indelen"


class QuickNote(Picking[None]):
    """Writes a note about the jongere she is looking at, or about whom she picks first.

    Its concept stands under `jongere:12`, `school:3` or, for nobody known yet, `nieuw`, with what
    was typed to find somebody behind it: `nieuw:buurvrouw`.
    """

    BINDINGS = bindings("kiezen", "notitie", "terug")
    about = "Typ wat er gezegd is; een regel zonder teken blijft bij jou."
    comes_back = True

    def __init__(self, subject: int | None, place: str | None = None) -> None:
        """With neither a jongere nor the place of a concept she is asked who it is about; with
        both that concept becomes one about the jongere."""
        super().__init__()
        self._begin_at = f"jongere:{subject}" if subject else place
        self._place = place or self._begin_at
        self._hint = ""
        self._choosing = self._place is None
        self._card: PupilCard | None = None
        self.editor = NoteEditor(self._keep, "Wat is er gezegd")

    @property
    def again(self) -> Callable[[], Any]:
        return partial(QuickNote, None, self._place)

    def compose(self) -> ComposeResult:
        when = self._when
        with Box():
            with Vertical(classes="sheet", id="who"):
                yield RuleLine(WHO, when)
                yield self.picker
                yield Static(line((LATER, MUTED)), id="later")
            with Vertical(classes="sheet", id="what"):
                yield RuleLine(WHAT, when)
                yield Static(id="about")
                yield self.editor
                yield Static(markup=False, id="note-hint")
            with Vertical(id="bottom"):
                yield from self.bars()

    def on_mount(self) -> None:
        if self._choosing:
            self._ask_who()
        else:
            self._write(self._begin_at or UNFILED)

    def scopes_now(self) -> Sequence[str]:
        return ("kiezen",) if self._choosing else ("notitie",)

    def why_not(self, command: str) -> str | None:
        if self._choosing and command in ("save", "other"):
            return "Kies eerst over wie. ⏎ op een lege regel: eerst schrijven."
        return super().why_not(command)

    def reload(self) -> None:
        super().reload()
        if self._choosing:
            return
        place = self._place or UNFILED
        if self._still_there(place):
            self._load_card()
            self.editor.reread(self._note_context())
            if draft := self.casebook.drafts.find(place):
                self.editor.resume(draft.text, draft.cursor)
            self._draw()
        else:
            self._write(place)

    def on_resize(self) -> None:
        if not self._choosing:
            self._draw()

    def keep(self) -> None:
        self.editor.flush()

    def do_save(self) -> None:
        """Keep the note and go back to exactly where she was."""
        app = self.desk_app
        # First as a concept: undoing the save gives that back, whole.
        self.editor.flush()
        saved = save_note(
            self.casebook,
            self.editor.text,
            self._about(),
            today=app.today,
            now=app.clock,
            draft=self._place,
        )
        self.editor.forget()
        self.dismiss(None)
        app.reload()
        app.tell(app.said_of(saved.note))

    def do_other(self) -> None:
        """Pick somebody else; the text goes along."""
        self._ask_who()

    def do_back(self) -> None:
        """Out of the note, its concept kept; from F5 back into it."""
        if self._choosing and self._place is not None:
            self._show(choosing=False)
            return
        self.editor.flush()
        self.dismiss(None)
        self.desk_app.reload()

    def _ask_who(self) -> None:
        self.picker.begin()
        self._show(choosing=True)

    @on(Picker.Chosen)
    def _chosen(self, message: Picker.Chosen) -> None:
        hit = message.hit
        nobody = f"{UNFILED}:{message.typed}" if message.typed else UNFILED
        self._write(f"{KINDS[hit.kind]}:{hit.id}" if hit else nobody)

    def _write(self, place: str) -> None:
        """Begin or go on with the note of this place; what was already typed comes along."""
        self.editor.flush()
        before, typed = self._place, self.editor.text
        typed = typed or (self._concept(before) if before else "")
        if not self._still_there(place):
            place = UNFILED
        self._place = place
        text = self._concept(place)
        moving = before not in (None, place) and bool(typed.strip())
        if moving:
            text = f"{text}\n{typed}" if text.strip() else typed
        self._load_card()
        self.editor.begin(text, _end(text), self._note_context())
        if moving:
            self._move(before or UNFILED, text)
        self._show(choosing=False)
        self._draw()

    def _concept(self, place: str) -> str:
        draft = self.casebook.drafts.find(place)
        return draft.text if draft else ""

    def _still_there(self, place: str) -> bool:
        """Whether whom a note at this place is about stands in the file."""
        kind, _, number = place.partition(":")
        with self.casebook.read() as connection:
            if kind == "jongere":
                return pupil_by_id(connection, int(number)) is not None
            if kind == "school":
                return school_by_id(connection, int(number)) is not None
        return kind == UNFILED

    def _move(self, before: str, text: str) -> None:
        """The concept changes places; the old one goes when the new one stands in the file."""
        app = self.desk_app
        self.say(self._keep(text, _end(text)))
        kept = self.casebook.drafts.find(self._place or UNFILED)
        if kept and kept.text == text:
            app.keep_draft(before, "", (0, 0), None)

    @property
    def _when(self) -> str:
        """The moment of the note; the day alone when it is another than today."""
        app = self.desk_app
        return " · ".join([short_day(app.today), *([clock(app.clock)] if app.clock else [])])

    def _show(self, *, choosing: bool) -> None:
        self._choosing = choosing
        self.query_one(Box).head(WHO if choosing else WHAT, self._when)
        self.query_one("#who").display = choosing
        self.query_one("#what").display = not choosing
        self.set_focus(self.picker.field if choosing else self.editor.area)
        if choosing:
            self.query_one(StatusLine).count("")
        else:
            self._look_at_text()
        self.refresh_bars()

    @property
    def _caller(self) -> str:
        """What was typed to find somebody whom nobody turned out to be."""
        kind, _, typed = (self._place or "").partition(":")
        return typed if kind == UNFILED else ""

    @property
    def _pupil_id(self) -> int | None:
        return self._id_of("jongere")

    @property
    def _school_id(self) -> int | None:
        return self._id_of("school")

    def _id_of(self, kind: str) -> int | None:
        of, _, number = (self._place or "").partition(":")
        return int(number) if of == kind else None

    def _about(self) -> About:
        return About(pupil_id=self._pupil_id, school_id=self._school_id, caller=self._caller)

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        return self.desk_app.keep_draft(self._place or UNFILED, text, cursor, self._pupil_id)

    def _load_card(self) -> None:
        self._card = None
        if self._pupil_id is not None:
            with self.casebook.read() as connection:
                self._card = pupil_card(connection, self._pupil_id, self.desk_app.today)

    def _note_context(self) -> NoteContext:
        app, pupil = self.desk_app, self._pupil_id
        with self.casebook.read() as connection:
            return note_context(
                connection,
                app.today,
                app.clock,
                pupil_id=pupil,
                school_id=self._school_id,
                in_person=bool(pupil and place_on(connection, pupil, app.today)),
            )

    def _draw(self) -> None:
        """Who it is about, in as few lines as there is something to say."""
        self.editor.shield(self.desk_app.shielded)
        width = room_in_box(self.app.size) - 2
        self.query_one("#about", Static).update(stack(self._about_lines(width)))

    def _about_lines(self, width: int) -> list[Content]:
        shielded = self.desk_app.shielded
        if self._card is not None:
            with self.casebook.read() as connection:
                tried = attempts(connection, self._card.id)
            return note_about.pupil_lines(self._card, tried, width, shielded=shielded)
        if self._school_id is not None:
            with self.casebook.read() as connection:
                school = school_by_id(connection, self._school_id)
                numbers = school_numbers(connection, self._school_id)
            if school:
                return note_about.school_lines(school, numbers, width, shielded=shielded)
        return note_about.unfiled_lines(self._caller, width, shielded=shielded)

    @on(NoteEditor.Edited)
    def _look_at_text(self) -> None:
        """Count what would go to school, and show the one hint there may be."""
        shared = self.editor.read_note().shared_count
        text = f"{shared} regel{'s' * (shared > 1)} naar school" if shared else "niets naar school"
        self.query_one(StatusLine).count(text, strong=bool(shared))
        age = self._card.age if self._card else None
        hint = note_about.hint(self.editor.text, age)
        if hint != self._hint:
            self._hint = hint
            shown = self.query_one("#note-hint", Static)
            shown.update(hint)
            shown.display = bool(hint)

    @on(NoteEditor.Kept)
    def _say_kept(self, message: NoteEditor.Kept) -> None:
        self.say(message.sentence)


def _end(text: str) -> tuple[int, int]:
    """The place behind the last character."""
    lines = text.split("\n")
    return len(lines) - 1, len(lines[-1])
