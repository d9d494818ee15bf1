"""Lines of text for the screen: literal, cut and padded to the cell, styled by part."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from textual.content import Content

from spreekuur.rules.cells import columns, cut
from spreekuur.tui.literal import literal

Part = str | tuple[str, str]
"""Text, or text with a style such as `$text-muted`."""

MUTED = "$text-muted"
STRONG = "bold"
ACCENT = "$text-accent"
GOOD = "$text-success"
WARN = "$text-warning"
BAD = "$text-error"


def line(*parts: Part | Content) -> Content:
    """One line of literal parts."""
    return Content.assemble(*map(_literal, parts))


def _literal(part: Part | Content) -> Part | Content:
    if isinstance(part, Content):
        return part
    return literal(part) if isinstance(part, str) else (literal(part[0]), part[1])


def spread(left: Content, right: Content, width: int) -> Content:
    """Left and right at the two edges; the left gives way when both don't fit."""
    room = max(0, width - right.cell_length - (2 if right else 0))
    if left.cell_length > room:
        left = shortened(left, room)
    return Content.assemble(left, " " * max(0, width - left.cell_length - right.cell_length), right)


def shortened(content: Content, width: int) -> Content:
    """The same in at most `width` cells, with an ellipsis when something is left out."""
    if content.cell_length <= width:
        return content
    kept = cut(content.plain, width)
    return Content.assemble(content[: len(kept) - 1], kept[-1:])


def led_by(name: str, facts: Iterable[str], width: int) -> str:
    """A name and what matters of it with dots between; the name gives way, and at last goes."""
    rest = "".join(f" · {fact}" for fact in facts if fact)
    room = width - columns(rest)
    return cut(literal(name), room) + rest if room > 3 else rest.removeprefix(" · ")


def column(text: str, width: int) -> str:
    """Text in exactly `width` cells."""
    text = cut(literal(text), width)
    return text + " " * (width - columns(text))


def paragraph(text: str, width: int) -> list[str]:
    """Text broken at words into lines of at most `width` characters."""
    return textwrap.wrap(literal(text), max(1, width)) or [""]


def stack(lines: Iterable[Content]) -> Content:
    """Lines under each other."""
    return Content("\n").join(lines)
