"""What is asked of one move, at the foot of the screen it stands on: which day, how it went."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from spreekuur.rules.date_words import day_and_time
from spreekuur.rules.dates import DayReading, read_day
from spreekuur.rules.labels import AgreementStatus
from spreekuur.rules.note_deadlines import doubt_about
from spreekuur.tui.at_foot import AtFoot
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Result
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.shown import spoken
from spreekuur.tui.turn_rows import said
from spreekuur.tui.widgets.form import Reading, TextLine
from spreekuur.views.note_context import note_context
from spreekuur.views.turns import Turn

WHICH_DAY = "Welke dag? Typ bijvoorbeeld vr, over 2 wk of na kerstvakantie."
MEANT = "Bedoel je die dag toch? Typ hem dan met het jaar, zoals {day}."


class Moment(NamedTuple):
    """Where a move goes."""

    day: date
    at: time | None


class AskedOfMove(AtFoot[Result]):
    """Says which move it is about."""

    def __init__(self, move: Turn, title: str, remark: str = "") -> None:
        super().__init__(title, remark)
        self._move = move

    def asked_of(self) -> Content:
        move, shielded = self._move, self.desk_app.shielded
        about = spoken(move.name, shielded) if move.name else move.school
        return line(f"{about}  " if about else "", said(move, shielded=shielded))


class PutOff(AskedOfMove[Moment | None]):
    """Gives the new day; a move keeps its time unless another is typed."""

    scopes = ("verzetten",)
    BINDINGS = bindings("verzetten", "terug")
    about = "Naar welke dag dit gaat. De tijd blijft, tenzij je een andere typt."

    def __init__(self, move: Turn) -> None:
        now = f"nu {day_and_time(move.by, move.at)}" if move.by else "nu zonder datum"
        super().__init__(move, "Verzetten", now)
        self._day = TextLine("Naar", read=self._read, placeholder="vr, over 2 wk")

    def ask(self) -> ComposeResult:
        yield self._day

    def on_mount(self) -> None:
        super().on_mount()
        self.set_focus(self._day.field)

    @on(Input.Changed)
    def _read_again(self) -> None:
        self._day.reread()

    @property
    def _reading(self) -> tuple[DayReading | None, str]:
        """What is typed as a day, and the question that it leaves."""
        about, app = self._move, self.desk_app
        with self.casebook.read() as connection:
            context = note_context(
                connection,
                app.today,
                app.clock,
                pupil_id=about.pupil_id,
                school_id=about.school_id,
            )
        reading = read_day(self._day.value, app.today, context.holidays)
        if reading is None or reading.rest or not (reading.day or reading.doubt):
            return None, "welke dag?"
        return reading, doubt_about(reading, context, school_day=True)

    def _read(self, text: str) -> Reading:
        if not text.strip():
            return Reading()
        reading, question = self._reading
        if reading is None or question:
            return Reading(question, doubtful=True)
        assert reading.day
        return Reading(day_and_time(reading.day, reading.at or self._move.at))

    @on(Input.Submitted)
    def do_put(self) -> None:
        """Take the day, or say what is still open."""
        reading, question = self._reading
        if reading is None or reading.day is None:
            self.say(WHICH_DAY)
        elif question:
            future = reading.day >= self.desk_app.today
            self.say(MEANT.format(day=day_and_time(reading.day)) if future else WHICH_DAY)
        else:
            self.dismiss(Moment(reading.day, reading.at or self._move.at))


class HowItWent(AskedOfMove[AgreementStatus | None]):
    """Gives the judgement of an agreement."""

    scopes = ("nakijken",)
    BINDINGS = bindings("nakijken", "terug")
    about = "Hoe de afspraak ging."

    def __init__(self, move: Turn) -> None:
        super().__init__(move, "Hoe ging het?")

    def ask(self) -> ComposeResult:
        keys = zip("1234", ("gelukt", "deels", "niet", "vervallen"), strict=True)
        parts = [part for key, word in keys for part in (key, (f" {word}   ", MUTED))]
        yield Static(line(*parts), classes="at-foot--line")

    def do_judge_done(self) -> None:
        self.dismiss(AgreementStatus.DONE)

    def do_judge_partly(self) -> None:
        self.dismiss(AgreementStatus.PARTLY)

    def do_judge_not(self) -> None:
        self.dismiss(AgreementStatus.NOT_DONE)

    def do_judge_dropped(self) -> None:
        self.dismiss(AgreementStatus.DROPPED)
