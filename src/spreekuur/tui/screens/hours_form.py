"""The form of one spreekuur that was planned: another day, hours or room, for later ones too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.content import Content

from spreekuur.rules.places import check_hours
from spreekuur.rules.school_calendar import Holiday
from spreekuur.tui.changed_lines import changed_lines
from spreekuur.tui.date_line import DateLine
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.hours_lines import HoursLines, span_text
from spreekuur.tui.widgets.form import FormLine, TickLine
from spreekuur.tui.widgets.outlook import Outlook
from spreekuur.views.changed_hours import HoursChange, NewHours, as_it_is, changed_hours
from spreekuur.views.collisions import Collision, collisions
from spreekuur.views.note_context import holidays
from spreekuur.views.occurrence import Occurrence, this_and_later
from spreekuur.views.people import school_by_id

NO_DAY = "Welke dag? Typ bijvoorbeeld 24 nov, vr of over 2 wk."
NO_CLOSING = "Tot wanneer mag school de lijst aanvullen? Typ bijvoorbeeld vr, of laat leeg."
GONE = "Dit spreekuur is er niet meer. Esc gaat terug."


class HoursForm(FormSheet[int]):
    """Gives the number of the spreekuur that was changed."""

    about = "Een andere dag, tijd of kamer, voor dit spreekuur of ook voor de latere van de reeks."

    def __init__(self, office_hours_id: int) -> None:
        self._number = office_hours_id
        self._was: Occurrence | None = None
        self._reads_as: Sequence[Holiday] = ()
        self._day = DateLine(
            "Datum", self._today, lambda: self._reads_as, remark=lambda _: self._school
        )
        self._hours = HoursLines()
        self._closes = DateLine(
            *("Lijst sluit", self._today, lambda: self._reads_as),
            remark=self._closes_when,
            empty="blijft open",
            placeholder="vr, 23 nov",
        )
        self._later = TickLine("Reeks", "ook de latere van deze reeks")
        lines = (self._day, *self._hours.all, self._closes, self._later)
        super().__init__(
            "Spreekuur wijzigen", lines, place=f"formulier:spreekuur:{office_hours_id}"
        )
        self._outlook = Outlook(self._look_ahead)

    def below(self) -> ComposeResult:
        yield self._outlook

    def _today(self) -> date:
        return self.desk_app.today

    @property
    def _school(self) -> str:
        return self._was.school if self._was else ""

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            rows = this_and_later(connection, self._number, later=True)
            was = self._was = rows[0] if rows else None
            school = school_by_id(connection, was.school_id) if was else None
            self._reads_as = holidays(connection, school.region if school else "")
        self._later.display = len(rows) > 1
        if was is None:
            return {}
        return {
            self._day: DateLine.written(was.day),
            self._hours.span_line: span_text((was.starts, was.ends)),
            self._hours.minutes_line: str(was.minutes),
            self._hours.pause_line: span_text(was.pause),
            self._hours.room_line: was.room,
            self._closes: DateLine.written(was.list_closes_on),
        }

    def reload(self) -> None:
        super().reload()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        for one in (self._hours.span_line, self._closes):
            one.reread()
        self._outlook.look()

    @property
    def _closes_on(self) -> date | None:
        """The day that stands there; while she leaves it alone it goes along with the spreekuur."""
        was, day, closes = self._was, self._day.day, self._closes.day
        if was and day and closes and closes == was.list_closes_on:
            return closes + (day - was.day)
        return closes

    def _closes_when(self, _: date) -> str:
        day, closes = self._day.day, self._closes_on
        if day is None or closes is None:
            return ""
        if closes > day:
            return "na het spreekuur"
        days = (day - closes).days
        return {0: "die dag zelf", 1: "de dag ervoor"}.get(days, f"{days} dagen ervoor")

    @property
    def _new(self) -> NewHours | None:
        """What stands there, when that can be a spreekuur."""
        day, span, hours = self._day.day, self._hours.span, self._hours
        if day is None or span is None or hours.missing:
            return None
        if check_hours(*span, hours.minutes, hours.pause):
            return None
        return NewHours(day, *span, hours.minutes, hours.pause, hours.room, self._closes_on)

    def _changes(self, new: NewHours) -> Sequence[HoursChange]:
        with self.casebook.read() as connection:
            return changed_hours(connection, self._number, new, later=self._later.ticked)

    def _look_ahead(self, width: int) -> Sequence[Content]:
        """What else comes of it: later ones, who waits, what stands there already."""
        new = self._new
        if new is None or self._was is None:
            return []
        changes = self._changes(new)
        met = self._collisions(changes)
        return changed_lines(changes, met, self.desk_app.today, width, shielded=self.shielded)

    def _collisions(self, changes: Sequence[HoursChange]) -> Sequence[Collision]:
        own = [one.was.id for one in changes]
        moved = [one.new for one in changes if one.new != as_it_is(one.was)]
        with self.casebook.read() as connection:
            return [
                met
                for hours in moved
                for met in collisions(connection, [hours.day], hours.starts, hours.ends, own)
            ]

    def do_save(self) -> None:
        """Change it, and the later ones when that is ticked."""
        if self._was is None:
            self.refuse(GONE, self._day)
        elif self._day.day is None:
            self.refuse(NO_DAY, self._day)
        elif self._hours.missing:
            self.refuse(*self._hours.missing)
        elif self._closes.unclear:
            self.refuse(NO_CLOSING, self._closes)
        else:
            self._save(self._was, self._day.day)

    def _save(self, was: Occurrence, day: date) -> None:
        from spreekuur.actions.series import change_hours

        span, hours = self._hours.span, self._hours
        assert span
        new = NewHours(day, *span, hours.minutes, hours.pause, hours.room, self._closes_on)
        later, version = self._later.ticked and self._later.display, was.version
        label = "Spreekuur verzet" if day != was.day else "Spreekuur gewijzigd"
        with self.saving(f"{label}, met latere" if later else label):
            today = self.desk_app.today
            change_hours(self.casebook, was.id, new, today, later=later, version=version)
        self.done(was.id)
