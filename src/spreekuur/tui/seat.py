"""Who sits at the table of a spreekuur: shown with all that is known, judged, walked back in."""

from __future__ import annotations

from datetime import UTC, datetime

from spreekuur.actions.goals import judge
from spreekuur.actions.notes import About
from spreekuur.rules.labels import AgreementStatus
from spreekuur.rules.list_flags import other_municipality
from spreekuur.rules.note_lines import NoteContext
from spreekuur.tui.judging import Judging
from spreekuur.tui.person import asked_now
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.helping import Helping
from spreekuur.tui.widgets.table import AtTable, Table
from spreekuur.views.agenda import (
    OfficeHoursView,
    Place,
    office_hours_by_id,
    school_of_place,
    was_missed,
)
from spreekuur.views.card import pupil_card
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import timeline

EARLIER = 30
"""Talks to walk back through."""

TALK = "gesprek"
"""What the name of a concept begins with, before the number of the appointment."""
NEEDS_SOMEBODY = ("save", "next", "no_show", "earlier", "later")


class Seat(Judging):
    """The table and who sits there; the note is kept as a concept under the place."""

    CSS_PATH = stylesheets("office_hours")

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self.office_hours_id = office_hours_id
        self.table = Table(self._keep)
        self.helping = Helping()
        self._place: Place | None = None
        self._view: OfficeHoursView | None = None
        self._seen: tuple[int, int] | None = None
        self._sat_down = datetime.now(UTC)
        self._read_as: tuple[tuple[object, ...], NoteContext] | None = None

    @property
    def view(self) -> OfficeHoursView | None:
        """The spreekuur as the file holds it now; None once its plan was taken back."""
        stamp = self.casebook.stamp
        if stamp != self._seen:
            with self.casebook.read() as connection:
                self._view = office_hours_by_id(connection, self.office_hours_id)
            self._seen = stamp
        return self._view

    @property
    def taken(self) -> tuple[Place, ...]:
        """The places with a jongere."""
        view = self.view
        return view.taken if view else ()

    @property
    def at_table(self) -> int | None:
        """The appointment of who sits at the table."""
        return self._place.appointment_id if self._place else None

    @property
    def subject(self) -> int | None:
        return self._place.pupil_id if self._place else None

    @property
    def writing(self) -> bool:
        """Whether there is a concept about who sits at the table."""
        return bool(self.table.editor.text.strip())

    @property
    def concepts(self) -> frozenset[int]:
        """The appointments whose note is not saved yet."""
        kept = {one.place for one in self.casebook.drafts.all() if one.text.strip()}
        kept = kept | {self._draft} if self.writing else kept - {self._draft}
        places = (place.partition(":") for place in kept)
        return frozenset(int(at) for kind, _, at in places if kind == TALK and at.isdigit())

    def sit_down(self, place: Place) -> None:
        """Bring a jongere to the table, with the concept that was left there."""
        editor = self.table.editor
        editor.flush()
        self._place = place
        self._sat_down = datetime.now(UTC)
        draft = self.casebook.drafts.find(self._draft)
        text, cursor = (draft.text, draft.cursor) if draft else ("", (0, 0))
        editor.begin(text, cursor, self._reads_as(place))
        self.reload()
        self.say("concept terug" if draft else "nog niets genoteerd")

    def _reads_as(self, place: Place) -> NoteContext:
        """What the note is read against, as the file is now: which place is free, say."""
        app = self.desk_app
        known_by = (self.casebook.stamp, place.appointment_id, app.today, app.clock)
        if self._read_as is None or self._read_as[0] != known_by:
            with self.casebook.read() as connection:
                context = note_context(
                    connection,
                    app.today,
                    app.clock,
                    pupil_id=place.pupil_id,
                    hosted_by=school_of_place(connection, place.appointment_id),
                    at_table=True,
                    missed=was_missed(connection, place.appointment_id),
                )
            self._read_as = known_by, context
        return self._read_as[1]

    def nobody_left(self) -> None:
        """Everybody on the list was seen or marked."""

    def reload(self) -> None:
        if self._place is None or self._place.pupil_id is None:
            return
        place = next((one for one in self.taken if one.appointment_id == self.at_table), None)
        if place is None:
            # First the table: its concept is kept under the place that was.
            self.table.clear()
            self.helping.ask(())
            self._place = None
            self.nobody_left()
            return
        self._place = place
        self.table.editor.reread(self._reads_as(place))
        with self.casebook.read() as connection:
            card = pupil_card(connection, place.pupil_id or 0, self.desk_app.today)
            entries = timeline(connection, place.pupil_id or 0, self.desk_app.today, EARLIER)
        assert card
        app = self.desk_app
        elsewhere = other_municipality(card.municipality, app.chosen.municipality)
        at_table = AtTable(place, card, tuple(entries), elsewhere)
        self.table.show(at_table, app.today, shielded=self.shielded)
        helps = app.chosen.helping_questions
        self.helping.ask(asked_now(card, entries, app.today) if helps else ())
        draft = self.casebook.drafts.find(self._draft)
        if draft:
            self.table.editor.resume(draft.text, draft.cursor)

    def keep(self) -> None:
        self.table.editor.flush()

    @property
    def _draft(self) -> str:
        return f"{TALK}:{self.at_table}"

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        return self.desk_app.keep_draft(self._draft, text, cursor, self.subject)

    def _about(self) -> About:
        return About(pupil_id=self.subject, appointment_id=self.at_table, started_at=self._sat_down)

    def why_not(self, command: str) -> str | None:
        if command in NEEDS_SOMEBODY and self._place is None:
            return "Er zit niemand aan tafel. Kies met ⏎ een jongere in de lijst."
        if command == "earlier" and not self.table.may_turn(1):
            return "Er is geen eerder gesprek."
        if command == "later" and not self.table.may_turn(-1):
            return "Dit is het laatste gesprek."
        return super().why_not(command)

    def judge_as(self, status: AgreementStatus) -> None:
        agreement = self.table.to_judge
        assert agreement
        judge(self.casebook, agreement.id, status, self.desk_app.today)
        self.reload()

    def do_earlier(self) -> None:
        self.table.turn(1)

    def do_later(self) -> None:
        self.table.turn(-1)
