"""A screen from before the file is open, or after it was closed: nothing on it needs the file."""

from __future__ import annotations

from spreekuur.tui.command import Command
from spreekuur.tui.commands import commands
from spreekuur.tui.desk import Desk
from spreekuur.tui.stylesheets import stylesheets

WITHOUT_FILE = frozenset({"leave", "help"})
"""What works everywhere and needs no file."""


class Door(Desk):
    """A screen with only its own commands; after the lock it does not come back."""

    CSS_PATH = stylesheets("doors")
    comes_back = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal")]  # noqa: RUF012

    def mask(self) -> None:
        """Nothing that is typed here is about anyone; a secret is dots by itself."""

    def commands_now(self) -> list[tuple[Command, bool]]:
        return [(one, able) for one, able in super().commands_now() if self._works(one.id)]

    async def action_do(self, command: str) -> None:
        if self._works(command):
            await super().action_do(command)

    def _works(self, command: str) -> bool:
        return command in WITHOUT_FILE or command in {one.id for one in commands(*self.scopes)}
