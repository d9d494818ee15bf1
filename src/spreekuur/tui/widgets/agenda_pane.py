"""Beside the agenda: the places of the spreekuur under the cursor, or what a step is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from spreekuur.rules.date_words import clock, short_day
from spreekuur.tui.lines import MUTED, STRONG, line, stack
from spreekuur.tui.today_rows import Drawing, about_whom
from spreekuur.tui.widgets.row_columns import Column, fitted
from spreekuur.tui.widgets.row_source import Head
from spreekuur.views.today import Move
from spreekuur.views.weeks import PlannedHours

if TYPE_CHECKING:
    from spreekuur.store.connection import Connection
    from spreekuur.tui.desk import Desk
    from spreekuur.views.agenda import OfficeHoursView

REST_SECONDS = 0.05
"""How long the cursor stands still before the thing under it is read."""
TALKS = 2
GRID = (
    Column(5, right=True),
    Column(1),
    Column(),
    Column(5),
    Column(16, needs=46),
    Column(15, right=True, needs=68),
)
"""Time, sign, name and class; reason and attendance where there is room."""


class AgendaPane(Static):
    """Stands on a `Desk`. Where it isn't displayed nothing is read."""

    can_focus = False

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown_thing: PlannedHours | Move | None = None
        self._resting: Timer | None = None

    def on_resize(self) -> None:
        self.show(self._shown_thing)

    def rest_on(self, thing: PlannedHours | Move | None) -> None:
        """Show this as soon as nothing else follows."""
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST_SECONDS, lambda: self.show(thing))

    def show(self, thing: PlannedHours | Move | None) -> None:
        """Show this as the file holds it now; None shows nothing."""
        self._shown_thing = thing
        if self.display and self.size.width:
            self.update(stack(self._lines(thing)), layout=False)

    def _lines(self, thing: PlannedHours | Move | None) -> Sequence[Content]:
        if thing is None:
            return []
        desk: Desk = self.screen  # type: ignore[assignment]
        app = desk.desk_app
        how, width = Drawing(app.today, desk.shielded), self.content_size.width
        with app.casebook.read() as connection:
            if isinstance(thing, PlannedHours):
                return hours_lines(connection, thing, how, width)
            if thing.pupil_id:
                return _pupil_lines(connection, thing.pupil_id, how, width)
            return _said_lines(connection, thing, how, width)


def hours_lines(
    connection: Connection, hours: PlannedHours, how: Drawing, width: int
) -> Sequence[Content]:
    """A spreekuur with everybody on its list, its break and who waits."""
    from spreekuur.tui.afternoon import place_rows
    from spreekuur.views.agenda import office_hours_by_id

    view = office_hours_by_id(connection, hours.id)
    if view is None:
        return []
    lines = [*_where(view, how, width), line("")]
    for row in place_rows(view, None, initials=False, shielded=how.shielded):
        if isinstance(row, Head):
            left, right = (part if isinstance(part, str) else part[0] for part in row)
            lines.append(line((left, STRONG if right else MUTED), f" {right}"))
        else:
            parts = ((text, look or row.look) for text, look in fitted(row.parts, GRID, width))
            lines.append(line(*parts))
    return lines


def _where(view: OfficeHoursView, how: Drawing, width: int) -> Sequence[Content]:
    head = f"{view.school} · {short_day(view.day, how.today)}"
    hours = f"{clock(view.starts)}-{clock(view.ends)}"
    where = f"{hours} · {view.room}" if view.room else hours
    taken = f"{len(view.taken)} van {len(view.places)} plekken"
    lines = [line((head, STRONG)), line((where, MUTED)), line((taken, MUTED))]
    return [one.truncate(width, ellipsis=True) for one in lines]


def _pupil_lines(
    connection: Connection, pupil_id: int, how: Drawing, width: int
) -> Sequence[Content]:
    from spreekuur.tui.preview import preview
    from spreekuur.views.card import pupil_card
    from spreekuur.views.caseload import caseload_row
    from spreekuur.views.timeline import timeline

    card = pupil_card(connection, pupil_id, how.today)
    row = caseload_row(connection, pupil_id, how.today)
    if card is None or row is None:
        return []
    talks = timeline(connection, pupil_id, TALKS)
    return preview(card, row, talks, how.today, width, shielded=how.shielded)


def _said_lines(connection: Connection, move: Move, how: Drawing, width: int) -> Sequence[Content]:
    """The note that a step with a school, or with somebody unknown, comes from."""
    from spreekuur.tui.preview import talk
    from spreekuur.views.timeline import entry

    said = entry(connection, move.conversation_id) if move.conversation_id else None
    told = talk(said, how.today, width, shielded=how.shielded) if said else []
    return [line((about_whom(move, how), STRONG)), line(""), *told]
