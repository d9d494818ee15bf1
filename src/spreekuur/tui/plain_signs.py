"""Signs that a font lacks become plain ones when a line is painted; nothing shifts by it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

from spreekuur.tui.signs import ENTER, PLAIN, PLAIN_ENTER

if TYPE_CHECKING:
    from textual.color import Color

_PLAIN = str.maketrans(PLAIN)
_BLANKS = re.compile(" {2,}")


class PlainSigns(LineFilter):
    """`✓` as `v`, `▸` as `>`; `⏎` as `Enter` where the line has blanks to spare."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        if all(segment.text.isascii() for segment in segments):
            return segments
        plain = [Segment(segment.text.translate(_PLAIN), segment.style) for segment in segments]
        return _with_enter(plain)


def _with_enter(segments: list[Segment]) -> list[Segment]:
    """Name the key in full and take the room for it out of the widest gap of the line."""
    named = sum(segment.text.count(ENTER) for segment in segments)
    gaps = [
        (len(found[0]), at, found.start())
        for at, segment in enumerate(segments)
        for found in _BLANKS.finditer(segment.text)
    ]
    needed = named * (len(PLAIN_ENTER) - len(ENTER))
    widest, at, start = max(gaps, default=(0, 0, 0))
    if not named or widest <= needed:
        return segments
    wide = segments[at]
    segments[at] = Segment(wide.text[:start] + wide.text[start + needed :], wide.style)
    return [Segment(one.text.replace(ENTER, PLAIN_ENTER), one.style) for one in segments]
