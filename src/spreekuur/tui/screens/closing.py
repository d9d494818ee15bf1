"""Closing a spreekuur: one key for everybody who did not sit at the table, then what goes back."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from spreekuur.actions.closing import AlreadyDecided, NotYet
from spreekuur.rules.labels import Decision
from spreekuur.tui.afternoon import GONE
from spreekuur.tui.closing_rows import closed, closing_lines, decided, grid, heading
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.over import STANDS, why_over
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.rows import GUTTER, Rows
from spreekuur.views.closing import ClosingRow, ClosingView, closing_view
from spreekuur.views.feedback import FeedbackView, feedback_view

CHOICES = {
    "again": Decision.AGAIN,
    "call": Decision.CALL,
    "wait": Decision.WAIT,
    "colleague": Decision.COLLEAGUE,
    "no_more": Decision.STOP,
}
TO_COME = NotYet.sentence
SETTLED = AlreadyDecided.sentence
NOBODY_HERE = "Hier hoeft niets gekozen te worden. s sluit het spreekuur af."


class ClosingDesk(Desk):
    """Who did not come, with what is proposed; then the spreekuur is closed."""

    CSS_PATH = stylesheets("closing")
    scopes = ("afsluiten", "lijst")
    BINDINGS = bindings("afsluiten", "lijst")
    AUTO_FOCUS = "Rows"
    about = (
        "Wie op de lijst stond en niet is gesproken. Kies wat er volgt; Enter neemt het voorstel "
        "over, daarna sluit het spreekuur."
    )

    def __init__(self, office_hours_id: int) -> None:
        super().__init__()
        self._office_hours_id = office_hours_id
        self._view: ClosingView | None = None
        self._after: FeedbackView | None = None
        self._minded = ""
        self._list = Rows()

    def compose(self) -> ComposeResult:
        yield Static(id="closing-head")
        yield self._list
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.reload()
        self._to_next_open()

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def reload(self) -> None:
        with self.casebook.read() as connection:
            view = closing_view(connection, self._office_hours_id, self.desk_app.today)
            self._view = view
            self._after = (
                feedback_view(connection, view.school_id, view.day, self.desk_app.today)
                if view
                else None
            )
        self._draw()

    def _draw(self) -> None:
        view, width = self._view, self.app.size.width - 2
        head = self.query_one("#closing-head", Static)
        if view is None:
            head.update(line((GONE, MUTED)))
            self._list.show(())
            return
        head.update(heading(view, width))
        today, shielded = self.desk_app.today, self.shielded
        lines = closing_lines(view, self._after, today, width - GUTTER - 2, shielded=shielded)
        self._list.columns = grid(lines)
        self._list.show(lines)
        self.refresh_bars()

    def _to_next_open(self) -> None:
        """The cursor goes to the next row that has no answer yet."""
        rows = self._view.rows if self._view else ()
        at = next((n for n, row in enumerate(rows) if row.appointment_id == self._cursor), 0)
        later = (row for row in (*rows[at:], *rows[:at]) if row.is_open)
        first = next(later, None)
        if first is not None:
            self._list.move_to(first.appointment_id)

    @property
    def _cursor(self) -> object:
        return self._list.cursor_key

    @property
    def _row(self) -> ClosingRow | None:
        rows = self._view.rows if self._view else ()
        return next((row for row in rows if row.appointment_id == self._cursor), None)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without the choices, once all is chosen."""
        view = self._view
        over = {*CHOICES} if view is not None and not view.open_rows else set()
        if view is not None and view.status in STANDS:
            over.add("close_hours")
        return [(one, able) for one, able in super().commands_now() if one.id not in over]

    def why_not(self, command: str) -> str | None:
        view, row = self._view, self._row
        if command == "report":
            return None if view else GONE
        if command not in (*CHOICES, "confirm", "close_hours"):
            return super().why_not(command)
        if view is None:
            return GONE
        if view.is_closed and command == "confirm":
            return None
        if over := why_over(self.casebook, view.id):
            return over
        if view.day > self.desk_app.today:
            return TO_COME
        if command == "close_hours":
            still = len(view.open_rows)
            return f"Nog {still} te kiezen." if still else None
        if command == "confirm":
            return None
        if row is None:
            return NOBODY_HERE
        return None if row.is_open else SETTLED

    def hush(self) -> None:
        self._minded = ""
        super().hush()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("confirm")

    @on(Rows.Highlighted)
    def _mind(self) -> None:
        """Which keys work depends on the row; so does what to mind."""
        self.refresh_bars()
        row, minded = self._row, self._minded
        self._minded = row.choice.caution if row and row.choice else ""
        if self._minded or minded:
            self.say(self._minded)

    async def do_confirm(self) -> None:
        """Take over the proposal; with all chosen close, and then go on to what goes back."""
        view, row = self._view, self._row
        assert view
        if view.is_closed:
            await self.do_report()
        elif not view.open_rows:
            self.do_close_hours()
        elif row and row.choice:
            self._decide(row, row.choice.decision)
        else:
            self._to_next_open()

    def do_again(self) -> None:
        self._choose_for(Decision.AGAIN)

    def do_call(self) -> None:
        self._choose_for(Decision.CALL)

    def do_wait(self) -> None:
        self._choose_for(Decision.WAIT)

    def do_colleague(self) -> None:
        self._choose_for(Decision.COLLEAGUE)

    def do_no_more(self) -> None:
        self._choose_for(Decision.STOP)

    def _choose_for(self, decision: Decision) -> None:
        row = self._row
        assert row
        self._decide(row, decision)

    def _decide(self, row: ClosingRow, decision: Decision) -> None:
        from spreekuur.actions.closing import decide
        from spreekuur.rules.closing import CALLING

        proposed = row.choice is not None and row.choice.decision is decision
        action = (row.choice.action if proposed and row.choice else "") or CALLING
        today = self.desk_app.today
        decide(self.casebook, row.appointment_id, decision, today, action=action)
        self.reload()
        rows = self._view.rows if self._view else ()
        steps = (one.step for one in rows if one.appointment_id == row.appointment_id)
        self._to_next_open()
        self.say(decided(decision, next(steps, None), today))

    def do_close_hours(self) -> None:
        """The afternoon is done; what goes back to school comes next."""
        from spreekuur.actions.closing import close_office_hours

        close_office_hours(self.casebook, self._office_hours_id, self.desk_app.today)
        self.reload()
        if self._view:
            self.say(closed(self._view))

    async def do_report(self) -> None:
        """What goes back to school of this day."""
        from spreekuur.tui.screens.feedback import FeedbackDesk

        assert self._view
        await self.app.push_screen(FeedbackDesk(self._view.school_id, self._view.day))
