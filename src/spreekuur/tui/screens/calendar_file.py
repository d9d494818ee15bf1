"""Where the spreekuren go as a calendar file, and whether names may be in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult

from spreekuur.store.errors import NotWritable
from spreekuur.tui.folder_entries import from_home
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.lines import MUTED, line, paragraph
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.tui.widgets.outlook import Outlook

FILE = "spreekuren.ics"
NO_FILE = "In welk bestand? Typ bijvoorbeeld ~/spreekuren.ics."
WHAT_FOR = (
    "Open dit bestand op je telefoon of in Outlook; een nieuwer werkt bij wat er al staat. "
    "Eigen afspraken staan er niet in."
)


class CalendarFile(FormSheet[int]):
    """Gives how many spreekuren were written."""

    about = "De spreekuren als agendabestand (.ics), voor een telefoon of Outlook."

    def __init__(self) -> None:
        self._file = TextLine("Bestand", read=self._read_file, placeholder="~/spreekuren.ics")
        self._named = TickLine("Namen", "met namen in plaats van J-0001")
        super().__init__(
            "Agenda als .ics", (self._file, self._named), place="formulier:agendabestand"
        )

    def below(self) -> ComposeResult:
        yield Outlook(lambda width: [line((row, MUTED)) for row in paragraph(WHAT_FOR, width)])

    def held(self) -> Mapping[FormLine, str]:
        return {self._file: str(Path("~") / FILE)}

    def on_mount(self) -> None:
        super().on_mount()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """What may be forgotten once names are in it."""
        from spreekuur.exchange.ics import NAMES_WARNING

        self.hint(NAMES_WARNING if self._named.ticked else "")

    @property
    def _path(self) -> Path | None:
        """The whole path of what is typed; a name alone is in her home folder."""
        text = self._file.value.strip()
        try:
            return Path.home() / Path(text).expanduser() if text else None
        except (RuntimeError, ValueError):
            return None

    def _read_file(self, _: str) -> Reading:
        path = self._path
        if path is None:
            return Reading("welk bestand?", doubtful=True)
        try:
            return Reading("wordt bijgewerkt" if path.exists() else "nieuw bestand")
        except (OSError, ValueError):
            return Reading("kan hier niet", doubtful=True)

    def do_save(self) -> None:
        """Write it; a refusal leaves the form open."""
        from spreekuur.exchange.ics import write_agenda

        path = self._path
        if path is None:
            self.refuse(NO_FILE, self._file)
            return
        try:
            today, named = self.desk_app.today, self._named.ticked
            many = write_agenda(self.casebook, path, today, named=named)
        except NotWritable:
            self.refuse("Hier mag niet geschreven worden. Kies een andere plek.", self._file)
            return
        self.form.flush()
        self.casebook.drafts.drop(self.place)
        counted = "1 spreekuur" if many == 1 else f"{many} spreekuren"
        self.done(many, f"{counted} in {from_home(path)}.")
