"""The keys that she may change, each with the name of its command in `toetsen.toml`."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from spreekuur.tui.command import Command
from spreekuur.tui.commands import WRITTEN, shown_key
from spreekuur.tui.keymap import is_fixed
from spreekuur.tui.keys import keys_of
from spreekuur.tui.lines import ACCENT, MUTED, column, line, paragraph

KEYS = 12
NAME = 16


def changeable() -> list[Command]:
    """Every command that may have a key of her own, once."""
    found = {one.id: one for members in reversed(WRITTEN.values()) for one in members}
    every = (one for members in WRITTEN.values() for one in members)
    return [one for one in every if found.get(one.id) is one and not is_fixed(one)]


def key_name_lines(width: int) -> Iterator[Content]:
    """The key it has now, its name and what it does, in lines of at most `width` cells."""
    before = KEYS + NAME
    for one in changeable():
        keys = " ".join(map(shown_key, keys_of(one.id)))
        first, *more = paragraph(one.help, max(1, width - before))
        yield line((column(keys, KEYS), ACCENT), (column(one.id, NAME), MUTED), first)
        yield from (line(" " * before + row) for row in more)
