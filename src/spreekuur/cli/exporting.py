"""`exporteer`: what leaves the file as something that others can read."""

from __future__ import annotations

import os
from pathlib import Path

import click

from spreekuur.cli.feedback import feedback
from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, file_option
from spreekuur.cli.out import refuse, refuse_target, say
from spreekuur.cli.papers import paper_list
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
            refuse_target(target)
    say(WARNING)


@exporting.command("agenda", cls=Verb)
@click.option(
    "--naar",
    "target",
    metavar="BESTAND.ics",
    type=click.Path(path_type=Path),
    help="Schrijf in dit bestand, of over een eerdere agenda heen.",
)
@click.option("--namen", "named", is_flag=True, help="Met namen in plaats van J-0001.")
@file_option
@click.pass_obj
def agenda(asked: Asked, target: Path | None, named: bool) -> None:
    """De spreekuren als .ics, voor een telefoon of Outlook."""
    from spreekuur.exchange.ics import NAMES_WARNING, agenda_ics, write_agenda
    from spreekuur.store.errors import NotWritable

    with opened(asked) as casebook:
        if target is None:
            click.echo(agenda_ics(casebook, asked.today, named=named), nl=False)
        else:
            try:
                many = write_agenda(casebook, target, asked.today, named=named)
            except NotWritable:
                refuse_target(target)
            counted = "1 spreekuur" if many == 1 else f"{many} spreekuren"
            say(f"{counted} in {target}. Eigen afspraken staan er niet in.")
    if named:
        say(NAMES_WARNING)


exporting.add_command(feedback)
exporting.add_command(paper_list)
