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
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input

from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.widgets.form_lines import FormLine, Reading, TextLine, Tick, TickLine

__all__ = ["Form", "FormLine", "Reading", "TextLine", "Tick", "TickLine"]


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
        """Another line; from the last one back to the first, past those that are put away."""
        shown = [one for one in self.lines if one.display]
        at = shown.index(self.lines[self._at]) if self.lines[self._at] in shown else 0
        shown[(at + lines) % len(shown)].control.focus()

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
