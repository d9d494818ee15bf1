"""What becomes of a move: `gedaan`, `uitstel`, and `oordeel` over an agreement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, day_option, file_option
from spreekuur.cli.out import UNCHANGED, UNDO, refuse, say, table
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.written_out import ended

if TYPE_CHECKING:
    from datetime import date, time

    from spreekuur.rules.labels import AgreementStatus
    from spreekuur.store.casebook import Casebook
    from spreekuur.views.turns import Turn

SATURDAY = 5
NO_NUMBER = "Typ een nummer uit spreekuur aanzet, zoals A-0012 of V-0003."
NO_DATE = 'Geen dag. Typ bijvoorbeeld vr, "over 2 wk" of "24 nov 14:00".'


@click.command("oordeel", cls=Verb)
@click.argument("which", metavar="NUMMER | REF DEEL", nargs=-1, required=True)
@click.argument("went", metavar="HOE")
@day_option("De dag waarop het oordeel valt.")
@file_option
@click.pass_obj
def judging(asked: Asked, which: tuple[str, ...], went: str) -> None:
    """Zeg hoe een afspraak ging: gelukt, deels, niet of vervallen.

    Bijvoorbeeld: spreekuur oordeel A-0012 gelukt, of met een deel van de afspraak:
    spreekuur oordeel J-0001 wekkers deels. Is er maar één open, dan is J-0001 genoeg.
    """
    from spreekuur.actions.goals import judge

    status = _status(went)
    with opened(asked) as casebook:
        move = _the_agreement(casebook, which)
        judge(casebook, move.id, status, asked.today)
    say(f"{status.capitalize()}: {_called(move)}. {UNDO if casebook.wrote else UNCHANGED}")


@click.command("gedaan", cls=Verb)
@click.argument("number", metavar="NUMMER")
@day_option("De dag waarop het gedaan is.")
@file_option
@click.pass_obj
def finishing(asked: Asked, number: str) -> None:
    """Zeg dat iets gedaan is; een afspraak is dan gelukt. NUMMER komt uit spreekuur aanzet."""
    from spreekuur.actions.turns import finish_turn

    with opened(asked) as casebook:
        move = _the_move(casebook, number)
        finish_turn(casebook, move.kind, move.id, asked.today)
    say(f"{'Gelukt' if move.kind == 'agreement' else 'Gedaan'}: {_called(move)}. {UNDO}")


@click.command("uitstel", cls=Verb)
@click.argument("number", metavar="NUMMER")
@click.argument("words", metavar="DATUM", nargs=-1, required=True)
@day_option()
@file_option
@click.pass_obj
def putting_off(asked: Asked, number: str, words: tuple[str, ...]) -> None:
    """Verzet wat iemand te doen heeft naar een andere dag.

    Bijvoorbeeld: spreekuur uitstel V-0003 over 2 wk. De tijd blijft, tenzij er een bij staat.
    """
    from spreekuur.actions.turns import put_off

    with opened(asked) as casebook:
        move = _the_move(casebook, number)
        day, at = _moment(casebook, move, " ".join(words), asked.today)
        put_off(casebook, move.kind, move.id, day, at or move.at)
    shown = at or move.at
    when = f"{short_day(day, asked.today)}{f' {clock(shown)}' if shown else ''}"
    if day.weekday() >= SATURDAY:
        when += ", in het weekend"
    say(f"Verzet naar {when}: {_called(move)}. {UNDO if casebook.wrote else UNCHANGED}")


def _status(words: str) -> AgreementStatus:
    """How it went, meant by its beginning."""
    from spreekuur.rules.labels import AgreementStatus
    from spreekuur.rules.text import fold

    open_to_her = (
        AgreementStatus.DONE,
        AgreementStatus.PARTLY,
        AgreementStatus.NOT_DONE,
        AgreementStatus.DROPPED,
    )
    typed = fold(words)
    found = [one for one in open_to_her if typed and one.startswith(typed)]
    if len(found) != 1:
        raise Misuse("HOE: typ gelukt, deels, niet of vervallen.", click.get_current_context())
    return found[0]


def _the_move(casebook: Casebook, number: str) -> Turn:
    """The open move with this number; otherwise ends with exit code 1."""
    from spreekuur.views.turns import NUMBER, numbered

    if not NUMBER.match(number):
        raise Misuse(f"NUMMER: {NO_NUMBER}", click.get_current_context())
    with casebook.read() as connection:
        move = numbered(connection, number)
    if move is None:
        refuse(f"{number.upper()} staat niet open. Er is niets veranderd. {NO_NUMBER}")
    return move


def _the_agreement(casebook: Casebook, which: tuple[str, ...]) -> Turn:
    """The open agreement meant by its number, or by a jongere and part of its words."""
    from spreekuur.cli.who import the_pupil
    from spreekuur.rules.text import fold
    from spreekuur.views.turns import NUMBER, turns

    ref, *rest = which
    number = which[-1]
    if NUMBER.match(number) and len(which) <= 2:
        move = _the_move(casebook, number)
        if move.kind != "agreement":
            refuse("Alleen van een afspraak wordt gezegd hoe het ging. Er is niets veranderd.")
        return move
    pupil = the_pupil(casebook, ref)
    with casebook.read() as connection:
        made = [
            one for one in turns(connection) if one.pupil_id == pupil.id and one.kind == "agreement"
        ]
    words = fold(" ".join(rest)).split()
    found = [one for one in made if all(word in fold(f"{one.who} {one.what}") for word in words)]
    if len(found) != 1:
        rows = [(one.number, one.who, one.what) for one in found or made]
        if rows:
            say(table(rows, indent=2))
        many = f"{len(found)} afspraken passen hierbij." if found else "Geen open afspraak past."
        refuse(f"{many} Typ het nummer ervoor. Er is niets veranderd.")
    return found[0]


def _moment(casebook: Casebook, move: Turn, words: str, today: date) -> tuple[date, time | None]:
    """The day and perhaps the time, read as in a note about the same jongere."""
    from spreekuur.rules.dates import read_day
    from spreekuur.rules.note_deadlines import doubt_about
    from spreekuur.views.note_context import note_context

    with casebook.read() as connection:
        context = note_context(connection, today, pupil_id=move.pupil_id, school_id=move.school_id)
    reading = read_day(words, today, context.holidays)
    if reading is None or reading.rest or not reading.day:
        raise Misuse(f"DATUM: {NO_DATE}", click.get_current_context())
    doubt = doubt_about(reading, context, school_day=True)
    if doubt:
        refuse(f"{ended(doubt)} Er is niets veranderd. Typ het jaar erbij, of een andere dag.")
    return reading.day, reading.at


def _called(move: Turn) -> str:
    about = move.ref or move.school
    return " ".join(part for part in (about, move.what) if part)
