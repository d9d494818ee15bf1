"""`spreekuur`: without a verb the screens, with one an answer in plain text or JSON."""

from __future__ import annotations

import click

from spreekuur import __version__
from spreekuur.cli.options import Asked, day_option, file_option
from spreekuur.cli.shell import Misuse, Shell

EPILOG = """
De wachtwoordzin komt van het toetsenbord, of uit SPREEKUUR_PASSPHRASE_FILE of
SPREEKUUR_PASSPHRASE_COMMAND. SPREEKUUR_HOME verplaatst alles naar een andere map.

\b
Einde:  0 gedaan · 1 niets gedaan · 2 verkeerd gebruik
        3 op slot · 4 beschadigd of van een nieuwere versie

\b
Aanvullen met tab, in bash (of zsh_source, fish_source):
  eval "$(_SPREEKUUR_COMPLETE=bash_source spreekuur)"
"""


COMMANDS = {
    "nieuw": "keys:new",
    "vandaag": "reading:today",
    "agenda": "reading:agenda",
    "caseload": "reading:caseload",
    "aanzet": "reading:turns",
    "dossier": "reading:case",
    "zoek": "reading:search",
    "notitie": "writing:note",
    "oordeel": "turning:judging",
    "gedaan": "turning:finishing",
    "uitstel": "turning:putting_off",
    "plan": "planning:plan",
    "verzet": "replanning:move",
    "vervalt": "replanning:cancel",
    "plek": "places:place",
    "wachtlijst": "places:waiting_list",
    "opkomst": "places:attendance",
    "sluit": "closing:close",
    "overnemen": "carrying:carry_over",
    "ongedaan": "writing:undo",
    "importeer": "importing:importing",
    "exporteer": "exporting:exporting",
    "kopie": "copies:copy",
    "herstel": "copies:restore",
    "sleutel": "keys:keys",
}


@click.group(
    cls=Shell,
    later=COMMANDS,
    invoke_without_command=True,
    subcommand_metavar="[OPDRACHT ...]",
    epilog=EPILOG,
)
@file_option
@day_option("Als op deze dag: morgen voorbereiden, gisteren nalopen.")
@click.option("--demo", is_flag=True, help="Verzonnen caseload in een wegwerpbestand.")
@click.version_option(
    __version__, prog_name="spreekuur", message="%(prog)s %(version)s", help="Versie."
)
@click.pass_context
def main(ctx: click.Context, demo: bool) -> None:
    """Werkboek voor het spreekuur op school. Zonder opdracht openen de schermen."""
    # Before Textual is imported: it reads its debugging aids then.
    from spreekuur.store.hardening import harden_process

    harden_process()
    asked = ctx.ensure_object(Asked)
    if ctx.invoked_subcommand is not None:
        if demo:
            raise Misuse("--demo opent de schermen en gaat niet samen met een opdracht.", ctx)
        return
    if demo and asked.file:
        raise Misuse("--demo maakt zelf een wegwerpbestand en gaat niet samen met --bestand.", ctx)
    from spreekuur.tui.start import run

    ctx.exit(run(file=asked.file, day=asked.day, demo=demo))
