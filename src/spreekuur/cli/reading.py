"""The commands that only read: `vandaag`, `agenda`, `caseload`, `aanzet`, `dossier`, `zoek`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, day_option, file_option, json_option
from spreekuur.cli.out import say, show, show_json
from spreekuur.cli.shell import Verb
from spreekuur.rules.date_words import clock, day_and_time, short_day

if TYPE_CHECKING:
    from datetime import date

    from spreekuur.views.agenda import OfficeHoursView


@click.command("vandaag", cls=Verb)
@day_option("Die dag in plaats van vandaag.")
@json_option
@file_option
@click.pass_obj
def today(asked: Asked, as_json: bool) -> None:
    """De spreekuren van één dag."""
    from spreekuur.cli.pages import office_hours_page
    from spreekuur.cli.shapes import office_hours_shape
    from spreekuur.views.agenda import first_to_hold, office_hours_on

    with opened(asked) as casebook, casebook.read() as connection:
        found = office_hours_on(connection, asked.today)
        coming = first_to_hold(connection, asked.today)
    if as_json:
        show_json(office_hours_shape(found))
    elif found:
        show(office_hours_page(found))
    else:
        say(_no_office_hours(asked.today, coming))


@click.command("agenda", cls=Verb)
@day_option("Vanaf die dag in plaats van vandaag.")
@json_option
@file_option
@click.pass_obj
def agenda(asked: Asked, as_json: bool) -> None:
    """De spreekuren vanaf vandaag met hun plekken, en eigen afspraken."""
    from datetime import date

    from spreekuur.cli.pages import agenda_page
    from spreekuur.cli.shapes import agenda_shape
    from spreekuur.views.agenda import office_hours_from
    from spreekuur.views.engagements import engagements_between

    with opened(asked) as casebook, casebook.read() as connection:
        found = office_hours_from(connection, asked.today)
        own = engagements_between(connection, asked.today, date.max)
    if as_json:
        show_json(agenda_shape(found, own))
        return
    if found or own:
        show(agenda_page(found, own))
    if not found:
        day = day_and_time(asked.today)
        say(f"Vanaf {day} staat er geen spreekuur. spreekuur plan plant er een.")


@click.command("caseload", cls=Verb)
@day_option()
@json_option
@file_option
@click.pass_obj
def caseload(asked: Asked, as_json: bool) -> None:
    """Alle jongeren, met het laatste contact en de volgende stap."""
    from spreekuur.cli.pages import caseload_page
    from spreekuur.cli.shapes import caseload_shape
    from spreekuur.views import caseload as view
    from spreekuur.views.brins import brins_of_pupils

    with opened(asked) as casebook, casebook.read() as connection:
        rows = view.caseload(connection, asked.today)
        brins = brins_of_pupils(connection)
    if as_json:
        show_json(caseload_shape(rows, brins))
    elif rows:
        show(caseload_page(rows, asked.today))
    else:
        say("Nog geen jongeren. spreekuur importeer caseload leest een bestand in.")


@click.command("aanzet", cls=Verb)
@day_option()
@json_option
@file_option
@click.pass_obj
def turns(asked: Asked, as_json: bool) -> None:
    """Wie er aan zet is, en wie zonder vervolg is."""
    from spreekuur.cli.pages import turns_page
    from spreekuur.cli.shapes import turns_shape
    from spreekuur.views import turns as view
    from spreekuur.views.caseload import without_next_step

    with opened(asked) as casebook, casebook.read() as connection:
        moves = view.turns(connection, asked.today)
        without = without_next_step(connection, asked.today)
    if as_json:
        show_json(turns_shape(moves, without, asked.today))
    elif moves or without:
        show(turns_page(moves, without, asked.today))
    else:
        say("Er staat niets open. Niemand hoeft nu iets te doen.")


@click.command("dossier", cls=Verb)
@click.argument("ref", metavar="REF")
@json_option
@file_option
@click.pass_obj
def case(asked: Asked, ref: str, as_json: bool) -> None:
    """Alles over één jongere. REF is J-0001, een naam of een deel ervan."""
    from spreekuur.cli.pages import case_page
    from spreekuur.cli.shapes import case_shape
    from spreekuur.cli.who import the_pupil
    from spreekuur.views.card import pupil_card
    from spreekuur.views.follow_ups import open_follow_ups
    from spreekuur.views.people import school_by_id
    from spreekuur.views.timeline import timeline

    with opened(asked) as casebook:
        pupil = the_pupil(casebook, ref)
        with casebook.read() as connection:
            card = pupil_card(connection, pupil.id, asked.today)
            entries = timeline(connection, pupil.id, asked.today)
            coming = open_follow_ups(connection, pupil.id, asked.today)
            school = school_by_id(connection, pupil.school_id) if pupil.school_id else None
        drafts = [draft for draft in casebook.drafts.all() if draft.pupil_id == pupil.id]
    assert card is not None
    if as_json:
        show_json(case_shape(card, school.brin6 if school else None, entries, coming, drafts))
        return
    show(case_page(card, entries, coming, drafts))
    if not entries:
        say("Nog geen gesprek of notitie. spreekuur notitie begint er een.")


@click.command("zoek", cls=Verb)
@click.argument("words", metavar="WOORDEN", nargs=-1, required=True)
@json_option
@file_option
@click.pass_obj
def search(asked: Asked, words: tuple[str, ...], as_json: bool) -> None:
    """Alles wat ooit over iemand is opgeschreven. Een deel van een woord is genoeg."""
    from spreekuur.cli.pages import found_page
    from spreekuur.cli.shapes import found_shape
    from spreekuur.views.found import named

    wanted = " ".join(words)
    with opened(asked) as casebook:
        hits = casebook.search(wanted, limit=-1)
        with casebook.read() as connection:
            found = named(connection, hits, wanted)
    if as_json:
        show_json(found_shape(found))
    elif found:
        show(found_page(found, asked.today))
    else:
        say("Niets gevonden. Een deel van een woord is genoeg, accenten hoeven niet.")


def _no_office_hours(day: date, coming: OfficeHoursView | None) -> str:
    sentence = f"Op {short_day(day)} geen spreekuur."
    if coming is None:
        return f"{sentence} spreekuur plan plant er een."
    return (
        f"{sentence} Het volgende is {short_day(coming.day, day)} om {clock(coming.starts)} "
        f"op de {coming.school}."
    )
