"""Plan a spreekuur or a reeks: school, day and hours, with what that gives read live."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input

from spreekuur.rules.date_words import short_day
from spreekuur.rules.school_calendar import PUBLISHED, Holiday
from spreekuur.rules.series import (
    SeriesDay,
    check_series,
    next_school_week,
    off_on,
    parse_weeks,
    series_days,
)
from spreekuur.tui.date_line import DateLine
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.hours_lines import HoursLines
from spreekuur.tui.lines import MUTED, WARN, line, paragraph
from spreekuur.tui.school_line import SchoolLine
from spreekuur.tui.series_lines import as_read, series_lines
from spreekuur.tui.shown import words
from spreekuur.tui.widgets.form import Form, FormLine, Reading, TextLine
from spreekuur.tui.widgets.outlook import Outlook
from spreekuur.views.collisions import Collision, collisions, planned_already
from spreekuur.views.days_off import SchoolDays, days_off
from spreekuur.views.note_context import holidays
from spreekuur.views.people import school_by_id

NO_SCHOOL = "Welke school? Typ een deel van de naam of de BRIN."
SCHOOL_FIRST = "Kies eerst de school; dan staat hier wat er gepland wordt."
NO_DAY = "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."
NO_WEEKS = "Elke hoeveel weken? Typ 2w, 3 weken of week; leeg is één keer."
NO_UNTIL = "Tot en met welke dag? Typ bijvoorbeeld 19 jan."
NO_EVERY = "Elke hoeveel weken tot dan? Typ 2w of week, of maak Tot leeg."


class PlanSheet(FormSheet[int]):
    """Gives the number of the spreekuur that was planned, of a reeks that of the first."""

    about = "Plant één spreekuur, of met Elke en Tot een reeks. Wat je typt wordt ernaast gelezen."

    def __init__(self, day: date | None = None, school_id: int | None = None) -> None:
        """With `day` or `school_id` that one stands there; a concept goes before it."""
        self._wanted = day
        self._school_id = school_id
        self._begun = False
        self.school_line = SchoolLine()
        self.day_line = DateLine("Datum", self._today, self._holidays)
        self.hours = HoursLines()
        self.every_line = TextLine("Elke", read=self._read_every, placeholder="2w, week")
        self.until_line = DateLine(
            "Tot", self._today, self._holidays, remark=self._until_when, placeholder="19 jan"
        )
        repeated = (self.every_line, self.until_line)
        lines = (self.school_line, self.day_line, *self.hours.all, *repeated)
        super().__init__("Spreekuur plannen", lines, place="formulier:plan")
        self.outlook = Outlook(self._look_ahead)

    def below(self) -> ComposeResult:
        yield self.outlook

    @on(Form.Edited)
    def _read_again(self) -> None:
        for one in (self.day_line, self.hours.span_line, self.until_line):
            one.reread()
        day = self.day_line.day
        self.hint(self._hint(day) if day and not self._days else "")
        self.outlook.look()

    def held(self) -> Mapping[FormLine, str]:
        self.school_line.hold(self.casebook, self._school_id)
        return {self.hours.minutes_line: str(self.desk_app.chosen.minutes)}

    @property
    def is_kept(self) -> bool:
        return False

    def reload(self) -> None:
        super().reload()
        if not self._begun:
            self._begun = True
            self._begin()
        self._read_again()

    def _begin(self) -> None:
        """Put there what is known; not as the form begins, so that the concept has it too."""
        with self.prevent(Input.Changed):
            if self._wanted:
                self.day_line.fill(DateLine.written(self._wanted))
            if self._school_id is not None:
                named = self.school_line.hold(self.casebook, self._school_id)
                self.school_line.fill(named)
                self.day_line.control.focus()

    def _today(self) -> date:
        return self.desk_app.today

    def _holidays(self) -> Sequence[Holiday]:
        """Of the school's region; of everywhere while no school was chosen."""
        school = self.school_line.school
        if school is None:
            return PUBLISHED
        with self.casebook.read() as connection:
            found = school_by_id(connection, school.id)
            return holidays(connection, found.region if found else "")

    @property
    def _weeks(self) -> int | None:
        return parse_weeks(self.every_line.value)

    @property
    def _days(self) -> tuple[SeriesDay, ...]:
        """The days of the reeks; none while it is not clear."""
        day, weeks, until = self.day_line.day, self._weeks, self.until_line.day
        if day is None or weeks is None or until is None or check_series(day, until):
            return ()
        return series_days(day, weeks, until, self._off(day, until).off)

    def _off(self, first: date, last: date) -> SchoolDays:
        """The days off of the school; none while no school was chosen."""
        school = self.school_line.school
        if school is None:
            return SchoolDays(())
        with self.casebook.read() as connection:
            return days_off(connection, school.id, first, last)

    def _hint(self, day: date) -> str:
        """What she may have overlooked; it is her choice, so nothing is refused."""
        today, known = self.desk_app.today, self._off(day, day)
        if day < today:
            return f"{short_day(day, today)} is al voorbij."
        off = off_on(day, known.off)
        if off:
            instead = next_school_week(day, known.off)
            proposal = f" Voorstel: {short_day(instead, today)}." if instead else ""
            said = as_read(off, shielded=self.shielded).said
            return f"{short_day(day, today)} {said}.{proposal}"
        met = self._collisions([day])
        if not met:
            return ""
        said = met[0].said(words(met[0].what, self.shielded))
        return f"Op {short_day(day, today)} {said}."

    def _collisions(self, days: Sequence[date]) -> Sequence[Collision]:
        """What stands at the same time, or on that day while no time is known."""
        begin, end = self.hours.span or (time.min, time.max)
        with self.casebook.read() as connection:
            return collisions(connection, days, begin, end)

    def _look_ahead(self, width: int) -> Sequence[Content]:
        """The reeks as it would be planned now, and what is not known of its school."""
        days, weeks = self._days, self._weeks
        if not days or weeks is None:
            return []
        school, span = self.school_line.school, self.hours.span
        if school is None:
            return [line((row, MUTED)) for row in paragraph(SCHOOL_FIRST, width)]
        planned = {one.on for one in days if one.on}
        with self.casebook.read() as connection:
            there = planned_already(connection, school.id, planned, span[0]) if span else {}
        met = self._collisions(sorted(planned - there.keys()))
        unknown = self._off(days[0].wanted, days[-1].wanted).warning
        told = [line((row, WARN)) for row in paragraph(unknown, width)] if unknown else []
        return [*told, *series_lines(days, weeks, there, met, width, shielded=self.shielded)]

    def _read_every(self, text: str) -> Reading:
        weeks = self._weeks
        if weeks is not None:
            return Reading("elke week" if weeks == 1 else f"elke {weeks} weken")
        return (
            Reading("elke hoeveel weken?", doubtful=True) if text.strip() else Reading("één keer")
        )

    def _until_when(self, until: date) -> str:
        day = self.day_line.day
        return "voor de eerste dag" if day and until < day else "die dag hoort erbij"

    def do_save(self) -> None:
        school, day, missing = self.school_line.school, self.day_line.day, self.hours.missing
        repeats, until = self.every_line.value.strip(), self.until_line.day
        if school is None:
            self.refuse(NO_SCHOOL, self.school_line)
        elif day is None:
            self.refuse(NO_DAY, self.day_line)
        elif missing:
            self.refuse(*missing)
        elif repeats and self._weeks is None:
            self.refuse(NO_WEEKS, self.every_line)
        elif repeats and until is None:
            self.refuse(NO_UNTIL, self.until_line)
        elif not repeats and self.until_line.value.strip():
            self.refuse(NO_EVERY, self.every_line)
        else:
            self._plan(school.id, day, until)

    def _plan(self, school_id: int, day: date, until: date | None) -> None:
        from spreekuur.actions.office_hours import Hours, plan_office_hours
        from spreekuur.actions.series import plan_series

        span, weeks = self.hours.span, self._weeks
        assert span
        place = (school_id, day, *span)
        hours = Hours(*place, self.hours.minutes, self.hours.pause, self.hours.room)
        if weeks is None or until is None:
            with self.saving("Spreekuur gepland"):
                number = plan_office_hours(self.casebook, hours)
        else:
            with self.saving("Reeks gepland"):
                number = plan_series(self.casebook, hours, weeks, until).numbers[0]
        self.done(number)
