"""Everything ever written about anyone, found by any part of any word while it is typed."""

from __future__ import annotations

import asyncio
from datetime import date
from functools import cached_property
from itertools import groupby

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from spreekuur.rules.date_words import day_and_month, short_day
from spreekuur.rules.text import fold
from spreekuur.store.errors import Damaged
from spreekuur.tui import shown
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED
from spreekuur.tui.searching import Searching
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine, StatusLine
from spreekuur.tui.widgets.found_rows import FoundRows, around
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.found import Found
from spreekuur.views.found_place import PARTNER, note_of, school_of

ASK = "Typ een deel van een woord, een naam, een school of een telefoonnummer."
NOTHING = "Niets gevonden. Een deel van een woord is genoeg, accenten hoeven niet."
OWN = "eigen afspraak"
NAME, KIND, DAY = 20, 14, 11
NARROW = 76
"""Columns below which the kind is left out."""

COLUMNS = (Column(NAME), Column(KIND, needs=NARROW), Column(DAY), Column())
BESIDE = NAME + DAY + 8
"""What a row holds besides kind and snippet: name, day, cursor, gaps and edges."""


class SearchDesk(Desk):
    """A line to type in; below it who and what was found, newest first."""

    CSS_PATH = stylesheets("picker", "search")
    scopes = ("zoeken",)
    BINDINGS = bindings("zoeken", "terug")
    about = "Vindt elk deel van elk woord, ook zonder accenten. Elk woord erbij zoekt preciezer."

    def __init__(self) -> None:
        super().__init__()
        self._field = Field(compact=True)
        self._rows = FoundRows(COLUMNS, empty=ASK)
        self._found: list[Found] = []
        self._more = False
        self._looking: asyncio.Task[None] | None = None

    @cached_property
    def _searching(self) -> Searching:
        return Searching(self.casebook)

    def compose(self) -> ComposeResult:
        yield RuleLine("Zoeken")
        with Vertical(classes="field-line"):
            yield self._field
        yield self._rows
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.set_focus(self._field)

    def on_unmount(self) -> None:
        self._searching.stop()

    def on_resize(self, event: events.Resize) -> None:
        self._draw(keep_place=True)

    def reload(self) -> None:
        self._look(keep_place=True)

    def redraw(self) -> None:
        self._draw(keep_place=True)

    async def do_open_hit(self) -> None:
        """The dossier of the jongere; else the school, or the note itself."""
        await self.found()
        number = self._rows.cursor_key
        if isinstance(number, int):
            await self._open(self._found[number])

    def do_next_hit(self) -> None:
        self._rows.action_move(1)

    def do_last_hit(self) -> None:
        self._rows.action_move(-1)

    async def found(self) -> None:
        """Wait until what is typed now was looked for."""
        if self._looking is not None:
            await self._looking

    async def _open(self, hit: Found) -> None:
        from spreekuur.tui.screens.reading import NoteDesk

        if hit.kind == OWN and hit.on is not None:
            await self.desk_app.open_engagement(hit.row_id, hit.on)
            return
        if hit.kind == PARTNER:
            await self.desk_app.do_partners(hit.row_id)
            return
        with self.casebook.read() as connection:
            school, note = school_of(connection, hit), note_of(connection, hit)
        if hit.pupil_id is not None:
            await self.desk_app.open_dossier(hit.pupil_id, note)
        elif school is not None:
            await self.desk_app.open_school(school, note)
        elif note is not None:
            await self.app.push_screen(NoteDesk(note))

    @on(Input.Submitted)
    async def _enter(self) -> None:
        await self.action_do("open_hit")

    @on(Rows.Chosen)
    async def _click(self) -> None:
        await self.action_do("open_hit")

    @on(Input.Changed)
    def _typed(self) -> None:
        self._look(keep_place=False)

    def _look(self, *, keep_place: bool) -> None:
        words = self._field.value
        self._looking = asyncio.create_task(self._show_found(words, keep_place), name="zoeken")

    async def _show_found(self, words: str, keep_place: bool) -> None:
        try:
            hits = await self._searching.look(words)
        except Damaged as damage:
            # After the lock the file is closed and its key forgotten, which looks the same.
            if self.is_attached:
                self.desk_app.found_damage(damage)
            return
        if hits is not None and self.is_attached:
            self._found, self._more = hits
            self._rows.words = fold(words).split()
            self._draw(keep_place=keep_place)

    def _draw(self, *, keep_place: bool) -> None:
        typed = self._field.value.strip()
        lines: list[Row | Head] = []
        numbered = enumerate(self._found)
        for said, group in groupby(numbered, key=lambda one: one[1].on is not None):
            head = "Gezegd en afgesproken" if said else "Wie en waar"
            lines += [Head(), Head(head)] if lines else [Head(head)]
            lines += [self._row(number, hit) for number, hit in group]
        self._rows.show(lines, keep_place=keep_place, empty=NOTHING if typed else ASK)
        count = len(self._found)
        counted = f"de eerste {count}, typ door" if self._more else f"{count} gevonden"
        self.query_one(StatusLine).count(counted if typed and count else "")

    def _row(self, number: int, hit: Found) -> Row:
        shielded = self.shielded
        day = self._day(hit.on) if hit.on else ""
        name = shown.spoken(hit.name, shielded and hit.pupil_id is not None)
        said = shown.words(around(hit.snippet, self._rows.words, self._room), shielded)
        whom = name or ("" if hit.kind in (OWN, PARTNER) else "Nog indelen", MUTED)
        return Row(number, (whom, (hit.kind, MUTED), (day, MUTED), said))

    def _day(self, on: date) -> str:
        """`di 10 nov`, and in another year `10 nov 2025`."""
        this_year = on.year == self.desk_app.today.year
        return short_day(on) if this_year else f"{day_and_month(on)} {on.year}"

    @property
    def _room(self) -> int:
        """Columns for the words around what was found."""
        wide = self.size.width >= NARROW + 2
        return max(10, self.size.width - BESIDE - (KIND + 1) * wide)
