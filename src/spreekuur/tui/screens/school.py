"""One school: at the left what is going on there, at the right people and data."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from spreekuur.actions.schools import say_left, send_feedback
from spreekuur.rules.date_words import short_day
from spreekuur.tui.commands import bindings
from spreekuur.tui.dossier_rows import CONTACT, NOTE, PUPIL, At
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.panes import TWO
from spreekuur.tui.places import top_bar
from spreekuur.tui.school_details import CLOSED, COLUMNS, details, school_head
from spreekuur.tui.school_story import HOURS, WAITING, GoingOn, Story, going_on
from spreekuur.tui.story_desk import StoryDesk
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.days_off import ClosedDayView, closed_days
from spreekuur.views.school import ContactView, SchoolView, school_view

NARROWEST, WIDEST = 44, 64
"""Columns of the right pane, edges included."""

GONE = "Deze school staat niet meer in het bestand. Esc gaat terug."
NO_CONTACT_HERE = "Zet de cursor eerst op een contactpersoon; Tab gaat naar die kant."
HAS_LEFT = "Deze contactpersoon is vertrokken. v neemt dat terug."
NEEDS_SCHOOL = frozenset({"edit", "open", "people", "plan", "note", "day_off"})


class SchoolDesk(StoryDesk):
    """What is going on at one school, and with Tab its contact persons and data."""

    CSS_PATH = stylesheets("story")
    scopes = ("school", "lijst")
    BINDINGS = bindings("contact", "school", "lijst", "terug")
    AUTO_FOCUS = "#school-story"
    about = "Alles over één school: wat er speelt, en wie er te bereiken is."

    def __init__(self, school_id: int, conversation_id: int | None = None) -> None:
        """With `conversation_id` the cursor begins at that note."""
        self._details = Rows(COLUMNS, id="school-details")
        super().__init__(conversation_id, Rows(id="school-story"), self._details)
        self._school_id = school_id
        self._school: SchoolView | None = None
        self._closed_days: Sequence[ClosedDayView] = ()
        self._going_on = GoingOn((), (), (), ())

    def compose(self) -> ComposeResult:
        yield top_bar("Scholen", self.desk_app)
        with Horizontal(classes="story"):
            with Vertical(classes="story--left"):
                yield Static(classes="story--head")
                yield self._story
            with Vertical(id="school-right", classes="story--right"):
                yield Static(classes="story--head")
                yield self._details
        with Vertical(id="bottom"):
            yield from self.bars()

    def reload(self) -> None:
        today, school_id = self.desk_app.today, self._school_id
        with self.casebook.read() as connection:
            self._school = school_view(connection, school_id)
            self._closed_days = closed_days(connection, school_id)
            self._going_on = going_on(connection, school_id, today)
        self.draw()

    def draw(self) -> None:
        """Lay everything out for the width there is."""
        school, width, shielded = self._school, self.size.width, self.shielded
        if not width:
            return
        beside = width >= TWO
        self.set_class(not beside, "-one-pane")
        right = min(max(width * 40 // 100, NARROWEST), WIDEST) if beside else width
        left = width - right if beside else width
        self.query_one("#school-right").styles.width = right
        if school is None:
            self.put_head([line((GONE, MUTED))])
            self._story.show(())
            self._details.show(())
            return
        today, edges = self.desk_app.today, 2 + GUTTER
        self.put_head(school_head(school, left - 2, shielded=shielded))
        story = Story(self._going_on, today, left - edges, shielded=shielded)
        lines = story.rows()
        self._story.columns = story.columns(lines)
        self._story.show(lines)
        room = right - edges - beside
        self._details.show(details(school, self._closed_days, today, room, shielded=shielded))

    @property
    def _contact(self) -> ContactView | None:
        """The contact person under the cursor."""
        at, school = self.under_cursor, self._school
        if school is None or at is None or at.kind != CONTACT:
            return None
        return next((one for one in school.contacts if one.id == at.id), None)

    def scopes_now(self) -> Sequence[str]:
        return (*(("contact",) if self._contact else ()), *self.scopes)

    def why_not(self, command: str) -> str | None:
        if self._school is None and command in NEEDS_SCHOOL:
            return GONE
        if command in ("feedback", "left") and self._contact is None:
            return NO_CONTACT_HERE
        if command == "feedback" and self._contact and self._contact.left_on:
            return HAS_LEFT
        return super().why_not(command)

    async def do_open(self) -> None:
        """The spreekuur, the dossier, the note or the form of the row under the cursor."""
        at = self.under_cursor
        if at and at.kind == HOURS:
            await self.desk_app.open_office_hours(at.id)
        elif at and at.kind in (PUPIL, WAITING):
            await self.desk_app.open_dossier(at.id)
        else:
            await self.do_edit()

    async def do_edit(self) -> None:
        """The note, the jongere, contact person or closed day under the cursor, else the school."""
        at = self.under_cursor
        if at and at.kind == NOTE:
            from spreekuur.tui.screens.note_edit import NoteEdit

            await self.app.push_screen(NoteEdit(at.id, at.line))
        elif at and at.kind in (PUPIL, WAITING):
            await self.desk_app.edit_pupil(at.id)
        elif at and at.kind == CONTACT:
            await self.edit_contact(at.id)
        elif at and at.kind == CLOSED:
            await self.edit_closed(at.id)
        else:
            from spreekuur.tui.screens.school_form import SchoolForm

            await self.app.push_screen(SchoolForm(self._school_id))

    async def do_people(self) -> None:
        await self.edit_contact()

    async def edit_contact(self, contact_id: int | None = None) -> None:
        """The form of a contact person; without a number somebody new."""
        from spreekuur.tui.screens.contact_form import ContactForm

        await self.app.push_screen(ContactForm(self._school_id, contact_id), self._show_contact)

    def _show_contact(self, contact_id: int | None) -> None:
        if contact_id is not None:
            self.go_to(self._details)
            self._details.move_to(At(CONTACT, contact_id))

    async def do_day_off(self) -> None:
        await self.edit_closed()

    async def edit_closed(self, closed_day_id: int | None = None) -> None:
        """The form of days on which school is closed; without a number new ones."""
        from spreekuur.tui.screens.closed_day_form import ClosedDayForm

        await self.app.push_screen(ClosedDayForm(self._school_id, closed_day_id), self._show_closed)

    def _show_closed(self, closed_day_id: int | None) -> None:
        if closed_day_id:
            self.go_to(self._details)
            self._details.move_to(At(CLOSED, closed_day_id))

    async def do_note(self) -> None:
        """A note about this school."""
        from spreekuur.tui.screens.quick_note import QuickNote

        await self.app.push_screen(QuickNote(None, f"school:{self._school_id}"))

    async def do_plan(self) -> None:
        """A spreekuur here."""
        from spreekuur.tui.screens.plan import PlanSheet

        await self.app.push_screen(PlanSheet(school_id=self._school_id))

    def do_feedback(self) -> None:
        """Terugkoppeling goes to this contact person, or no longer."""
        contact = self._contact
        assert contact
        receives = not contact.receives_feedback
        send_feedback(self.casebook, contact.id, receives=receives, version=contact.version)
        self.desk_app.reload()
        now = "Krijgt terugkoppeling" if receives else "Krijgt geen terugkoppeling meer"
        self.say(f"{now}. u maakt het ongedaan.")

    def do_left(self) -> None:
        """This contact person has left, today; or is here after all."""
        contact, today = self._contact, self.desk_app.today
        assert contact
        left = None if contact.left_on else today
        say_left(self.casebook, contact.id, left, version=contact.version)
        self.desk_app.reload()
        now = f"Vertrokken op {short_day(today)}" if left else "Werkt hier weer"
        self.say(f"{now}. u maakt het ongedaan.")
