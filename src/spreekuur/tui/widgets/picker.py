"""The line in which a jongere or school is found while typing, with the hits below it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui import shown
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import ACCENT, MUTED, line
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.picker import Namesakes, Pickable, namesakes, pickable

ASK = "Typ een deel van een naam, een klas, een ouder, een school of een telefoonnummer."
NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
COLUMNS = (Column(25), Column(), Column(20, right=True, needs=60))


class Hits(Rows, can_focus=False):
    """The hits: the hands stay in the field, the cursor moves from there."""


class Picker(Vertical):
    """Finds with every letter; Enter takes the hit under the cursor."""

    @dataclass
    class Chosen(Message):
        """Enter or a click: the hit, or None when nothing was found for what was typed."""

        picker: Picker
        hit: Pickable | None
        typed: str

    def __init__(self, casebook: Casebook, today: date, shielded: Callable[[], bool]) -> None:
        """`shielded` says whether names are initials now."""
        super().__init__()
        self._shielded = shielded
        self._casebook = casebook
        self._today = today
        self._hits: list[Pickable] = []
        self._searched = ""
        self.field = Field(compact=True, select_on_focus=False)
        self._hint = Static(markup=False, id="picker-hint")
        self._rows = Hits(COLUMNS)

    def compose(self) -> ComposeResult:
        with Vertical(classes="field-line"):
            yield self.field
        yield self._hint
        yield self._rows

    def on_mount(self) -> None:
        self._find()

    def begin(self, typed: str = "") -> None:
        """Start with an empty line, or with what is typed already."""
        self.field.value = typed
        # The first letter takes the place of what stands there.
        self.field.select_all()
        self._find()

    def move(self, rows: int) -> None:
        """Move the cursor among the hits."""
        self._rows.action_move(rows)

    def choose(self) -> None:
        """Take the hit under the cursor."""
        if self.field.value != self._searched:
            self._find()
        number = self._rows.cursor_key
        hit = self._hits[number] if isinstance(number, int) else None
        self.post_message(self.Chosen(self, hit, self.field.value.strip()))

    @on(Input.Submitted)
    def _enter(self, message: Input.Submitted) -> None:
        message.stop()
        self.choose()

    @on(Rows.Chosen)
    def _click(self, message: Rows.Chosen) -> None:
        message.stop()
        self.choose()

    @on(Input.Changed)
    def _find(self) -> None:
        self.reload(keep_place=False)

    def reload(self, *, keep_place: bool = True) -> None:
        """Find again what is typed now."""
        typed = self._searched = self.field.value
        with self._casebook.read() as connection:
            self._hits = pickable(connection, typed, self._today)
            alike = namesakes(connection, typed) if self._hits else None
        rows = [self._row(number, hit) for number, hit in enumerate(self._hits)]
        sought = shown.words(typed.strip(), self._shielded())
        empty = f'Nog niemand gevonden voor "{sought}".' if sought else ASK
        self._rows.show(rows, keep_place=keep_place, empty=empty)
        hint = line((ambiguous(alike), ACCENT)) if alike else ""
        self._hint.update(hint, layout=False)

    def _row(self, number: int, hit: Pickable) -> Row:
        shielded = self._shielded()
        name = shown.listed(hit.name, shielded) if isinstance(hit.name, PersonName) else hit.name
        if isinstance(hit.name, str) and hit.is_person:
            name = shown.spoken(hit.name, shielded)
        detail = hit.detail
        if hit.child:
            detail = f"{detail} van {shown.spoken(hit.child, shielded)}"
        return Row(number, (name, (detail, MUTED), (self._remark(hit), MUTED)))

    def _remark(self, hit: Pickable) -> str:
        if hit.spoken == self._today:
            return "vandaag gesproken"
        if hit.expected:
            return f"vandaag {clock(hit.expected)}"
        return short_day(hit.spoken, self._today) if hit.spoken else hit.phone


def ambiguous(alike: Namesakes) -> str:
    """What tells apart the jongeren of one name (screens 8)."""
    count = NUMBERS[alike.count] if alike.count < len(NUMBERS) else str(alike.count)
    other = "achternaam" if alike.given else "voornaam"
    return f"{count.capitalize()} jongeren heten {alike.name}. Typ door: {other} of klas."
