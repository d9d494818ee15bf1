"""The form of what may be taken away again, with the same key wherever that is."""

from __future__ import annotations

from abc import abstractmethod
from typing import ClassVar

from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.form_sheet import REMOVED, FormSheet

NOT_THERE = "Er is nog niets bewaard. Esc sluit; wat er staat blijft een concept."


class RemovableForm(FormSheet[int]):
    """Gives the number of what was made or changed; 0 when it was removed."""

    scopes = ("formulier", "verwijderen")
    BINDINGS = bindings("formulier", "verwijderen", "terug")
    removal: ClassVar[str]
    """What undo calls the removal."""
    removed: ClassVar[str] = REMOVED
    not_there: ClassVar[str] = NOT_THERE

    @abstractmethod
    def take_out(self) -> None:
        """Take it out of the file."""

    def commands_now(self) -> list[tuple[Command, bool]]:
        """Without the key that takes away, as long as there is nothing to take away."""
        members = super().commands_now()
        return [pair for pair in members if pair[0].id != "remove" or self.is_kept]

    def why_not(self, command: str) -> str | None:
        if command == "remove" and not self.is_kept:
            return self.not_there
        return super().why_not(command)

    def do_remove(self) -> None:
        """Take it away together with its concept, as one step."""
        with self.saving(self.removal):
            self.take_out()
        self.done(0, self.removed)
