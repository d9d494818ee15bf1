"""Instellingen: who she is and how the program behaves, as it then does at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from spreekuur.rules.labels import Region
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.themes import THEMES
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.settings import SettingsView

NAMES = tuple(one.name for one in THEMES)
REGIONS = tuple(map(str, Region))
THEMES_READ = {
    "licht": "donkere letters op licht",
    "donker": "lichte letters op donker",
    "contrast": "wit op zwart",
}
LONGEST_PLACE = 240
LONGEST_SILENCE = 480

NO_REGION = "Welke regio? Noord, Midden of Zuid, of onbekend."
NO_MINUTES = f"Hoeveel minuten per plek? Typ een getal van 1 tot en met {LONGEST_PLACE}."
NO_SILENCE = f"Na hoeveel minuten? Typ een getal tot en met {LONGEST_SILENCE}; 0 is nooit."
NO_THEME = "Welk thema? licht, donker of contrast."
NO_FOLDER = "Deze map is er niet. Maak hem eerst, of laat de regel leeg."


class SettingsForm(FormSheet[None]):
    """Changes the one row of settings."""

    about = (
        "Wie je bent en hoe spreekuur zich gedraagt; het geldt meteen. Eigen toetsen staan in "
        "toetsen.toml, naast het bestand."
    )

    def __init__(self) -> None:
        self._held = SettingsView()
        self._who = {
            "name": TextLine("Naam", read=_read_name),
            "initials": TextLine("Voorletters"),
            "municipality": TextLine("Gemeente"),
            "function": TextLine("Functie"),
            "phone": TextLine("Telefoon"),
        }
        self._region = TextLine("Regio", read=_read_region)
        self._minutes = TextLine("Minuten", read=_read_minutes)
        self._shield = TextLine("Afschermen", read=lambda text: _read_silence(text, "afgeschermd"))
        self._lock = TextLine("Vergrendelen", read=lambda text: _read_silence(text, "op slot"))
        self._theme = TextLine("Thema", read=_read_theme)
        self._signs = TickLine("Tekens", "zonder bijzondere tekens")
        self._roads = TickLine("Toetsen", "ctrl+o en Esc a in plaats van F2 en F3")
        self._questions = TickLine("Vragen", "vragen die helpen, onder de lijst")
        self._copies = TextLine("Kopie naar", read=_read_folder)
        self._system = TextLine("Dossier in", read=_read_system)
        lines = (
            *(*self._who.values(), self._region, self._minutes, self._shield, self._lock),
            *(self._theme, self._signs, self._roads, self._questions, self._copies, self._system),
        )
        super().__init__("Instellingen", lines, place="formulier:instellingen")

    def held(self) -> Mapping[FormLine, str]:
        self._held = held = self.desk_app.chosen
        return {
            **{one: str(getattr(held, name)) for name, one in self._who.items()},
            self._region: held.region,
            self._minutes: str(held.minutes),
            self._shield: str(held.shield_after),
            self._lock: str(held.lock_after),
            self._theme: held.theme,
            self._signs: "ja" if held.plain_signs else "nee",
            self._roads: "ja" if held.second_roads else "nee",
            self._questions: "ja" if held.helping_questions else "nee",
            self._copies: held.copies_to,
            self._system: held.official_system,
        }

    def do_save(self) -> None:
        """Keep it all, or say which line can't be read."""
        read = (
            ("region", self._region, _one_of(REGIONS, self._region.value), NO_REGION),
            ("minutes", self._minutes, _number(self._minutes.value, 1, LONGEST_PLACE), NO_MINUTES),
            ("shield_after", self._shield, _silence(self._shield.value), NO_SILENCE),
            ("lock_after", self._lock, _silence(self._lock.value), NO_SILENCE),
            ("theme", self._theme, _one_of(NAMES, self._theme.value), NO_THEME),
            ("copies_to", self._copies, self._folder, NO_FOLDER),
        )
        for _, line, value, sentence in read:
            if value is None:
                self.refuse(sentence, line)
                return
        self._save({name: value for name, _, value, _ in read})

    @property
    def _folder(self) -> str | None:
        """Where copies go too; one that was chosen before may be away, as a stick is."""
        folder = self._copies.value.strip()
        if folder in ("", self._held.copies_to):
            return folder
        return str(Path(folder).expanduser()) if _is_folder(folder) else None

    def _save(self, read: Mapping[str, Any]) -> None:
        from spreekuur.actions.settings import change_settings

        typed = {**self._who, "official_system": self._system}
        said: dict[str, Any] = {name: line.value.strip() for name, line in typed.items()}
        ticked: dict[str, Any] = {
            "plain_signs": self._signs.ticked,
            "second_roads": self._roads.ticked,
            "helping_questions": self._questions.ticked,
        }
        with self.saving("Instellingen gewijzigd"):
            change_settings(self.casebook, replace(self._held, **said, **ticked, **read))
        self.done(None)


def _read_name(text: str) -> Reading:
    return Reading("alleen onder de terugkoppeling")


def _read_region(text: str) -> Reading:
    region = _one_of(REGIONS, text)
    if region is None:
        return Reading("Noord, Midden of Zuid", doubtful=True)
    whose = "alle regio's" if region == Region.UNKNOWN else region
    return Reading(f"de vakanties van {whose}")


def _read_minutes(text: str) -> Reading:
    if _number(text, 1, LONGEST_PLACE) is None:
        return Reading("hoeveel minuten?", doubtful=True)
    return Reading("per plek in een nieuw spreekuur")


def _read_silence(text: str, what: str) -> Reading:
    minutes = _silence(text)
    if minutes is None:
        return Reading("na hoeveel minuten? 0 is nooit", doubtful=True)
    if minutes == 0:
        return Reading("nooit vanzelf")
    return Reading(f"{what} na {minutes} {'minuut' if minutes == 1 else 'minuten'} stilte")


def _read_theme(text: str) -> Reading:
    theme = _one_of(NAMES, text)
    if theme is None:
        return Reading("licht, donker of contrast", doubtful=True)
    return Reading(THEMES_READ[theme])


def _read_folder(text: str) -> Reading:
    folder = text.strip()
    if not folder:
        return Reading("alleen naast het bestand")
    if _is_folder(folder):
        return Reading("ook naar deze map, versleuteld")
    return Reading("deze map is er nu niet", doubtful=True)


def _read_system(text: str) -> Reading:
    if not text.strip():
        return Reading("geen: er is niets over te nemen")
    return Reading("hierin neem je gesprekken over")


def _number(text: str, least: int, most: int) -> int | None:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(most))):
        return None
    return int(text) if least <= int(text) <= most else None


def _silence(text: str) -> int | None:
    return _number(text, 0, LONGEST_SILENCE)


def _one_of(names: Sequence[str], text: str) -> str | None:
    """The name that begins with what was typed."""
    typed = text.strip().lower()
    return next((one for one in names if typed and one.lower().startswith(typed)), None)


def _is_folder(folder: str) -> bool:
    path = Path(folder).expanduser()
    return path.is_absolute() and path.is_dir()
