"""A list of hits in which the words that were looked for stand out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from spreekuur.rules.text import fold
from spreekuur.tui.widgets.row_columns import ELLIPSIS
from spreekuur.tui.widgets.rows import Rows

BOLD = Style(bold=True)


class FoundRows(Rows, can_focus=False):
    """The hands stay in the field; what was typed there is bold in every row."""

    words: Sequence[str] = ()
    """Folded, at least one letter each."""

    def _row_strip(self, y: int) -> Strip:
        strip = super()._row_strip(y)
        text = strip.text
        spans = sorted(set(occurrences(text, self.words)))
        cuts = [cell_len(text[:at]) for span in spans for at in span]
        pieces = strip.divide([*cuts, strip.cell_length])
        return Strip.join(
            piece.apply_style(BOLD) if number % 2 else piece for number, piece in enumerate(pieces)
        )


def around(text: str, words: Sequence[str], room: int) -> str:
    """The text from a word on, such that the first of `words` stands in the first half of it."""
    if len(text) <= room:
        return text
    first, _ = next(occurrences(text, words), (0, 0))
    start = max(0, min(first - room // 3, len(text) - room))
    if start:
        start = text.find(" ", start, first) + 1 or first
    return f"{ELLIPSIS if start else ''}{text[start:]}"


def occurrences(text: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where words stand in a text, accents and case ignored: from, to; they never overlap."""
    folded, origins = _folded(text)
    at = marked = 0
    while at < len(folded):
        word = max((word for word in words if folded.startswith(word, at)), key=len, default="")
        # A letter such as `æ` is two: a word may begin in one that is marked already.
        if word and origins[at] >= marked:
            marked = origins[at + len(word) - 1] + 1
            yield origins[at], marked
        at += len(word) or 1


def _folded(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, and for each folded letter the place it came from."""
    letters, origins = [], []
    for at, character in enumerate(text):
        for letter in fold(character) or " ":
            letters.append(letter)
            origins.append(at)
    return "".join(letters), origins
