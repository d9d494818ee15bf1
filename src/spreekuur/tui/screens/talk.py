"""The talk at the table of a spreekuur: judge, note, mark, next. The list is laid around it."""

from __future__ import annotations

from datetime import UTC, datetime

from textual import on

from spreekuur.actions.goals import judge
from spreekuur.actions.notes import About, finish_talk, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.dates import parse_date
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.rules.school_calendar import Holiday
from spreekuur.tui.afternoon import next_open
from spreekuur.tui.judging import Judging
from spreekuur.tui.no_show_offer import Offer, offer_after_no_show
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.tui.widgets.table import AtTable, Table
from spreekuur.views.agenda import (
    OfficeHoursView,
    Place,
    office_hours_by_id,
    school_of_place,
)
from spreekuur.views.card import pupil_card
from spreekuur.views.follow_ups import goes_on, noted_at
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import timeline

ASK = "Wanneer verder? >> volgend spreekuur, of een datum. ⏎ niet nodig"
AGAIN = "Er staat al een notitie. Nog een keer F4: toch niet verschenen."
NOT_NEEDED = "> niet nodig"
EARLIER = 30
"""Talks to walk back through."""


class Talk(Judging):
    """What happens at the table."""

    CSS_PATH = stylesheets("office_hours")

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self.office_hours_id = office_hours_id
        self.table = Table(self._keep)
        self._place: Place | None = None
        self._view: OfficeHoursView | None = None
        self._seen: tuple[int, int] | None = None
        self._sat_down = datetime.now(UTC)
        self._asked = ""
        self._named_for = (False, False)
        self._offered: Offer | None = None
        self._holidays: tuple[Holiday, ...] = ()

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

    def sit_down(self, place: Place) -> None:
        """Bring a jongere to the table, with the concept that was left there."""
        editor = self.table.editor
        editor.flush()
        self._place, self._asked, self._offered = place, "", None
        self._sat_down = datetime.now(UTC)
        with self.casebook.read() as connection:
            context = note_context(
                connection,
                self.desk_app.today,
                self.desk_app.clock,
                pupil_id=place.pupil_id,
                hosted_by=school_of_place(connection, place.appointment_id),
                in_person=True,
            )
        self._holidays = context.holidays
        draft = self.casebook.drafts.find(self._draft)
        text, cursor = (draft.text, draft.cursor) if draft else ("", (0, 0))
        editor.begin(text, cursor, context)
        self._count_shared()
        self.reload()
        self.say("concept terug" if draft else "nog niets genoteerd")

    def hush(self) -> None:
        """A question stays until it is answered."""
        if self._asked != ASK and self._offered is None:
            super().hush()

    def nobody_left(self) -> None:
        """Everybody on the list was seen or marked."""

    def reload(self) -> None:
        if self._place is None or self._place.pupil_id is None:
            return
        place = next((one for one in self.taken if one.appointment_id == self.at_table), None)
        if place is None:
            # First the table: its concept is kept under the place that was.
            self.table.clear()
            self._place = None
            self.nobody_left()
            return
        self._place = place
        with self.casebook.read() as connection:
            card = pupil_card(connection, place.pupil_id or 0, self.desk_app.today)
            entries = timeline(connection, place.pupil_id or 0, EARLIER)
        assert card
        talks = tuple(one for one in entries if one.conversation_id)
        app = self.desk_app
        self.table.show(AtTable(place, card, talks), app.today, shielded=self.shielded)
        draft = self.casebook.drafts.find(self._draft)
        if draft and not self.table.editor.text:
            self.table.editor.resume(draft.text, draft.cursor)

    def keep(self) -> None:
        self.table.editor.flush()

    @property
    def _draft(self) -> str:
        return f"gesprek:{self.at_table}"

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        return self.desk_app.keep_draft(self._draft, text, cursor, self.subject)

    def _about(self) -> About:
        return About(pupil_id=self.subject, appointment_id=self.at_table, started_at=self._sat_down)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits judge, and Enter answers, only while there is something to; else they are text."""
        command = str(parameters[0]) if parameters else ""
        writing = self.focused is self.table.editor.area
        if command.startswith("judge_"):
            return writing and self.table.to_judge is not None
        if command == "answer":
            return writing and (self._may_take_offer() or self._may_answer())
        if command in ("earlier", "later"):
            return writing
        return super().check_action(action, parameters)

    def why_not(self, command: str) -> str | None:
        if command in ("save", "next", "no_show", "earlier", "later") and self._place is None:
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

    def do_save(self) -> None:
        """F2: keep the note; the jongere stays at the table."""
        app, editor = self.desk_app, self.table.editor
        editor.write_concept()
        saved = save_note(
            self.casebook,
            editor.text,
            self._about(),
            today=app.today,
            now=app.clock,
            draft=self._draft,
        )
        editor.forget()
        self.reload()
        self.say(app.said_of(saved.note))

    def do_next(self) -> None:
        """F3: keep the note, mark aanwezig, bring in the next; asks once when it goes on."""
        app, editor = self.desk_app, self.table.editor
        if self._asked == ASK:
            self._mark_last_line()
        elif self._unsaid_when():
            self._asked = ASK
            editor.to_new_line()
            self.say(ASK)
            return
        # Undo gives back the concept as the file knew it, so it must know the last key.
        editor.write_concept()
        saved = finish_talk(
            self.casebook,
            editor.text,
            self._about(),
            today=app.today,
            now=app.clock,
            draft=self._draft,
        )
        editor.forget()
        said = app.said_of(saved.note) if saved else "Aanwezig. u maakt het ongedaan."
        self._go_on()
        self.say(said)

    def forget_no_show(self) -> None:
        """The second F4 is asked for anew."""
        if self._asked == AGAIN:
            self._asked = ""

    def do_no_show(self) -> None:
        """F4: niet verschenen, and a new place is offered; with text it asks a second time."""
        assert self._place
        assert self._place.appointment_id
        assert self._place.pupil_id
        if self.table.editor.text.strip() and self._asked != AGAIN:
            self._asked = AGAIN
            self.say(AGAIN)
            return
        self.table.editor.write_concept()
        pupil, hours = self._place.pupil_id, self.view
        mark_attendance(self.casebook, self._place.appointment_id, Attendance.NO_SHOW)
        assert hours
        with self.casebook.read() as connection:
            offer = offer_after_no_show(connection, pupil, hours.school_id, self.desk_app.today)
        self._go_on()
        self._offered = offer if offer.stands else None
        # What was counted of the next note would take the room of a long sentence.
        self.query_one(StatusLine).count("")
        self.say(offer.sentence)

    def do_answer(self) -> None:
        """Enter: take the place that was offered, or say that no vervolg is needed."""
        if self._may_take_offer():
            assert self._offered
            said = self._offered.take(self.casebook, self.desk_app.today)
            self._offered = None
            self.reload()
            self.say(said)
        else:
            self.table.editor.append(NOT_NEEDED)
            self.do_next()

    def _may_take_offer(self) -> bool:
        return self._offered is not None and not self.table.editor.text

    def _may_answer(self) -> bool:
        return self._asked == ASK and not self.table.editor.last_line.strip()

    def _unsaid_when(self) -> bool:
        """Whether a talk, of which something is written down, has no moment to look back."""
        assert self._place
        place, pupil = self._place.appointment_id or 0, self._place.pupil_id or 0
        editor = self.table.editor
        if editor.read_note().follow_ups:
            return False
        with self.casebook.read() as connection:
            noted = bool(editor.text.strip()) or noted_at(connection, place)
            return noted and not goes_on(connection, pupil, place, self.desk_app.today)

    def _mark_last_line(self) -> None:
        """A bare date under the question is the answer to it."""
        last = self.table.editor.last_line.strip()
        if last and parse_date(last, self.desk_app.today, self._holidays) is not None:
            self.table.editor.mark_last_line("> ")

    def do_earlier(self) -> None:
        self.table.turn(1)

    def do_later(self) -> None:
        self.table.turn(-1)

    def _go_on(self) -> None:
        view = self.view
        following = next_open(view, self._place) if view else None
        if following is not None:
            self.sit_down(following)
        else:
            self.reload()
            self.nobody_left()

    @on(NoteEditor.Edited)
    def _count_shared(self) -> None:
        editor = self.table.editor
        if editor.text:
            self._offered = None
        shared = editor.read_note().shared_count
        text = f"{shared} regel{'s' * (shared > 1)} naar school" if shared else "niets naar school"
        self.query_one(StatusLine).count(text, strong=bool(shared))
        named_for = bool(editor.text), self._may_answer()
        if named_for != self._named_for:
            self._named_for = named_for
            self.refresh_bars()

    @on(NoteEditor.Kept)
    def _say_kept(self, message: NoteEditor.Kept) -> None:
        if not self._asked:
            self.say(message.sentence)
