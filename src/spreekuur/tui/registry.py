"""The one registry of commands: every thing she can do with a key, by where it works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing she can do with a key."""

    id: str
    keys: tuple[str, ...]
    label: str
    """For the key bar: at most two or three words."""
    help: str
    """One sentence for help and README."""
    weight: int = 50
    """What stays longest in a narrow key bar: the lowest. Above 90 is never in the bar."""
    priority: bool = False
    """Also works from text fields and from every overlay."""


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
    "vandaag": (
        Command("plan", ("p",), "plan", "Plant een spreekuur op een school.", 35),
        Command("list", ("l",), "lijst van school", "Plakt de lijst van school.", 36),
        Command("bring_in", ("i",), "inlezen", "Leest scholen, vakanties of jongeren in.", 70),
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
        Command("people", ("m",), "contactpersoon", "Voegt een contactpersoon toe.", 19),
        Command("edit", ("e",), "wijzig", "Wijzigt de regel onder de cursor of de school.", 24),
        Command("plan", ("p",), "plan", "Plant hier een spreekuur.", 25),
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
        Command("to_today", ("t",), "vandaag", "Naar vandaag.", 26),
    ),
    "dossier": (
        Command("goal", ("d",), "doel", "Legt een doel vast of wijzigt het.", 22),
        Command("agreement", ("a",), "afspraak", "Legt een afspraak vast.", 23),
        Command("edit", ("e",), "wijzig", "Wijzigt de regel onder de cursor of de gegevens.", 24),
        Command("people", ("m",), "mensen", "Voegt een ouder of contactpersoon toe.", 25),
        Command("case", ("s",), "stand", "Hoe vaak er contact is; sluit af of heropent.", 26),
        Command("switch", ("tab",), "andere kant", "Van de gesprekken naar de stand en terug.", 19),
    ),
    "wijzigen": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de gewijzigde notitie.", 10),
        Command("back", ("escape",), "sluit, concept blijft", "Sluit; wat er staat blijft.", 20),
    ),
    "slot": (
        Command("unlock", ("enter",), "open", "Opent het bestand met wat er getypt is.", 10),
        Command("recovery_code", ("f5",), "herstelcode", "Vraagt de code van het papier.", 11),
        Command("leave", ("ctrl+q",), "sluit spreekuur", "Sluit; alles is bewaard.", 12, True),
    ),
    "begin": (
        Command("next_step", ("enter",), "verder", "Naar het volgende veld of scherm.", 10),
        Command("leave", ("ctrl+q",), "sluit spreekuur", "Sluit; alles is bewaard.", 12, True),
    ),
    "hulp": (
        Command("manual", ("enter",), "handboek", "Het handboek, in korte hoofdstukken.", 12),
        Command("move", ("j", "k", "g", "G"), "blader", "Omlaag, omhoog, begin, einde.", 20),
        Command("back", ("escape",), "terug", "Terug naar waar je was.", 10),
    ),
    "handboek": (
        Command("open_chapter", ("enter",), "lees", "Opent het hoofdstuk onder de cursor.", 10),
        Command("filter", ("f",), "filter", "Toont waar alle getypte woorden in staan.", 22),
    ),
    "hoofdstuk": (
        Command("next_chapter", ("enter",), "volgende", "Naar het volgende hoofdstuk.", 10),
        Command("move", ("j", "k", "g", "G"), "blader", "Omlaag, omhoog, begin, einde.", 20),
    ),
    "tafel": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de notitie.", 10),
        Command("next", ("f3",), "aanwezig, volgende", "Bewaart, aanwezig, volgende jongere.", 11),
        Command("no_show", ("f4",), "niet verschenen", "Niet verschenen; stelt een plek voor.", 12),
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
        Command("present", ("a",), "aanwezig", "Aanwezig; na Esc ook wat F3 doet.", 11),
        Command("late", ("t",), "te laat", "Te laat gekomen.", 12),
        Command("absent", ("x",), "niet verschenen", "Niet verschenen.", 13),
        Command("cancelled", ("m",), "afgemeld", "Afgemeld.", 14),
        Command("sick", ("z",), "ziek", "Ziek gemeld.", 15),
        Command("not_fetched", ("h",), "niet gehaald", "Niet uit de les gehaald.", 16),
        Command("squeeze_in", ("i",), "inschuiven", "Zet een jongere op de plek of erbij.", 17),
        Command("take_off", ("minus",), "van de lijst", "Haalt de jongere van de lijst.", 19),
        Command("list", ("l",), "lijst", "Plakt de lijst van school.", 18),
    ),
    "alles": (
        Command(
            "run", ("enter",), "doe", "Doet de opdracht of opent wie onder de cursor staat.", 10
        ),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
    ),
    "kiezen": (
        Command("choose", ("enter",), "kies", "Kiest de jongere of school onder de cursor.", 10),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
    ),
    "zoeken": (
        Command("open_hit", ("enter",), "open", "Opent het dossier, de school of de notitie.", 10),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
    ),
    "notitie": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de notitie.", 10),
        Command("other", ("f5",), "andere jongere", "Kiest iemand anders voor deze notitie.", 20),
    ),
    "indelen": (
        Command("file", ("enter",), "kies wie", "Kiest over wie deze notitie gaat.", 10),
        Command("edit", ("e",), "wijzig", "Wijzigt de tekst van deze notitie.", 12),
    ),
    "schoollijst": (
        Command("save", ("f2", "ctrl+o"), "op de lijst", "Zet wie herkend is op de lijst.", 10),
        Command("who", ("f5",), "wie is dit", "Kiest wie een regel met ? is.", 12),
        Command(
            "new_pupil", ("plus",), "nieuwe jongere", "Van een regel met ? een jongere.", 14, True
        ),
        Command("back", ("escape",), "terug, concept blijft", "Terug; de lijst blijft staan.", 20),
    ),
    "inlezen": (
        Command(
            "save",
            ("f2", "ctrl+o"),
            "lees in",
            "Toont wat er verandert; nog eens leest het in.",
            10,
        ),
        Command("complete", ("tab",), "vul aan", "Vult de naam van het bestand aan.", 12),
        Command("other_kind", ("f5",), "iets anders", "Scholen, vakanties of jongeren.", 14),
        Command(
            "next_entry", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96
        ),
        Command("last_entry", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
    ),
    "formulier": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart wat hier staat.", 10),
        Command("next_line", ("enter",), "volgende regel", "Naar de volgende regel.", 30),
        Command("tick", ("space",), "aan of uit", "Zet een vakje aan of uit.", 35),
        Command("back", ("escape",), "sluit, concept blijft", "Sluit; wat er staat blijft.", 20),
    ),
}

