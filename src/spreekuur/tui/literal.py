"""Text as it may reach a terminal: nothing in it can steer the terminal or hide from the eye."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from spreekuur.rules.text import STRAY_JOINER

if TYPE_CHECKING:
    from textual.color import Color

# Control characters, soft hyphen, bidi and zero-width characters, tags, lone surrogates (facts
# 7.2). The variation selector stays, and the joiner that makes one emoji out of several.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_BLANK = re.compile("\r\n|[\t\n\x0b\x0c\r\x85\u2028\u2029]")


def literal(text: str) -> str:
    """One line of text with tabs and line breaks as blanks and without characters unseen."""
    if text.isascii() and text.isprintable():
        return text
    return _joined(_UNSEEN.sub("", _BLANK.sub(" ", text)))


class Literal(LineFilter):
    """The last thing every line goes through: what slipped past the borders stops here.

    A character that was laid out as a cell becomes a blank, so that nothing shifts.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment
            if segment.text.isascii() and segment.text.isprintable()
            else Segment(_joined(_UNSEEN.sub(_as_blanks, segment.text)), segment.style)
            for segment in segments
        ]


def _joined(text: str) -> str:
    """Without joiners that join nothing: Textual counts them together with what follows."""
    return STRAY_JOINER.sub("", text) if "\u200d" in text else text


def _as_blanks(found: re.Match[str]) -> str:
    return " " * cell_len(found[0])
