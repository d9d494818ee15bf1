"""A month of the agenda as a grid of weeks and days, with a cursor on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from spreekuur.tui import signs
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, WARN
from spreekuur.tui.month_cells import (
    FREE,
    LEAD,
    WEEK_NUMBER,
    Grid,
    Line,
    day_lines,
    grid_in,
    head,
    title,
    weeks_of,
)
from spreekuur.tui.today_rows import Drawing
from spreekuur.tui.widgets.line_styles import LineStyles, component
from spreekuur.tui.widgets.row_columns import fit, spread
from spreekuur.views.weeks import Agenda

HEADS = 2
LOOKS = ("cursor", MUTED, STRONG, ACCENT, WARN)
_DAY = timedelta(days=1)
EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)


class Month(Widget, can_focus=True):
    """Drawn line by line, each week once until something changes. `show` fills it.

    A click moves the cursor; a click on the day under the cursor chooses it, as Enter does.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {component("month", look) for look in LOOKS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("h,left", "move(-1)", show=False),
        Binding("l,right", "move(1)", show=False),
        Binding("k,up", "move(-7)", show=False),
        Binding("j,down", "move(7)", show=False),
        Binding("g,home", "first", show=False),
        Binding("G,end", "last", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor came on another day."""

        on: date

    @dataclass
    class Chosen(Message):
        """Enter or a second click on a day."""

        on: date

    def __init__(self, agenda: Agenda, how: Drawing, on: date) -> None:
        super().__init__()
        self._agenda, self._how = agenda, how
        self.cursor = on
        self._strips: dict[int, Strip] = {}
        self._style = LineStyles(self, "month")

    def show(self, agenda: Agenda, how: Drawing) -> None:
        """Show what is planned now, the cursor on the same day."""
        self._agenda, self._how = agenda, how
        self._forget()

    def move_to(self, on: date) -> None:
        """Put the cursor on a day, in whichever month."""
        on = max(EARLIEST, min(on, LATEST))
        if on != self.cursor:
            self.cursor = on
            self._forget()
            self.post_message(self.Highlighted(on))

    def action_move(self, days: int) -> None:
        self.move_to(self.cursor + _DAY * days)

    def action_first(self) -> None:
        self.move_to(self.cursor.replace(day=1))

    def action_last(self) -> None:
        self.action_first()
        self.turn(1)
        self.action_move(-1)

    def action_choose(self) -> None:
        self.post_message(self.Chosen(self.cursor))

    def turn(self, months: int) -> None:
        """Another month, on the same day of it or the last that it has."""
        number = self.cursor.year * 12 + self.cursor.month - 1 + months
        first = date(number // 12, number % 12 + 1, 1)
        last = (first + 31 * _DAY).replace(day=1) - _DAY
        self.move_to(min(first + _DAY * (self.cursor.day - 1), last))

    def on_click(self, event: events.Click) -> None:
        on = self._day_at(event.x, event.y)
        if on is None:
            return
        if on == self.cursor:
            self.action_choose()
        else:
            self.move_to(on)

    def on_mouse_scroll_down(self) -> None:
        self.turn(1)

    def on_mouse_scroll_up(self) -> None:
        self.turn(-1)

    def on_focus(self) -> None:
        self._forget()

    def on_blur(self) -> None:
        self._forget()

    def on_resize(self) -> None:
        self._forget()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._style.forget()
        self._forget()

    def _forget(self) -> None:
        self._strips.clear()
        self.refresh()

    @property
    def _grid(self) -> Grid:
        weeks = len(weeks_of(self.cursor))
        return grid_in(self.size.width, self.size.height - HEADS, weeks)

    def _day_at(self, x: int, y: int) -> date | None:
        grid, mondays = self._grid, weeks_of(self.cursor)
        week = (y - HEADS) // grid.height
        if x < WEEK_NUMBER or not 0 <= week < len(mondays):
            return None
        left = WEEK_NUMBER
        for at in range(7):
            left += grid.width(at)
            if x < left:
                return mondays[week] + _DAY * at
        return None

    def render_line(self, y: int) -> Strip:
        if not self._strips:
            self._draw()
        return self._strips.get(y) or Strip.blank(self.size.width, self._style(""))

    def _draw(self) -> None:
        """All lines of the month: a title, the names of the days, the weeks."""
        width, grid = self.size.width, self._grid
        legend = (f"{signs.EMPTY} {FREE}", MUTED)
        heads = (
            list(spread((f" {title(self.cursor)}", STRONG), legend, width - 1)),
            [(head(grid), MUTED)],
        )
        for y, parts in enumerate(heads):
            self._strips[y] = self._strip(parts)
        y = HEADS
        for monday in weeks_of(self.cursor):
            for row in self._week(monday, grid):
                self._strips[y] = self._strip(row)
                y += 1

    def _week(self, monday: date, grid: Grid) -> list[list[Line]]:
        number = (fit(f"{monday.isocalendar().week:>2}", WEEK_NUMBER), MUTED)
        rows: list[list[Line]] = [
            [number],
            *([(" " * WEEK_NUMBER, "")] for _ in range(grid.height - 1)),
        ]
        for at in range(7):
            on = monday + _DAY * at
            lines = day_lines(on, self.cursor.month, self._agenda, self._how, grid)
            if on == self.cursor:
                text, look = lines[0]
                look = "cursor" if self.has_focus else look
                lines[0] = (f"{fit(signs.CURSOR, LEAD)}{text[LEAD:]}", look)
            for row, part in zip(rows, lines, strict=True):
                row.append(part)
        return rows

    def _strip(self, parts: list[Line]) -> Strip:
        segments = [Segment(text, self._style(look)) for text, look in parts]
        return Strip(segments).simplify().adjust_cell_length(self.size.width, self._style(""))
