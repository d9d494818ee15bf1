"""The lines of a form that say from when to when, in which places, and where."""

from __future__ import annotations

from datetime import time

from spreekuur.rules.clock_words import parse_span
from spreekuur.rules.date_words import clock
from spreekuur.rules.places import Pause, check_hours, places
from spreekuur.tui import signs
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine

MOST_NAMED = 10
"""So many places are named; of more the last one is."""
NO_SPAN = "Van wanneer tot wanneer? Typ bijvoorbeeld 13:00-16:30."
NO_MINUTES = "Hoeveel minuten per plek? Typ bijvoorbeeld 20."
NO_PAUSE = "Wanneer is de pauze? Typ bijvoorbeeld 14:40-14:50, of laat leeg."


def span_text(span: tuple[time, time] | None) -> str:
    """`13:00-16:30`, as it is typed."""
    return f"{clock(span[0])}-{clock(span[1])}" if span else ""


class HoursLines:
    """Van-tot with the places it gives, minutes, pause and room, each read live."""

    def __init__(self) -> None:
        self.span_line = TextLine(
            "Van-tot", read=self._read_span, rows=2, placeholder="13:00-16:30"
        )
        self.minutes_line = TextLine("Minuten", read=self._read_minutes)
        self.pause_line = TextLine("Pauze", read=self._read_pause, placeholder="14:40-14:50")
        self.room_line = TextLine("Kamer", read=lambda _: Reading())
        self.all = (self.span_line, self.minutes_line, self.pause_line, self.room_line)

    @property
    def span(self) -> tuple[time, time] | None:
        return parse_span(self.span_line.value)

    @property
    def minutes(self) -> int:
        """How long a place takes; 0 while that is not known."""
        text = self.minutes_line.value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0

    @property
    def pause(self) -> Pause | None:
        return parse_span(self.pause_line.value)

    @property
    def room(self) -> str:
        return self.room_line.value

    @property
    def missing(self) -> tuple[str, FormLine] | None:
        """What to type first, and where."""
        if self.span is None:
            return NO_SPAN, self.span_line
        if not self.minutes:
            return NO_MINUTES, self.minutes_line
        if self.pause_line.value.strip() and self.pause is None:
            return NO_PAUSE, self.pause_line
        return None

    def _read_span(self, text: str) -> Reading:
        span = parse_span(text)
        if span is None:
            return Reading("van wanneer tot wanneer?" if text.strip() else "", doubtful=True)
        if not self.minutes:
            return Reading(span_text(span))
        wrong = check_hours(*span, self.minutes, self.pause)
        if wrong:
            return Reading(wrong, doubtful=True)
        begins = [clock(at) for at in places(*span, self.minutes, self.pause)]
        counted = "1 plek" if len(begins) == 1 else f"{len(begins)} plekken"
        if len(begins) > MOST_NAMED:
            begins[MOST_NAMED - 2 : -1] = [signs.MORE]
        return Reading(f"{counted}: {' '.join(begins)}")

    def _read_minutes(self, text: str) -> Reading:
        if self.minutes:
            return Reading("per plek")
        return Reading("hoeveel minuten?" if text.strip() else "", doubtful=True)

    def _read_pause(self, text: str) -> Reading:
        if not text.strip():
            return Reading("geen pauze")
        if self.pause is None:
            return Reading("van wanneer tot wanneer?", doubtful=True)
        return Reading(f"{span_text(self.pause)}, dan geen plek")
