"""What is asked when somebody comes and all places are taken, at the foot of the list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from spreekuur.tui.at_foot import AtFoot
from spreekuur.tui.commands import bindings, shown_key
from spreekuur.tui.keys import keys_of
from spreekuur.tui.lines import MUTED, line

GAP = "   "
COMMANDS = ("wait", "next_time", "last")


class Choice(NamedTuple):
    """What one key does, or what is so already: then it can't be done once more."""

    text: str
    done: bool = False


class WhenFull(AtFoot[str | None]):
    """Gives what becomes of somebody for whom there is no place: `wait`, `next` or `last`."""

    scopes = ("vol",)
    BINDINGS = bindings("vol", "terug")
    about = "Alle plekken zijn bezet. Kies wat er met deze jongere gebeurt."

    def __init__(self, wait: Choice, next_time: Choice, last: Choice) -> None:
        """The end of the waiting list, what the next spreekuur gives, the time after the last."""
        super().__init__("Het spreekuur is vol")
        self._choices = dict(zip(COMMANDS, (wait, next_time, last), strict=True))
        self._more = Static(classes="at-foot--line", markup=False)

    def asked_of(self) -> Content:
        return next(self._rows(), line())

    def ask(self) -> ComposeResult:
        yield self._more

    def reload(self) -> None:
        super().reload()
        self._more.update(Content(GAP).join([*self._rows()][1:]))

    def on_resize(self) -> None:
        self.reload()

    def _rows(self) -> Iterator[Content]:
        """The choices in as many rows as they need."""
        row: list[Content] = []
        for command, choice in self._choices.items():
            key = shown_key(keys_of(command)[0])
            named = line((key, MUTED if choice.done else ""), (f" {choice.text}", MUTED))
            fuller = Content(GAP).join([*row, named])
            if row and fuller.cell_length > self.size.width - 2:
                yield Content(GAP).join(row)
                row = []
            row.append(named)
        yield Content(GAP).join(row)

    def why_not(self, command: str) -> str | None:
        choice = self._choices.get(command)
        if choice and choice.done:
            return f"Deze jongere {choice.text}."
        return super().why_not(command)

    def do_wait(self) -> None:
        self.dismiss("wait")

    def do_next_time(self) -> None:
        self.dismiss("next")

    def do_last(self) -> None:
        self.dismiss("last")
