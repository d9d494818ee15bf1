"""The line of a form that holds a day, typed as in a note and echoed in full while it is typed."""

from __future__ import annotations

from datetime import date, time

from spreekuur.rules.date_words import day_and_month, day_and_time
from spreekuur.rules.dates import DayReading, read_day
from spreekuur.rules.note_deadlines import doubt_about
from spreekuur.rules.note_lines import NoteContext
from spreekuur.tui.widgets.form import Reading, TextLine

WHICH = "welke dag?"
REFUSAL = "Deze dag is niet te lezen. Typ vr, 8 dec of over 2 wk, of laat leeg."


class DayLine(TextLine):
    """A day, with a time behind it when there is one; empty is no day."""

    def __init__(self, label: str) -> None:
        super().__init__(label, read=self._echo, placeholder="vr, over 2 wk")
        self._reads_as: NoteContext | None = None

    def hold(self, context: NoteContext, day: date | None, at: time | None = None) -> str:
        """Read days against this context; gives how a day is written here."""
        self._reads_as = context
        if day is None:
            return ""
        return f"{day_and_month(day)} {day.year}" + (f", {at:%H:%M}" if at else "")

    @property
    def day(self) -> date | None:
        """The day that is meant, when that is clear."""
        reading = self._found(self.value)
        return reading.day if reading and not self.unclear else None

    @property
    def at(self) -> time | None:
        """The time behind the day."""
        reading = self._found(self.value)
        return reading.at if reading and not self.unclear else None

    @property
    def unclear(self) -> bool:
        """Whether something is typed that is not one day."""
        reading = self._found(self.value)
        read = reading and reading.day and not reading.rest and not reading.doubt
        return bool(self.value.strip()) and not read

    def _found(self, text: str) -> DayReading | None:
        if self._reads_as is None or not text.strip():
            return None
        return read_day(text, self._reads_as.today, self._reads_as.holidays)

    def _echo(self, text: str) -> Reading:
        reading = self._found(text)
        if self._reads_as is None or not text.strip():
            return Reading()
        if reading is None or reading.rest:
            return Reading(WHICH, doubtful=True)
        question = doubt_about(reading, self._reads_as, school_day=True)
        if question or reading.day is None:
            return Reading(question or WHICH, doubtful=True)
        return Reading(day_and_time(reading.day, reading.at))
