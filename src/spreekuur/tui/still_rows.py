"""Rows of a list as plain lines, where nothing is chosen from them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from spreekuur.tui.lines import MUTED, STRONG, Part, line, spread
from spreekuur.tui.widgets.row_columns import Column, fitted
from spreekuur.tui.widgets.row_source import Head, Row


def still_rows(lines: Iterable[Row | Head], columns: Sequence[Column], width: int) -> list[Content]:
    """The same lines in these columns, `width` cells together."""
    return [
        _head(one, width)
        if isinstance(one, Head)
        else line(*((text, look or one.look) for text, look in fitted(one.parts, columns, width)))
        for one in lines
    ]


def _head(head: Head, width: int) -> Content:
    return spread(_part(head.left, STRONG), _part(head.right, MUTED), width)


def _part(part: Part, look: str) -> Content:
    return line((part, look) if isinstance(part, str) else part)
