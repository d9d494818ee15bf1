"""The one registry of commands: every thing she can do with a key, by where it works."""

from __future__ import annotations

from spreekuur.tui import scopes_afternoon, scopes_closing, scopes_places, scopes_typing
from spreekuur.tui.command import Command

EVERYWHERE = (
    Command("note", ("n",), "notitie", "Een notitie, ook over iemand die nog niet bestaat.", 20),
    Command("search", ("slash",), "zoek", "Zoekt elk deel van elk woord in alles.", 21),
    Command("undo", ("u",), "ongedaan", "Maakt het laatste ongedaan, ook van gisteren.", 30),
    Command("lock", ("f8",), "vergrendel", "Sluit het scherm; alles is bewaard.", 60, True),
    Command("shield", ("f9",), "afschermen", "Maakt van namen voorletters, en terug.", 61, True),
    Command("today", ("1",), "Vandaag", "Het spreekuur van vandaag en wat openstaat.", 95),
    Command("caseload", ("2",), "Caseload", "Alle jongeren.", 95),
    Command("agenda", ("3",), "Agenda", "De weken met spreekuren en eigen afspraken.", 95),
    Command("turns", ("4",), "Aan zet", "Wie aan zet is, over datum eerst.", 95),
    Command("schools", ("5",), "Scholen", "Scholen, wie er te bereiken is, wat er speelt.", 95),
    Command("leave", ("ctrl+q",), "sluit", "Sluit spreekuur; alles is bewaard.", 95, True),
    Command("palette", ("ctrl+p",), "alles", "Elke opdracht, jongere of school op naam.", 33),
    Command("partners", ("f5",), "sociale kaart", "Wie er kan helpen, en het nummer.", 95),
    Command("settings", ("comma",), "instellingen", "Wie je bent en wat spreekuur doet.", 94),
    Command(
        "help", ("f1", "question_mark"), "hulp", "Wat hier is en welke toetsen werken.", 1, True
    ),
)

LIST = (
    Command("open", ("enter",), "open", "Opent de regel onder de cursor.", 10),
    Command("move", ("j", "k", "g", "G"), "cursor", "Omlaag, omhoog, eerste, laatste regel.", 96),
)

BACK = (Command("back", ("escape",), "terug", "Eén stap terug; er gaat niets verloren.", 40),)

SCOPES: dict[str, tuple[Command, ...]] = {
    "overal": EVERYWHERE,
    "lijst": LIST,
    "terug": BACK,
    **scopes_places.COMMANDS,
    **scopes_afternoon.COMMANDS,
    **scopes_closing.COMMANDS,
    **scopes_typing.COMMANDS,
}

NAMES = {
    "overal": "Overal",
    "lijst": "In een lijst",
    "terug": "In elk scherm",
    **scopes_places.NAMES,
    **scopes_afternoon.NAMES,
    **scopes_closing.NAMES,
    **scopes_typing.NAMES,
}
