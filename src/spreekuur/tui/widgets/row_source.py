"""What a list shows, line by line: rows and heads all at hand, or a window on many rows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from spreekuur.tui.lines import Part

PAGE = 64
PAGES_KEPT = 16


class Row(NamedTuple):
    """One row: the key by which it is known, a part for each column."""

    key: Hashable
    parts: tuple[Part, ...]
    look: str = ""
    """For the parts that have no look of their own."""


class Head(NamedTuple):
    """A line between rows that the cursor skips; empty it is a blank line."""

    left: Part = ""
    right: Part = ""


class Window(Protocol):
    """Rows that are fetched a page at a time; no heads between them."""

    def count(self) -> int:
        """How many rows there are."""

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """At most `limit` rows from `offset` on."""

    def position(self, key: Hashable) -> int | None:
        """Where the row with this key stands; None when it is not there."""


@runtime_checkable
class Headed(Window, Protocol):
    """The same with heads: on which line each stands, the rows on the lines between them."""

    heads: Mapping[int, Head]


class Source(Protocol):
    """Lines of a list and the rows among them."""

    height: int

    def line(self, y: int) -> Row | Head: ...

    def near(self, y: int) -> int | None:
        """The line of the row at or nearest after y, else the last; None without rows."""

    def step(self, y: int, rows: int) -> int:
        """The line of the row so many rows away from the row at line y, within the list."""

    def place(self, key: Hashable) -> int | None:
        """The line of the row with this key."""

    def rows_from(self, y: int) -> int:
        """How many rows stand at line y or below it."""


class Listed:
    """Rows and heads that are all at hand."""

    def __init__(self, lines: Sequence[Row | Head]) -> None:
        self.height = len(lines)
        self._lines = lines
        self._rows = [y for y, line in enumerate(lines) if isinstance(line, Row)]

    def line(self, y: int) -> Row | Head:
        return self._lines[y]

    def near(self, y: int) -> int | None:
        if not self._rows:
            return None
        return self._rows[min(bisect_left(self._rows, y), len(self._rows) - 1)]

    def step(self, y: int, rows: int) -> int:
        at = bisect_left(self._rows, y) + rows
        return self._rows[max(0, min(at, len(self._rows) - 1))]

    def place(self, key: Hashable) -> int | None:
        return next((y for y in self._rows if self._lines[y].key == key), None)  # type: ignore[union-attr]

    def rows_from(self, y: int) -> int:
        return len(self._rows) - bisect_left(self._rows, y)


class Windowed:
    """A page of rows at a time, the last pages kept at hand."""

    def __init__(self, window: Window) -> None:
        self.height = window.count()
        self._window = window
        self._pages: dict[int, Sequence[Row]] = {}

    def line(self, y: int) -> Row | Head:
        number, at = divmod(y, PAGE)
        page = self._pages.get(number)
        if page is None:
            if len(self._pages) >= PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
            page = self._pages[number] = self._window.fetch(number * PAGE, PAGE)
        # Another process may have taken rows away since they were counted.
        return page[at] if at < len(page) else Head()

    def near(self, y: int) -> int | None:
        return max(0, min(y, self.height - 1)) if self.height else None

    def step(self, y: int, rows: int) -> int:
        return max(0, min(y + rows, self.height - 1))

    def place(self, key: Hashable) -> int | None:
        return self._window.position(key)

    def rows_from(self, y: int) -> int:
        return max(0, self.height - y)


class Sectioned:
    """A page of rows at a time, with heads between them."""

    def __init__(self, window: Headed) -> None:
        self.height = window.count() + len(window.heads)
        self._heads = window.heads
        self._window = window
        self._rows = Windowed(window)
        self._places = [y for y in range(self.height) if y not in window.heads]

    def line(self, y: int) -> Row | Head:
        head = self._heads.get(y)
        return head or self._rows.line(bisect_left(self._places, y))

    def near(self, y: int) -> int | None:
        if not self._places:
            return None
        return self._places[min(bisect_left(self._places, y), len(self._places) - 1)]

    def step(self, y: int, rows: int) -> int:
        at = bisect_left(self._places, y) + rows
        return self._places[max(0, min(at, len(self._places) - 1))]

    def place(self, key: Hashable) -> int | None:
        at = self._window.position(key)
        return None if at is None else self._places[at]

    def rows_from(self, y: int) -> int:
        return len(self._places) - bisect_left(self._places, y)


def source_of(lines: Sequence[Row | Head] | Window) -> Source:
    """What fits these lines."""
    if isinstance(lines, Sequence):
        return Listed(lines)
    return Sectioned(lines) if isinstance(lines, Headed) else Windowed(lines)
