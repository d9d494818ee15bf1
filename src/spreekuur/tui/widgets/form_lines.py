"""Lines of a form: a label, what is typed or ticked, and how that is read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult, RenderResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from spreekuur.rules.cells import cut
from spreekuur.rules.text import clean
from spreekuur.tui import signs
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED, WARN, line, paragraph, stack
from spreekuur.tui.literal import literal

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
    `placeholder` is what may stand there, and shown as an example: grey, it could pass for a value.
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
        shown = f"bijv. {placeholder}" if placeholder else ""
        self.field = Field(value, placeholder=shown, compact=True, select_on_focus=False)
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
        self.field.value = clean(value)
        self.field.cursor_position = len(self.field.value)
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
