"""The commands that write down and take back: `notitie` and `ongedaan`."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, Kind, calendar_day, day_option, file_option, json_option
from spreekuur.cli.out import say, show_json, table
from spreekuur.cli.piped import piped_text
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import day_and_time

if TYPE_CHECKING:
    from spreekuur.rules.labels import ContactKind
    from spreekuur.rules.note_lines import Note
    from spreekuur.views.people import PupilName
    from spreekuur.views.timeline import Entry

_OPTION = re.compile(r"(--?[A-Za-z][\w-]*)(=.*)?", re.DOTALL)


class TextVerb(Verb):
    """A command with text that may begin with `-`; one word that begins so is an option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        known = [name for param in self.get_params(ctx) for name in param.opts]
        for word in args[: args.index("--")] if "--" in args else args:
            option = _OPTION.fullmatch(word)
            if option and option[1] not in known:
                raise click.NoSuchOption(option[1], possibilities=known, ctx=ctx)
        ctx.ignore_unknown_options = True
        return super().parse_args(ctx, args)


@click.command("notitie", cls=TextVerb)
@click.argument("ref", metavar="REF")
@click.argument("text", metavar="[TEKST|-]", required=False)
@click.option(
    "--soort", "kind", metavar="SOORT", type=Kind(), help="Telefoon, Huisbezoek, ...; of het begin."
)
@day_option("De dag waarop het is gezegd.", past=True)
@json_option
@file_option
@click.pass_obj
def note(asked: Asked, ref: str, text: str | None, kind: ContactKind | None, as_json: bool) -> None:
    """Leg een gesprek vast.

    Bijvoorbeeld: spreekuur notitie J-0001 --soort telefoon "Moeder belt terug". TEKST mag uit meer
    regels bestaan en ook uit een ander programma komen.

    \b
    Tekens vooraan de regel, zoals in de schermen:
      + naar school   ! afspraak   * doel   > vervolg   = schaal   @ met wie
    """
    from spreekuur.actions.notes import About, save_note
    from spreekuur.cli.shapes import note_shape
    from spreekuur.cli.who import the_pupil
    from spreekuur.views.timeline import entry

    typed = piped_text() if text in (None, "-") else text
    if typed is None:
        raise Misuse(
            "TEKST ontbreekt. Zet hem tussen aanhalingstekens.", click.get_current_context()
        )
    with opened(asked) as casebook:
        pupil = the_pupil(casebook, ref)
        saved = save_note(
            casebook,
            typed,
            About(pupil_id=pupil.id),
            today=asked.today,
            now=_now(asked),
            written_on=calendar_day(),
            kind=kind,
        )
        with casebook.read() as connection:
            kept = entry(connection, saved.conversation_id)
    assert kept is not None
    if as_json:
        show_json(note_shape(pupil.ref, kept, saved.note))
    _tell(pupil, kept, saved.note)


@click.command("ongedaan", cls=Verb)
@file_option
@click.pass_obj
def undo(asked: Asked) -> None:
    """Maak het laatste ongedaan, zoals u in de schermen."""
    from spreekuur.rules.local_time import LOCAL

    with opened(asked) as casebook:
        undone = casebook.undo()
    if undone is None:
        say("Er is niets om ongedaan te maken.")
        return
    at = undone.at.astimezone(LOCAL)
    say(f"Ongedaan gemaakt: {undone.label}, {day_and_time(at.date(), at.time())}.")


def _now(asked: Asked) -> time | None:
    """The time it is said; of another day that isn't known."""
    from spreekuur.rules.local_time import LOCAL

    now = datetime.now(LOCAL)
    return now.time().replace(second=0, microsecond=0) if asked.today == now.date() else None


def _tell(pupil: PupilName, kept: Entry, read: Note) -> None:
    """Whom it was written down for, and how each line was read."""
    say(f"{pupil.ref}  {pupil.name.spoken}  {day_and_time(kept.on, kept.at)}  {kept.kind}")
    rows = [(line.gutter, line.reading, line.text) for line in read.lines if line.reading]
    if rows:
        say(table(rows, indent=2))
    say(f"Bewaard. {_shared(read)}{_doubtful(read)} spreekuur ongedaan maakt het ongedaan.")


def _shared(read: Note) -> str:
    count = read.shared_count
    what = "Niets" if not count else "1 regel" if count == 1 else f"{count} regels"
    return f"{what} naar school."


def _doubtful(read: Note) -> str:
    count = read.doubtful_count
    if not count:
        return ""
    what = "1 regel met ? staat" if count == 1 else f"{count} regels met ? staan"
    return f" {what} er als gewone tekst."
