"""The live spreekuur: one jongere at the table, the rest of the afternoon beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widgets import Static

from spreekuur.actions.office_hours import (
    free_place,
    give_place,
    mark_attendance,
    wait_for_place,
)
from spreekuur.rules.labels import Attendance
from spreekuur.tui.afternoon import COLUMNS, GONE, header, next_open, place_rows, strip
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.lines import MUTED, line, paragraph
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.screens.talk import Talk
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.row_source import Head
from spreekuur.tui.widgets.rows import Rows
from spreekuur.tui.widgets.table import ROOMY
from spreekuur.views.agenda import OfficeHoursView, Place

TWO_PANES = 100
"""Columns from which the list stands beside the table."""

WAITS = "Alle plekken zijn bezet: op de wachtlijst gezet. u maakt het ongedaan."

MARKS = ("present", "late", "absent", "cancelled", "sick", "not_fetched", "take_off")
"""What is said of the jongere under the cursor."""

NOBODY = "Nog niemand op de lijst. l plakt de lijst van school, i zet er één jongere bij."
LIST_CELLS = 40
"""The list where it stands beside the table, as in styles/office_hours.tcss."""

HERE = frozenset(one.id for scope in ("spreekuur", "tafel") for one in SCOPES[scope])
"""What needs the spreekuur to be there."""


class OfficeHoursDesk(Talk):
    """The spreekuur of this afternoon: the table, and with Escape the list."""

    about = (
        "Wie er aan tafel zit en wat er is afgesproken, met eronder de notitie. Esc toont de hele "
        "middag."
    )
    BINDINGS = bindings("nakijken", "tafel", "antwoord", "spreekuur", "terug")

    def __init__(self, office_hours_id: int, appointment_id: int | None = None) -> None:
        """With `appointment_id` that jongere comes first, else the first who is still invited."""
        super().__init__(office_hours_id)
        self._first = appointment_id
        self._list = Rows(COLUMNS)

    @property
    def again(self) -> Callable[[], OfficeHoursDesk]:
        return partial(OfficeHoursDesk, self.office_hours_id, self.at_table)

    def compose(self) -> ComposeResult:
        # Before the first layout, so that no frame shows two panes where one fits.
        self._fit(self.app.size)
        yield Static(id="header")
        yield Static(id="strip")
        yield RuleLine()
        with Horizontal(id="afternoon"):
            with Vertical(id="afternoon-left"):
                yield self._list
                yield self.helping
            yield self.table
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        view = self.view
        first = next((one for one in self.taken if one.appointment_id == self._first), None)
        first = first or (next_open(view, None) if view else None)
        if first is not None:
            self.sit_down(first)
        else:
            self.to_list()
        self.set_interval(20, self.draw_afternoon)

    def scopes_now(self) -> Sequence[str]:
        if self.listing:
            return ("lijst", "spreekuur")
        answer = ("antwoord",) if self.check_action("do", ("answer",)) else ()
        return ("nakijken", *answer, "tafel")

    def commands_now(self) -> list[tuple[Command, bool]]:
        """In the list without the marks, where the cursor is on nobody."""
        place = self._under_cursor
        nobody = self.listing and not (place and place.appointment_id)
        return [
            (one, able) for one, able in super().commands_now() if not (nobody and one.id in MARKS)
        ]

    @on(Rows.Highlighted)
    def _name_its_keys(self) -> None:
        self.refresh_bars()

    @property
    def listing(self) -> bool:
        """Whether the hands are on the list instead of in the note."""
        return self.has_class("-listing")

    def on_resize(self, event: events.Resize) -> None:
        self._fit(event.size)
        self.draw_afternoon()

    def _fit(self, size: Size) -> None:
        self.set_class(size.width < TWO_PANES, "-narrow")
        self.set_class(size.height < ROOMY, "-low")

    def on_descendant_focus(self) -> None:
        self._take_up(listing=self.focused is self._list)

    def _take_up(self, *, listing: bool) -> None:
        """The hands go to the list, or to the note."""
        if listing != self.listing:
            self.set_class(listing, "-listing")
            self.draw_afternoon()

    def to_list(self) -> None:
        """Names become readable: nobody but she looks at the screen now."""
        self.table.editor.flush()
        self.forget_no_show()
        self._take_up(listing=True)
        self.set_focus(self._list)

    def sit_down(self, place: Place) -> None:
        self.remove_class("-listing")
        super().sit_down(place)
        self._list.move_to(("place", place.appointment_id))
        self.set_focus(self.table.editor.area)

    def nobody_left(self) -> None:
        self.to_list()

    def draw_afternoon(self) -> None:
        """The header, the signs of the afternoon and the list."""
        view, current = self.view, self.at_table
        width = self.size.width - 2
        if view is None:
            self.query_one("#header", Static).update(line((GONE, MUTED)))
            self.query_one("#strip", Static).update("")
            self._list.show((), empty="")
            return
        now = self.desk_app.now
        self.query_one("#header", Static).update(header(view, current, now, width), layout=False)
        self.query_one("#strip", Static).update(strip(view, current, width), layout=False)
        shielded = self.shielded
        how = {"initials": not self.listing, "shielded": shielded, "written": self.writing}
        self._list.show([*self._nobody_yet(view), *place_rows(view, current, **how)])

    def _nobody_yet(self, view: OfficeHoursView) -> list[Head]:
        """Which keys fill an empty spreekuur."""
        if view.taken:
            return []
        room = self.size.width if self.has_class("-narrow") else LIST_CELLS
        return [*(Head((row, MUTED)) for row in paragraph(NOBODY, room - 6)), Head()]

    def reload(self) -> None:
        super().reload()
        self.draw_afternoon()

    async def do_back(self) -> None:
        """From the note to the list, from the list to where she came from."""
        if self.listing:
            await self.desk_app.do_back()
        else:
            self.to_list()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """The jongere under the cursor comes to the table; on a free place one is picked."""
        place = self._under_cursor
        if place is not None and place.appointment_id:
            self.sit_down(place)
        else:
            await self.action_do("squeeze_in")

    @property
    def _under_cursor(self) -> Place | None:
        return self._place_at(self._list.cursor_key)

    def _place_at(self, key: object) -> Place | None:
        kind, value = key if isinstance(key, tuple) else ("", None)
        if kind == "place":
            return next((one for one in self.taken if one.appointment_id == value), None)
        if kind == "free" and (view := self.view):
            return next((one for one in view.free if one.at == value), None)
        return None

    def why_not(self, command: str) -> str | None:
        if command in HERE and self.view is None:
            return GONE
        if command in MARKS and self.listing:
            place = self._under_cursor
            if place is None or not place.appointment_id:
                return "Zet de cursor op een jongere in de lijst."
        return super().why_not(command)

    def do_present(self) -> None:
        """What F3 does, when the cursor is on who sits at the table; else only the mark."""
        place = self._under_cursor
        if place and place.appointment_id == self.at_table:
            self.do_next()
        else:
            self._mark(Attendance.PRESENT)

    def do_absent(self) -> None:
        place = self._under_cursor
        if place and place.appointment_id == self.at_table:
            self.do_no_show()
        else:
            self._mark(Attendance.NO_SHOW)

    def do_late(self) -> None:
        self._mark(Attendance.LATE)

    def do_cancelled(self) -> None:
        self._mark(Attendance.CANCELLED)

    def do_sick(self) -> None:
        self._mark(Attendance.SICK)

    def do_not_fetched(self) -> None:
        self._mark(Attendance.NOT_FETCHED)

    def _mark(self, attendance: Attendance) -> None:
        place = self._under_cursor
        assert place
        assert place.appointment_id
        mark_attendance(self.casebook, place.appointment_id, attendance)
        self.reload()
        self.say(f"{attendance.capitalize()}. u maakt het ongedaan.")

    def do_take_off(self) -> None:
        """The jongere leaves the list; what was said stays in the dossier."""
        place = self._under_cursor
        assert place
        assert place.appointment_id
        free_place(self.casebook, place.appointment_id)
        self.reload()
        self.say("Van de lijst gehaald. u maakt het ongedaan.")

    async def do_squeeze_in(self) -> None:
        """Pick a jongere for the free place under the cursor, else for the first free one."""
        from spreekuur.tui.screens.pick import Pick, Picked

        place = self._under_cursor
        at = place.at if place and not place.appointment_id else None

        def put(picked: Picked | None) -> None:
            if picked and picked.kind == "pupil":
                self.attempt(lambda: self._squeeze_in(picked.id, at))
                self.reload()

        await self.app.push_screen(Pick("Wie komt er op deze plek?"), put)

    def _squeeze_in(self, pupil_id: int, at: time | None) -> None:
        """On that place or the first free one; where all are taken on the waiting list."""
        view = self.view
        if view and not view.free:
            wait_for_place(self.casebook, self.office_hours_id, pupil_id, self.desk_app.today)
            self.say(WAITS)
        else:
            give_place(self.casebook, self.office_hours_id, pupil_id, at=at)

    async def do_list(self) -> None:
        await self.desk_app.paste_list(self.office_hours_id)
