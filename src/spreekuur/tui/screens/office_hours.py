"""The live spreekuur: one jongere at the table, the rest of the afternoon beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.widgets import Static

from spreekuur.rules.labels import Attendance
from spreekuur.tui.afternoon import GONE, header, next_open, strip
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.over import why_over
from spreekuur.tui.paper_roads import PaperRoads
from spreekuur.tui.place_rows import COLUMNS, Drawn, nobody_yet, place_rows
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.screens.places import ON_NOBODY
from spreekuur.tui.screens.walking_in import WalkingIn
from spreekuur.tui.widgets.bars import KeyBar, RuleLine
from spreekuur.tui.widgets.rows import Rows
from spreekuur.tui.widgets.table import ROOMY
from spreekuur.views.agenda import Place, Waiting
from spreekuur.views.waiting import waiting_later

TWO_PANES = 100
"""Columns from which the list stands beside the table."""

LIST_CELLS = 40
"""The list where it stands beside the table, as in styles/office_hours.tcss."""

HERE = frozenset(one.id for scope in ("spreekuur", "tafel") for one in SCOPES[scope])
"""What needs the spreekuur to be there."""
CHANGES = ON_NOBODY | {
    *("next", "no_show", "skip", "squeeze_in", "from_waiting", "discussion", "from_paper", "list")
}
"""What no longer goes once the spreekuur was closed."""
OF_CURSOR = {"next": "present", "no_show": "absent"}
"""In the list F3 and F4 are about who is under the cursor, as their letters are."""


class OfficeHoursDesk(PaperRoads, WalkingIn):
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
        self.set_interval(20, self._pass_time)
        self.desk_app.prepare_to_write()

    def _pass_time(self) -> None:
        if self.is_active:
            self.draw_afternoon()

    def scopes_now(self) -> Sequence[str]:
        answer = ("antwoord",) if self.check_action("do", ("answer",)) else ()
        if self.listing:
            return (*answer, "spreekuur", "lijst")
        return ("nakijken", *answer, "tafel")

    def commands_now(self) -> list[tuple[Command, bool]]:
        """In the list without the marks where the cursor is on nobody, or on somebody waiting."""
        place, waits = self.under_cursor, self.waiting_under_cursor
        nobody = self.listing and not (place and place.appointment_id)
        left_out = ON_NOBODY - {"take_off"} if waits else ON_NOBODY
        return [
            (one, able)
            for one, able in super().commands_now()
            if not (nobody and one.id in left_out)
        ]

    @on(Rows.Highlighted)
    def _name_its_keys(self) -> None:
        if self.listing and self.has_questions:
            self.forget_questions()
        self.refresh_bars()

    @property
    def listing(self) -> bool:
        """Whether the hands are on the list instead of in the note."""
        return self.has_class("-listing")

    @property
    def beside_her(self) -> int | None:
        """In the list who is under the cursor."""
        place = self.under_cursor
        return (place.pupil_id if place else None) if self.listing else self.subject

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
            self._turn(listing=listing)
            if listing:
                self.forget_questions()
            self.count_shared()
            self.draw_afternoon()

    def _turn(self, *, listing: bool) -> None:
        """Only where the hands are on the list the keys take two rows: there they are many."""
        self.set_class(listing, "-listing")
        self.query_one(KeyBar).take_rows(2 if listing else 1)

    def to_list(self) -> None:
        """Names become readable: nobody but she looks at the screen now."""
        self.table.editor.flush()
        self.forget_questions()
        self._take_up(listing=True)
        self.set_focus(self._list)

    def sit_down(self, place: Place) -> None:
        self._turn(listing=False)
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
        self.query_one("#strip", Static).update(strip(view, current, now, width), layout=False)
        room = self.size.width if self.has_class("-narrow") else LIST_CELLS
        self._list.show([*nobody_yet(view, room), *place_rows(view, current, self._drawn())])

    def _drawn(self) -> Drawn:
        """How the list is drawn now; what asks for care is only read where names are."""
        if not self.listing:
            return Drawn(initials=True, shielded=self.shielded, written=self.concepts)
        from spreekuur.views.today_hours import places_with_care

        with self.casebook.read() as connection:
            care = places_with_care(connection, self.office_hours_id)
            later = waiting_later(connection, self.office_hours_id)
        slim = not self.has_class("-narrow")
        return Drawn(False, self.shielded, self.concepts, self.desk_app.today, care, slim, later)

    def reload(self) -> None:
        super().reload()
        self.draw_afternoon()

    async def do_back(self) -> None:
        """Out of a question, then from the note to the list, then to where she came from."""
        if self.withdraw():
            return
        if self.listing:
            await self.desk_app.do_back()
        else:
            self.to_list()

    @on(Rows.Chosen)
    async def _choose(self) -> None:
        await self.action_do("open")

    async def do_open(self) -> None:
        """The jongere under the cursor comes to the table; on a free place one is picked.

        Of who waits the dossier opens, of a casuïstiekbespreking a note about the school.
        """
        place, entry = self.under_cursor, self.waiting_under_cursor
        if entry is not None:
            await self.desk_app.open_dossier(entry.pupil_id)
        elif place is None or not place.appointment_id:
            await self.action_do("squeeze_in")
        elif place.is_case_discussion and (view := self.view):
            from spreekuur.tui.screens.quick_note import QuickNote

            await self.app.push_screen(QuickNote(None, f"school:{view.school_id}"))
        else:
            self.sit_down(place)

    @property
    def under_cursor(self) -> Place | None:
        kind, value = self._key
        places = view.places if (view := self.view) else ()
        if kind == "place":
            return next((one for one in places if one.appointment_id == value), None)
        if kind == "free":
            return next((one for one in places if not one.appointment_id and one.at == value), None)
        return None

    @property
    def waiting_under_cursor(self) -> Waiting | None:
        kind, value = self._key
        view = self.view if kind == "waiting" else None
        return next((one for one in view.waiting if one.entry_id == value), None) if view else None

    @property
    def _key(self) -> tuple[str, object]:
        """What kind of row is under the cursor, and which."""
        key = self._list.cursor_key
        return key if isinstance(key, tuple) else ("", None)

    def why_not(self, command: str) -> str | None:
        if command in HERE and self.view is None:
            return GONE
        over = why_over(self.casebook, self.office_hours_id) if command in CHANGES else None
        return over or super().why_not(command)

    async def action_do(self, command: str) -> None:
        await super().action_do(OF_CURSOR.get(command, command) if self.listing else command)

    def do_undo(self) -> None:
        """The cursor of the list goes to who came back by it."""
        before = self._on_list()
        self.desk_app.do_undo()
        back = next((key for key in self._on_list() if key not in before), None)
        if self.listing and back:
            self._list.move_to(back)

    def _on_list(self) -> list[tuple[str, int | None]]:
        """The rows of the list with somebody on them, or with a casuïstiekbespreking."""
        view = self.view
        if view is None:
            return []
        taken = [one.appointment_id for one in view.places if one.appointment_id]
        waiting = [("waiting", one.entry_id) for one in view.waiting]
        return [*(("place", number) for number in taken), *waiting]

    def do_present(self) -> None:
        """What F3 does, when the cursor is on who sits at the table; else only the mark."""
        place = self.under_cursor
        if place and place.appointment_id == self.at_table:
            self.do_next()
        else:
            self.mark(Attendance.PRESENT)

    def do_absent(self) -> None:
        place = self.under_cursor
        if place and place.appointment_id == self.at_table:
            self.do_no_show()
        else:
            self.mark(Attendance.NO_SHOW)

    async def do_list(self) -> None:
        await self.desk_app.paste_list(self.office_hours_id)
