"""Dossier: all about one jongere, at the left what was said, at the right how it stands."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from spreekuur.actions.goals import judge
from spreekuur.rules.labels import AgreementStatus
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.dossier_details import COLUMNS, Details
from spreekuur.tui.dossier_head import dossier_head
from spreekuur.tui.dossier_rows import (
    AGREEMENT,
    CASE,
    CONTACT,
    FOLLOW_UP,
    GOAL,
    GUARDIAN,
    MISSED,
    NOTE,
    PERSON,
    PUPIL,
    At,
)
from spreekuur.tui.dossier_timeline import timeline_columns, timeline_rows
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.judging import Judging
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.panes import of_dossier, panes
from spreekuur.tui.places import top_bar
from spreekuur.tui.story_desk import StoryDesk
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.card import AgreementView, PupilCard, pupil_card
from spreekuur.views.cases import CaseView, case_of
from spreekuur.views.follow_ups import FollowUpView, open_follow_ups
from spreekuur.views.timeline import Entry, timeline

EMPTY = "Nog geen gesprek of notitie. n begint er een."
GONE = "Deze jongere staat niet meer in het bestand. Esc gaat terug."
JUDGING = "1 gelukt  2 deels  3 niet  4 vervallen"
NO_TALK = "Hier is geen notitie bij. n begint er een."
NO_NOTE_OF_STEP = "Dit vervolg komt niet uit een notitie; er is niets aan te wijzigen."


class Dossier(StoryDesk, Judging):
    """One jongere: the timeline, and with Tab what comes next, agreements, people and data."""

    CSS_PATH = stylesheets("story", "dossier")
    scopes = ("dossier", "lijst")
    BINDINGS = bindings("dossier", "nakijken", "lijst", "terug")
    AUTO_FOCUS = "#dossier-story"
    about = "Alles over één jongere: links wat er gezegd is, rechts hoe het ervoor staat."

    def __init__(self, pupil_id: int, conversation_id: int | None = None) -> None:
        """With `conversation_id` the cursor begins at that talk."""
        self._details = Rows(COLUMNS, id="dossier-details")
        self._people = Rows(COLUMNS, id="dossier-people")
        story = Rows(empty=EMPTY, id="dossier-story")
        super().__init__(conversation_id, story, self._details, self._people)
        self._pupil_id = pupil_id
        self._card: PupilCard | None = None
        self._case: CaseView | None = None
        self._entries: list[Entry] = []
        self._coming: list[FollowUpView] = []

    def compose(self) -> ComposeResult:
        yield top_bar("Dossier", self.desk_app)
        with Horizontal(id="dossier", classes="story"):
            with Vertical(classes="story--left"):
                yield Static(classes="story--head")
                yield self._story
            with Vertical(id="dossier-right", classes="story--right"):
                yield Static(classes="story--head")
                yield self._details
            yield self._people
        with Vertical(id="bottom"):
            yield from self.bars()

    @property
    def subject(self) -> int | None:
        return self._pupil_id

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._card = pupil_card(connection, self._pupil_id, self.desk_app.today)
            self._entries = timeline(connection, self._pupil_id, self.desk_app.today)
            self._coming = open_follow_ups(connection, self._pupil_id, self.desk_app.today)
            self._case = case_of(connection, self._pupil_id)
        self.draw()

    def draw(self) -> None:
        """Lay everything out for the width there is."""
        card, width, shielded = self._card, self.size.width, self.shielded
        if not width:
            return
        many, at = panes(width), self.under_cursor
        self.set_class(many == 1, "-one-pane")
        left, right, people = of_dossier(width)
        self.query_one("#dossier-right").styles.width = right
        self._people.styles.width = people
        self._people.display = many == 3
        if card is None or self._case is None:
            self.put_head([line((GONE, MUTED))])
            self._story.show((), empty="")
            self._details.show(())
            self._people.show(())
            return
        today, edges = self.desk_app.today, 2 + GUTTER
        self.put_head(dossier_head(card, self._case, today, left - 2, shielded=shielded))
        self._story.columns = timeline_columns(self._entries, card.agreements)
        self._story.show(
            timeline_rows(self._entries, card.agreements, today, left - edges, shielded=shielded)
        )
        details = Details(card, today, right - edges - (many > 1), shielded=shielded)
        if many < 3:
            self._details.show(details.rows(self._coming, self._case.carried))
        else:
            self._details.show(details.standing(self._coming))
            room, carried = people - edges - 1, self._case.carried
            self._people.show(Details(card, today, room, shielded=shielded).around(carried))
        self._keep_hands_on(at)

    def _keep_hands_on(self, at: At | None) -> None:
        """The row under the cursor may have gone to or come from the third pane."""
        here = self.hands
        if here is self._story or (here.display and here.cursor_key == at):
            return
        other = self._details if here is self._people else self._people
        if other.display and other.move_to(at):
            self.set_focus(other)

    @property
    def _to_judge(self) -> AgreementView | None:
        """The agreement that 1-4 are about: the one under the cursor at the right."""
        at = self.under_cursor
        if self._card is None or not self.in_details or at is None or at.kind != AGREEMENT:
            return None
        return next((one for one in self._card.agreements if one.id == at.id), None)

    def scopes_now(self) -> Sequence[str]:
        return (*(("nakijken",) if self._to_judge else ()), *self.scopes)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without Enter, which does what `e` does."""
        return [(one, able) for one, able in super().commands_now() if one.id != "open"]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits judge only on an agreement; elsewhere they lead to the places."""
        if parameters and str(parameters[0]).startswith("judge_"):
            return self._to_judge is not None
        return super().check_action(action, parameters)

    def why_not(self, command: str) -> str | None:
        at = self.under_cursor
        if self._card is None and command in ("goal", "agreement", "edit", "open", "people"):
            return GONE
        if command in ("edit", "open") and at is not None:
            if at.kind == MISSED:
                return NO_TALK
            if at.kind == FOLLOW_UP and not at.id:
                return NO_NOTE_OF_STEP
        return super().why_not(command)

    @on(events.DescendantFocus)
    @on(Rows.Highlighted)
    def _say_digits(self) -> None:
        """Say when digits judge."""
        self.query_one(StatusLine).count(JUDGING if self._to_judge else "")

    async def do_open(self) -> None:
        await self.do_edit()

    async def do_edit(self) -> None:
        """What the row under the cursor is about: a note, a doel, an afspraak, a person, data."""
        await self.edit(self.under_cursor or At(PUPIL, self._pupil_id))

    async def do_goal(self) -> None:
        """The doel under the cursor, else the one that runs, else a new one."""
        at, running = self.under_cursor, self._card.running_goal if self._card else None
        number = at.id if at and at.kind == GOAL else running.id if running else 0
        await self.edit(At(GOAL, number))

    async def do_agreement(self) -> None:
        await self.edit(At(AGREEMENT, 0))

    async def do_case(self) -> None:
        await self.edit(At(CASE, 0))

    async def do_people(self) -> None:
        await self.edit(At(PERSON, 0))

    async def edit(self, at: At) -> None:
        """Open the form of something in this dossier, or the text of a note."""
        if at.kind == PUPIL:
            await self.desk_app.edit_pupil(self._pupil_id)
        elif at.kind in (NOTE, FOLLOW_UP):
            from spreekuur.tui.screens.note_edit import NoteEdit

            await self.app.push_screen(NoteEdit(at.id, at.line if at.kind == NOTE else 0))
        else:
            await self.app.push_screen(self._form(at), self._saved)

    def _form(self, at: At) -> FormSheet[int]:
        number = at.id or None
        if at.kind == GOAL:
            from spreekuur.tui.screens.goal_form import GoalForm

            return GoalForm(self._pupil_id, number)
        if at.kind == AGREEMENT:
            from spreekuur.tui.screens.agreement_form import AgreementForm

            return AgreementForm(self._pupil_id, number)
        if at.kind == CASE:
            from spreekuur.tui.screens.case_form import CaseForm

            return CaseForm(self._pupil_id)
        if at.kind == CONTACT:
            from spreekuur.tui.screens.contact_form import ContactForm

            return ContactForm(None, number)
        from spreekuur.tui.screens.person_form import PersonForm

        return PersonForm(self._pupil_id, number if at.kind == GUARDIAN else None)

    def _saved(self, _: object) -> None:
        self.desk_app.reload()
        self.say("Bewaard. u maakt het ongedaan.")

    def judge_as(self, status: AgreementStatus) -> None:
        agreement, card = self._to_judge, self._card
        assert agreement
        assert card
        others = [one.id for one in card.open_agreements if one.id != agreement.id]
        coming = [one for one in others if one > agreement.id] or others
        judge(self.casebook, agreement.id, status, self.desk_app.today)
        self.desk_app.reload()
        if coming and agreement.status is AgreementStatus.OPEN:
            self._details.move_to(At(AGREEMENT, coming[0]))
        self.say(f"{status.capitalize()}. u maakt het ongedaan.")
