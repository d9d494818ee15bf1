"""Commands of the places, and of what one place shows."""

from __future__ import annotations

from spreekuur.tui.command import Command

COMMANDS: dict[str, tuple[Command, ...]] = {
    "vandaag": (
        Command("plan", ("p",), "plan", "Plant een spreekuur op een school.", 35),
        Command("list", ("l",), "lijst van school", "Plakt de lijst van school.", 36),
        Command("carry_over", ("o",), "over te nemen", "Wat nog in het dossier moet.", 45),
        Command("bring_in", ("i",), "inlezen", "Leest scholen, vakanties of jongeren in.", 70),
    ),
    "overnemen": (
        Command("open", ("enter",), "dossier", "Opent het dossier bij dit gesprek.", 20),
        Command("copy", ("c",), "kopieer", "Stuurt de tekst naar het klembord.", 10),
        Command("done", ("space",), "overgenomen", "Overgenomen, of toch niet.", 11),
        Command("until", ("t",), "alles tot hier", "Alles tot en met hier is overgenomen.", 34),
    ),
    "caseload": (
        Command("open", ("enter",), "dossier", "Opent het dossier van deze jongere.", 10),
        Command("filter", ("f",), "filter", "Toont wie bij alle getypte woorden past.", 22),
        Command("sort", ("r",), "rangschik", "Op naam, school of laatste contact.", 36),
        Command("stuck", ("v",), "zonder vervolg", "Wie gesproken is en geen vervolg heeft.", 34),
        Command("quiet", ("c",), "lang geen contact", "Langst geen contact bovenaan.", 52),
        Command("closed", ("o",), "afgesloten", "Toont de afgesloten dossiers, en terug.", 58),
        Command("add", ("plus",), "jongere", "Voegt een jongere toe.", 32),
        Command("edit", ("e",), "wijzig", "Wijzigt de gegevens van deze jongere.", 54),
        Command("bring_in", ("i",), "inlezen", "Leest scholen, vakanties of jongeren in.", 56),
    ),
    "aanzet": (
        Command("open", ("enter",), "open", "Opent het dossier, de school of de notitie.", 10),
        Command("next_side", ("s",), "volgende groep", "Naar de volgende groep.", 34),
    ),
    "zetten": (
        Command("finish", ("d",), "gedaan", "Gedaan; een afspraak is gelukt.", 12),
        Command("put_off", ("m",), "verzet", "Verzet naar een andere dag.", 13),
        Command("no_follow_up", ("x",), "geen vervolg", "Er is geen vervolg nodig.", 14),
        Command("judge", ("h",), "hoe ging het", "Deels, niet gelukt of vervallen.", 36),
    ),
    "verzetten": (
        Command("put", ("enter",), "verzet", "Verzet naar de dag die ernaast staat.", 10),
    ),
    "scholen": (
        Command("open", ("enter",), "open", "Opent de school onder de cursor.", 10),
        Command("filter", ("f",), "zoek school", "Zoekt in alle scholen van de lijst.", 19),
        Command("add", ("plus",), "school", "Voegt een eigen school toe.", 32),
        Command("edit", ("e",), "wijzig", "Wijzigt de gegevens van deze school.", 34),
        Command("bring_in", ("i",), "inlezen", "Leest scholen, vakanties of jongeren in.", 56),
    ),
    "school": (
        Command("people", ("m",), "contact", "Voegt een contactpersoon toe.", 19),
        Command("edit", ("e",), "wijzig", "Wijzigt de regel onder de cursor of de school.", 24),
        Command("plan", ("p",), "plan", "Plant hier een spreekuur.", 23),
        Command("day_off", ("d",), "dichte dag", "Een studiedag of toetsweek: geen spreekuur.", 62),
        Command("switch", ("tab",), "andere kant", "Van wat er speelt naar de mensen.", 18),
    ),
    "contact": (
        Command("feedback", ("t",), "terugkoppeling", "Terugkoppeling gaat hierheen of niet.", 11),
        Command("left", ("v",), "vertrokken", "Werkt hier niet meer, of toch wel.", 12),
    ),
    "filteren": (
        Command("to_list", ("enter",), "naar de lijst", "Naar de lijst; het filter blijft.", 10),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
    ),
    "agenda": (
        Command("plan", ("p",), "plan", "Plant een spreekuur op de dag onder de cursor.", 22),
        Command("list", ("l",), "lijst van school", "Plakt de lijst van school.", 24),
        Command("by_month", ("w",), "maand", "Van de weken naar de maand.", 23),
        Command("to_today", ("t",), "vandaag", "Naar vandaag.", 27),
        Command("add", ("plus",), "eigen afspraak", "Een eigen afspraak of afwezigheid.", 25),
        Command("edit", ("e",), "wijzig", "Wijzigt het spreekuur of de eigen afspraak.", 26),
        Command("drop", ("v",), "vervalt", "Het spreekuur vervalt; iets eigens gaat weg.", 28),
        Command("calendar_file", ("o",), "als .ics", "De spreekuren voor telefoon of Outlook.", 62),
    ),
    "maand": (
        Command("open", ("enter",), "naar de dag", "Naar deze dag in de weken.", 10),
        Command("by_month", ("w",), "weken", "Terug naar de weken, op deze dag.", 11),
        Command("last_month", ("pageup",), "maand terug", "Een maand terug.", 40),
        Command("next_month", ("pagedown",), "maand verder", "Een maand verder.", 39),
        Command("last_day", ("h",), "dag terug", "Een dag terug; pijl naar links ook.", 96),
        Command("next_day", ("l",), "dag verder", "Een dag verder; pijl naar rechts ook.", 96),
        Command(
            "move", ("j", "k", "g", "G"), "cursor", "Een week verder, terug; begin, einde.", 96
        ),
    ),
    "dossier": (
        Command("goal", ("d",), "doel", "Legt een doel vast of wijzigt het.", 22),
        Command("agreement", ("a",), "afspraak", "Legt een afspraak vast.", 23),
        Command("edit", ("e",), "wijzig", "Wijzigt de regel onder de cursor of de gegevens.", 24),
        Command("people", ("m",), "mensen", "Voegt een ouder of contactpersoon toe.", 25),
        Command("case", ("s",), "stand", "Hoe vaak er contact is; sluit af of heropent.", 26),
        Command("report", ("r",), "terugkoppeling", "Wat er teruggaat naar school.", 43),
        Command("carry_over", ("o",), "overnemen", "Wat nog in het dossier moet.", 44),
        Command(
            "pupil_view", ("f7",), "leerling kijkt mee", "Alleen de afspraken, groot.", 45, True
        ),
        Command("switch", ("tab",), "andere kant", "Van de gesprekken naar de stand en terug.", 19),
    ),
}

NAMES = {
    "vandaag": "Vandaag",
    "overnemen": "Over te nemen",
    "caseload": "Caseload",
    "aanzet": "Aan zet",
    "zetten": "Op een regel die aan zet is, ook op Vandaag en in de Agenda",
    "verzetten": "Bij het verzetten",
    "scholen": "Scholen",
    "school": "School",
    "contact": "School, op een contactpersoon",
    "filteren": "In het filter van een lijst",
    "agenda": "Agenda",
    "maand": "Agenda, per maand",
    "dossier": "Dossier",
}
