"""Commands of what comes after the afternoon: the close, and what goes back to school."""

from __future__ import annotations

from spreekuur.tui.command import Command

COMMANDS: dict[str, tuple[Command, ...]] = {
    "afsluiten": (
        Command("confirm", ("enter",), "goed", "Neemt het voorstel over; daarna sluit het af.", 9),
        Command("again", ("o",), "opnieuw", "Een plek in het volgende spreekuur.", 11),
        Command("call", ("b",), "bellen", "Zelf bellen, de volgende schooldag.", 12),
        Command("wait", ("w",), "wacht", "Op de wachtlijst van de school.", 13),
        Command("colleague", ("c",), "collega", "Een collega neemt het over.", 14),
        Command("no_more", ("x",), "geen vervolg", "Er is geen vervolg nodig.", 15),
        Command("close_hours", ("s",), "sluit af", "Sluit het spreekuur af.", 16),
        Command("report", ("r",), "terugkoppeling", "Wat er teruggaat, en naar wie.", 17),
        Command("back", ("escape",), "later", "Terug; het spreekuur blijft open.", 40),
    ),
    "terugkoppeling": (
        Command("copy", ("c",), "klembord", "Stuurt deze tekst naar het klembord.", 10),
        Command("to_file", ("b",), "bestand", "Zet deze tekst in een bestand.", 11),
        Command("sent", ("v",), "verstuurd", "Deze tekst is verstuurd; hij blijft bewaard.", 12),
        Command("outcome", ("e",), "uitkomst", "De ene regel uitkomst van deze jongere.", 13),
        Command("people", ("m",), "ontvanger", "Voegt een contactpersoon toe.", 34),
        Command("earlier", ("pageup",), "tekst terug", "Bladert terug in de tekst.", 96, True),
        Command("later", ("pagedown",), "tekst verder", "Bladert verder in de tekst.", 36, True),
    ),
}

NAMES = {
    "afsluiten": "Spreekuur afsluiten",
    "terugkoppeling": "Terugkoppeling",
}
