"""Terugkoppeling: to whom what goes back of a day, read before it leaves, kept when it was sent."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.tui.clipboard import SENT
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.feedback_rows import (
    GRID,
    NO_RECEIVER,
    NOTHING,
    Preview,
    Shown,
    feedback_lines,
    heading,
    last_page,
    page_lines,
    preview_of,
)
from spreekuur.tui.lines import MUTED, line, stack
from spreekuur.tui.panes import BREAKPOINTS, TWO
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.feedback import AboutWhom, FeedbackView, feedback_view

GONE = "Deze school staat niet meer in het bestand. Esc gaat terug."
NO_ROW = "Zet de cursor op een ontvanger of een jongere."
WAS_SENT = "Deze tekst is al verstuurd; hij staat onder Verstuurd."
UNREAD = "Afgeschermd is niet te lezen wat er gaat. F9 toont het weer."
NO_PUPIL = "Zet de cursor op een jongere; de uitkomst is één regel over die jongere."
NO_DOSSIER = "Zet de cursor op een jongere; dan opent ⏎ het dossier."
NO_PLACE = "Deze jongere had die dag geen plek. Wat gedeeld mag staat dan in de notitie, met een +."
LEAST = 6
"""Rows of the list above the text, however little there is in it."""
SAY_SENT = "v zegt dat het verstuurd is."


class FeedbackDesk(Desk):
    """Who gets what, with the very text beside it."""

    CSS_PATH = stylesheets("feedback")
    scopes = ("terugkoppeling", "lijst")
    BINDINGS = bindings("terugkoppeling", "lijst", "terug")
    AUTO_FOCUS = "Rows"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    about = (
        "Wat er van deze dag teruggaat naar school en ouders. Er gaat niets weg dat hier niet "
        "eerst te lezen staat."
    )

    def __init__(self, school_id: int, day: date) -> None:
        super().__init__()
        self._school_id = school_id
        self._of_day = day
        self._view: FeedbackView | None = None
        self._preview = Preview("")
        self._line = 0
        self._drawn: tuple[Shown | None, str] = (None, "")
        self._went_by: dict[str, str] = {}
        self._list = Rows(GRID, empty=NOTHING)
        self._pane = Static(id="feedback-text", markup=False)

    def compose(self) -> ComposeResult:
        yield Static(id="feedback-head")
        with Container(id="feedback"):
            yield self._list
            yield self._pane
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()

    def on_resize(self) -> None:
        self._draw()
        self.call_after_refresh(self._look)

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._view = feedback_view(
                connection, self._school_id, self._of_day, self.desk_app.today
            )
        self._draw()

    def _draw(self) -> None:
        view, width = self._view, self.app.size.width - 2
        head = self.query_one("#feedback-head", Static)
        if view is None:
            head.update(line((GONE, MUTED)))
            self._list.show(())
            self._pane.update("")
            return
        head.update(heading(view, width))
        room = (self._list.size.width or width) - GUTTER - 2
        lines = feedback_lines(view, room, shielded=self.shielded)
        most = self.app.size.height * 2 // 5
        above = self.app.size.width < TWO
        self._list.styles.height = max(LEAST, min(len(lines), most)) if above else "1fr"
        self._list.show(lines)
        self._look()

    @on(Rows.Highlighted)
    def _look_at(self) -> None:
        self._look()
        self.refresh_bars()

    def _look(self) -> None:
        """Show the text of the row under the cursor, from its beginning when it is another row."""
        view = self._view
        if view is None:
            return
        self._preview = preview_of(view, self._under_cursor)
        drawn = (self._under_cursor, self._preview.text)
        if drawn != self._drawn:
            self._drawn, self._line = drawn, 0
        size = self._pane.content_size
        if size.width:
            lines = page_lines(self._preview, self._line, size, shielded=self.shielded)
            self._pane.update(stack(lines), layout=False)

    @property
    def _under_cursor(self) -> Shown | None:
        key = self._list.cursor_key
        return key if isinstance(key, Shown) else None

    @property
    def _pupil(self) -> AboutWhom | None:
        at, view = self._under_cursor, self._view
        if view is None or at is None or at.kind != "pupil":
            return None
        return next(one for one in view.pupils if one.pupil_id == at.id)

    def why_not(self, command: str) -> str | None:
        if self._view is None and command in ("copy", "to_file", "sent", "outcome", "people"):
            return GONE
        if command in ("copy", "to_file", "sent"):
            return self._why_not_send(command)
        if command == "outcome":
            pupil = self._pupil
            if pupil is None:
                return NO_PUPIL
            return None if pupil.appointment_id else NO_PLACE
        if command in ("earlier", "later") and not self._preview.text:
            return NO_ROW
        if command == "open":
            return None if self._pupil else NO_DOSSIER
        return super().why_not(command)

    def _why_not_send(self, command: str) -> str | None:
        at, view = self._under_cursor, self._view
        if at is None:
            return NO_RECEIVER if view and view.without_receiver else NOTHING
        if self.shielded:
            return UNREAD
        if command == "sent" and (at.kind == "sent" or self._is_kept):
            return WAS_SENT
        return self._preview.why_not or None

    @property
    def _is_kept(self) -> bool:
        """Whether the newest text sent to whom the cursor is on is this very text."""
        to, sent = self._sending(), self._view.sent if self._view else ()
        theirs = [one for one in sent if one.contact_id == to.contact_id]
        if to.contact_id is None:
            theirs = [one for one in theirs if one.receiver == to.receiver]
        return bool(theirs) and theirs[-1].text == to.text

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """The dossier of the jongere under the cursor."""
        pupil = self._pupil
        assert pupil
        await self.desk_app.open_dossier(pupil.pupil_id)

    def do_copy(self) -> None:
        """The text that stands here, to the clipboard of the machine where the terminal can."""
        self.desk_app.send_to_terminal(self._preview.text)
        self._went_by[self._preview.text] = "klembord"
        self.say(f"{SENT} {SAY_SENT}")

    async def do_to_file(self) -> None:
        """The text that stands here, in a new file in a folder of hers."""
        from spreekuur.tui.screens.feedback_forms import LetterFile

        view, text = self._view, self._preview.text
        assert view

        def kept(path: object) -> None:
            if path is not None:
                self._went_by[text] = "bestand"

        await self.app.push_screen(LetterFile(text, view), kept)

    def do_sent(self) -> None:
        """This very text was sent; it is kept as it was."""
        keep_sent(self.casebook, self._went_by.get(self._preview.text, "anders"), self._sending())
        self.reload()
        self.say("Verstuurd. De tekst blijft bewaard onder Verstuurd. u maakt het ongedaan.")

    def _sending(self) -> Sending:
        at, view, pupil = self._under_cursor, self._view, self._pupil
        assert at
        assert view
        about = (self._school_id, self._of_day)
        if pupil:
            return Sending(*about, pupil.parents, pupil.to_parents, pupils=(pupil.pupil_id,))
        letter = next(one for one in view.letters if one.receiver.id == at.id)
        receiver, told = letter.receiver, tuple(one.pupil_id for one in letter.told)
        return Sending(*about, receiver.name, letter.text, receiver.id, told)

    async def do_outcome(self) -> None:
        """The one line about this jongere that school may read."""
        from spreekuur.tui.screens.feedback_forms import OutcomeForm

        pupil = self._pupil
        assert pupil
        assert pupil.appointment_id
        await self.app.push_screen(OutcomeForm(pupil.appointment_id), lambda _: self.reload())

    async def do_people(self) -> None:
        """Somebody at this school to whom it may go."""
        from spreekuur.tui.screens.contact_form import ContactForm

        await self.app.push_screen(ContactForm(self._school_id), lambda _: self.reload())

    def do_earlier(self) -> None:
        self._page(-1)

    def do_later(self) -> None:
        self._page(1)

    def _page(self, pages: int) -> None:
        """Further in the text, or back; never past its end."""
        size = self._pane.content_size
        step = max(1, size.height - 4)
        end = last_page(self._preview, size, shielded=self.shielded)
        self._line = max(0, min(self._line + pages * step, end))
        self._look()
