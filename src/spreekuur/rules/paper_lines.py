"""What was written on paper, typed in by the numbers on it: `5 ziek Moeder belde.`

A line that begins with a number and how the jongere came begins an entry; what follows, on that
line and the next ones, is the note. A number without such a word is a question: in doubt a line
belongs to nobody.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from spreekuur.rules.labels import Attendance
from spreekuur.rules.text import fold

CAME = {
    Attendance.PRESENT: ("aanw", "aanwezig", "present"),
    Attendance.LATE: ("laat", "te laat", "tl"),
    Attendance.NO_SHOW: ("nv", "niet verschenen"),
    Attendance.CANCELLED: ("afgem", "afgemeld", "afm"),
    Attendance.SICK: ("ziek", "ziek gemeld"),
    Attendance.NOT_FETCHED: ("ng", "niet gehaald", "niet uit de les gehaald"),
    Attendance.NOT_REACHED: ("nb", "niet aan de beurt"),
}
"""How one may write it, short or long."""

_BY_WORD = {word: one for one, words in CAME.items() for word in words}
_LONGEST = sorted(_BY_WORD, key=len, reverse=True)
_ENTRY = re.compile(r"([0-9]{1,3})[.:)]?(?:\s+(.*))?$")
_MARK = re.compile(rf"({'|'.join(map(re.escape, _LONGEST))})(?:[.,:;]?(?=\s)|[.,:;]?$)")
# A mark inside a line begins a line of its own only behind the end of a sentence.
_NEW_LINE = re.compile(r"(?:(?<=[.!?])\s+|^\s*)(?=(?:\+\+?|![+-]?|\*[+-]?|>>?|=|@)(?:\s|$))")

HOW = "? {}: aanw, laat, nv, afgem of ziek?"
NOBODY = "? er staat geen {} op de lijst"
TWICE = "? {} staat hierboven al"
WHOSE = "? welk nummer?"
ABOVE = "? hoort bij de regel erboven"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One typed line: of which entry it is part, its lines of the note, and what is asked of it.

    With a doubt it is part of none.
    """

    number: int | None
    begins: bool = False
    notes: tuple[str, ...] = ()
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """One jongere: the number on paper, how they came, and the note (it may be empty)."""

    number: int
    attendance: Attendance
    text: str


@dataclass(frozen=True, slots=True)
class PaperRead:
    """All that was typed, line by line, and the entries that are sure."""

    lines: tuple[PaperLine, ...]
    entries: tuple[PaperEntry, ...]

    @property
    def doubtful(self) -> frozenset[int]:
        """The lines that stay, by place from 0."""
        return frozenset(at for at, line in enumerate(self.lines) if line.doubt)


def read_paper(text: str, numbers: Container[int]) -> PaperRead:
    """Read all that was typed; `numbers` are those on the paper. Never raises, for any text."""
    lines: list[PaperLine] = []
    entries: dict[int, tuple[Attendance, list[str]]] = {}
    current: int | str = WHOSE
    for typed in text.split("\n"):
        begun = _ENTRY.match(typed.strip())
        if begun is None:
            lines.append(_goes_on(typed, current))
        else:
            number = int(begun[1])
            read = _begins(number, begun[2] or "", numbers, entries)
            if isinstance(read, str):
                current = ABOVE
                lines.append(PaperLine(None, doubt=read))
            else:
                current = number
                entries[number] = (read[0], [])
                lines.append(PaperLine(number, begins=True, notes=read[1]))
        if isinstance(current, int):
            entries[current][1].extend(lines[-1].notes)
    found = (
        PaperEntry(number, attendance, "\n".join(said).strip())
        for number, (attendance, said) in entries.items()
    )
    return PaperRead(tuple(lines), tuple(found))


def _goes_on(typed: str, current: int | str) -> PaperLine:
    """A line that begins no entry: part of that number, or what is asked of it."""
    if isinstance(current, int):
        first, *more = split_marks(typed) or ("",)
        # A mark that is indented is text, here too.
        indent = typed[: len(typed) - len(typed.lstrip())] if first else ""
        return PaperLine(current, notes=(f"{indent}{first}", *more))
    return PaperLine(None, doubt=current if typed.strip() else "")


def _begins(
    number: int, rest: str, numbers: Container[int], entries: Container[int]
) -> tuple[Attendance, tuple[str, ...]] | str:
    """How the jongere came and the first lines of the note; or the question there is."""
    mark = _MARK.match(fold(rest))
    if mark is None:
        return HOW.format(number)
    if number not in numbers:
        return NOBODY.format(number)
    if number in entries:
        return TWICE.format(number)
    words = len(mark[1].split())
    said = rest.split(None, words)
    return _BY_WORD[mark[1]], split_marks(said[words] if len(said) > words else "")


def split_marks(text: str) -> tuple[str, ...]:
    """The lines of a note that was written on in one go: `Moeder belde. ! mentor: appt, vr`."""
    return tuple(part.strip() for part in _NEW_LINE.split(text) if part.strip())
