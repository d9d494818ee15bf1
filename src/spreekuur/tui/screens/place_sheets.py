"""What is asked of a place in a spreekuur, at the foot of the list: where to, about what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from spreekuur.rules.clock_words import parse_time
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import Attendance
from spreekuur.rules.places import Span, fits
from spreekuur.tui.at_foot import AtFoot
from spreekuur.tui.commands import bindings
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.remark import CASE
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.widgets.form import Reading, TextLine
from spreekuur.views.agenda import OfficeHoursView, Place, next_office_hours

NEXT_TIME = (">>", ">", "volgende", "volgende keer")
WHAT_TIME = "Hoe laat? Typ bijvoorbeeld 15:10, of >> voor het volgende spreekuur."
WHAT_ABOUT = "Waar gaat het over? Een onderwerp is genoeg, zonder naam van een jongere."


class Elsewhere(NamedTuple):
    """Where a place goes; without a time to the next spreekuur."""

    at: time | None


def next_time(place: tuple[str, time | None] | None) -> str:
    """`di 8 dec 13:20`, or on the waiting list of that day."""
    if place is None:
        return "nog geen volgend spreekuur"
    day, at = place
    return f"{day} {clock(at)}" if at else f"wachtlijst {day}"


class AnotherPlace(AtFoot[Elsewhere | None]):
    """Gives the time or the next spreekuur to which a place goes."""

    scopes = ("andere plek",)
    BINDINGS = bindings("andere plek", "terug")
    about = "Naar welke tijd; heeft iemand die, dan ruilen de twee. >> is het volgende spreekuur."

    def __init__(
        self, view: OfficeHoursView, place: Place, move: Callable[[Place, time | None], None]
    ) -> None:
        """`move` puts the place there and raises StoreError; what was typed then stays."""
        super().__init__("Andere plek", f"nu {clock(place.at)}")
        self._view = view
        self._place = place
        self._move = move
        self._time = TextLine("Naar", read=self._read, placeholder="15:10, of >>")

    def asked_of(self) -> Content:
        place, shielded = self._place, self.desk_app.shielded
        who = spoken(place.name, shielded) if place.name else CASE
        return line(f"{who}  ", (words(place.reason, shielded), MUTED))

    def ask(self) -> ComposeResult:
        yield self._time

    def on_mount(self) -> None:
        super().on_mount()
        self.set_focus(self._time.field)

    def reload(self) -> None:
        super().reload()
        self._time.reread()

    @on(Input.Changed)
    def _read_again(self) -> None:
        self._time.reread()

    def _read(self, text: str) -> Reading:
        typed = text.strip().lower()
        if not typed:
            return Reading()
        if typed in NEXT_TIME:
            coming = self._coming()
            return Reading(next_time(coming), doubtful=coming is None)
        at = parse_time(typed)
        return Reading("hoe laat?", doubtful=True) if at is None else self._read_time(at)

    def _read_time(self, at: time) -> Reading:
        here = self._place
        others = [one for one in self._view.held if one.appointment_id != here.appointment_id]
        there = next((one for one in others if one.at == at), None)
        if there is None:
            if fits(Span(at, here.minutes), [one.span for one in others]):
                return Reading(f"{clock(at)}, vrij")
            return Reading(f"{clock(at)} overlapt een ander gesprek", doubtful=True)
        if there.attendance not in (None, Attendance.INVITED):
            return Reading(f"{clock(at)} is bezet", doubtful=True)
        who = there.name.initials if there.name else CASE
        return Reading(f"{clock(at)}, ruilt met {who}")

    def _coming(self) -> tuple[str, time | None] | None:
        """The day and the place that `>>` gives."""
        with self.casebook.read() as connection:
            coming = next_office_hours(connection, self._view.school_id, self._view.day)
        if coming is None:
            return None
        return short_day(coming.day, self.desk_app.today), coming.room_at(None)

    @on(Input.Submitted)
    def do_put(self) -> None:
        """Take the place, or say what is still open."""
        typed = self._time.value.strip().lower()
        at = parse_time(typed)
        if at is None and typed not in NEXT_TIME:
            self.say(WHAT_TIME)
        elif self.attempt(lambda: self._move(self._place, at)):
            self.dismiss(Elsewhere(at))


class Topic(AtFoot[str | None]):
    """Gives what a casuïstiekbespreking is about."""

    scopes = ("casuistiek",)
    BINDINGS = bindings("casuistiek", "terug")
    about = "Waar de bespreking met school over gaat. Er zit dan geen jongere aan tafel."

    def __init__(self, at: time) -> None:
        super().__init__("Casuïstiekbespreking", clock(at))
        self._topic = TextLine("Over", placeholder="verzuim in 4H2")

    def asked_of(self) -> Content:
        return line(("Een plek zonder jongere, met iemand van school.", MUTED))

    def ask(self) -> ComposeResult:
        yield self._topic

    def on_mount(self) -> None:
        super().on_mount()
        self.set_focus(self._topic.field)

    @on(Input.Submitted)
    def do_put(self) -> None:
        """Take the topic; there has to be one."""
        if self._topic.value.strip():
            self.dismiss(self._topic.value)
        else:
            self.say(WHAT_ABOUT)
