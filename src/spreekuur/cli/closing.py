"""`sluit`: a spreekuur is done, with an answer for everybody who did not sit at the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, calendar_day, day_option, file_option, json_option
from spreekuur.cli.out import refuse, say, show, show_json, table
from spreekuur.cli.shell import Verb
from spreekuur.rules.date_words import clock, day_and_time, short_day
from spreekuur.rules.labels import Decision

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView
    from spreekuur.views.closing import ClosingRow, ClosingView

HOW = (
    "Zeg het per jongere, bijvoorbeeld --besluit J-0003=opnieuw. Kies uit opnieuw, bellen, "
    "wachtlijst, collega en geen; voorstel neemt over wat er achter staat."
)
PROPOSED = "voorstel"


class Decided(click.ParamType[tuple[str, str]]):
    """`J-0003=opnieuw`: a jongere, and what comes next for them."""

    name = "besluit"

    def convert(
        self,
        value: str | tuple[str, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        if isinstance(value, tuple):
            return value
        ref, _, words = value.partition("=")
        decision = decision_meant(words)
        if not ref.strip() or decision is None:
            self.fail(f"{value}: geen besluit. {HOW}", param, ctx)
        return ref.strip(), decision


def decision_meant(words: str) -> str | None:
    """A decision by the beginning of one of its words; `voorstel` for what is proposed."""
    typed = words.strip().casefold()
    if not typed:
        return None
    if PROPOSED.startswith(typed):
        return PROPOSED
    if "stoppen".startswith(typed):
        return Decision.STOP
    fitting = [
        one
        for one in Decision
        if one.startswith(typed) or any(word.startswith(typed) for word in one.split()[:2])
    ]
    return fitting[0] if len(fitting) == 1 else None


@click.command("sluit", cls=Verb)
@click.argument("which", metavar="SCHOOL|SPREEKUUR")
@click.option(
    "--besluit",
    "decisions",
    metavar="REF=KEUZE",
    type=Decided(),
    multiple=True,
    help="Wat er volgt voor wie er niet was; mag vaker.",
)
@day_option("Het spreekuur van deze dag.", past=True)
@json_option
@file_option
@click.pass_obj
def close(asked: Asked, which: str, decisions: Sequence[tuple[str, str]], as_json: bool) -> None:
    """Sluit een spreekuur af.

    Bijvoorbeeld: spreekuur sluit S-0001 --besluit J-0003=opnieuw --besluit J-0004=bellen.
    Wie er niet was, krijgt eerst een besluit; het kan ook met SCHOOL en --datum.
    """
    from spreekuur.actions.closing import close_office_hours

    today = calendar_day()
    with opened(asked) as casebook:
        number = _meant(casebook, which, asked.today).id
        with casebook.change("Spreekuur afgesloten"):
            for ref, words in decisions:
                _decide(casebook, _row(casebook, _look(casebook, number, today), ref), words, today)
            _refuse_open(_look(casebook, number, today), today)
            close_office_hours(casebook, number, today)
        _tell(casebook, _look(casebook, number, today), as_json)


def _decide(casebook: Casebook, row: ClosingRow, words: str, today: date) -> None:
    """What was chosen, or what is proposed."""
    from spreekuur.actions.closing import decide
    from spreekuur.rules.closing import CALLING

    choice = row.choice
    if words != PROPOSED:
        decision = Decision(words)
    elif choice:
        decision = choice.decision
    else:
        refuse(f"Voor {row.ref} staat er al een vervolg. Laat dat besluit weg.")
    own = choice.action if choice and choice.decision is decision else ""
    decide(casebook, row.appointment_id, decision, today, action=own or CALLING)


def _meant(casebook: Casebook, which: str, day: date) -> OfficeHoursView:
    """The spreekuur meant by its reference, or the only one at a school that day."""
    from spreekuur.cli.who import hours_on, the_office_hours, the_school
    from spreekuur.views.columns import OFFICE_HOURS_REF

    if OFFICE_HOURS_REF.match(which.strip()):
        return the_office_hours(casebook, which)
    school = the_school(casebook, which)
    found = hours_on(casebook, school, day)
    if not found:
        refuse(f"Op {short_day(day)} is er geen spreekuur op de {school.shown}. Noem een --datum.")
    if len(found) > 1:
        say(table([(one.ref, f"{clock(one.starts)}-{clock(one.ends)}") for one in found], indent=2))
        refuse("Er zijn er meer op die dag. Noem het spreekuur zelf, zoals S-0001.")
    return found[0]


def _look(casebook: Casebook, number: int, today: date) -> ClosingView:
    from spreekuur.views.closing import closing_view

    with casebook.read() as connection:
        view = closing_view(connection, number, today)
    assert view is not None
    return view


def _row(casebook: Casebook, view: ClosingView, ref: str) -> ClosingRow:
    """The row of a jongere about whom something can be decided."""
    from spreekuur.cli.who import the_pupil

    pupil = the_pupil(casebook, ref)
    row = next((one for one in view.rows if one.pupil_id == pupil.id), None)
    if row is None:
        refuse(f"{pupil.ref} was er, of stond niet op deze lijst. Er is niets veranderd.")
    return row


def _refuse_open(view: ClosingView, today: date) -> None:
    """Name who has no answer yet, with what is proposed."""
    from spreekuur.rules.closing import said

    if not view.open_rows or view.is_closed or view.day > today:
        return
    rows = [
        (one.ref, said(one.attendance, one.times, one.elsewhere), _proposal(one, today))
        for one in view.open_rows
    ]
    say(table(rows, indent=2))
    refuse(f"Nog {len(rows)} te kiezen. Er is niets veranderd. {HOW}")


def _proposal(row: ClosingRow, today: date) -> str:
    choice, step = row.choice, row.step
    assert choice
    if step and step.action == Decision.WAIT:
        return f"voorstel: {Decision.WAIT}"
    at = f" {clock(step.at)}" if step and step.at else ""
    when = f" {short_day(step.day, today)}{at}" if step and step.day else ""
    return f"voorstel: {choice.action or choice.decision}{when}"


def _tell(casebook: Casebook, view: ClosingView, as_json: bool) -> None:
    from spreekuur.cli.shapes import office_hours_shape
    from spreekuur.rules.feedback import counted
    from spreekuur.views.agenda import office_hours_by_id
    from spreekuur.views.feedback import feedback_view

    with casebook.read() as connection:
        hours = office_hours_by_id(connection, view.id)
        after = feedback_view(connection, view.school_id, view.day, calendar_day())
    assert hours
    assert after
    if as_json:
        came = {"spoken": view.spoken, "no_show": view.no_show}
        told = {
            "receivers": len(after.letters),
            "pupils": after.told,
            "outside": after.outside,
        }
        show_json({**office_hours_shape([hours]), **came, "feedback": told})
        return
    counted_line = f"{view.spoken} gesproken, {view.no_show} niet verschenen"
    show(f"{view.ref}  {day_and_time(view.day)}  {view.school}  {view.status}  {counted_line}")
    receivers = "1 ontvanger" if len(after.letters) == 1 else f"{len(after.letters)} ontvangers"
    about = counted(after.told - after.outside, after.outside)
    say(
        f"Afgesloten; spreekuur ongedaan heropent het. Daarna: terugkoppeling voor {receivers}, "
        f"{about}, met spreekuur exporteer terugkoppeling."
    )
