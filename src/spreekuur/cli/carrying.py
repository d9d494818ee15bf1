"""`overnemen`: what still goes to the official system of the municipality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, file_option, json_option
from spreekuur.cli.out import say, show, show_json, table
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import clock, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spreekuur.views.carry_over import ToCarryOver, Waiting


@click.command("overnemen", cls=Verb)
@click.argument("ref", metavar="[REF]", required=False)
@click.option("--gedaan", "done", is_flag=True, help="Alles van REF is overgenomen.")
@json_option
@file_option
@click.pass_obj
def carry_over(asked: Asked, ref: str | None, done: bool, as_json: bool) -> None:
    """Gesprekken die nog in het systeem van de gemeente moeten.

    Met REF (J-0001, of een deel van de naam) staat de tekst om te kopiëren erbij.
    """
    from spreekuur.actions.carry_over import take_over
    from spreekuur.cli.who import the_pupil
    from spreekuur.views.carry_over import text_of, to_carry_over, waiting

    if done and ref is None:
        raise Misuse(
            "--gedaan zonder REF. Zeg van wie het is overgenomen.", click.get_current_context()
        )
    with opened(asked) as casebook:
        pupil_id = the_pupil(casebook, ref).id if ref else None
        with casebook.read() as connection:
            counted = waiting(connection, pupil_id)
            found = to_carry_over(connection, pupil_id)
            # Years of them take long to write out, so only where they are shown.
            read = found if as_json or ref else ()
            texts = [text_of(connection, one.conversation_id) for one in read]
        if done:
            take_over(casebook, [one.conversation_id for one in found])
    if as_json:
        show_json(_shape(counted, found, texts, done))
    elif found and ref and not done:
        show("\n".join(texts).rstrip())
    elif found:
        show(_page(found, asked.today))
    if sentence := _said(counted, len(found), done):
        say(sentence)


def _shape(
    counted: Waiting | None, found: Sequence[ToCarryOver], texts: Sequence[str], done: bool
) -> dict[str, Any]:
    """`overnemen --json`."""
    conversations = [
        {
            "pupil": one.ref,
            "on": one.on.isoformat(),
            "at": one.at.isoformat("minutes") if one.at else None,
            "kind": one.kind,
            "text": text,
            "done": done,
        }
        for one, text in zip(found, texts, strict=True)
    ]
    return {"system": counted.system if counted else None, "conversations": conversations}


def _page(found: Sequence[ToCarryOver], today: date) -> str:
    """Of whom and when, one conversation a line."""
    return table(
        (
            one.ref,
            one.name.listed,
            f"{short_day(one.on, today)} {clock(one.at) if one.at else ''}".strip(),
            one.kind,
        )
        for one in found
    )


def _said(counted: Waiting | None, many: int, done: bool) -> str:
    """What was done, or why nothing waits; empty while something does."""
    if counted is None:
        return "Er is geen systeem waarin je overneemt. Noem het in de Instellingen: Dossier in."
    if not many:
        return f"Alles is overgenomen in {counted.system}."
    if not done:
        return ""
    return (
        f"{many} {'gesprek' if many == 1 else 'gesprekken'} overgenomen. "
        "spreekuur ongedaan haalt dat terug."
    )
