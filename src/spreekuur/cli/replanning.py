"""`verzet` and `vervalt`: a spreekuur on another day or hour, or not at all."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, Span, file_option, json_option
from spreekuur.cli.out import say
from spreekuur.cli.planning import demand_day, read_again, show_hours
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import clock, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spreekuur.store.casebook import Casebook
    from spreekuur.views.changed_hours import HoursChange, NewHours
    from spreekuur.views.occurrence import Occurrence

later_option = click.option(
    "--later", is_flag=True, help="Ook de latere spreekuren van deze reeks."
)


@click.command("verzet", cls=Verb)
@click.argument("ref", metavar="SPREEKUUR")
@click.argument("day_words", metavar="DATUM")
@click.argument("span", metavar="[VAN-TOT]", type=Span(), required=False)
@later_option
@json_option
@file_option
@click.pass_obj
def move(
    asked: Asked,
    ref: str,
    day_words: str,
    span: tuple[time, time] | None,
    later: bool,
    as_json: bool,
) -> None:
    """Verzet een spreekuur.

    Bijvoorbeeld: spreekuur verzet S-0001 "25 nov" 9:00-12:00.
    Wie op de lijst staat, houdt een plek; voor wie er geen plek meer is, komt de wachtlijst.
    Met --later schuiven de latere spreekuren van de reeks evenveel dagen mee.
    """
    from spreekuur.actions.series import change_hours
    from spreekuur.cli.shapes import office_hours_shape
    from spreekuur.cli.who import the_office_hours
    from spreekuur.rules.school_calendar import PUBLISHED
    from spreekuur.views.note_context import holidays
    from spreekuur.views.occurrence import occurrence

    demand_day("DATUM", day_words, asked.today, PUBLISHED)
    with opened(asked) as casebook:
        meant = the_office_hours(casebook, ref)
        with casebook.read() as connection:
            closed = holidays(connection, meant.region)
            was = occurrence(connection, meant.id)
        assert was
        day = demand_day("DATUM", day_words, asked.today, closed)
        new = _moved(was, day, span)
        changes = change_hours(casebook, meant.id, new, asked.today, later=later)
        _tell(casebook, changes, asked.today)
        hours = read_again(casebook, [one.was.id for one in changes])
    show_hours(hours, "Verzet.", office_hours_shape(hours) if as_json else None)


@click.command("vervalt", cls=Verb)
@click.argument("ref", metavar="SPREEKUUR")
@click.option("--reden", "reason", metavar="TEKST", required=True, help="Waarom; één woord mag.")
@later_option
@json_option
@file_option
@click.pass_obj
def cancel(asked: Asked, ref: str, reason: str, later: bool, as_json: bool) -> None:
    """Laat een spreekuur vervallen.

    Bijvoorbeeld: spreekuur vervalt S-0001 --reden studiedag.
    Wie op de lijst staat gaat naar het volgende spreekuur op die school, of naar de wachtlijst.
    """
    from spreekuur.actions.cancelling import cancel_hours
    from spreekuur.cli.shapes import cancelled_shape
    from spreekuur.cli.who import the_office_hours
    from spreekuur.views.occurrence import this_and_later
    from spreekuur.views.rebooking import where_to

    if not reason.strip():
        raise Misuse("--reden: zeg waarom, bijvoorbeeld studiedag.", click.get_current_context())
    with opened(asked) as casebook:
        meant = the_office_hours(casebook, ref)
        with casebook.read() as connection:
            rows = this_and_later(connection, meant.id, later=later)
        places = cancel_hours(casebook, meant.id, reason, asked.today, later=later)
        hours = read_again(casebook, [one.id for one in rows])
    for said in where_to(places, asked.today):
        say(f"{said}.")
    show_hours(hours, "Vervallen.", cancelled_shape(hours, places) if as_json else None)


def _moved(was: Occurrence, day: date, span: tuple[time, time] | None) -> NewHours:
    """The hours of a spreekuur on another day; pause and closing of the list go along."""
    from spreekuur.views.changed_hours import NewHours

    starts, ends = span or (was.starts, was.ends)
    pause = was.pause and (
        _shifted(was.pause[0], was.starts, starts),
        _shifted(was.pause[1], was.starts, starts),
    )
    if pause and not starts <= pause[0] < pause[1] <= ends:
        say(f"Zonder pauze: die zou buiten {clock(starts)}-{clock(ends)} vallen.")
        pause = None
    closes = was.list_closes_on + (day - was.day) if was.list_closes_on else None
    return NewHours(day, starts, ends, was.minutes, pause, was.room, closes)


def _shifted(at: time, old: time, new: time) -> time:
    """A time as much later as `new` is than `old`; past midnight it begins the day anew."""
    day = date(2000, 1, 1)
    later = datetime.combine(day, new) - datetime.combine(day, old)
    return (datetime.combine(day, at) + later).time()


def _tell(casebook: Casebook, changes: Sequence[HoursChange], today: date) -> None:
    """What is out of the ordinary; it is done all the same."""
    from spreekuur.views.collisions import collisions

    own = [one.was.id for one in changes]
    for one in changes:
        new = short_day(one.new.day, today)
        if one.off and (one is changes[0] or one.stays_off):
            say(f"Let op: {new} {one.off.said}.")
        elif one.off:
            say(f"{short_day(one.was.day, today)}: {one.off.name}, gaat naar {new}.")
        if one.waiting:
            many = len(one.waiting)
            who = "1 jongere past" if many == 1 else f"{many} jongeren passen"
            say(f"{new}: {who} niet meer, naar de wachtlijst.")
        with casebook.read() as connection:
            met = collisions(connection, [one.new.day], one.new.starts, one.new.ends, own)
        for other in met:
            say(f"Let op: op {new} {other.said(other.what)}.")
