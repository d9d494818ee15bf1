"""`exporteer`: what leaves the file as something that others can read."""

from __future__ import annotations

import os
from pathlib import Path

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, file_option
from spreekuur.cli.out import refuse, say
from spreekuur.cli.shell import Misuse, Verb, Verbs


@click.group("exporteer", cls=Verbs)
def exporting() -> None:
    """Schrijf een leesbaar bestand."""


@exporting.command("alles", cls=Verb)
@click.option(
    "--naar",
    "target",
    metavar="BESTAND.json",
    type=click.Path(path_type=Path),
    help="Schrijf in dit nieuwe bestand.",
)
@file_option
@click.pass_obj
def everything(asked: Asked, target: Path | None) -> None:
    """Alles wat het bestand bevat, als JSON en niet versleuteld."""
    from spreekuur.exchange.everything import WARNING, write_everything
    from spreekuur.store.errors import NotWritable

    if target is None:
        raise Misuse("--naar ontbreekt.", click.get_current_context())
    if os.path.lexists(target):
        refuse(
            f"Hier staat al iets: {target}. Er is niets overschreven. Kies met --naar een andere "
            "naam."
        )
    with opened(asked) as casebook:
        try:
            write_everything(casebook, target)
        except NotWritable:
            refuse(
                f"Hier mag niet geschreven worden: {target}. Er is niets gemaakt. Kies met --naar "
                "een andere plek."
            )
    say(WARNING)
