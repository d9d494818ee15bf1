"""The form of the days on which one school holds no spreekuur."""

from __future__ import annotations

from collections.abc import Mapping

from spreekuur.actions.closed_days import (
    ClosedDayDetails,
    add_closed_day,
    edit_closed_day,
    remove_closed_day,
)
from spreekuur.rules.date_words import clock, short_day
from spreekuur.tui.days_lines import DaysLines
from spreekuur.tui.removable_form import RemovableForm
from spreekuur.tui.widgets.form import FormLine, TextLine
from spreekuur.views.days_off import ClosedDayView, closed_day_by_id
from spreekuur.views.people import school_by_id
from spreekuur.views.school import ComingHours, coming_hours

NO_NAME = "Waarom is de school dicht? Typ bijvoorbeeld studiedag of toetsweek."


class ClosedDayForm(RemovableForm):
    """Days that are new at a school, or some that are there."""

    about = "Dagen waarop op deze school geen spreekuur kan: een studiedag, een toetsweek."
    removal = "Dichte dag verwijderd"

    def __init__(self, school_id: int, closed_day_id: int | None = None) -> None:
        """New days at a school, or with the second number some that are there."""
        self._school_id = school_id
        self._number = closed_day_id
        self._held: ClosedDayView | None = None
        self._called = TextLine("Wat", placeholder="studiedag, toetsweek")
        self._school = ""
        self._days = DaysLines(lambda: self.desk_app.today, lambda: self._school)
        lines = (self._called, *self._days.all)
        number = closed_day_id or f"nieuw:{school_id}"
        super().__init__("Dichte dag", lines, place=f"formulier:dicht:{number}")

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            school = school_by_id(connection, self._school_id)
            self._school = school.shown if school else ""
            held = self._held = closed_day_by_id(connection, self._number or 0)
        if held is None:
            return {}
        return {self._called: held.name, **self._days.held(held.first, held.last)}

    def reload(self) -> None:
        super().reload()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """A spreekuur that was planned on such a day; it never keeps from saving."""
        met, today = self._planned(), self.desk_app.today
        if met is None:
            self.hint("")
            return
        at = f"{short_day(met.day, today)} om {clock(met.starts)}"
        self.hint(f"Op {at} is hier al een spreekuur. e in de Agenda (3) verzet het.")

    def _planned(self) -> ComingHours | None:
        """The first spreekuur that falls on these days."""
        if self._days.span is None:
            return None
        first, last = self._days.span
        with self.casebook.read() as connection:
            planned = coming_hours(connection, self._school_id, max(first, self.desk_app.today))
        return next((one for one in planned if one.day <= last), None)

    def do_save(self) -> None:
        """Add or change them."""
        days = self._days.span
        if not self._called.value.strip():
            self.refuse(NO_NAME, self._called)
        elif self._days.missing:
            self.refuse(*self._days.missing)
        elif days:
            self.done(self._save(ClosedDayDetails(self._called.value, *days)))

    def _save(self, details: ClosedDayDetails) -> int:
        if self._held is None:
            with self.saving("Dichte dag toegevoegd"):
                return add_closed_day(self.casebook, self._school_id, details)
        number, version = self._held.id, self._held.version
        with self.saving("Dichte dag gewijzigd"):
            edit_closed_day(self.casebook, number, details, version=version)
        return number

    def take_out(self) -> None:
        """The school is open after all."""
        assert self._held
        remove_closed_day(self.casebook, self._held.id)
