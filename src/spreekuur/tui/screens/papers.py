"""Which paper of a spreekuur is made: for the concierge, for herself, or both."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from spreekuur.tui.commands import bindings, shown_key
from spreekuur.tui.desk import Sheet
from spreekuur.tui.folder_entries import from_home
from spreekuur.tui.keys import keys_of
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.views.agenda import office_hours_by_id

GONE = "Dit spreekuur staat niet meer in het bestand."
THROW_AWAY = "Leesbaar voor iedereen: vernietig alles na afloop."


class PaperSheet(Sheet[None]):
    """Asked at the foot of the spreekuur; the list stays in view."""

    CSS_PATH = stylesheets("form", "papers")
    scopes = ("papier",)
    BINDINGS = bindings("papier", "terug")
    about = "Welk papier er komt: een lijst voor de conciërge, een blad voor jou, of allebei."

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self._office_hours = office_hours_id

    def compose(self) -> ComposeResult:
        with Vertical(id="bottom", classes="at-foot"):
            yield RuleLine("Papier", "A4, als PDF bij je downloads")
            for command, what in (
                ("concierge", "conciërge: tijd, voornaam en klas"),
                ("mine", "voor jou: nummers, voorletters, afspraken en ruimte om te schrijven"),
                ("both", "beide"),
            ):
                key = shown_key(keys_of(command)[0])
                yield Static(line(key, (f"  {what}", MUTED)), classes="at-foot--line")
            yield from self.bars()

    def do_back(self) -> None:
        self.dismiss(None)

    def do_concierge(self) -> None:
        self._make("concierge")

    def do_mine(self) -> None:
        self._make("mij")

    def do_both(self) -> None:
        self._make("concierge", "mij")

    def _make(self, *kinds: str) -> None:
        """Write them where downloads go, and say so; a StoreError is said by who called."""
        from spreekuur.exchange.paper import Paper, downloads, write_paper

        folder, app = downloads(), self.desk_app
        with self.casebook.read() as connection:
            hours = office_hours_by_id(connection, self._office_hours)
            if hours is None:
                self.say(GONE)
                return
            made = [
                write_paper(connection, hours, Paper(kind), app.today, folder) for kind in kinds
            ]
        self.dismiss(None)
        many = "1 bestand" if len(made) == 1 else f"{len(made)} bestanden"
        app.call_later(app.tell, f"{many} in {from_home(folder)}. {THROW_AWAY}")
