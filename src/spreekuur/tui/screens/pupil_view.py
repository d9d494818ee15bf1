"""Leerling kijkt mee: only what was agreed with this jongere, large, and no other name."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from spreekuur.rules.cells import columns
from spreekuur.tui import signs
from spreekuur.tui.aside import Pages
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, line, paragraph, stack
from spreekuur.tui.registry import EVERYWHERE
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.for_pupil import ForPupil, GoalShown, for_pupil

WIDEST = 62
"""Cells of a line that reads easily from beside the laptop."""
NOTHING = "Er is nog niets afgesproken."
TALK = "gesprek:"
LEADS_AWAY = frozenset(one.id for one in EVERYWHERE) - {"help", "lock", "shield", "leave"}
"""What would bring other names into view."""
BACK_FIRST = "Esc gaat eerst terug."


class PupilView(Desk):
    """Opened from the note, the list or the dossier; Escape goes back to exactly there."""

    CSS_PATH = stylesheets("pupil_view")
    scopes = ("meekijken",)
    BINDINGS = bindings("meekijken", "terug")
    AUTO_FOCUS = "Pages"
    about = "Wat er is afgesproken, voor wie naast je zit. Er staat geen andere naam op dit scherm."

    def __init__(self, pupil_id: int) -> None:
        super().__init__()
        self._pupil_id = pupil_id
        self._shown: ForPupil | None = None

    def compose(self) -> ComposeResult:
        with Pages():
            yield Static(id="for-pupil", markup=False)
        with Vertical(id="bottom"):
            yield from self.bars()

    @property
    def subject(self) -> int | None:
        return self._pupil_id

    def why_not(self, command: str) -> str | None:
        return BACK_FIRST if command in LEADS_AWAY else super().why_not(command)

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Only what shows no other name."""
        return [pair for pair in super().commands_now() if pair[0].id not in LEADS_AWAY]

    def on_mount(self) -> None:
        self.reload()
        self.watch(self.query_one(Pages), "scroll_y", self._count_rest)

    def on_resize(self, event: events.Resize) -> None:
        self._draw()

    def reload(self) -> None:
        """What is being typed about this jongere counts as if it were kept."""
        app = self.desk_app
        drafts = [one for one in self.casebook.drafts.all() if one.pupil_id == self._pupil_id]
        typed = next((one for one in drafts if one.place.startswith(TALK)), None)
        number = typed.place.removeprefix(TALK) if typed else ""
        with self.casebook.read() as connection:
            self._shown = for_pupil(
                connection,
                self._pupil_id,
                app.today,
                app.clock,
                concept=typed.text if typed else "",
                appointment_id=int(number) if number.isdigit() else None,
            )
        self._draw()

    def redraw(self) -> None:
        self._draw()

    def _draw(self) -> None:
        width = self.size.width - 2
        if width > 0:
            lines = self._lines(min(width, WIDEST))
            left = " " * max(0, (width - min(width, WIDEST)) // 2)
            self.query_one("#for-pupil", Static).update(stack(line(left, one) for one in lines))
            self.call_after_refresh(self._count_rest)

    def _lines(self, width: int) -> list[Content]:
        shown, blank = self._shown, line("")
        if shown is None:
            return [blank, line((NOTHING, MUTED))]
        name = shown.initials if self.shielded else shown.given
        title = f"{name}, dit spraken we af" if name else "Dit spraken we af"
        lines = [blank, *_centred([(title, STRONG)], width), blank, blank]
        for said, until in shown.agreements:
            lines += [*self._said(said, width), *self._said(until, width, MUTED), blank, blank]
        if not shown.agreements:
            lines += [*_centred([(NOTHING, MUTED)], width), blank, blank]
        for goal in shown.goals:
            lines += [*_centred([("Je doel", STRONG)], width), blank, *self._goal(goal, width)]
        if shown.next_time:
            lines += self._said(shown.next_time, width)
        return lines

    def _goal(self, goal: GoalShown, width: int) -> list[Content]:
        lines = self._said(goal.text, width)
        if goal.steps:
            done, every = goal.steps
            bar = " ".join(signs.FULL * done + signs.EMPTY * (every - done))
            lines += _centred([(bar, ACCENT)], width)
        return [*lines, *self._said(goal.stands, width, MUTED), line(""), line("")]

    def _said(self, text: str, width: int, look: str = "") -> list[Content]:
        rows = paragraph(words(text, self.shielded), width) if text else []
        return _centred([(row, look) for row in rows], width)

    def _count_rest(self) -> None:
        pages = self.query_one(Pages)
        more = pages.max_scroll_y - round(pages.scroll_y) > 0
        self.query_one(StatusLine).count("j verder" if more else "")


def _centred(rows: list[tuple[str, str]], width: int) -> list[Content]:
    return [line(" " * max(0, (width - columns(text)) // 2), (text, look)) for text, look in rows]
