"""Commands where one types or reads: notes, forms, search, help, the lock."""

from __future__ import annotations

from spreekuur.tui.command import Command

COMMANDS: dict[str, tuple[Command, ...]] = {
    "notitie": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de notitie.", 10),
        Command("other", ("f5",), "andere jongere", "Kiest iemand anders voor deze notitie.", 20),
    ),
    "indelen": (
        Command("file", ("enter",), "kies wie", "Kiest over wie deze notitie gaat.", 10),
        Command("edit", ("e",), "wijzig", "Wijzigt de tekst van deze notitie.", 12),
    ),
    "wijzigen": (
        Command("save", ("f2", "ctrl+o"), "bewaar", "Bewaart de gewijzigde notitie.", 10),
        Command("back", ("escape",), "sluit, concept blijft", "Sluit; wat er staat blijft.", 20),
    ),
    "zoeken": (
        Command("open_hit", ("enter",), "open", "Opent het dossier, de school of de notitie.", 10),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
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
    "sociale kaart": (
        Command("take", ("enter",), "kies", "In de notitie; daarbuiten: wijzig.", 10),
        Command("add_partner", ("plus",), "voeg toe", "Voegt toe wie er kan helpen.", 12, True),
        Command("edit_partner", ("f6",), "wijzig", "Wijzigt wie onder de cursor staat.", 14),
        Command("next_hit", ("down",), "omlaag", "Eén regel omlaag, terwijl er getypt wordt.", 96),
        Command("last_hit", ("up",), "omhoog", "Eén regel omhoog, terwijl er getypt wordt.", 96),
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
    "verwijderen": (
        Command("remove", ("f6",), "verwijder", "Verwijdert wat dit formulier wijzigt.", 25),
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
}

NAMES = {
    "notitie": "Notitie",
    "indelen": "Een notitie die nog ingedeeld moet worden",
    "wijzigen": "Een notitie wijzigen",
    "zoeken": "Zoeken",
    "alles": "Alles op naam (ctrl+p)",
    "kiezen": "Bij het kiezen van een jongere of school",
    "sociale kaart": "Sociale kaart",
    "inlezen": "Inlezen",
    "formulier": "Formulieren",
    "verwijderen": "Formulier van een eigen afspraak, dichte dag of sociale kaart",
    "slot": "Op slot",
    "begin": "Eerste start",
    "hulp": "In de hulp",
    "handboek": "Handboek",
    "hoofdstuk": "Handboek, in een hoofdstuk",
}
