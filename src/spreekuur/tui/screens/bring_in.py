"""Inlezen: schools, holidays or jongeren from a file, looked at before anything is written."""

from __future__ import annotations

import asyncio
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from spreekuur.store.errors import ChangedElsewhere, StoreError
from spreekuur.tui import signs
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.fields import Field
from spreekuur.tui.folder_entries import Entry, begin_at, completed, entries, file_at
from spreekuur.tui.import_rows import FOLDER, PLANNED, folder_rows, plan_rows
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, WARN, column, line
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.today import has_schools

if TYPE_CHECKING:
    from spreekuur.actions.bringing_in import Progress
    from spreekuur.exchange.plan import Plan
    from spreekuur.store.casebook import Casebook

LABEL = 10
KINDS = {
    "scholen": ("scholen", "een scholenlijst van DUO (CSV of XLSX)"),
    "vakanties": ("vakanties", "schoolvakanties van Rijksoverheid (JSON of ICS)"),
    "caseload": ("jongeren", "een eigen lijst (CSV of XLSX)"),
}
"""What can be read in, by the word of the shell: how it is called here and what it is."""

NO_SCHOOLS = "Nog geen scholen. Lees eerst de scholenlijst van DUO in, dan worden scholen herkend."
NOT_THERE = "Dit bestand is er niet. Typ verder, of kies er een met de pijltjes."
NOT_READABLE = "Dit bestand is niet te lezen. Er is niets ingelezen."
NOTHING = "Geen enkele regel is te gebruiken. Er is niets ingelezen."
HOW = "⏎ kiest het bestand onder de cursor; je ziet eerst wat er zou veranderen."
READY = "⏎ leest dit in. Tot dan verandert er niets."
EMPTY = "Hier staat geen bestand dat ingelezen kan worden."
DOTS = 20
"""Signs in the line that shows how far an import is."""


class Entries(Rows, can_focus=False):
    """The folder, or what was read: the hands stay in the field, the cursor moves from there."""


