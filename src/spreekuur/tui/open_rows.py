"""What lies open on Vandaag: who is at turn, what has no vervolg, what must be finished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from spreekuur.rules.cells import cut
from spreekuur.rules.date_words import clock, short_day
from spreekuur.tui.after_rows import after_lines
from spreekuur.tui.commands import shown_key
from spreekuur.tui.keys import keys_of
from spreekuur.tui.lines import MUTED, STRONG, WARN, paragraph
from spreekuur.tui.shown import called, spoken, words
from spreekuur.tui.today_rows import (
    NAME,
    AboutPupil,
    Drawing,
    InConcept,
    Lines,
    ToCarryOver,
    ToFile,
    about_whom,
    target_of,
)
from spreekuur.tui.widgets.row_source import Head, Row

if TYPE_CHECKING:
    from spreekuur.views.carry_over import Waiting
    from spreekuur.views.today import Concept, Move, OpenThings, Stuck, Unfiled

KEPT_DAYS = 14
"""Days in which a note without a name must have been placed (domain 9)."""

CONCEPTS = {"gesprek": "gesprek", "lijst": "lijst van school", "papier": "van papier"}
"""What a concept is called, by the first part of its place; any other is a note."""
NOTE = "notitie"
FORM = "formulier"
FORMS = {
    "jongere": "gegevens",
    "mens": "ouder of contact",
    "contact": "contactpersoon",
    "dossier": "stand",
    "partner": "sociale kaart",
    "plan": "spreekuur plannen",
    "spreekuur": "spreekuur wijzigen",
    "vervalt": "spreekuur vervalt",
    "dicht": "dichte dag",
    "agenda": "eigen afspraak",
    "agendabestand": "agenda als .ics",
}
"""What a form is called, where the second part of its place does not say it by itself."""

Thing = TypeVar("Thing")


def open_lines(things: OpenThings, how: Drawing, width: int) -> Lines:
    """Who is at turn, who has no vervolg, what must still be placed or finished."""
    lines = [
        *after_lines(things.after, how),
        *_section("Ik ben aan zet, over datum", things.mine_overdue, _move, how, WARN),
        *_section("Ik ben aan zet, vandaag", things.mine_today, _move, how),
        *_section("Anderen aan zet, over datum", things.others_overdue, _move, how, WARN),
        *_section("Zonder vervolg, laatste contact", things.stuck, _stuck, how),
        *_section("Nog indelen", things.unfiled, _unfiled, how),
        *_section("Concept", things.concepts, _concept, how),
        *_to_carry_over(things.to_carry_over, how),
    ]
    if lines:
        return lines[1:]
    nothing = "Er staat niets open. Niemand hoeft nu iets te doen."
    return [Head((row, MUTED)) for row in paragraph(nothing, width)]


def _section(
    title: str,
    things: Sequence[Thing],
    row: Callable[[Thing, Drawing], Row],
    how: Drawing,
    look: str = STRONG,
) -> Lines:
    if not things:
        return []
    rows = (row(one, how) for one in things)
    return [Head(), Head((title, look), (str(len(things)), MUTED)), *rows]


def _move(move: Move, how: Drawing) -> Row:
    when = short_day(move.on, how.today)
    if move.on == how.today:
        when = clock(move.at) if move.at else "vandaag"
    what = words(move.what, how.shielded)
    if move.side != "ik":
        what = f"{called(move.who, how.shielded)}: {what}"
    return Row(target_of(move), ((when, MUTED), about_whom(move, how), what))


def _stuck(one: Stuck, how: Drawing) -> Row:
    when = short_day(one.last_contact, how.today) if one.last_contact else "-"
    parts = ((when, MUTED), spoken(one.name, how.shielded), (one.school, MUTED))
    return Row(AboutPupil("pupil", one.pupil_id, one.pupil_id), parts)


def _unfiled(one: Unfiled, how: Drawing) -> Row:
    left = KEPT_DAYS - (how.today - one.said_on).days
    until = (f"{left} dagen" if left > 1 else "1 dag", "") if left > 0 else ("over datum", WARN)
    first = words(cut(" ".join(one.text.split()), NAME - 2), how.shielded)
    when = short_day(one.said_on, how.today)
    return Row(ToFile(one.conversation_id), ((when, MUTED), f'"{first}"', until))


def _concept(one: Concept, how: Drawing) -> Row:
    called = _called(one.place)
    who = spoken(one.name, how.shielded) if one.name else called
    size = "1 teken" if one.characters == 1 else f"{one.characters} tekens"
    if one.place.startswith(f"{FORM}:"):
        size = FORM
    key = InConcept(one.place, one.pupil_id, one.hours)
    when = short_day(one.on, how.today)
    return Row(key, ((when, MUTED), who, (called if one.name and called != NOTE else size, MUTED)))


def _to_carry_over(waits: Waiting | None, how: Drawing) -> Lines:
    """How many conversations still go to the official system; the list itself is elsewhere."""
    if waits is None or waits.since is None:
        return []
    head = Head((f"Over te nemen in {waits.system}", STRONG), (str(waits.many), MUTED))
    since = short_day(waits.since, how.today)
    shows = f"{shown_key(keys_of('carry_over')[0])} toont ze"
    return [Head(), head, Row(ToCarryOver(), (("sinds", MUTED), since, (shows, MUTED)))]


def _called(place: str) -> str:
    """What is being typed: a form by its name, else a note or what it is for."""
    kind, _, rest = place.partition(":")
    form = rest.partition(":")[0]
    return FORMS.get(form, form) if kind == FORM else CONCEPTS.get(kind, NOTE)
