"""Commands of the afternoon at school: the list, the table, what follows."""

from __future__ import annotations

from spreekuur.tui.command import Command

COMMANDS: dict[str, tuple[Command, ...]] = {
    "schoollijst": (
        Command("save", ("f2", "ctrl+o"), "op de lijst", "Zet wie herkend is op de lijst.", 10),
        Command("who", ("f5",), "wie is dit", "Kiest wie een regel met ? is.", 12),
        Command(
            "new_pupil", ("plus",), "nieuwe jongere", "Van een regel met ? een jongere.", 14, True
        ),
        Command(
            "to_colleague",
            ("f6",),
            "bij collega",
            "De plek bij collega, of toch niet.",
            16,
            True,
        ),
        Command("back", ("escape",), "terug, concept blijft", "Terug; de lijst blijft staan.", 20),
    ),
    "tafel": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de notitie.", 10),
        Command("next", ("f3",), "aanwezig, volgende", "Bewaart, aanwezig, volgende jongere.", 11),
        Command("no_show", ("f4",), "niet verschenen", "Niet verschenen; stelt een plek voor.", 12),
        Command(
            "skip", ("f6",), "overslaan", "De volgende eerst; deze komt daarna terug.", 64, True
        ),
        Command(
            "pupil_view", ("f7",), "leerling kijkt mee", "Alleen de afspraken, groot.", 28, True
        ),
        Command("partners", ("f5",), "sociale kaart", "Wie er kan helpen, en het nummer.", 66),
        Command("earlier", ("pageup",), "eerder", "Bladert terug in eerdere gesprekken.", 65, True),
        Command(
            "later", ("pagedown",), "later", "Bladert vooruit in eerdere gesprekken.", 96, True
        ),
    ),
    "antwoord": (
        Command(
            "answer", ("enter",), "neem over", "Neemt aan wat onderaan gevraagd wordt.", 9, True
        ),
    ),
    "nakijken": (
        Command("judge_done", ("1",), "gelukt", "De afspraak is gelukt.", 96, True),
        Command("judge_partly", ("2",), "deels", "De afspraak is deels gelukt.", 96, True),
        Command("judge_not", ("3",), "niet", "De afspraak is niet gelukt.", 96, True),
        Command("judge_dropped", ("4",), "vervallen", "De afspraak is vervallen.", 96, True),
    ),
    "spreekuur": (
        Command("present", ("a",), "aanwezig", "Aanwezig; vlak na Esc ook bewaren en verder.", 11),
        Command("late", ("t",), "te laat", "Te laat gekomen.", 12),
        Command("absent", ("x",), "niet verschenen", "Niet verschenen.", 13),
        Command("cancelled", ("m",), "afgemeld", "Afgemeld.", 14),
        Command("sick", ("z",), "ziek", "Ziek gemeld.", 15),
        Command("not_fetched", ("h",), "niet gehaald", "Niet uit de les gehaald.", 16),
        Command("squeeze_in", ("i",), "inschuiven", "Zet een jongere op de plek of erbij.", 17),
        Command("take_off", ("minus",), "van de lijst", "Haalt de jongere van de lijst.", 25),
        Command("list", ("l",), "lijst", "Plakt de lijst van school.", 18),
        Command("other_place", ("p",), "andere plek", "Andere tijd, ruilen, of volgende keer.", 20),
        Command("from_waiting", ("plus",), "van de wachtlijst", "De eerste krijgt een plek.", 21),
        Command("let_wait", ("w",), "wachtlijst", "Van de lijst naar de wachtlijst.", 22),
        Command("colleague", ("c",), "bij collega", "Een collega spreekt deze jongere.", 23),
        Command("extend", ("e",), "langer", "Vijf minuten langer; de rest schuift mee.", 24),
        Command("discussion", ("b",), "casuïstiek", "Een bespreking zonder jongere.", 26),
        Command(
            "skip", ("f6",), "overslaan", "De volgende eerst; deze komt daarna terug.", 27, True
        ),
        Command("close_hours", ("s",), "sluit af", "Sluit het spreekuur af.", 19),
        Command("report", ("r",), "terugkoppeling", "Wat er teruggaat, en naar wie.", 45),
        Command("papers", ("d",), "papier", "Een lijst voor de conciërge, een blad voor jou.", 46),
        Command("from_paper", ("v",), "van papier", "Neemt over wat op het blad staat.", 47),
        Command(
            "pupil_view", ("f7",), "leerling kijkt mee", "Alleen de afspraken, groot.", 28, True
        ),
    ),
    "papier": (
        Command("concierge", ("c",), "conciërge", "Tijd, voornaam en klas.", 10),
        Command("mine", ("m",), "voor mij", "Nummers, afspraken en ruimte.", 11),
        Command("both", ("b",), "beide", "Allebei de papieren.", 12),
    ),
    "van papier": (
        Command("save", ("f2", "ctrl+o"), "neem over", "Neemt over wat zeker is.", 10),
        Command("back", ("escape",), "terug, concept blijft", "Terug; wat er staat blijft.", 20),
    ),
    "meekijken": (Command("move", ("j", "k", "g", "G"), "blader", "Omlaag, omhoog.", 96),),
    "andere plek": (
        Command("put", ("enter",), "zet daar", "Zet de plek op de tijd die ernaast staat.", 10),
    ),
    "casuistiek": (Command("put", ("enter",), "zet erbij", "Zet de bespreking op deze plek.", 10),),
    "vol": (
        Command("wait", ("w",), "wachtlijst", "Op de wachtlijst van deze school.", 10),
        Command("next_time", ("v",), "volgende keer", "Een plek in het volgende spreekuur.", 11),
        Command("last", ("i",), "achteraan", "Vandaag, na de laatste.", 12),
    ),
}

NAMES = {
    "schoollijst": "Lijst van school",
    "tafel": "Spreekuur, in de notitie",
    "antwoord": "Spreekuur, na een vraag onderaan",
    "nakijken": "Afspraken nakijken (in het spreekuur: notitie nog leeg)",
    "spreekuur": "Spreekuur, in de lijst",
    "meekijken": "Leerling kijkt mee",
    "papier": "Spreekuur, bij het papier",
    "van papier": "Van papier",
    "andere plek": "Spreekuur, bij een andere plek",
    "casuistiek": "Spreekuur, bij een casuïstiekbespreking",
    "vol": "Spreekuur, als het vol is",
}
