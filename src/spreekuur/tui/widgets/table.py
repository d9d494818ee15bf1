"""The jongere at the table: who, what was agreed, how it stands, and the note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui import note_about, person
from spreekuur.tui.lines import line
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.tui.widgets.person_block import PersonBlock
from spreekuur.views.agenda import Place
from spreekuur.views.card import AgreementView, PupilCard
from spreekuur.views.timeline import Entry

ROOMY = 34
"""Rows of the screen from which earlier talks are shown in full instead of in one line."""

NOTE_ROWS = 4
"""Rows the note has at least, its title counted."""

NOTE_WANTS = 8
"""Rows the note keeps when there is more than one doel to show."""

MOST_GOALS = 3


@dataclass(frozen=True, slots=True)
class AtTable:
    """What is known of the jongere at the table."""

    place: Place
    card: PupilCard
    entries: tuple[Entry, ...]
    """Earlier talks and places where none came of, newest first."""
    elsewhere: str
    """The municipality, when it is another than hers."""

    @property
    def talks(self) -> tuple[Entry, ...]:
        """What was said, newest first."""
        return tuple(one for one in self.entries if one.conversation_id)


class Table(Vertical):
    """The person block above, the note below."""

    def __init__(self, keep: Callable[[str, tuple[int, int]], str]) -> None:
        super().__init__(id="table")
        self.editor = NoteEditor(keep, "Notitie")
        self.editor.disabled = True
        self._block = PersonBlock(self._person)
        self._minded = Static(id="to-mind", markup=False)
        self.shown: AtTable | None = None
        self._today = date.min
        self._shielded = False
        self._at = 0

    def compose(self) -> ComposeResult:
        yield self._block
        yield self.editor
        yield self._minded

    def show(self, at_table: AtTable, today: date, *, shielded: bool) -> None:
        """Draw a jongere; the same one again keeps the page of history."""
        if self.shown is None or self.shown.card.id != at_table.card.id:
            self._at = 0
        self.shown, self._today, self._shielded = at_table, today, shielded
        self._at = min(self._at, max(0, len(at_table.talks) - 1))
        self.editor.disabled = False
        self.editor.shield(shielded)
        self._block.again()
        self.mind()

    def mind(self) -> None:
        """The one thing to know before this is saved, under the note; nothing most of the time."""
        at = self.shown
        said = note_about.to_mind(self.editor.text, at.card.age, at.elsewhere) if at else ""
        self._minded.update(said)
        self._minded.display = bool(said)

    def clear(self) -> None:
        """Nobody sits here any more; the note was kept as a concept."""
        self.editor.flush()
        self.editor.forget()
        self.editor.disabled = True
        self.shown = None
        self._block.again()
        self.mind()

    def may_turn(self, talks: int) -> bool:
        """Whether there is a talk so many further back than the one in view."""
        return 0 <= self._at + talks < len(self.shown.talks if self.shown else ())

    def turn(self, talks: int) -> None:
        """Walk through earlier talks."""
        self._at += talks
        self._block.again()

    @property
    def to_judge(self) -> AgreementView | None:
        """The agreement that 1-4 are about: only while the note is empty."""
        if self.shown is None or self.editor.text:
            return None
        open_ones = (
            one
            for one in person.to_judge(self.shown.card, self._today)
            if one.status is AgreementStatus.OPEN
        )
        return next(open_ones, None)

    def _person(self, width: int, room: int) -> list[Content]:
        at, today, shielded = self.shown, self._today, self._shielded
        if at is None or width <= 0:
            return []
        card = at.card
        roomy = self.app.size.height >= ROOMY
        above = [
            person.heading(card, today, width, shielded=shielded),
            person.reason_line(at.place.reason, card, width, shielded=shielded),
        ]
        if roomy and card.age is not None:
            above.append(person.parents_line(card.age, width))
        above.append(line(""))
        judged = person.to_judge(card, today)
        most = 6 if roomy else 3
        agreements = person.agreement_lines(judged, today, width, most, shielded=shielded)
        if agreements:
            above += [*agreements, line("")]
        below = [person.scale_line(card, width, shielded=shielded)]
        if roomy:
            history = person.history(at.talks, self._at, width, 6, shielded=shielded)
            below += [line(""), *history, line("")]
        else:
            below.append(person.history_line(at.talks, self._at, width, shielded=shielded))
        spare = room - NOTE_WANTS - len(above) - len(below)
        most = max(1, min(MOST_GOALS, spare))
        goals = person.goal_lines(card.running_goals, today, width, most, shielded=shielded)
        return _fitting([*above, *goals, *below], room)


def _fitting(lines: list[Content], room: int) -> list[Content]:
    """What leaves the note its rows on a low screen: the name first, the history last."""
    room = max(1, room - NOTE_ROWS)
    if len(lines) > room:
        lines = [one for one in lines if one.plain]
    return lines[:room]
