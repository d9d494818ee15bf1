"""The form of an eigen afspraak or an absence, which stands in the agenda."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from textual.widgets import Input

from spreekuur.actions.engagements import (
    EngagementDetails,
    add_engagement,
    edit_engagement,
    remove_engagement,
)
from spreekuur.rules.clock_words import parse_span
from spreekuur.rules.date_words import short_day
from spreekuur.tui.date_line import DateLine
from spreekuur.tui.days_lines import DaysLines
from spreekuur.tui.hours_lines import span_text
from spreekuur.tui.removable_form import RemovableForm
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.collisions import collisions
from spreekuur.views.engagements import EngagementView, engagement_by_id

NO_WHAT = "Wat is het? Typ bijvoorbeeld overleg wijkteam of vakantie."
NO_SPAN = "Van wanneer tot wanneer? Typ bijvoorbeeld 15:00-16:00, of laat leeg."


class EngagementForm(RemovableForm):
    """A new one on a day, or one that is there."""

    about = "Een eigen afspraak of afwezigheid. Bij het plannen van een spreekuur zie je haar."
    removal = "Eigen afspraak verwijderd"

    def __init__(self, day: date | None, engagement_id: int | None = None) -> None:
        """A new one on `day`, or with a number one that is there."""
        self._wanted = day
        self._number = engagement_id
        self._held: EngagementView | None = None
        self._what = TextLine("Wat", placeholder="overleg wijkteam, vakantie")
        self._days = DaysLines(lambda: self.desk_app.today)
        self._span = TextLine("Van-tot", read=self._read_span, placeholder="15:00-16:00")
        self._away = TickLine("Afwezig", "ben er niet")
        lines = (self._what, *self._days.all, self._span, self._away)
        place = f"formulier:agenda:{engagement_id or 'nieuw'}"
        super().__init__("Eigen afspraak", lines, place=place)

    def held(self) -> Mapping[FormLine, str]:
        if self._number is None:
            return {}
        with self.casebook.read() as connection:
            held = self._held = engagement_by_id(connection, self._number)
        if held is None:
            return {}
        return {
            self._what: held.what,
            **self._days.held(held.first, held.last),
            self._span: span_text((held.starts, held.ends) if held.starts and held.ends else None),
            self._away: "ja" if held.away else "nee",
        }

    def reload(self) -> None:
        super().reload()
        wanted, self._wanted = self._wanted, None
        if wanted:
            # Not as the form begins, so that the concept has it too.
            with self.prevent(Input.Changed):
                self._days.first_line.fill(DateLine.written(wanted))
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """A spreekuur at the same time; it never keeps from saving."""
        days = every_day(*self._days.span) if self._days.span else ()
        begin, end = parse_span(self._span.value) or (time.min, time.max)
        with self.casebook.read() as connection:
            met = collisions(connection, days, begin, end)
        hours = next((one for one in met if one.school), None)
        shown = short_day(hours.day, self.desk_app.today) if hours else ""
        self.hint(f"Op {shown} {hours.said('')}." if hours else "")

    def _read_span(self, text: str) -> Reading:
        if not text.strip():
            return Reading("hele dag")
        span = parse_span(text)
        return Reading(span_text(span) or "van wanneer tot wanneer?", doubtful=span is None)

    def do_save(self) -> None:
        """Make or change it."""
        days = self._days.span
        if not self._what.value.strip():
            self.refuse(NO_WHAT, self._what)
        elif self._days.missing:
            self.refuse(*self._days.missing)
        elif self._span.value.strip() and parse_span(self._span.value) is None:
            self.refuse(NO_SPAN, self._span)
        elif days:
            self.done(self._save(*days))

    def _save(self, first: date, last: date) -> int:
        starts, ends = parse_span(self._span.value) or (None, None)
        days, away = (first, last), self._away.ticked
        details = EngagementDetails(self._what.value, *days, starts, ends, away)
        if self._held is None:
            with self.saving("Eigen afspraak toegevoegd"):
                return add_engagement(self.casebook, details)
        number, version = self._held.id, self._held.version
        with self.saving("Eigen afspraak gewijzigd"):
            edit_engagement(self.casebook, number, details, version=version)
        return number

    def take_out(self) -> None:
        """Take it out of the agenda."""
        assert self._held
        remove_engagement(self.casebook, self._held.id)


def every_day(first: date, last: date) -> Sequence[date]:
    """From `first` to `last`, a year at most."""
    days = min((last - first).days, 366) + 1
    return [first + timedelta(days=number) for number in range(days)]
