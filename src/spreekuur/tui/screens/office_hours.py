"""The live spreekuur: one jongere at the table, the rest of the afternoon in the margin."""

from __future__ import annotations

from datetime import UTC, datetime

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from spreekuur.actions.goals import judge
from spreekuur.actions.notes import About, finish_talk, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.tui import person
from spreekuur.tui.afternoon import header, next_open, strip
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import line, stack
from spreekuur.tui.widgets.bars import RuleLine, StatusLine
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.views.agenda import OfficeHoursView, Place, office_hours_by_id
from spreekuur.views.card import AgreementView, PupilCard, pupil_card
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import Entry, timeline

ASK = "Wanneer verder? >> volgend spreekuur, of een datum. ⏎ niet nodig"


class OfficeHoursDesk(Desk):
    """The spreekuur of this afternoon."""

    scopes = ("nakijken", "tafel")
    BINDINGS = bindings("nakijken", "tafel", "terug")

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self._office_hours = office_hours_id
        self._place: Place | None = None
        self._card: PupilCard | None = None
        self._entries: list[Entry] = []
        self._at = 0
        self._asked = False
        self._sat_down: datetime | None = None
        self.editor = NoteEditor(self._keep, "Notitie")

    def compose(self) -> ComposeResult:
        yield Static(id="header")
        yield Static(id="strip")
        yield RuleLine()
        with Horizontal(), Vertical(id="table"):
            yield Static(id="person")
            yield self.editor
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        first = next_open(self.view, None)
        if first is not None:
            self.sit_down(first)
        self.set_interval(20, self._draw)

    @property
    def view(self) -> OfficeHoursView:
        """The spreekuur as the file holds it now."""
        with self.casebook.read() as connection:
            view = office_hours_by_id(connection, self._office_hours)
        assert view is not None
        return view

    def sit_down(self, place: Place) -> None:
        """Bring a jongere to the table, with the concept that was left there."""
        assert place.appointment_id
        self.editor.flush()
        self._place, self._at, self._asked = place, 0, False
        self._sat_down = datetime.now(UTC)
        self.reload()
        draft = self.casebook.drafts.find(self._draft)
        with self.casebook.read() as connection:
            context = note_context(
                connection,
                self.desk_app.today,
                self.desk_app.clock,
                pupil_id=place.pupil_id,
                in_person=True,
            )
        text, cursor = (draft.text, draft.cursor) if draft else ("", (0, 0))
        self.editor.begin(text, cursor, context)
        self.set_focus(self.editor.area)

    def reload(self) -> None:
        place = self._place
        if place is None or place.pupil_id is None:
            return
        with self.casebook.read() as connection:
            self._card = pupil_card(connection, place.pupil_id, self.desk_app.today)
            entries = timeline(connection, place.pupil_id, 20)
        self._entries = [one for one in entries if one.conversation_id]
        self._draw()

    def keep(self) -> None:
        self.editor.flush()

    @property
    def subject(self) -> int | None:
        return self._place.pupil_id if self._place else None

    @property
    def _draft(self) -> str:
        assert self._place
        return f"gesprek:{self._place.appointment_id}"

    def _keep(self, text: str, cursor: tuple[int, int]) -> str:
        assert self._place
        return self.desk_app.keep_draft(self._draft, text, cursor, self._place.pupil_id)

    def _draw(self) -> None:
        view, app, width = self.view, self.desk_app, self.size.width - 2
        current = self._place.appointment_id if self._place else None
        self.query_one("#header", Static).update(header(view, current, app.now, width))
        self.query_one("#strip", Static).update(strip(view, current, width))
        if self._card and self._place:
            self.query_one("#person", Static).update(self._person(width))

    def _person(self, width: int) -> Content:
        card, today = self._card, self.desk_app.today
        assert card
        assert self._place
        lines = [
            person.heading(card, today, width),
            person.reason_line(self._place.reason, card, width),
            line(""),
        ]
        agreements = person.agreement_lines(self._judged_now(), today, width, 3)
        if agreements:
            lines += [*agreements, line("")]
        lines += [
            person.goal_line(card.running_goal, today, width),
            person.scale_line(card, width),
            person.history_line(self._entries, self._at, width),
        ]
        return stack(lines)

    def _judged_now(self) -> list[AgreementView]:
        return person.to_judge(self._card, self.desk_app.today) if self._card else []

    @property
    def _next_to_judge(self) -> AgreementView | None:
        """The agreement that 1-4 are about: only while the note is empty."""
        if self.focused is not self.editor.area or self.editor.text:
            return None
        open_ones = (one for one in self._judged_now() if one.status is AgreementStatus.OPEN)
        return next(open_ones, None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits judge only while there is something to judge; otherwise they are text."""
        if parameters and str(parameters[0]).startswith("judge_"):
            return self._next_to_judge is not None
        return super().check_action(action, parameters)

    def do_judge_done(self) -> None:
        self._judge(AgreementStatus.DONE)

    def do_judge_partly(self) -> None:
        self._judge(AgreementStatus.PARTLY)

    def do_judge_not(self) -> None:
        self._judge(AgreementStatus.NOT_DONE)

    def do_judge_dropped(self) -> None:
        self._judge(AgreementStatus.DROPPED)

    def _judge(self, status: AgreementStatus) -> None:
        agreement = self._next_to_judge
        assert agreement
        judge(self.casebook, agreement.id, status, self.desk_app.today)
        self.reload()

    def do_save(self) -> None:
        """F2: keep the note; the jongere stays at the table."""
        saved = save_note(
            self.casebook,
            self.editor.text,
            self._about(),
            today=self.desk_app.today,
            now=self.desk_app.clock,
            draft=self._draft,
        )
        self.editor.forget()
        self.reload()
        self.say(self.desk_app.said_of(saved.note))

    def do_next(self) -> None:
        """F3: keep the note, mark aanwezig, bring in the next jongere."""
        note = self.editor.read_note()
        if self.editor.text.strip() and not note.follow_ups and not self._asked:
            self._asked = True
            self.say(ASK)
            return
        saved = finish_talk(
            self.casebook,
            self.editor.text,
            self._about(),
            today=self.desk_app.today,
            now=self.desk_app.clock,
            draft=self._draft,
        )
        self.editor.forget()
        self.say(self.desk_app.said_of(saved.note) if saved else "Aanwezig.")
        self._go_on()

    def do_no_show(self) -> None:
        """F4: niet verschenen."""
        assert self._place
        assert self._place.appointment_id
        mark_attendance(self.casebook, self._place.appointment_id, Attendance.NO_SHOW)
        self._go_on()

    def do_earlier(self) -> None:
        self._at = min(self._at + 1, max(0, len(self._entries) - 1))
        self._draw()

    def do_later(self) -> None:
        self._at = max(0, self._at - 1)
        self._draw()

    def _go_on(self) -> None:
        following = next_open(self.view, self._place)
        if following is not None:
            self.sit_down(following)
        else:
            self.reload()

    def _about(self) -> About:
        assert self._place
        return About(
            pupil_id=self._place.pupil_id,
            appointment_id=self._place.appointment_id,
            started_at=self._sat_down,
        )

    @on(NoteEditor.Edited)
    def _count_shared(self) -> None:
        shared = self.editor.read_note().shared_count
        text = f"{shared} regel{'s' * (shared > 1)} naar school" if shared else "niets naar school"
        self.query_one(StatusLine).count(text, strong=bool(shared))

    @on(NoteEditor.Kept)
    def _say_kept(self, message: NoteEditor.Kept) -> None:
        self.say(message.sentence)