NAMES = {
    "overal": "Overal",
    "lijst": "In een lijst",
    "terug": "In elk scherm",
    "vandaag": "Vandaag",
    "caseload": "Caseload",
    "aanzet": "Aan zet",
    "zetten": "Op een regel die aan zet is, ook op Vandaag en in de Agenda",
    "verzetten": "Bij het verzetten",
    "scholen": "Scholen",
    "school": "School",
    "contact": "School, op een contactpersoon",
    "filteren": "In het filter van een lijst",
    "agenda": "Agenda",
    "dossier": "Dossier",
    "tafel": "Spreekuur, in de notitie",
    "antwoord": "Spreekuur, na een vraag onderaan",
    "nakijken": "Afspraken nakijken (in het spreekuur: notitie nog leeg)",
    "spreekuur": "Spreekuur, in de lijst",
    "alles": "Alles op naam (ctrl+p)",
    "kiezen": "Bij het kiezen van een jongere of school",
    "zoeken": "Zoeken",
    "notitie": "Notitie",
    "indelen": "Een notitie die nog ingedeeld moet worden",
    "schoollijst": "Lijst van school",
    "inlezen": "Inlezen",
    "slot": "Op slot",
    "begin": "Eerste start",
    "hulp": "In de hulp",
    "handboek": "Handboek",
    "hoofdstuk": "Handboek, in een hoofdstuk",
    "wijzigen": "Een notitie wijzigen",
    "formulier": "Formulieren",
}
