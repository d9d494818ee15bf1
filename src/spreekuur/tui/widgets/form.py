"""Forms: per line a label, what is typed, and how that is read; kept as a concept.

A form is a few lines in a `FormSheet` (tui/form_sheet.py), which brings the box, the bars, the
concept and the keys:

    class GuardianForm(FormSheet[int]):
        def __init__(self, pupil_id: int) -> None:
            self.name_line = TextLine("Naam")
            self.phone_line = TextLine("Telefoon", read=read_phone)
            self.authority = TickLine("Gezag", "heeft gezag")
            lines = (self.name_line, self.phone_line, self.authority)
            super().__init__("Ouder", lines, place=f"formulier:ouder:{pupil_id}", pupil_id=pupil_id)

        def do_save(self) -> None:
            with self.saving("Ouder of verzorger toegevoegd"):
                guardian_id = add_guardian(self.casebook, …)
            self.done(guardian_id)

    def read_phone(text: str) -> Reading:
        return Reading("06-00 00 00 01") if … else Reading("geen nummer?", doubtful=True)

A reading never blocks: what is doubtful is said, and saving stays possible unless `do_save` refuses
with a sentence. A line whose reading depends on another line is read again with `reread()` from
`on_form_edited`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from spreekuur.rules.cells import cut
from spreekuur.tui import signs
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED, WARN, line, paragraph, stack
from spreekuur.tui.literal import literal

QUIET_SECONDS = 0.2
"""From the first unwritten key to the concept in the file; a second was promised."""

LABEL = 16
GUTTER = 2


@dataclass(frozen=True, slots=True)
class Reading:
    """How a line is read; each newline begins another row of it."""

    text: str = ""
    doubtful: bool = False


class ReadingBox(Widget):
    """The reading beside a field, under it in a narrow terminal; `?` when it is doubtful."""

    can_focus = False

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.styles.height = rows
        self._rows = rows
        self._shown = Reading()

    def show(self, reading: Reading) -> None:
        if reading != self._shown:
            self._shown = reading
            self.refresh()

    def render(self) -> RenderResult:
        width = max(1, self.size.width - GUTTER)
        parts = map(literal, self._shown.text.split("\n"))
        rows = [row for part in parts for row in paragraph(part, width) if row]
        if len(rows) > self._rows:
            rows[self._rows - 1] = cut(f"{rows[self._rows - 1]} {signs.MORE}", width)
        look = WARN if self._shown.doubtful else MUTED
        first = "? " if self._shown.doubtful else " " * GUTTER
        return stack(
            line((f"{' ' * GUTTER if at else first}{row}", look))
            for at, row in enumerate(rows[: self._rows])
        )


class Tick(Widget, can_focus=True):
    """A box that space ticks (command `tick`) or a click; letters typed on it do nothing."""

    @dataclass
    class Changed(Message):
        """It was ticked, or no longer is."""

        tick: Tick

        @property
        def control(self) -> Tick:
            return self.tick

    def __init__(self, text: str, *, ticked: bool) -> None:
        super().__init__()
        self._text = text
        self.ticked = ticked

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        return key != "space" and character is not None and character.isprintable()

    def on_click(self) -> None:
        self.flip()

    def flip(self) -> None:
        """The other way round."""
        self.put(not self.ticked)

    def put(self, ticked: bool) -> None:
        """Tick it, or not."""
        if ticked != self.ticked:
            self.ticked = ticked
            self.refresh()
            self.post_message(self.Changed(self))

    def render(self) -> RenderResult:
        return line(f"[{signs.YES if self.ticked else ' '}] {self._text}")


class FormLine(Horizontal):
    """One line of a form; `value` is what stands there as text, for the concept too."""

    def __init__(self, label: str, control: Widget) -> None:
        super().__init__()
        self.label = label
        self.control = control

    def compose(self) -> ComposeResult:
        yield Static(self.label, markup=False, classes="form--label")
        yield self.control

    @property
    def value(self) -> str:
        raise NotImplementedError

    def fill(self, value: str) -> None:
        """Put something there, as if it had been typed."""
        raise NotImplementedError


class TextLine(FormLine):
    """One line of text, with how it is read at its right.

    `rows` is how many rows the reading may take. Without `read` the field takes the whole line.
    """

    def __init__(
        self,
        label: str,
        value: str = "",
        *,
        read: Callable[[str], Reading] | None = None,
        rows: int = 1,
        placeholder: str = "",
    ) -> None:
        self.field = Field(value, placeholder=placeholder, compact=True, select_on_focus=False)
        super().__init__(label, self.field)
        self._read = read
        self._box = ReadingBox(rows)

    def compose(self) -> ComposeResult:
        yield Static(self.label, markup=False, classes="form--label")
        with Horizontal(classes="form--line" if self._read else "form--line -unread"):
            yield self.field
            if self._read:
                yield self._box

    def on_mount(self) -> None:
        self.reread()

    @property
    def value(self) -> str:
        return self.field.value

    def fill(self, value: str) -> None:
        self.field.value = value
        self.field.cursor_position = len(value)
        self.reread()

    def reread(self) -> None:
        """Read what stands there again: what it depends on has changed."""
        if self._read:
            self._box.show(self._read(self.value))


class TickLine(FormLine):
    """A yes or no: `TickLine("Tolk", "is nodig")`; space changes it."""

    def __init__(self, label: str, text: str, *, ticked: bool = False) -> None:
        self.tick = Tick(text, ticked=ticked)
        super().__init__(label, self.tick)

    @property
    def ticked(self) -> bool:
        return self.tick.ticked

    @property
    def value(self) -> str:
        return "ja" if self.ticked else "nee"

    def fill(self, value: str) -> None:
        self.tick.put(value == "ja")


class Form(Vertical):
    """Lines under each other: Enter, Tab, up and down go between them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]

    @dataclass
    class Edited(Message):
        """A line changed."""

        line: FormLine

    @dataclass
    class Kept(Message):
        """The concept stands in the file (or, with an error, not yet)."""

        sentence: str

    def __init__(
        self, lines: Sequence[FormLine], keep: Callable[[str, tuple[int, int]], str]
    ) -> None:
        """`keep` writes the concept and says so; what the lines hold now is where they start."""
        super().__init__()
        self.lines = tuple(lines)
        self._keep = keep
        self._begun_with = [one.value for one in self.lines]
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        yield from self.lines

    @property
    def text(self) -> str:
        """The concept: the lines that differ from how the form began, as `Klas: 4H2`."""
        pairs = zip(self.lines, self._begun_with, strict=True)
        return "\n".join(f"{one.label}: {one.value}" for one, was in pairs if one.value != was)

    def begin(self, values: Mapping[FormLine, str]) -> None:
        """Start with these values: what the file holds. What was typed over them stays."""
        typed = self.text
        with self.prevent(Input.Changed, Tick.Changed):
            for one, value in values.items():
                one.fill(value)
        self._begun_with = [one.value for one in self.lines]
        self._type(typed)

    def go_on(self, text: str, cursor: tuple[int, int]) -> None:
        """Go on with a concept, in the line where the cursor was."""
        self._type(text)
        last = self.lines[min(cursor[0], len(self.lines) - 1)]
        last.control.focus()
        self.post_message(self.Edited(last))

    def _type(self, text: str) -> None:
        """Put the lines of a concept where they belong, as text that is already kept."""
        typed = dict(row.split(": ", 1) for row in text.split("\n") if ": " in row)
        with self.prevent(Input.Changed, Tick.Changed):
            for one in self.lines:
                if one.label in typed:
                    one.fill(typed[one.label])

    def flush(self) -> None:
        """Write the concept now, when something was typed since the last time."""
        if self._waiting is not None:
            self.forget()
            self.post_message(self.Kept(self._keep(self.text, (self._at, 0))))

    def forget(self) -> None:
        """Nothing waits to be written any more."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    @property
    def _at(self) -> int:
        """The line with the cursor."""
        return next((at for at, one in enumerate(self.lines) if one.control.has_focus), 0)

    def action_step(self, lines: int) -> None:
        """Another line; from the last one back to the first."""
        self.lines[(self._at + lines) % len(self.lines)].control.focus()

    @on(Input.Submitted)
    def _next(self, message: Input.Submitted) -> None:
        message.stop()
        self.action_step(1)

    @on(Input.Changed)
    @on(Tick.Changed)
    def _edited(self, message: Input.Changed | Tick.Changed) -> None:
        message.stop()
        if self._waiting is None:
            self._waiting = self.set_timer(QUIET_SECONDS, self.flush)
        edited = next(one for one in self.lines if one.control is message.control)
        if isinstance(edited, TextLine):
            edited.reread()
        self.post_message(self.Edited(edited))
