"""The one list: of people, hits, places, agreements. Drawn line by line, so its length is free."""

from __future__ import annotations

import textwrap
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from spreekuur.tui import signs
from spreekuur.tui.keys import in_her_keys
from spreekuur.tui.lines import ACCENT, BAD, GOOD, MUTED, STRONG, WARN, Part
from spreekuur.tui.widgets.line_styles import LineStyles, component
from spreekuur.tui.widgets.row_columns import Column, fit, fitted, spread
from spreekuur.tui.widgets.row_source import Head, Listed, Row, Source, Window, source_of

GUTTER = 2
"""Cells before each row for the sign of the cursor."""

LOOKS = ("cursor", "head", MUTED, STRONG, ACCENT, GOOD, WARN, BAD)


class Rows(ScrollView, can_focus=True):
    """A list with a cursor. `show` fills it, and keeps the cursor on the same row by key.

    Text is drawn literally and cut to its column. When more rows follow, the last line says how
    many. A click moves the cursor; a click on the row under the cursor chooses it, as Enter does.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {component("rows", look) for look in LOOKS}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", show=False),
        Binding("k,up", "move(-1)", show=False),
        Binding("g,home", "first", show=False),
        Binding("G,end", "last", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor came on another row, or on none."""

        rows: Rows
        key: Hashable | None

        @property
        def control(self) -> Rows:
            return self.rows

    @dataclass
    class Chosen(Message):
        """Enter or a second click on a row."""

        rows: Rows
        key: Hashable

        @property
        def control(self) -> Rows:
            return self.rows

    def __init__(
        self,
        columns: Sequence[Column] = (Column(),),
        *,
        empty: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """`empty` stands there when there is nothing to show, and names the key that fills it."""
        super().__init__(id=id, classes=classes)
        self._columns = columns
        self._empty = empty
        self._source: Source = Listed(())
        self._cursor: int | None = None
        self._strips: dict[int, Strip] = {}
        self._style = LineStyles(self, "rows")

    @property
    def cursor_key(self) -> Hashable | None:
        """The key of the row under the cursor; None when there are no rows."""
        return None if self._cursor is None else self._key(self._cursor)

    @property
    def columns(self) -> Sequence[Column]:
        """The columns; given others, the same rows are drawn in those."""
        return self._columns

    @columns.setter
    def columns(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._forget_strips()

    def show(
        self,
        lines: Sequence[Row | Head] | Window,
        *,
        keep_place: bool = True,
        empty: str | None = None,
    ) -> None:
        """Show other lines.

        With `keep_place` the cursor stays on its row, at the same height; is that row gone, then
        on the row that took its place. Without, it goes to the first row.
        """
        key, cursor = self.cursor_key, self._cursor or 0
        height = cursor - self.scroll_offset.y
        self._source = source_of(lines)
        self._empty = self._empty if empty is None else empty
        place = self._source.place(key) if keep_place and key is not None else None
        self._cursor = place if place is not None else self._source.near(cursor * keep_place)
        self._forget_strips()
        self._scroll_to_line((self._cursor or 0) - height if keep_place else 0)
        self._scroll_to_cursor()
        if self.cursor_key != key:
            self.post_message(self.Highlighted(self, self.cursor_key))

    def move_to(self, key: Hashable, *, top: int | None = None) -> bool:
        """Put the cursor on the row with this key, under the line `top`; False without it."""
        place = self._source.place(key)
        if place is not None:
            self._move_cursor(place)
            if top is not None:
                self._scroll_to_line(top)
                self._scroll_to_cursor()
        return place is not None

    def action_move(self, rows: int) -> None:
        if self._cursor is not None:
            self._move_cursor(self._source.step(self._cursor, rows))

    def action_page(self, pages: int) -> None:
        self.action_move(pages * max(1, self._room - 1))

    def action_first(self) -> None:
        self.action_move(-self._source.height)

    def action_last(self) -> None:
        self.action_move(self._source.height)

    def action_choose(self) -> None:
        key = self.cursor_key
        if key is None:
            raise SkipAction
        self.post_message(self.Chosen(self, key))

    def on_click(self, event: events.Click) -> None:
        y = event.y + self.scroll_offset.y
        if event.y >= self._room or y >= self._source.height:
            return
        if y == self._cursor:
            self.action_choose()
        elif isinstance(self._source.line(y), Row):
            self._move_cursor(y)

    def on_focus(self) -> None:
        self._refresh_cursor()

    def on_blur(self) -> None:
        self._refresh_cursor()

    def on_resize(self) -> None:
        self._forget_strips()
        self._scroll_to_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._style.forget()
        self._forget_strips()

    @property
    def _room(self) -> int:
        """How many lines show rows: one fewer when the last line says how many more follow."""
        return self.size.height - (self._source.height > self.size.height)

    def _key(self, y: int) -> Hashable | None:
        line = self._source.line(y)
        return line.key if isinstance(line, Row) else None

    def _move_cursor(self, y: int) -> None:
        if y != self._cursor:
            self._refresh_cursor()
            self._cursor = y
            self._refresh_cursor()
            self._scroll_to_cursor()
            self.post_message(self.Highlighted(self, self.cursor_key))

    def _refresh_cursor(self) -> None:
        if self._cursor is not None:
            self.refresh_line(self._cursor)

    def _scroll_to_cursor(self) -> None:
        """Bring the cursor into view, with the heads right above it, a blank line left out."""
        if self._cursor is None or self._room <= 0:
            return
        first = self._cursor
        while first and isinstance(head := self._source.line(first - 1), Head) and head.left:
            first -= 1
        top = self.scroll_offset.y
        if first < top:
            self._scroll_to_line(max(first, self._cursor - self._room + 1))
        elif self._cursor >= top + self._room:
            self._scroll_to_line(self._cursor - self._room + 1)

    def _scroll_to_line(self, y: int) -> None:
        # One line beyond the end: the room for the line that says how many rows follow.
        self.virtual_size = Size(0, self._source.height + (self.size.height - self._room))
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def _forget_strips(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        line = y + self.scroll_offset.y
        if not self._source.height:
            return self._empty_strip(y)
        if y >= self._room:
            return self._more_strip(line)
        if line >= self._source.height:
            return Strip.blank(self.size.width, self._style(""))
        if line == self._cursor:
            return self._row_strip(line)
        if line not in self._strips:
            self._strips[line] = self._row_strip(line)
        return self._strips[line]

    def _row_strip(self, y: int) -> Strip:
        line, width = self._source.line(y), self.size.width
        room = max(0, width - GUTTER)
        if isinstance(line, Head):
            sides = self._named(line.left), self._named(line.right)
            return self._strip([(" " * GUTTER, ""), *spread(*sides, room)], "head")
        under_cursor = y == self._cursor
        sign = fit(signs.CURSOR if under_cursor else "", GUTTER)
        parts = [(sign, ""), *fitted(line.parts, self._columns, room)]
        if under_cursor and self.has_focus:
            return self._strip([("".join(text for text, _ in parts), "")], "cursor")
        return self._strip(parts, line.look)

    def _named(self, part: Part) -> Part:
        """A part that may name a key, with her own."""
        return self._hers(part) if isinstance(part, str) else (self._hers(part[0]), part[1])

    def _hers(self, text: str) -> str:
        scopes = getattr(self.screen, "scopes_now", None)
        return in_her_keys(text, *scopes(), "overal") if scopes else text

    def _more_strip(self, y: int) -> Strip:
        below = self.said_below(y)
        text = f"{signs.MORE} {below}" if below else ""
        return self._strip([(fit(" " * GUTTER + text, self.size.width), MUTED)])

    def said_below(self, y: int) -> str:
        """What there is from line y on, for which there is no room; empty when nothing is."""
        more = self._source.rows_from(y)
        return f"nog {more}" if more else ""

    def _empty_strip(self, y: int) -> Strip:
        room = max(1, self.size.width - GUTTER)
        lines = textwrap.wrap(self._hers(self._empty), room)
        text = lines[y] if y < len(lines) else ""
        return self._strip([(fit(" " * GUTTER + text, self.size.width), MUTED)])

    def _strip(self, parts: Iterable[tuple[str, str]], look: str = "") -> Strip:
        segments = [Segment(text, self._style(own or look)) for text, own in parts if text]
        return Strip(segments, self.size.width).simplify()
