"""Let a spreekuur vervallen, with why, and see where its jongeren go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.content import Content

from spreekuur.rules.date_words import clock, day_and_time
from spreekuur.tui.changed_lines import cancelled_lines
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.tui.widgets.outlook import Outlook
from spreekuur.views.occurrence import Occurrence, this_and_later
from spreekuur.views.rebooking import rebooked

NO_REASON = "Waarom gaat het niet door? Eén woord is genoeg, zoals studiedag of ziek."
GONE = "Dit spreekuur is er niet meer. Esc gaat terug."

CANCELLED = "Vervallen. u maakt het ongedaan."


class CancelHours(FormSheet[int]):
    """Gives the number of the spreekuur that was cancelled."""

    about = "Laat een spreekuur vervallen. Wie erop staat gaat naar het volgende of de wachtlijst."

    def __init__(self, office_hours_id: int) -> None:
        self._number = office_hours_id
        self._rows: Sequence[Occurrence] = ()
        self._looked_at = 0
        self._which = TextLine("Reden", read=self._read_which, placeholder="studiedag, ziek")
        self._later = TickLine("Reeks", "ook de latere van deze reeks")
        lines = (self._which, self._later)
        place = f"formulier:vervalt:{office_hours_id}"
        super().__init__("Spreekuur laten vervallen", lines, place=place)
        self._outlook = Outlook(self._look_ahead)

    def below(self) -> ComposeResult:
        yield self._outlook

    def held(self) -> Mapping[FormLine, str]:
        with self.casebook.read() as connection:
            self._rows = this_and_later(connection, self._number, later=True)
        self._later.display = len(self._rows) > 1
        return {}

    def reload(self) -> None:
        super().reload()
        self._looked_at = 0
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """Look ahead again when it is about others; the reason changes nothing of that."""
        self._which.reread()
        if len(self._cancelled) != self._looked_at:
            self._looked_at = len(self._cancelled)
            self._outlook.look()

    @property
    def _cancelled(self) -> Sequence[Occurrence]:
        return self._rows if self._later.ticked else self._rows[:1]

    def _read_which(self, _: str) -> Reading:
        if not self._rows:
            return Reading(GONE, doubtful=True)
        this = self._rows[0]
        return Reading(f"{this.school}, {day_and_time(this.day)}, {clock(this.starts)}")

    def _look_ahead(self, width: int) -> Sequence[Content]:
        """Which ones, and where who is on them goes."""
        if not self._rows:
            return []
        today, days = self.desk_app.today, [one.day for one in self._cancelled]
        with self.casebook.read() as connection:
            places = rebooked(connection, [one.id for one in self._cancelled], today)
        return cancelled_lines(days, places, today, width)

    def do_save(self) -> None:
        """Let it vervallen, and the later ones when that is ticked."""
        from spreekuur.actions.cancelling import cancel_hours

        reason, later = self._which.value.strip(), len(self._cancelled) > 1
        if not self._rows:
            self.refuse(GONE, self._which)
        elif not reason:
            self.refuse(NO_REASON, self._which)
        else:
            with self.saving("Reeks vervallen" if later else "Spreekuur vervallen"):
                today = self.desk_app.today
                cancel_hours(self.casebook, self._number, reason, today, later=later)
            self.done(self._number, CANCELLED)
