"""Places and attendance: `opkomst`, `plek` and `wachtlijst`."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, calendar_day, day_option, file_option, json_option
from spreekuur.cli.out import UNCHANGED, UNDO, refuse, say, show, show_json, table
from spreekuur.cli.shell import Verb
from spreekuur.rules.date_words import short_day
from spreekuur.rules.labels import Attendance, OfficeHoursStatus
from spreekuur.rules.paper_lines import CAME

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView, Place
    from spreekuur.views.people import SchoolName
    from spreekuur.views.school import SchoolWaiting

FULL = (
    "Alle plekken zijn bezet. Er is niets veranderd. Met --om komt iemand op een eigen tijd, en "
    "spreekuur wachtlijst SCHOOL --erbij REF laat wachten."
)

FOLLOWS = {Attendance.MOVED, Attendance.DROPPED}
"""Opkomst that comes of giving another place, or of cancelling the spreekuur."""
NOT_SAID = (
    "verplaatst en vervallen horen bij een nieuwe plek. spreekuur plek SPREEKUUR REF geeft die; "
    "gaat het hele spreekuur niet door, dan spreekuur vervalt SPREEKUUR --reden TEKST."
)


def _came(ctx: click.Context, param: click.Parameter, words: tuple[str, ...]) -> Attendance:
    """Opkomst in one word or more, case ignored; its first letters do when only one begins so.

    What is written on paper is understood too: `niet gehaald`, `nv`.
    """
    typed = " ".join(words).casefold()
    said = {one: (one.value, *CAME.get(one, ())) for one in Attendance}
    fitting = [one for one in Attendance if typed and any(w.startswith(typed) for w in said[one])]
    if fitting and set(fitting) <= FOLLOWS:
        raise click.BadParameter(NOT_SAID, ctx=ctx, param=param)
    exact = [one for one in fitting if typed in said[one]]
    if len(exact or fitting) != 1:
        known = ", ".join(fitting or (one for one in Attendance if one not in FOLLOWS))
        raise click.BadParameter(f"Kies een van: {known}.", ctx=ctx, param=param)
    return (exact or fitting)[0]


class At(click.ParamType[time]):
    """A time as it is typed: `13:20`, `1320`, `half 3`."""

    name = "uu:mm"

    def convert(
        self, value: str | time, param: click.Parameter | None, ctx: click.Context | None
    ) -> time:
        if isinstance(value, time):
            return value
        from spreekuur.rules.clock_words import parse_time

        return parse_time(value) or self.fail("Geen tijd. Typ bijvoorbeeld 13:20.", param, ctx)


@click.command("opkomst", cls=Verb)
@click.argument("hours", metavar="SPREEKUUR")
@click.argument("ref", metavar="REF")
@click.argument("came", metavar="OPKOMST", nargs=-1, required=True, callback=_came)
@json_option
@file_option
@click.pass_obj
def attendance(asked: Asked, hours: str, ref: str, came: Attendance, as_json: bool) -> None:
    """Zeg hoe een jongere kwam.

    Bijvoorbeeld: spreekuur opkomst S-0001 J-0001 te laat. SPREEKUUR is S-0001, zoals spreekuur
    agenda het noemt. OPKOMST is aanwezig, te laat, niet verschenen, afgemeld, ziek gemeld, niet
    gehaald (uit de les), niet aan de beurt, bij collega of uitgenodigd; de eerste letters zijn
    genoeg.
    """
    from spreekuur.actions.office_hours import mark_attendance
    from spreekuur.cli.who import the_office_hours, the_pupil

    with opened(asked) as casebook:
        view = the_office_hours(casebook, hours)
        pupil = the_pupil(casebook, ref)
        place = _place_of(view, pupil.id)
        if place is None or place.appointment_id is None:
            refuse(f"Deze jongere staat niet op de lijst van {view.ref}. Er is niets veranderd.")
        mark_attendance(casebook, place.appointment_id, came)
        _show_place(casebook, view.id, pupil.id, as_json)


@click.command("plek", cls=Verb)
@click.argument("hours", metavar="SPREEKUUR")
@click.argument("ref", metavar="REF")
@click.option("--om", "at", metavar="UU:MM", type=At(), help="Hoe laat; anders de eerste vrije.")
@click.option("--reden", "reason", metavar="TEKST", default="", help="Waarom deze jongere komt.")
@json_option
@file_option
@click.pass_obj
def place(asked: Asked, hours: str, ref: str, at: time | None, reason: str, as_json: bool) -> None:
    """Geef een jongere een plek, of een andere tijd.

    Bijvoorbeeld: spreekuur plek S-0001 J-0004 --om 15:10. Heeft iemand die tijd al, dan ruilen de
    twee. Wie wachtte, wacht dan niet meer.
    """
    from spreekuur.actions.office_hours import give_place
    from spreekuur.actions.places import move_place, say_why
    from spreekuur.actions.waiting import give_to_waiting
    from spreekuur.cli.who import the_office_hours, the_pupil

    with opened(asked) as casebook:
        view = the_office_hours(casebook, hours)
        pupil = the_pupil(casebook, ref)
        here = _place_of(view, pupil.id)
        entry = next((one for one in view.waiting if one.pupil_id == pupil.id), None)
        if here is not None and here.held and here.appointment_id and (at or reason):
            with casebook.change("Andere plek gegeven" if at else "Reden gewijzigd"):
                if at:
                    move_place(casebook, here.appointment_id, at)
                if reason:
                    say_why(casebook, here.appointment_id, reason)
        elif _full(view) and at is None and not (here and here.held):
            refuse(FULL)
        elif entry is not None and not reason:
            give_to_waiting(casebook, view.id, entry.entry_id, at=at)
        else:
            give_place(casebook, view.id, pupil.id, at=at, reason=reason)
        _show_place(casebook, view.id, pupil.id, as_json)


@click.command("wachtlijst", cls=Verb)
@click.argument("school", metavar="SCHOOL")
@click.option("--erbij", "ref", metavar="REF", help="Zet deze jongere achteraan.")
@click.option("--reden", "reason", metavar="TEKST", default="", help="Waarom, met --erbij.")
@day_option()
@json_option
@file_option
@click.pass_obj
def waiting_list(asked: Asked, school: str, ref: str | None, reason: str, as_json: bool) -> None:
    """Wie wacht op een plek op een school, de langste eerst."""
    from spreekuur.actions.office_hours import wait_at_school
    from spreekuur.cli.who import the_pupil, the_school

    with opened(asked) as casebook:
        meant = the_school(casebook, school)
        if ref is not None:
            pupil = the_pupil(casebook, ref)
            if any(one.pupil_id == pupil.id for one in _waiting(casebook, meant, asked.today)):
                refuse(f"{pupil.ref} wacht hier al op een plek. Er is niets veranderd.")
            who = (meant.id, pupil.id, calendar_day())
            wait_at_school(casebook, *who, not_before=asked.today, reason=reason)
        found = _waiting(casebook, meant, asked.today)
    if as_json:
        show_json(_shape(meant, found, asked.today))
    elif found:
        show(_page(found, asked.today))
    else:
        say(f"Op de {meant.shown} wacht niemand op een plek.")
    if ref is not None:
        say(f"Op de wachtlijst. {UNDO}")


def _waiting(casebook: Casebook, school: SchoolName, today: date) -> list[SchoolWaiting]:
    from spreekuur.views.school import waiting_at

    with casebook.read() as connection:
        return waiting_at(connection, school.id, today)


def _full(view: OfficeHoursView) -> bool:
    """Whether all places are taken; one that was cancelled has none at all."""
    return not view.free and view.status != OfficeHoursStatus.DROPPED


def _place_of(view: OfficeHoursView, pupil_id: int) -> Place | None:
    """The place the jongere has, else the one that was given back."""
    own = [one for one in view.taken if one.pupil_id == pupil_id]
    return next((one for one in own if one.held), own[-1] if own else None)


def _show_place(casebook: Casebook, office_hours_id: int, pupil_id: int, as_json: bool) -> None:
    from spreekuur.cli.pages import office_hours_line, place_row
    from spreekuur.cli.shapes import office_hours_shape
    from spreekuur.views.agenda import office_hours_by_id

    with casebook.read() as connection:
        view = office_hours_by_id(connection, office_hours_id)
    assert view
    if as_json:
        show_json(office_hours_shape([view]))
    else:
        own = [place_row(one) for one in view.taken if one.pupil_id == pupil_id]
        show(f"{office_hours_line(view)}\n{table(own, indent=2)}")
    say(UNDO.capitalize() if casebook.wrote else UNCHANGED)


def _page(found: Sequence[SchoolWaiting], today: date) -> str:
    from spreekuur.views.columns import pupil_ref

    return table(
        (
            f"{number:>2}",
            pupil_ref(one.pupil_id),
            one.name.spoken,
            one.class_name,
            _days(one, today),
            f"voor {short_day(one.for_day, today)}",
            one.reason,
        )
        for number, one in enumerate(found, 1)
    )


def _days(one: SchoolWaiting, today: date) -> str:
    days = max(0, (today - one.since).days)
    return "1 dag" if days == 1 else f"{days} dagen"


def _shape(school: SchoolName, found: Sequence[SchoolWaiting], today: date) -> dict[str, object]:
    from spreekuur.views.columns import pupil_ref

    return {
        "school": school.brin6,
        "waiting": [
            {
                "place": number,
                "pupil": pupil_ref(one.pupil_id),
                "since": one.since.isoformat(),
                "days": max(0, (today - one.since).days),
                "for": one.for_day.isoformat(),
                "reason": one.reason,
            }
            for number, one in enumerate(found, 1)
        ],
    }
