"""Plan one spreekuur: school, day and hours, with the places they give read live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

from textual import on
from textual.widgets import Input

from spreekuur.rules.clock_words import parse_span
from spreekuur.rules.date_words import clock, day_and_month, day_and_time, short_day
from spreekuur.rules.dates import parse_date
from spreekuur.rules.places import check_hours, places
from spreekuur.rules.school_calendar import (
    PUBLISHED,
    Holiday,
    holiday_on,
    next_school_week_same_weekday,
)
from spreekuur.tui import signs
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.school_line import SchoolLine
from spreekuur.tui.widgets.form import Form, FormLine, Reading, TextLine
from spreekuur.views.agenda import OfficeHoursView, office_hours_on
from spreekuur.views.note_context import holidays
from spreekuur.views.people import school_by_id

MOST_NAMED = 10
"""So many places are named; of more the last one is."""
NO_SCHOOL = "Welke school? Typ een deel van de naam of de BRIN."
NO_DAY = "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."
NO_SPAN = "Van wanneer tot wanneer? Typ bijvoorbeeld 13:00-16:30."
NO_MINUTES = "Hoeveel minuten per plek? Typ bijvoorbeeld 20."
NO_PAUSE = "Wanneer is de pauze? Typ bijvoorbeeld 14:40-14:50, of laat leeg."


class PlanSheet(FormSheet[int]):
    """Gives the number of the spreekuur that was planned."""

    about = "Plant één spreekuur. Wat je typt wordt ernaast gelezen."

    def __init__(self, day: date | None = None, school_id: int | None = None) -> None:
        """With `day` or `school_id` that one stands there; a concept goes before it."""
        self._wanted = day
        self._school_id = school_id
        self._begun = False
        self.school_line = SchoolLine()
        self.day_line = TextLine("Datum", read=self._read_day, placeholder="24 nov, vr")
        self.span_line = TextLine(
            "Van-tot", read=self._read_span, rows=2, placeholder="13:00-16:30"
        )
        self.minutes_line = TextLine("Minuten", read=self._read_minutes)
        self.pause_line = TextLine("Pauze", read=self._read_pause, placeholder="14:40-14:50")
        self.room_line = TextLine("Kamer", read=lambda _: Reading())
        lines = (
            *(self.school_line, self.day_line, self.span_line),
            *(self.minutes_line, self.pause_line, self.room_line),
        )
        super().__init__("Spreekuur plannen", lines, place="formulier:plan")

    @on(Form.Edited)
    def _read_again(self) -> None:
        for one in (self.day_line, self.span_line):
            one.reread()
        day = self._day
        self.hint(self._hint(day) if day else "")

    def held(self) -> Mapping[FormLine, str]:
        self.school_line.hold(self.casebook, self._school_id)
        return {self.minutes_line: str(self.desk_app.chosen.minutes)}

    def reload(self) -> None:
        super().reload()
        if not self._begun:
            self._begun = True
            self._begin()

    def _begin(self) -> None:
        """Put there what is known; not as the form begins, so that the concept has it too."""
        with self.prevent(Input.Changed):
            if self._wanted:
                self.day_line.fill(f"{day_and_month(self._wanted)} {self._wanted.year}")
            if self._school_id is not None:
                named = self.school_line.hold(self.casebook, self._school_id)
                self.school_line.fill(named)
                self.day_line.control.focus()

    @property
    def _holidays(self) -> Sequence[Holiday]:
        """Of the school's region; of everywhere while no school was chosen."""
        school = self.school_line.school
        if school is None:
            return PUBLISHED
        with self.casebook.read() as connection:
            found = school_by_id(connection, school.id)
            return holidays(connection, found.region if found else "")

    @property
    def _day(self) -> date | None:
        return parse_date(self.day_line.value, self.desk_app.today, self._holidays)

    @property
    def _minutes(self) -> int:
        text = self.minutes_line.value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0

    @property
    def _pause(self) -> tuple[time, time] | None:
        return parse_span(self.pause_line.value)

    def _read_day(self, text: str) -> Reading:
        day = self._day
        if day is not None:
            return Reading(day_and_time(day))
        return Reading("welke dag?" if text.strip() else "", doubtful=True)

    def _hint(self, day: date) -> str:
        """What she may have overlooked; it is her choice, so nothing is refused."""
        shown, known = short_day(day, self.desk_app.today), self._holidays
        holiday = holiday_on(day, known) if known is not PUBLISHED else None
        if holiday:
            proposal = short_day(next_school_week_same_weekday(day, known), self.desk_app.today)
            where = f"{shown} valt in de {holiday.name.lower()} ({holiday.region})."
            return f"{where} Voorstel: {proposal}."
        other = self._other_hours(day)
        if other is None:
            return ""
        at = clock(other.starts)
        return f"Op {shown} staat al een spreekuur om {at} op de {other.school}."

    def _other_hours(self, day: date) -> OfficeHoursView | None:
        """Another spreekuur at the same time, or on that day while no time is known."""
        begin, end = parse_span(self.span_line.value) or (time.min, time.max)
        with self.casebook.read() as connection:
            same_day = office_hours_on(connection, day)
        return next((one for one in same_day if one.starts < end and begin < one.ends), None)

    def _read_span(self, text: str) -> Reading:
        span = parse_span(text)
        if span is None:
            return Reading("van wanneer tot wanneer?" if text.strip() else "", doubtful=True)
        if not self._minutes:
            return Reading(f"{clock(span[0])}-{clock(span[1])}")
        wrong = check_hours(*span, self._minutes, self._pause)
        if wrong:
            return Reading(wrong, doubtful=True)
        begins = [clock(at) for at in places(*span, self._minutes, self._pause)]
        counted = "1 plek" if len(begins) == 1 else f"{len(begins)} plekken"
        if len(begins) > MOST_NAMED:
            begins[MOST_NAMED - 2 : -1] = [signs.MORE]
        return Reading(f"{counted}: {' '.join(begins)}")

    def _read_minutes(self, text: str) -> Reading:
        if self._minutes:
            return Reading("per plek")
        return Reading("hoeveel minuten?" if text.strip() else "", doubtful=True)

    def _read_pause(self, text: str) -> Reading:
        if not text.strip():
            return Reading("geen pauze")
        pause = self._pause
        if pause is None:
            return Reading("van wanneer tot wanneer?", doubtful=True)
        return Reading(f"{clock(pause[0])}-{clock(pause[1])}, dan geen plek")

    def do_save(self) -> None:
        from spreekuur.actions.office_hours import Hours, plan_office_hours

        school, day, span = self.school_line.school, self._day, parse_span(self.span_line.value)
        if school is None:
            self.refuse(NO_SCHOOL, self.school_line)
        elif day is None:
            self.refuse(NO_DAY, self.day_line)
        elif span is None:
            self.refuse(NO_SPAN, self.span_line)
        elif not self._minutes:
            self.refuse(NO_MINUTES, self.minutes_line)
        elif self.pause_line.value.strip() and self._pause is None:
            self.refuse(NO_PAUSE, self.pause_line)
        else:
            place = (school.id, day, *span)
            hours = Hours(*place, self._minutes, self._pause, self.room_line.value)
            with self.saving("Spreekuur gepland"):
                number = plan_office_hours(self.casebook, hours)
            self.done(number)
