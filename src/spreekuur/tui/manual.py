"""The manual: chapters kept as text files, drawn as literal lines of any width.

A chapter is its name, what it is about in a few words, and blocks with blank lines between them:
paragraphs; lists, of which each item begins with `- `; examples, indented by four, with what they
mean behind two blanks; a heading, behind `# `; and `{signs}` and `{keys}`, the tables of signs and
of keys with their names. `{note}` within a text is the key that this command has now, `{save+}`
every way to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from textual.content import Content

from spreekuur.rules.cells import columns
from spreekuur.rules.text import fold
from spreekuur.tui.commands import shown_key
from spreekuur.tui.key_names import key_name_lines
from spreekuur.tui.keys import roads_to_name
from spreekuur.tui.lines import ACCENT, MUTED, STRONG, Part, column, line, paragraph
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.sign_table import sign_lines

CHAPTERS = Path(__file__).with_name("chapters")
KEY = re.compile(r"\{([a-z_]+)(\+?)\}")
"""A command in a text, with `+` for every way to it."""
TABLES: dict[str, Callable[[int], Iterator[Content]]] = {
    "{signs}": sign_lines,
    "{keys}": key_name_lines,
}
INDENT = " " * 4
READABLE = 78
"""Cells from which a longer line reads no better."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Its name, what it is about, and its blocks as they were written."""

    title: str
    about: str
    blocks: tuple[str, ...]

    def holds(self, words: list[str]) -> bool:
        """Whether each of these folded words stands in it."""
        text = fold("\n".join((self.title, self.about, *self.blocks)))
        return all(word in text for word in words)


@cache
def chapters() -> tuple[Chapter, ...]:
    """All of them, in order."""
    return tuple(_read(file.read_text(encoding="utf-8")) for file in sorted(CHAPTERS.glob("*.txt")))


def _read(text: str) -> Chapter:
    head, *blocks = text.strip().split("\n\n")
    title, about = head.split("\n")
    return Chapter(title, about, tuple(blocks))


def chapter_lines(chapter: Chapter, width: int) -> Iterator[Content]:
    """The blocks with a blank line between them, in at most `width` cells."""
    width = min(width, READABLE)
    for number, block in enumerate(chapter.blocks):
        if number:
            yield line("")
        yield from _block(block, width)


def examples(block: str) -> list[tuple[str, str]]:
    """The examples of a block with what they mean, empty where nothing is said of it."""
    if not block.startswith(INDENT):
        return []
    rows = (row.removeprefix(INDENT).partition("  ") for row in block.split("\n"))
    return [(example, meaning.strip()) for example, _, meaning in rows]


def _block(block: str, width: int) -> Iterator[Content]:
    if block in TABLES:
        yield from TABLES[block](width)
    elif block.startswith("# "):
        yield line((block.removeprefix("# "), STRONG))
    elif block.startswith(INDENT):
        yield from _examples(examples(block), width)
    elif block.startswith("- "):
        for item in block.removeprefix("- ").split("\n- "):
            yield from _wrapped(item, width, "- ")
    else:
        yield from _wrapped(block, width)


def _wrapped(text: str, width: int, sign: str = "") -> Iterator[Content]:
    """Text with its keys, behind a sign or as far in."""
    for number, row in enumerate(_with_keys(text).wrap(max(1, width - len(sign)))):
        yield line(sign if number == 0 else " " * len(sign), row)


def _with_keys(text: str) -> Content:
    """The text with keys for its commands, which stand out from the words around them."""
    # Every odd piece is a command, every third whether all ways are meant.
    pieces = KEY.split(" ".join(text.split()))
    parts: list[Part] = [pieces[0]]
    for command, every, rest in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        parts += [(_keys(command, every=bool(every)), ACCENT), rest]
    return line(*parts)


def _keys(command: str, *, every: bool) -> str:
    """`F2`, or with `every` all ways: `F2 of ctrl+o`."""
    found = next(one for members in SCOPES.values() for one in members if one.id == command)
    first, *others = (" ".join(map(shown_key, road)) for road in roads_to_name(found))
    if not (every and others):
        return first
    return f"{', '.join((first, *others[:-1]))} of {others[-1]}"


def _examples(found: list[tuple[str, str]], width: int) -> Iterator[Content]:
    """What each means stands behind it, or below where both don't fit."""
    widest = max(columns(example) for example, _ in found) + 3
    beside = 2 + widest + max(columns(meaning) for _, meaning in found) <= width
    for example, meaning in found:
        if meaning and beside:
            yield line("  ", column(example, widest), (meaning, MUTED))
        else:
            yield from _wrapped(example, width, "  ")
            for row in paragraph(meaning, width - len(INDENT)) if meaning else ():
                yield line(INDENT, (row, MUTED))
