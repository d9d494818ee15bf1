"""Who or which school is meant; when that isn't clear, the candidates are listed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from spreekuur.cli.out import refuse, say, table

if TYPE_CHECKING:
    from datetime import date

    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView
    from spreekuur.views.people import PupilName, SchoolName

Meant = TypeVar("Meant")
MOST = 20
"""More candidates than this only say that more must be typed."""


def the_pupil(casebook: Casebook, words: str) -> PupilName:
    """The jongere meant by a REF; otherwise ends with exit code 1 and the candidates."""
    from spreekuur.views.people import pupils_named

    with casebook.read() as connection:
        found = pupils_named(connection, words)
    rows = [(one.ref, one.name.spoken, one.class_name, one.school) for one in found]
    return _only(found, rows, "jongere", "jongeren", "Typ de code vooraan, of meer van de naam.")


def the_school(casebook: Casebook, words: str) -> SchoolName:
    """The school meant by SCHOOL; otherwise ends with exit code 1 and the candidates."""
    from spreekuur.views.people import schools_named

    with casebook.read() as connection:
        found = schools_named(connection, words)
    rows = [(one.brin6 or "-", one.shown) for one in found]
    return _only(found, rows, "school", "scholen", "Typ de BRIN vooraan, of meer van de naam.")


def the_office_hours(casebook: Casebook, words: str) -> OfficeHoursView:
    """The spreekuur meant by its reference (`S-0001`); otherwise ends with exit code 1."""
    from spreekuur.views.agenda import office_hours_by_id
    from spreekuur.views.columns import OFFICE_HOURS_REF

    ref = OFFICE_HOURS_REF.match(words.strip())
    with casebook.read() as connection:
        found = office_hours_by_id(connection, int(ref[1])) if ref else None
    if found is None:
        refuse("Geen spreekuur met deze code. spreekuur agenda noemt ze. Er is niets veranderd.")
    return found


def _only(
    found: Sequence[Meant], rows: Sequence[Sequence[str]], one: str, many: str, hint: str
) -> Meant:
    if not found:
        refuse(f"Geen {one} gevonden. Er is niets veranderd.")
    if len(found) > 1:
        say(table(rows[:MOST], indent=2))
        refuse(f"{len(found)} {many} passen hierbij. {hint} Er is niets veranderd.")
    return found[0]


def hours_on(casebook: Casebook, school: SchoolName, day: date) -> list[OfficeHoursView]:
    """The spreekuren of that day at that school, earliest first; none that was dropped."""
    from spreekuur.rules.labels import OfficeHoursStatus
    from spreekuur.views.agenda import office_hours_on

    with casebook.read() as connection:
        return [
            one
            for one in office_hours_on(connection, day)
            if one.school_id == school.id and one.status != OfficeHoursStatus.DROPPED
        ]


def hours_at(casebook: Casebook, school: SchoolName, day: date, done: str) -> OfficeHoursView:
    """The spreekuur of that day at that school, the first of more; else nothing is `done`."""
    from spreekuur.cli.options import calendar_day
    from spreekuur.rules.date_words import clock, short_day

    found = hours_on(casebook, school, day)
    if not found:
        refuse(
            f"Op {short_day(day, calendar_day())} geen spreekuur op de {school.shown}. "
            f"Er is niets {done}. spreekuur plan plant er een."
        )
    if len(found) > 1:
        say(f"Let op: die dag zijn er {len(found)}; dit is dat van {clock(found[0].starts)}.")
    return found[0]
