"""The list of the school for one spreekuur: pasted or typed, and read line by line beside it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from spreekuur.exchange.list_matches import ListMatcher
from spreekuur.exchange.list_places import place_list
from spreekuur.exchange.list_remarks import Remarks
from spreekuur.rules.list_flags import Listed
from spreekuur.rules.note_lines import LineKind, LineState, NoteLine
from spreekuur.rules.text import clean
from spreekuur.store.connection import Connection
from spreekuur.tui.commands import bindings
from spreekuur.tui.lines import MUTED, line
from spreekuur.tui.list_lines import ASKS, list_title, placed_line, read_line
from spreekuur.tui.list_reading import NEW, ListRead, ListReader
from spreekuur.tui.list_reading import NOBODY as DOUBLE
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.over import why_over
from spreekuur.tui.read_beside import GONE, ReadBeside
from spreekuur.tui.screens.pick import Pick, Picked
from spreekuur.tui.shown import words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.views.listed import closes_on, listed
from spreekuur.views.people import PupilName, pupil_by_id

NO_PLACE = "Zet de cursor op een jongere die een plek krijgt."
NOBODY = "Nog niemand herkend. F5 kiest wie een regel is, + maakt een nieuwe jongere."


class ListArea(NoteArea):
    """The list as text. `+` is left to the screen first, which gives it back as text."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        return key != "plus" and super().check_consume_key(key, character)


class SchoolList(ReadBeside):
    """Who stands on the list, read as people; none is stored before F2."""

    CSS_PATH = stylesheets("read_beside", "school_list")
    scopes = ("schoollijst",)
    BINDINGS = bindings("schoollijst", "terug")
    about = (
        "Op elke regel een naam, en zo mogelijk klas en reden. Rechts staat wie dat is en welke"
        " plek het wordt; een regel met + vooraan wordt een nieuwe jongere."
    )
    called = "Lijst van school"
    placeholder = "Plak hier de lijst van school, of typ: Groot, Sam de;4H2;7x te laat"
    draft_kind = "lijst"

    def __init__(self, office_hours_id: int) -> None:
        super().__init__(office_hours_id, ListArea, RuleLine(ASKS, "zo gelezen"))
        self._chosen: dict[str, PupilName] = {}
        self._turned: dict[str, bool] = {}
        self._reader: ListReader | None = None
        self._read = ListRead()

    def below(self) -> ComposeResult:
        yield Static(id="list-about")
        yield Static(id="list-hint")

    def look_up(self, connection: Connection) -> None:
        hours, today = self.hours, self.desk_app.today
        self._reader = None
        if hours:
            closing = closes_on(connection, hours.id)
            remarks = Remarks(self._known, hours, today, closing)
            self._reader = ListReader(ListMatcher(connection, hours), hours, remarks)
            self.rule.say(list_title(closing, today))

    def _known(self, pupil_ids: Collection[int]) -> Mapping[int, Listed]:
        """What is known of these jongeren, on the day of this spreekuur."""
        assert self.hours
        with self.casebook.read() as connection:
            return listed(connection, pupil_ids, self.hours.day)

    def read(self, text: str) -> None:
        reader = self._reader
        self._read = reader.read(text, self._chosen, self._turned) if reader else ListRead()

    @property
    def counted(self) -> Content:
        return line(self._read.counts)

    def draw(self) -> None:
        """What F2 would do, and what there is to know of one line, too."""
        super().draw()
        hint = (self._read.refusal or self._read.promise) if self.hours else GONE
        self.query_one("#list-hint", Static).update(line((hint, MUTED)))
        self._draw_about()

    @on(NoteArea.SelectionChanged)
    def _draw_about(self) -> None:
        """What there is to know of the line with the cursor, in full."""
        read = self._read.lines.get(self._current[0])
        about = ""
        if read:
            about = read.asks or " · ".join(flag.long for flag in read.flags)
        shown = words(about[:1].upper() + about[1:], self.shielded)
        self.query_one("#list-about", Static).update(line(shown))

    def reading_of(self, number: int) -> NoteLine:
        """With the place at the right edge."""
        read = self._read.lines.get(number + 1)
        if read is None:
            return NoteLine("")
        state = LineState.DOUBTFUL if read.doubtful else LineState.GOOD
        return NoteLine("", LineKind.TEXT, state, read_line(read, self.readings.size.width - 2))

    @property
    def _current(self) -> tuple[int, str]:
        """The number of the line with the cursor, from 1, and its text without mark."""
        row = self.area.cursor_location[0]
        return row + 1, clean(NEW.sub("", self.area.document.get_line(row)))

    @property
    def _in_doubt(self) -> bool:
        return self._current[0] in self._read.doubtful

    def why_not(self, command: str) -> str | None:
        if command in ("save", "who", "new_pupil", "to_colleague") and self.hours is None:
            return GONE
        if command in ("who", "new_pupil") and not self._in_doubt:
            return "Zet de cursor op een regel met ?."
        if command == "to_colleague" and not self._may_turn:
            return NO_PLACE
        if command == "save" and not self._read.taken + self._read.discussions:
            return self._read.refusal or NOBODY
        if command == "save" and (over := why_over(self.casebook, self.office_hours_id)):
            return over
        return super().why_not(command)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`+` makes a new jongere of a line with `?`; on any other line it is text."""
        if parameters == ("new_pupil",):
            return self.focused is self.area and self._in_doubt
        return super().check_action(action, parameters)

    def do_new_pupil(self) -> None:
        self.area.insert("+ ", (self._current[0] - 1, 0), maintain_selection_offset=True)

    @property
    def _may_turn(self) -> bool:
        """Whether the line with the cursor is somebody who gets a place."""
        number = self._current[0]
        rows = (one.row for one in self._read.matches if one.row.line == number)
        new = number in self._read.create or any(row.discussion for row in rows)
        read = self._read.lines.get(number)
        return read is not None and read.place not in ("", DOUBLE) and not new

    def do_to_colleague(self) -> None:
        """The place of this line stands bij collega, or with her after all."""
        number, text = self._current
        self._turned[text] = number not in self._read.colleague
        self.read_again()

    async def do_who(self) -> None:
        """Pick who the line with the cursor means."""
        number, text = self._current
        rows = (match.row for match in self._read.matches if match.row.line == number)
        typed = next((row.surname or row.given for row in rows), "")

        def choose(picked: Picked | None) -> None:
            if picked and picked.kind == "pupil":
                with self.casebook.read() as connection:
                    pupil = pupil_by_id(connection, picked.id)
                if pupil:
                    self._chosen[text] = pupil
                    self.read_again()

        await self.app.push_screen(Pick("Wie is dit?", typed, of=text), choose)

    async def do_save(self) -> None:
        """Put who is known in the places; lines with `?` stay here."""
        self.keep()
        read, rest, hours = self._read, self._left_over(), self.hours
        assert hours
        with self.casebook.change("Lijst van school verwerkt"):
            placed = place_list(
                self.casebook,
                hours,
                read.matches,
                self.desk_app.today,
                chosen=read.chosen,
                create=read.create,
                colleague=read.colleague,
            )
            if rest:
                self.casebook.drafts.keep(self.draft, rest)
            else:
                self.casebook.drafts.drop(self.draft)
        await self.go_on(rest, placed_line(placed), "Regels met ? staan hier nog.")

    def _left_over(self) -> str:
        doubtful = self._read.doubtful
        lines = enumerate(self.area.text.split("\n"), 1)
        return "\n".join(text for number, text in lines if number in doubtful)
