"""What a screen says of its commands: each can be done, or help, palette and status say why not."""

from __future__ import annotations

import re

from spreekuur.tui.commands import shown_key
from spreekuur.tui.desk import Commanded
from spreekuur.tui.lines import MUTED
from spreekuur.tui.screens.help import told
from spreekuur.tui.screens.palette import WITHOUT_ROW, to_run
from spreekuur.tui.widgets.bars import StatusLine

SENTENCE = re.compile(r"(toetsen\.toml|[A-ZÉ]).{8,}[.?]")
WIDE = 400
"""Cells in which every reason stands on one line."""


async def assert_explained(screen: Commanded) -> set[str]:
    """Checks every command of this moment; gives those that can't be done now."""
    impossible: set[str] = set()
    for command, able in screen.commands_now():
        name, reason = f"{type(screen).__name__}: {command.id}", screen.why_not(command.id)
        assert able is (reason is None), name
        if command.id not in WITHOUT_ROW:
            assert _handler(screen, command.id), f"{name} does nothing"
        if reason is None:
            continue
        impossible.add(command.id)
        assert SENTENCE.fullmatch(reason), name
        assert to_run(screen)[command] == reason, name
        _assert_dim(screen, shown_key(command.keys[0]), reason)
        await screen.action_do(command.id)
        assert screen.query_one(StatusLine).text(WIDE).plain.startswith(reason), name
        screen.hush()
    return impossible


def _handler(screen: Commanded, command: str) -> object:
    return getattr(screen, f"do_{command}", None) or getattr(screen.app, f"do_{command}", None)


def _assert_dim(screen: Commanded, key: str, reason: str) -> None:
    """Help tells the reason in one muted row, unless the key is text where the cursor stands."""
    rows = [row for row in told(screen, WIDE) if row.plain.startswith(f"{key} ")]
    for row in rows:
        if row.plain.endswith(reason):
            assert {span.style for span in row.spans} == {MUTED}, reason
            return
    assert not rows, f"{reason} is not told"
