"""`exporteer terugkoppeling`: the texts for school of one day, or what ouders may read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, calendar_day, day_option, file_option, json_option
from spreekuur.cli.out import refuse, refuse_target, say, show, show_json, table
from spreekuur.cli.shell import Misuse, Verb

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spreekuur.actions.feedback import Sending
    from spreekuur.store.casebook import Casebook
    from spreekuur.views.feedback import AboutWhom, FeedbackView, Letter

NOTHING = "Van deze dag is er niets terug te koppelen. Noem een andere dag met --datum."
NOBODY = (
    "Let op: niemand op deze school krijgt terugkoppeling. Zet dat op de school bij een "
    "contactpersoon aan."
)
NOT_SENT = "Wat geen ontvanger heeft, geldt niet als verstuurd."
MAIL = "Gebruik beveiligde mail. Zet geen naam in het onderwerp."


@click.command("terugkoppeling", cls=Verb)
@click.option("--school", "school", metavar="SCHOOL", help="BRIN, korte naam of deel van de naam.")
@day_option("Wat er van deze dag teruggaat.", past=True)
@click.option(
    "--naar",
    "target",
    metavar="BESTAND.txt",
    type=click.Path(path_type=Path),
    help="Schrijf in dit nieuwe bestand.",
)
@click.option("--aan", "receiver", metavar="ONTVANGER", help="Alleen wat naar deze persoon gaat.")
@click.option("--ouders", "parents_of", metavar="REF", help="Wat de ouders van REF mogen weten.")
@click.option("--verstuurd", "sent", is_flag=True, help="Leg vast dat dit verstuurd is.")
@json_option
@file_option
@click.pass_obj
def feedback(
    asked: Asked,
    school: str | None,
    target: Path | None,
    receiver: str | None,
    parents_of: str | None,
    sent: bool,
    as_json: bool,
) -> None:
    """De terugkoppeling van een dag, een tekst per ontvanger.

    Bijvoorbeeld: spreekuur exporteer terugkoppeling --school Veenwijzer --datum "24 nov".
    Zonder --naar komt de tekst op het scherm. Alleen met --verstuurd geldt hij als verstuurd.
    """
    from spreekuur.cli.who import the_school

    if school is None:
        raise Misuse("--school ontbreekt.", click.get_current_context())
    if receiver is not None and parents_of is not None:
        raise Misuse("--aan en --ouders gaan niet samen. Kies er een.", click.get_current_context())
    with opened(asked) as casebook:
        meant = the_school(casebook, school)
        view = _look(casebook, meant.id, asked.today)
        _warn(view)
        chosen = _of_parents(casebook, view, parents_of) if parents_of else _of(view, receiver)
        everything = receiver is None and parents_of is None
        left = [view.unaddressed] if view.unaddressed and everything else []
        _give([*(one.text for one in chosen), *left], target, as_json)
        if sent and chosen:
            _keep(casebook, chosen, "bestand" if target else "uitvoer")
        if sent and left:
            say(NOT_SENT)
        if as_json:
            now = _look(casebook, meant.id, asked.today)
            show_json({**_shape(now, meant.brin6, chosen), "unaddressed": "".join(left) or None})


def _look(casebook: Casebook, school_id: int, on: date) -> FeedbackView:
    from spreekuur.views.feedback import feedback_view

    with casebook.read() as connection:
        view = feedback_view(connection, school_id, on, calendar_day())
    assert view is not None
    return view


def _warn(view: FeedbackView) -> None:
    """Who is told nobody about, and what is not there."""
    if not view.told and view.without_receiver:
        say(NOBODY)
    elif view.without_receiver:
        many = view.without_receiver
        who = "1 jongere" if many == 1 else f"{many} jongeren"
        say(f"Let op: voor {who} is nog geen ontvanger gekozen.")
    if view.elsewhere:
        say(f"Let op: {view.elsewhere} op de lijst hoort bij een andere school.")
    if not view.letters and not view.without_receiver:
        say(NOTHING)


def _of(view: FeedbackView, receiver: str | None) -> list[Sending]:
    """The texts for these receivers, or for the one that is named."""
    from spreekuur.actions.feedback import Sending
    from spreekuur.rules.receivers import SAID_SHORT
    from spreekuur.rules.text import fold

    letters: Sequence[Letter] = view.letters
    if receiver is not None and not letters:
        refuse("Er is niets gemaakt.")
    if receiver is not None:
        typed = fold(receiver)
        role = fold(SAID_SHORT.get(typed, typed))
        letters = [one for one in letters if typed in fold(one.receiver.name)] or [
            one for one in letters if role and fold(one.receiver.role).startswith(role)
        ]
        if len(letters) != 1:
            rows = [(one.receiver.name, one.receiver.role) for one in letters or view.letters]
            say(table(rows, indent=2))
            refuse("Noem één van deze ontvangers met --aan. Er is niets gemaakt.")
    about = (view.school_id, view.day)
    return [
        Sending(
            *about,
            one.receiver.name,
            one.text,
            one.receiver.id,
            tuple(told.pupil_id for told in one.told),
        )
        for one in letters
    ]


def _of_parents(casebook: Casebook, view: FeedbackView, ref: str) -> list[Sending]:
    """The text for the ouders of one jongere; refuses where they get none."""
    from spreekuur.actions.feedback import Sending
    from spreekuur.cli.who import the_pupil

    meant = the_pupil(casebook, ref)
    found: AboutWhom | None = next((one for one in view.pupils if one.pupil_id == meant.id), None)
    if found is None:
        refuse(f"Van {meant.ref} staat die dag niets vast. Noem een andere dag met --datum.")
    if found.why_not:
        refuse(found.why_not)
    about = (view.school_id, view.day)
    return [Sending(*about, found.parents, found.to_parents, pupils=(meant.id,))]


def _give(texts: Sequence[str], target: Path | None, as_json: bool) -> None:
    """To a new file, else on stdout."""
    from spreekuur.exchange.feedback_file import StandsThere, together, write_letter
    from spreekuur.store.errors import NotWritable

    if target is None:
        if texts and not as_json:
            show(together(texts).rstrip("\n"))
            say(MAIL)
        return
    if not texts:
        return
    try:
        write_letter(target, *texts)
    except NotWritable:
        refuse_target(target)
    except StandsThere as refusal:
        refuse(f"{target}: {refusal.sentence} Kies met --naar een andere naam.")
    counted = "1 tekst" if len(texts) == 1 else f"{len(texts)} teksten, elk voor één ontvanger,"
    say(f"{counted} in {target}. {MAIL}")


def _keep(casebook: Casebook, chosen: Sequence[Sending], by: str) -> None:
    from spreekuur.actions.feedback import keep_sent

    keep_sent(casebook, by, *chosen)
    say("Vastgelegd als verstuurd. spreekuur ongedaan neemt dat terug.")


def _shape(view: FeedbackView, brin6: str | None, chosen: Sequence[Sending]) -> dict[str, Any]:
    """`exporteer terugkoppeling --json`."""
    from spreekuur.views.columns import pupil_ref

    letters = {one.receiver.id: one for one in view.letters}
    receivers = []
    for one in chosen:
        letter = letters.get(one.contact_id or 0)
        receivers.append(
            {
                "name": one.receiver,
                "role": letter.receiver.role if letter else "",
                "pupils": [pupil_ref(told.pupil_id) for told in letter.told] if letter else [],
                "text": one.text,
                "sent": _sent(view, one),
            }
        )
    return {
        "school": brin6,
        "school_name": view.school,
        "date": view.day.isoformat(),
        "receivers": receivers,
        "without_receiver": view.without_receiver,
        "elsewhere": view.elsewhere,
    }


def _sent(view: FeedbackView, one: Sending) -> str | None:
    """When this receiver was last sent something about this day."""
    told = [
        sent
        for sent in view.sent
        if sent.contact_id == one.contact_id and (one.contact_id or sent.receiver == one.receiver)
    ]
    return told[-1].sent_at.isoformat(timespec="seconds") if told else None
