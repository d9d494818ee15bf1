"""`plan`: a spreekuur on the agenda, or a reeks of them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, Minutes, Span, Weeks, file_option, json_option
from spreekuur.cli.out import say, show, show_json
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.date_words import short_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spreekuur.actions.office_hours import Hours
    from spreekuur.rules.school_calendar import Holiday
    from spreekuur.rules.series import SeriesDay
    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView

NO_DATE = 'geen datum. Typ bijvoorbeeld 2026-11-24, "24 nov" of vr.'
NO_UNTIL = "--elke vraagt ook tot en met wanneer: --tot DATUM."
NO_EVERY = "--tot hoort bij een reeks: --elke 2w --tot DATUM."


@click.command("plan", cls=Verb)
@click.argument("school", metavar="SCHOOL")
@click.argument("day_words", metavar="DATUM")
@click.argument("span", metavar="VAN-TOT", type=Span())
@click.option(
    "--minuten", "minutes", metavar="N", type=Minutes(), default=20, help="Per plek; anders 20."
)
@click.option("--pauze", "pause", metavar="VAN-TOT", type=Span(), help="Daarin geen plek.")
@click.option("--elke", "weeks", metavar="2w", type=Weeks(), help="Een reeks: elke zoveel weken.")
@click.option("--tot", "until_words", metavar="DATUM", help="Laatste dag van de reeks, die ook.")
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
    weeks: int | None,
    until_words: str | None,
    as_json: bool,
) -> None:
    """Plan een spreekuur, of een reeks.

    Bijvoorbeeld: spreekuur plan Veenwijzer "24 nov" 13:00-16:30 --pauze 14:40-14:50. SCHOOL is een
    BRIN (02VJ00), korte naam of deel van de naam. Een reeks (--elke 2w --tot "19 jan") slaat geen
    dag stil over: is de school dicht, dan wordt het dezelfde weekdag in de volgende schoolweek.
    """
    from spreekuur.actions.office_hours import Hours
    from spreekuur.cli.who import the_school
    from spreekuur.rules.places import check_hours
    from spreekuur.rules.school_calendar import PUBLISHED
    from spreekuur.views.note_context import holidays

    wrong = check_hours(*span, minutes, pause) or _half_a_series(weeks, until_words)
    if wrong:
        raise Misuse(wrong, click.get_current_context())
    for name, words in (("DATUM", day_words), ("--tot", until_words)):
        if words is not None:
            demand_day(name, words, asked.today, PUBLISHED)
    with opened(asked) as casebook:
        meant = the_school(casebook, school)
        with casebook.read() as connection:
            closed = holidays(connection, meant.region)
        day = demand_day("DATUM", day_words, asked.today, closed)
        hours = Hours(meant.id, day, *span, minutes=minutes, pause=pause)
        if weeks is None or until_words is None:
            _plan_one(casebook, hours, asked.today, as_json)
        else:
            until = demand_day("--tot", until_words, asked.today, closed)
            _plan_series(casebook, hours, weeks, until, asked.today, as_json)


def _half_a_series(weeks: int | None, until_words: str | None) -> str | None:
    if weeks is not None and until_words is None:
        return NO_UNTIL
    return NO_EVERY if weeks is None and until_words is not None else None


def demand_day(name: str, words: str, today: date, holidays: Sequence[Holiday]) -> date:
    """The day that was typed as `name`; wrong usage when it is none."""
    from spreekuur.rules.dates import parse_date

    day = parse_date(words, today, holidays)
    if day is None:
        raise Misuse(f"{name}: {NO_DATE}", click.get_current_context())
    return day


def _plan_one(casebook: Casebook, hours: Hours, today: date, as_json: bool) -> None:
    """What she may have overlooked is said; it is her choice, so nothing is refused."""
    from spreekuur.actions.office_hours import plan_office_hours
    from spreekuur.cli.shapes import office_hours_shape
    from spreekuur.rules.series import off_on
    from spreekuur.views.days_off import days_off

    with casebook.read() as connection:
        known = days_off(connection, hours.school_id, hours.day, hours.day)
    off = off_on(hours.day, known.off)
    if off:
        say(f"Let op: {short_day(hours.day, today)} {off.said}.")
    if hours.day < today:
        say(f"Let op: {short_day(hours.day, today)} is al voorbij.")
    _warn(casebook, hours, [hours.day], known.warning, today)
    planned = read_again(casebook, [plan_office_hours(casebook, hours)])
    counted = len(planned[0].places)
    done = f"Gepland, {'1 plek' if counted == 1 else f'{counted} plekken'}."
    show_hours(planned, done, office_hours_shape(planned) if as_json else None)


def _plan_series(
    casebook: Casebook, hours: Hours, weeks: int, until: date, today: date, as_json: bool
) -> None:
    from spreekuur.actions.series import plan_series
    from spreekuur.cli.shapes import series_shape
    from spreekuur.rules.series import check_series, series_days
    from spreekuur.views.collisions import planned_already
    from spreekuur.views.columns import office_hours_ref
    from spreekuur.views.days_off import days_off

    wrong = check_series(hours.day, until)
    if wrong:
        raise Misuse(wrong, click.get_current_context())
    with casebook.read() as connection:
        known = days_off(connection, hours.school_id, hours.day, until)
    days = series_days(hours.day, weeks, until, known.off)
    for day in days:
        if day.off:
            say(_given_way(day, today))
    wanted = [one.on for one in days if one.on]
    with casebook.read() as connection:
        there = planned_already(connection, hours.school_id, wanted, hours.starts)
    for on, number in there.items():
        say(f"{short_day(on, today)} staat er al: {office_hours_ref(number)}.")
    left = [on for on in wanted if on not in there]
    _warn(casebook, hours, left, known.warning, today)
    planned = read_again(casebook, plan_series(casebook, hours, weeks, until).numbers)
    counted = len(planned)
    done = f"Gepland, {'1 spreekuur' if counted == 1 else f'{counted} spreekuren'}."
    show_hours(planned, done, series_shape(planned, days) if as_json else None)


def _given_way(day: SeriesDay, today: date) -> str:
    assert day.off
    said = f"{short_day(day.wanted, today)} {day.off.said}."
    if day.instead is None:
        return f"{said} Er is geen schoolweek vrij: overgeslagen."
    instead = short_day(day.instead, today)
    if day.doubled:
        return f"{said} Voorstel: {instead}; dat staat al in de reeks."
    return f"{said} Gepland op {instead}{', na --tot' if day.late else ''}."


def _warn(
    casebook: Casebook, hours: Hours, days: Sequence[date], unknown: str, today: date
) -> None:
    from spreekuur.views.collisions import collisions

    if unknown:
        say(f"Let op: {unknown}")
    with casebook.read() as connection:
        met = collisions(connection, days, hours.starts, hours.ends)
    for one in met:
        say(f"Let op: op {short_day(one.day, today)} {one.said(one.what)}.")


def read_again(casebook: Casebook, numbers: Sequence[int]) -> list[OfficeHoursView]:
    """These spreekuren as the file holds them now."""
    from spreekuur.views.agenda import office_hours_by_id

    with casebook.read() as connection:
        found = [office_hours_by_id(connection, number) for number in numbers]
    return [one for one in found if one is not None]


def show_hours(
    hours: Sequence[OfficeHoursView], done: str, shape: dict[str, object] | None
) -> None:
    """The spreekuren that were planned or changed: as JSON, or a line each with what was done."""
    from spreekuur.cli.pages import office_hours_line

    if shape is not None:
        show_json(shape)
        return
    for one in hours:
        show(office_hours_line(one))
    say(f"{done} spreekuur ongedaan maakt het ongedaan.")
