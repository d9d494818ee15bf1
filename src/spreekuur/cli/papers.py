"""`exporteer lijst`: the papers of a spreekuur, for the concierge and for herself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, day_option, file_option, json_option
from spreekuur.cli.out import refuse, refuse_target, say, show, show_json
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.text import clean

WHOM = {"concierge": "concierge", "conciërge": "concierge", "mij": "mij"}


@click.command("lijst", cls=Verb)
@click.option("--school", metavar="SCHOOL", help="Op welke school: BRIN of naam.")
@day_option("Van welke dag het spreekuur is.")
@click.option(
    "--voor",
    "whom",
    metavar="conciërge|mij",
    default="concierge",
    help="Voor de conciërge (tijd, voornaam, klas), of voor jou.",
)
@click.option(
    "--naar",
    "target",
    metavar="BESTAND.pdf",
    type=click.Path(path_type=Path),
    help="Schrijf een A4 in dit nieuwe bestand.",
)
@json_option
@file_option
@click.pass_obj
def paper_list(
    asked: Asked, school: str | None, whom: str, target: Path | None, as_json: bool
) -> None:
    """De lijst van een spreekuur op papier, of als tekst."""
    from spreekuur.cli.who import hours_at, the_school
    from spreekuur.exchange.paper import Paper, paper, pdf, write_pdf
    from spreekuur.store.errors import NotWritable

    context = click.get_current_context()
    if school is None or asked.day is None:
        raise Misuse(f"{'--school' if school is None else '--datum'} ontbreekt.", context)
    if whom.lower() not in WHOM:
        raise Misuse("--voor: kies conciërge of mij.", context)
    kind = Paper(WHOM[whom.lower()])
    if target is not None and os.path.lexists(target):
        refuse(f"Hier staat al iets: {target}. Er is niets overschreven. Kies een andere naam.")
    with opened(asked) as casebook:
        hours = hours_at(casebook, the_school(casebook, school), asked.day, "gemaakt")
        with casebook.read() as connection:
            sheet = paper(connection, hours, kind, asked.today)
        if target is not None:
            try:
                write_pdf(target, pdf(sheet, kind))
            except NotWritable:
                refuse_target(target)
    if as_json:
        show_json({"office_hours": hours.ref, "for": kind, "rows": _plain(sheet.data["rows"])})
    elif target is None:
        show(sheet.text)
    if target is not None:
        say(f"Geschreven: {target}. Leesbaar voor iedereen: vernietig het na afloop.")


def _plain(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without the places to break that paper needs in endless words."""
    return [
        {
            name: clean(value) if isinstance(value, str) else [clean(one) for one in value]
            for name, value in row.items()
        }
        for row in rows
    ]
