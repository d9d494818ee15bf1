"""Two small forms of the terugkoppeling: the line *uitkomst*, and in which folder a text goes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from spreekuur.actions.feedback import LONGEST, set_outcome
from spreekuur.rules.sensitive import has_private_word, looks_like_bsn
from spreekuur.store.errors import NotWritable, StoreError
from spreekuur.tui.folder_entries import from_home
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_about import BSN
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine
from spreekuur.views.feedback import FeedbackView
from spreekuur.views.outcome import outcome_of

HEALTH = "Gezondheid genoemd. Wat is nodig om naar school te gaan? De rest hoort bij de jeugdarts."
GONE = "Deze plek staat niet meer op de lijst. Esc gaat terug."
NO_FOLDER = "Deze map is er niet. Typ een map van jezelf, bijvoorbeeld ~/Documenten."
NOT_HERE = "Hier mag niet geschreven worden. Kies een andere map."
FOLDERS = ("Documenten", "Documents")


class OutcomeForm(FormSheet[int]):
    """Gives the number of the place it is about."""

    about = "De ene regel over deze jongere die school mag lezen. Leeg haalt hem weg."

    def __init__(self, appointment_id: int) -> None:
        self._place_id = appointment_id
        self._there = False
        self._outcome = TextLine("Uitkomst", placeholder="blijft bij ons, of: jeugdarts denkt mee")
        place = f"formulier:uitkomst:{appointment_id}"
        super().__init__("Uitkomst, voor school", (self._outcome,), place=place)

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            outcome = outcome_of(connection, self._place_id)
        self._there = outcome is not None
        return {self._outcome: outcome or ""}

    def on_form_edited(self) -> None:
        typed = self._outcome.value
        if looks_like_bsn(typed):
            self.hint(BSN)
        else:
            self.hint(HEALTH if has_private_word(typed) else "")

    def do_save(self) -> None:
        """Keep the line."""
        if not self._there:
            self.refuse(GONE, self._outcome)
        elif len(self._outcome.value) > LONGEST:
            self.refuse(f"Eén regel is genoeg: hooguit {LONGEST} tekens.", self._outcome)
        else:
            with self.saving("Uitkomst gewijzigd"):
                set_outcome(self.casebook, self._place_id, self._outcome.value)
            self.done(self._place_id)


class LetterFile(FormSheet[Path]):
    """Gives where the text went."""

    about = "In welke map de tekst komt. De naam noemt school en dag, nooit een jongere."

    def __init__(self, text: str, view: FeedbackView) -> None:
        self._letter, self._of = text, (view.school, view.day)
        self._folder = TextLine("Map", read=self._read_folder)
        place = f"formulier:terugkoppeling:{view.school_id}:{view.day.isoformat()}"
        super().__init__("Terugkoppeling als bestand", (self._folder,), place=place)

    def held(self) -> Mapping[FormLine, str]:
        home = Path.home()
        found = next((one for one in FOLDERS if (home / one).is_dir()), "")
        return {self._folder: from_home(self.desk_app.letters_in or home / found)}

    @property
    def _path(self) -> Path | None:
        """Where the text would go; None where there is no such folder."""
        from spreekuur.exchange.feedback_file import new_path

        typed = self._folder.value.strip()
        try:
            folder = Path.home() / Path(typed).expanduser()
            return new_path(folder, *self._of) if typed and folder.is_dir() else None
        except (OSError, RuntimeError, ValueError):
            return None

    def _read_folder(self, _: str) -> Reading:
        if self._path is None:
            return Reading("deze map is er niet", doubtful=True)
        return Reading("nieuw bestand")

    def do_save(self) -> None:
        """Write the text to a new file; a refusal leaves the form open."""
        from spreekuur.exchange.feedback_file import write_letter

        path = self._path
        if path is None:
            self.refuse(NO_FOLDER, self._folder)
            return
        try:
            write_letter(path, self._letter)
        except NotWritable:
            self.refuse(NOT_HERE, self._folder)
        except StoreError as refusal:
            self.refuse(refusal.sentence, self._folder)
        else:
            self.form.flush()
            self.casebook.drafts.drop(self.place)
            self.desk_app.letters_in = path.parent
            self.done(path, f"Alleen voor jou: {from_home(path)}. v zegt dat het verstuurd is.")
