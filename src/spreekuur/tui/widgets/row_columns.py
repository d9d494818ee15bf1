"""Columns of a list: which ones fit, how wide each is, and text cut to exactly that many cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from spreekuur.rules.cells import whole_words
from spreekuur.tui.lines import Part
from spreekuur.tui.literal import literal

ELLIPSIS = "…"
GAP = " "


class Column(NamedTuple):
    """One column; a width of 0 takes whatever the others leave (at most one column may)."""

    width: int = 0
    title: str = ""
    right: bool = False
    """Texts end at the right edge."""
    needs: int = 0
    """Only drawn in a list of at least so many cells."""


def widths(columns: Sequence[Column], room: int) -> list[int | None]:
    """Cells for each column in `room` cells; None for a column that is not drawn."""
    drawn = [column for column in columns if column.needs <= room]
    fixed = sum(column.width for column in drawn) + len(GAP) * (len(drawn) - 1)
    rest = max(0, room - fixed)
    return [None if column.needs > room else column.width or rest for column in columns]


def fitted(
    parts: Sequence[Part], columns: Sequence[Column], room: int
) -> Iterator[tuple[str, str]]:
    """The drawn parts as (text, look), one gap after each but the last, `room` cells together.

    With fewer parts than columns the last part takes all that is left.
    """
    left, last = room, len(parts) - 1 if len(parts) < len(columns) else None
    for at, (part, column, width) in enumerate(
        zip(parts, columns, widths(columns, room), strict=False)
    ):
        if at == last:
            width = left
        if width is None:
            continue
        text, look = (part, "") if isinstance(part, str) else part
        taken = min(left, width + len(GAP))
        yield set_cell_size(fit(text, min(width, left), right=column.right), taken), look
        left -= taken
    if left:
        yield " " * left, ""


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Literal text in exactly `width` cells, with an ellipsis when something is left out."""
    text = literal(text)
    taken = cell_len(text)
    if taken > width:
        text = whole_words(set_cell_size(text, max(0, width - 1)), text) + ELLIPSIS
        return set_cell_size(text, width)
    blanks = " " * (width - taken)
    return blanks + text if right else text + blanks


def spread(left: Part, right: Part, room: int) -> Iterator[tuple[str, str]]:
    """Two parts at the two edges, `room` cells together; the left one gives way."""
    left_text, left_look = (left, "") if isinstance(left, str) else left
    right_text, right_look = (right, "") if isinstance(right, str) else right
    taken = min(room, cell_len(literal(right_text)))
    kept = max(0, room - taken - (len(GAP) if taken else 0))
    yield fit(left_text, kept), left_look
    yield fit(right_text, room - kept, right=True), right_look
