"""`kopie` and `herstel`: a verified encrypted copy, and one put back beside the file."""

from __future__ import annotations

from pathlib import Path

import click

from spreekuur.cli.opening import opened, passphrase
from spreekuur.cli.options import Asked, calendar_day, file_option
from spreekuur.cli.out import refuse, say, show
from spreekuur.cli.shell import Verb


@click.command("kopie", cls=Verb)
@click.option(
    "--naar", "folder", metavar="MAP", type=click.Path(path_type=Path), help="Zet hem in deze map."
)
@file_option
@click.pass_obj
def copy(asked: Asked, folder: Path | None) -> None:
    """Maak een versleutelde kopie. Zegt waar hij staat.

    Zonder --naar komt hij in de map backups naast het bestand, waar ook die van elke dag staan.
    De herstelcode opent hem; het sleutelbestand gaat niet mee.
    """
    from spreekuur.store.backups import Shelf, shelf_beside
    from spreekuur.store.errors import NotWritable
    from spreekuur.store.location import find

    backups = find(asked.file).backups
    if folder is not None and not folder.is_dir():
        refuse(f"Deze map is er niet: {folder}. Er is geen kopie gemaakt.")
    with opened(asked) as casebook:
        shelf = (
            Shelf(folder, casebook.path.stem) if folder else shelf_beside(casebook.path, backups)
        )
        try:
            made = shelf.add(casebook, calendar_day())
        except NotWritable:
            refuse(
                f"In deze map mag niet geschreven worden: {shelf.folder}. "
                "Er is geen kopie gemaakt. Kies met --naar een andere map."
            )
        if folder is None:
            shelf.thin(calendar_day())
    show(str(made.absolute()))
    say("De kopie is nagekeken en versleuteld. spreekuur herstel KOPIE zet hem terug.")


@click.command("herstel", cls=Verb)
@click.argument("copy", metavar="KOPIE", type=click.Path(path_type=Path))
@file_option
@click.pass_obj
def restore(asked: Asked, copy: Path) -> None:
    """Zet een kopie terug naast het bestand, nooit eroverheen.

    De kopie wordt eerst helemaal nagekeken. Ze opent met de wachtwoordzin van het bestand, of met
    de herstelcode.
    """
    from spreekuur.store.first_look import look_at
    from spreekuur.store.location import find
    from spreekuur.store.restoring import restore as put_back

    location = find(asked.file)
    if not copy.is_file():
        refuse(f"Hier staat geen kopie: {copy}. Er is niets veranderd.")
    look_at(copy)
    restored = put_back(copy, location, passphrase())
    show(str(restored.database))
    say(f"De kopie is heel. Open hem met: spreekuur --bestand {_quoted(restored.database)}")
    if not restored.has_keys:
        say(
            "Hij opent met de herstelcode. Een wachtwoordzin erbij: "
            f"spreekuur sleutel wijzigen --bestand {_quoted(restored.database)}"
        )


def _quoted(path: Path) -> str:
    return f'"{path}"' if " " in str(path) else str(path)
