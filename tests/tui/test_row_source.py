"""A list with heads that is fetched a page at a time must move as one that is all at hand."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from spreekuur.tui.widgets.row_source import PAGE, Head, Listed, Row, Sectioned, source_of


class Sections:
    """A window on rows that are their own number, in sections of so many."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.lines: list[Row | Head] = []
        heads: dict[int, Head] = {}
        row = 0
        for size in sizes:
            heads[len(self.lines)] = Head(str(size))
            self.lines.append(heads[len(self.lines)])
            self.lines += [Row(row + n, (str(row + n),)) for n in range(size)]
            row += size
        self.heads: Mapping[int, Head] = heads
        self._many = row

    def count(self) -> int:
        return self._many

    def fetch(self, offset: int, limit: int) -> Sequence[Row]:
        return [Row(n, (str(n),)) for n in range(offset, min(offset + limit, self._many))]

    def position(self, key: Hashable) -> int | None:
        return key if isinstance(key, int) and key < self._many else None


@given(st.lists(st.integers(1, PAGE), min_size=1, max_size=6), st.data())
def test_every_line_and_every_step_is_the_same(sizes: list[int], data: st.DataObject) -> None:
    window = Sections(sizes)
    paged, whole = source_of(window), Listed(window.lines)
    assert isinstance(paged, Sectioned)
    assert paged.height == whole.height
    assert [paged.line(y) for y in range(paged.height)] == window.lines
    y = data.draw(st.integers(0, whole.height - 1))
    steps = data.draw(st.integers(-200, 200))
    assert paged.near(y) == whole.near(y)
    assert paged.rows_from(y) == whole.rows_from(y)
    assert paged.step(paged.near(y) or 0, steps) == whole.step(whole.near(y) or 0, steps)
    assert [paged.place(key) for key in range(sum(sizes) + 1)] == [
        whole.place(key) for key in range(sum(sizes) + 1)
    ]