class BringIn(Desk):
    """Shows what a file would change; a second Enter brings it in, as one change."""

    CSS_PATH = stylesheets("bring_in")
    scopes = ("inlezen",)
    BINDINGS = bindings("inlezen", "terug")
    about = "Leest scholen, vakanties of jongeren in. Je ziet eerst wat er zou veranderen."

    def __init__(self) -> None:
        super().__init__()
        self._kind = "caseload"
        self._found: list[Entry] = []
        self._plan: Plan | None = None
        self._refusal = ""
        self.field = Field(begin_at(), compact=True, select_on_focus=False)
        self._rows = Entries(FOLDER, empty=EMPTY)

    def compose(self) -> ComposeResult:
        yield RuleLine("Inlezen")
        yield Static(id="import-kind")
        with Horizontal(id="import-file"):
            yield Static(line((column("Bestand", LABEL), MUTED)), id="import-label")
            yield self.field
        yield Static(id="import-summary")
        yield self._rows
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        if not self._has_schools:
            self._kind = "scholen"
        self.set_focus(self.field)
        self._look()

    def reload(self) -> None:
        self._draw()

    @property
    def _has_schools(self) -> bool:
        with self.casebook.read() as connection:
            return has_schools(connection)

    @on(Input.Changed)
    def _look(self) -> None:
        """Another path: what was read of the last one counts no more."""
        self._plan, self._refusal = None, ""
        self._found = entries(self.field.value)
        self.say("")
        self._draw()

    def _draw(self) -> None:
        from spreekuur.exchange.plan import summary

        name, what = KINDS[self._kind]
        kind = line((column("Wat", LABEL), MUTED), (name, STRONG), (f": {what}", MUTED))
        self.query_one("#import-kind", Static).update(kind)
        if self._refusal:
            said = (self._refusal, WARN)
        elif self._plan:
            same = self._plan.unchanged if self._plan.size else 0
            said = (summary(self._plan) + (f" {same} ongewijzigd." if same else ""), "")
        elif self._kind == "caseload" and not self._has_schools:
            said = (NO_SCHOOLS, ACCENT)
        else:
            said = (HOW, MUTED)
        self.query_one("#import-summary", Static).update(line(said))
        self._rows.columns = PLANNED if self._plan else FOLDER
        if self._plan:
            self._rows.show(plan_rows(self._plan, self.shielded), keep_place=False)
        else:
            self._rows.show(folder_rows(self._found), keep_place=False)
        self.refresh_bars()

    def do_other_kind(self) -> None:
        """The next of the three; a file that was read already is read as that."""
        kinds = list(KINDS)
        self._kind = kinds[(kinds.index(self._kind) + 1) % len(kinds)]
        was_read = self._plan is not None or bool(self._refusal)
        self._look()
        if was_read:
            self._choose()

    def do_complete(self) -> None:
        """As much of the name as is certain; a whole one is taken at once."""
        self._fill(completed(self.field.value, self._found))

    def do_next_entry(self) -> None:
        self._rows.action_move(1)

    def do_last_entry(self) -> None:
        self._rows.action_move(-1)

    @on(Input.Submitted)
    async def _enter(self) -> None:
        await self.action_do("save")

    @on(Rows.Chosen)
    async def _click(self) -> None:
        await self.action_do("save")

    def do_save(self) -> None:
        """Read the file; when that has been done, bring it in."""
        if self._plan is None:
            self._choose()
        elif not self._plan.size and not self._plan.unchanged:
            self.say(NOTHING)
        else:
            # Of the app, because the screen is gone before the work is.
            self.app.run_worker(self._apply(self._plan))

    def _choose(self) -> None:
        """Take the file that is typed, else what is under the cursor."""
        number = self._rows.cursor_key
        if file_at(self.field.value) is None and isinstance(number, int):
            self._fill(self._found[number].text)
        path = self._path
        if path:
            self.app.run_worker(self._read(path))
        elif not self._found:
            self.say(NOT_THERE)

    @property
    def _path(self) -> Path | None:
        """The file whose name is in the field."""
        return file_at(self.field.value)

    def _fill(self, text: str) -> None:
        if text != self.field.value:
            with self.prevent(Input.Changed):
                self.field.value = text
            self._look()
        self.field.cursor_position = len(text)

    async def _read(self, path: Path) -> None:
        """Work out in a thread what the file would change; keys wait for what it says."""
        app = self.desk_app
        self._plan, self._refusal = None, ""
        with app.hold_keys():
            self.say("Even lezen…")
            work = (self.casebook, self._kind, path, app.today)
            try:
                self._plan = await asyncio.to_thread(_planned, *work)
            except StoreError as refusal:
                self._refusal = refusal.sentence
            self.say(READY if self._plan else "")
            self._draw()

    async def _apply(self, plan: Plan) -> None:
        """Write it in a thread under a line that grows; keys wait, so Escape breaks nothing off."""
        from spreekuur.exchange.plan import done

        app = self.desk_app
        with app.hold_keys():
            self._show_progress(0, plan.size)
            try:
                await asyncio.to_thread(_applied, self.casebook, plan, self._progress)
            except ChangedElsewhere as refusal:
                # What was read no longer fits what the file holds.
                if self._path:
                    await self._read(self._path)
                self.say(refusal.sentence)
                return
            except StoreError as refusal:
                self.say(refusal.sentence)
                return
            if self.is_current:
                await app.do_back()
                app.tell(done(plan))

    def _progress(self, written: int, rows: int) -> None:
        """Called in the thread, after every few hundred rows."""
        self.app.call_from_thread(self._show_progress, written, rows)

    def _show_progress(self, written: int, rows: int) -> None:
        done = DOTS * written // max(rows, 1)
        bar = signs.FULL * done + signs.EMPTY * (DOTS - done)
        self.say(f"{bar} {_thousands(written)} van {_thousands(rows)} regels")


def _planned(casebook: Casebook, kind: str, path: Path, today: date) -> Plan:
    """Runs in a thread, on a connection of its own; nothing is written."""
    from spreekuur.exchange.imports import ImportKind, plan_import

    try:
        data = path.read_bytes()
    except OSError:
        raise StoreError(NOT_READABLE) from None
    with closing(casebook.beside()) as beside, beside.read() as connection:
        return plan_import(connection, ImportKind(kind), data, path.name, today)


def _applied(casebook: Casebook, plan: Plan, progress: Progress) -> None:
    """Runs in a thread, on a connection of its own."""
    from spreekuur.exchange.plan import apply_plan

    with closing(casebook.beside()) as beside:
        apply_plan(beside, plan, progress)


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", ".")
