"""`plan`: a spreekuur on the agenda."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, Minutes, Span, file_option, json_option
from spreekuur.cli.out import say, show, show_json
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import clock, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spreekuur.actions.office_hours import Hours
    from spreekuur.rules.school_calendar import Holiday
    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView

NO_DATE = 'DATUM: geen datum. Typ bijvoorbeeld 2026-11-24, "24 nov" of vr.'


@click.command("plan", cls=Verb)
@click.argument("school", metavar="SCHOOL")
@click.argument("day_words", metavar="DATUM")
@click.argument("span", metavar="VAN-TOT", type=Span())
@click.option(
    "--minuten", "minutes", metavar="N", type=Minutes(), default=20, help="Per plek; anders 20."
)
@click.option("--pauze", "pause", metavar="VAN-TOT", type=Span(), help="Daarin geen plek.")
@json_option
@file_option
@click.pass_obj
def plan(
    asked: Asked,
    school: str,
    day_words: str,
    span: tuple[time, time],
    minutes: int,
    pause: tuple[time, time] | None,
    as_json: bool,
) -> None:
    """Plan een spreekuur.

    Bijvoorbeeld: spreekuur plan Veenwijzer "24 nov" 13:00-16:30 --pauze 14:40-14:50.
    SCHOOL is een BRIN (02VJ00), een korte naam of een deel van de naam.
    """
    from spreekuur.actions.office_hours import Hours, plan_office_hours
    from spreekuur.cli.who import the_school
    from spreekuur.rules.places import check_hours
    from spreekuur.rules.school_calendar import PUBLISHED
    from spreekuur.views.agenda import office_hours_by_id
    from spreekuur.views.note_context import holidays

    wrong = check_hours(*span, minutes, pause)
    if wrong:
        raise Misuse(wrong, click.get_current_context())
    _demand_day(day_words, asked.today, PUBLISHED)
    with opened(asked) as casebook:
        meant = the_school(casebook, school)
        with casebook.read() as connection:
            closed = holidays(connection, meant.region)
        day = _demand_day(day_words, asked.today, closed)
        hours = Hours(meant.id, day, *span, minutes=minutes, pause=pause)
        _warn(casebook, hours, closed, asked.today)
        number = plan_office_hours(casebook, hours)
        with casebook.read() as connection:
            planned = office_hours_by_id(connection, number)
    assert planned is not None
    _show_planned(planned, as_json)


def _show_planned(planned: OfficeHoursView, as_json: bool) -> None:
    from spreekuur.cli.pages import office_hours_line
    from spreekuur.cli.shapes import office_hours_shape

    if as_json:
        show_json(office_hours_shape([planned]))
    else:
        show(office_hours_line(planned))
        counted = "1 plek" if len(planned.places) == 1 else f"{len(planned.places)} plekken"
        say(f"Gepland, {counted}. spreekuur ongedaan maakt het ongedaan.")


def _demand_day(words: str, today: date, holidays: Sequence[Holiday]) -> date:
    from spreekuur.rules.dates import parse_date

    day = parse_date(words, today, holidays)
    if day is None:
        raise Misuse(NO_DATE, click.get_current_context())
    return day


def _warn(casebook: Casebook, hours: Hours, holidays: Sequence[Holiday], today: date) -> None:
    """What she may have overlooked; it is her choice, so nothing is refused."""
    from spreekuur.rules.school_calendar import holiday_on
    from spreekuur.views.agenda import office_hours_on

    shown = short_day(hours.day, today)
    holiday = holiday_on(hours.day, holidays)
    if holiday:
        say(f"Let op: {shown} valt in de {holiday.name} ({holiday.region}).")
    with casebook.read() as connection:
        same_day = office_hours_on(connection, hours.day)
    for other in same_day:
        if other.starts < hours.ends and hours.starts < other.ends:
            say(
                f"Let op: op {shown} staat al een spreekuur om {clock(other.starts)} "
                f"op de {other.school}."
            )
