"""Over te nemen: the text of each conversation for the official system, ticked when it is there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from spreekuur.actions.carry_over import take_back, take_over
from spreekuur.rules.date_words import short_day
from spreekuur.tui import signs
from spreekuur.tui.clipboard import SENT
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import MUTED, STRONG, line, paragraph, spread, stack
from spreekuur.tui.panes import BREAKPOINTS
from spreekuur.tui.places import top_bar
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import TopBar
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.carry_over import (
    ToCarryOver,
    Waiting,
    official_system,
    taken_over,
    text_of,
    to_carry_over,
    waiting,
)

COLUMNS = (Column(10), Column(), Column(23, needs=60), Column(9, right=True))
"""When, who, how, how long it waits."""
MANY = 20
"""So many that nobody ever took over come from before this list."""
MOST = 500
"""How many of the oldest are listed; the rest is one row."""

NO_SYSTEM = "Er is geen systeem waarin je overneemt. In Instellingen noem je het: Dossier in."
ALL_DONE = "Alles is overgenomen. Wat je na een gesprek bewaart komt hier vanzelf bij."
NOTHING = "Hier staat geen gesprek om over te nemen."
OLD = "Staat dit er al in? Zet de cursor op het laatste dat er al in staat (G: het nieuwste) en t."
UNDO = "u maakt het ongedaan."


class Waits(NamedTuple):
    """A conversation that is still to be taken over."""

    conversation: int
    pupil: int


class Done(NamedTuple):
    """A conversation that was taken over."""

    conversation: int
    pupil: int


class Rest(NamedTuple):
    """All that is newer than what is listed."""


class CarriedRows(Rows):
    """What waits, and below it what was taken over, each counted by itself."""

    many = 0
    """How many wait, listed or not."""
    done = 0

    def said_below(self, y: int) -> str:
        rows = self._source.rows_from(y)
        waits = self.many - y if rows > self.done else 0
        parts = (f"nog {waits}" if waits else "", f"{min(rows, self.done)} overgenomen")
        return ", ".join(part for part in parts if part) if rows else ""


class CarryOverDesk(Desk):
    """The list at the left, the text of the row beside or below it."""

    CSS_PATH = stylesheets("panes", "carry_over")
    scopes = ("overnemen", "lijst")
    BINDINGS = bindings("overnemen", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = (
        "Gesprekken die nog in het systeem van de gemeente moeten, met de tekst die je daar plakt."
    )

    def __init__(self, pupil_id: int | None = None) -> None:
        """Of one jongere, or of all."""
        super().__init__()
        self._pupil_id = pupil_id
        self._waits: list[ToCarryOver] = []
        self._done: list[ToCarryOver] = []
        self._counted: Waiting | None = None
        self._rows = CarriedRows(COLUMNS, classes="pane--first")
        self._text = Static(classes="pane--second", markup=False)

    def compose(self) -> ComposeResult:
        yield top_bar("Over te nemen", self.desk_app)
        yield Static(id="carry-head", markup=False)
        with Horizontal(classes="panes"):
            yield self._rows
            yield self._text
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self.set_interval(20, self.query_one(TopBar).refresh)

    @property
    def subject(self) -> int | None:
        return self._pupil_id

    def on_resize(self, event: events.Resize) -> None:
        self.call_after_refresh(self._draw)

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._waits = to_carry_over(connection, self._pupil_id, MOST)
            self._counted = waiting(connection, self._pupil_id)
            has_system = bool(official_system(connection))
            self._done = taken_over(connection, self._pupil_id) if has_system else []
        self._draw()

    def redraw(self) -> None:
        self._draw()

    def _draw(self) -> None:
        counted = self._counted
        width = self.size.width - 2
        head = f"Over te nemen in {counted.system}" if counted else "Over te nemen"
        many = str(counted.many) if counted and counted.many else ""
        old = counted is not None and counted.many > MANY and counted.done_until is None
        lines = [spread(line((head, STRONG)), line((many, MUTED)), width)]
        lines += [line((row, MUTED)) for row in paragraph(OLD, width)] if old else []
        self.query_one("#carry-head", Static).update(stack(lines))
        waits = [self._row(one) for one in self._waits]
        done = [self._row(one, done=True) for one in self._done]
        empty = [Head((ALL_DONE if counted else NO_SYSTEM, MUTED))]
        shown: list[Row | Head] = [*(waits or empty)]
        more = counted.many - len(waits) if counted else 0
        if more > 0:
            shown.append(Row(Rest(), ("", f"en nog {more}, later gezegd"), MUTED))
        if done:
            shown += [Head(), Head("Overgenomen", ("spatie haalt terug", MUTED)), *done]
        self._rows.many, self._rows.done = counted.many if counted else 0, len(done)
        self._rows.show(shown)
        self._read()

    def _row(self, one: ToCarryOver, *, done: bool = False) -> Row:
        today = self.desk_app.today
        key = (Done if done else Waits)(one.conversation_id, one.pupil_id)
        days = (today - one.on).days
        waited = "" if done or days < 1 else "1 dag" if days == 1 else f"{days} dagen"
        who = spoken(one.name, self.shielded)
        parts = ((short_day(one.on), MUTED), who, (one.kind, MUTED), (waited, MUTED))
        return Row(key, parts, MUTED if done else "")

    @on(Rows.Highlighted)
    def _read(self) -> None:
        """The text of the row under the cursor, as far as there is room."""
        width, height = self._text.content_size
        if not width:
            return
        lines = [
            row
            for part in self._copied.splitlines()
            for row in paragraph(words(part, self.shielded), width)
        ]
        if len(lines) > height:
            lines[max(0, height - 1) :] = [f"{signs.MORE} c kopieert alles"]
        self._text.update(stack(line(row) for row in lines), layout=False)
        self.refresh_bars()

    @property
    def _under_cursor(self) -> Waits | Done | None:
        key = self._rows.cursor_key
        return key if isinstance(key, Waits | Done) else None

    @property
    def _copied(self) -> str:
        at = self._under_cursor
        if at is None:
            return ""
        with self.casebook.read() as connection:
            return text_of(connection, at.conversation)

    def why_not(self, command: str) -> str | None:
        rest = command == "until" and isinstance(self._rows.cursor_key, Rest)
        if command in ("open", "copy", "done", "until") and not (self._under_cursor or rest):
            return NOTHING
        if command == "until" and isinstance(self._under_cursor, Done):
            return "Dit is al overgenomen."
        return super().why_not(command)

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        at = self._under_cursor
        assert at
        await self.desk_app.open_dossier(at.pupil, at.conversation)

    def do_copy(self) -> None:
        """What the terminal does with it can't be known here, so it says no more than that."""
        self.desk_app.send_to_terminal(self._copied)
        self.say(f"{SENT} spatie: overgenomen.")

    def do_done(self) -> None:
        """Tick the row and go on to the next; a ticked one waits again."""
        at = self._under_cursor
        assert at
        if isinstance(at, Waits):
            self._keep([at.conversation], "Overgenomen.")
        else:
            take_back(self.casebook, [at.conversation])
            self.reload()
            self.say(f"Wacht weer op overnemen. {UNDO}")

    def do_until(self) -> None:
        """All from the oldest to this one: what stood there before this list began."""
        at, listed = self._under_cursor, self._waits
        if at is None:
            with self.casebook.read() as connection:
                listed = to_carry_over(connection, self._pupil_id)
        numbers = [one.conversation_id for one in listed]
        until = numbers[: numbers.index(at.conversation) + 1] if at else numbers
        many = len(until)
        self._keep(until, "1 gesprek overgenomen." if many == 1 else f"{many} overgenomen.")

    def _keep(self, conversations: Sequence[int], said: str) -> None:
        """Take over, and go on to what waits next, after the newest to the oldest again."""
        taken = set(conversations)
        at = next((n for n, one in enumerate(self._waits) if one.conversation_id in taken), 0)
        take_over(self.casebook, conversations)
        self.reload()
        coming = self._waits[at : at + 1] or self._waits[:1]
        for one in coming:
            self._rows.move_to(Waits(one.conversation_id, one.pupil_id))
        self.say(f"{said} {UNDO}")
