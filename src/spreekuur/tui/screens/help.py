"""Help for where she is: what is here, how a note is read, and which keys work now."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from spreekuur.tui.aside import Told
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings, shown_key, typed_by
from spreekuur.tui.desk import Commanded
from spreekuur.tui.keys import roads
from spreekuur.tui.lines import MUTED, STRONG, Part, column, line, paragraph
from spreekuur.tui.registry import NAMES, SCOPES
from spreekuur.tui.sign_table import sign_lines

KEYS = 12
LABEL = 22
ROOMY = 70
"""From this width on a label stands before the sentence."""

OPEN = "Het handboek is al open, onder deze hulp."


class Help(Told):
    """Laid over any screen; from here the manual is one key away."""

    about = "De hulp zelf: wat hier is en welke toetsen nu werken."
    scopes = ("hulp",)
    BINDINGS = bindings("hulp")
    heading = "Hulp"

    def told(self, width: int) -> Iterator[Content]:
        return told(self.below, width)

    def why_not(self, command: str) -> str | None:
        from spreekuur.tui.screens.manual import ChapterPage, Contents

        if command == "manual" and isinstance(self.below, Contents | ChapterPage):
            return OPEN
        return super().why_not(command)

    async def do_manual(self) -> None:
        """All there is to know, chapter by chapter."""
        from spreekuur.tui.screens.manual import Contents

        await self.app.push_screen(Contents(self.below))

    def do_help(self) -> None:
        """The same key puts it away."""
        self.dismiss()


def told(screen: Commanded, width: int) -> Iterator[Content]:
    """The lines of help about a screen."""
    if screen.about:
        yield from (line(row) for row in paragraph(screen.about, width))
    hands = screen.screen.focused
    on_list = hands is not None and hands in screen.query("Rows")
    if not on_list:
        yield from _signs(screen, width)
    for scope in (*screen.scopes_now(), "terug", "overal"):
        yield from _scope(screen, scope, width)
    if on_list:
        yield from _signs(screen, width)


def _signs(screen: Commanded, width: int) -> Iterator[Content]:
    """How a note is read, where there is one."""
    if screen.query("NoteEditor"):
        yield line("")
        yield line(("Tekens in een notitie", STRONG))
        yield from sign_lines(width)


def _scope(screen: Commanded, scope: str, width: int) -> Iterator[Content]:
    """The commands of one scope that have a key now."""
    now = {command for command, _ in screen.commands_now()}
    keys = {one: _working_keys(screen, one) for one in SCOPES[scope] if one in now}
    if any(keys.values()):
        yield line("")
        yield line((NAMES[scope], STRONG))
    for command, shown in keys.items():
        if shown:
            yield from _key(command, shown, screen.why_not(command.id), width)


def _key(command: Command, keys: str, reason: str | None, width: int) -> Iterator[Content]:
    """A key and what it does; why not, and dim, when it can't be done now."""
    label = LABEL if width >= ROOMY else 0
    look = MUTED if reason else ""
    before: tuple[Part, ...] = ((column(keys, KEYS), look), (column(command.label, label), MUTED))
    indent = KEYS + label
    first, *more = paragraph(reason or command.help, max(1, width - indent))
    yield line(*before, (first, look))
    yield from (line(" " * indent, (row, look)) for row in more)


def _working_keys(screen: Commanded, command: Command) -> str:
    """The keys of a command, without those that are text where the cursor stands."""
    if screen.check_action("do", (command.id,)) is False:
        return ""
    focused = screen.screen.focused
    return " ".join(
        shown_key(key)
        for road in roads(command)
        if focused is None or not focused.check_consume_key(road[0], typed_by(road[0]))
        for key in road
    )
