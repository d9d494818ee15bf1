"""What is typed from paper as it is read: who a number is, how they came, what each line says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from spreekuur.rules.labels import AT_TABLE
from spreekuur.rules.note import parse_note
from spreekuur.rules.note_lines import LineKind, LineState, NoteContext, NoteLine
from spreekuur.rules.paper_lines import PaperEntry, PaperRead, read_paper
from spreekuur.views.agenda import Place


@dataclass(frozen=True, slots=True)
class PaperReading:
    """Each typed line with its reading, what can be put in, and the text that stays."""

    lines: tuple[NoteLine, ...] = ()
    ready: tuple[PaperEntry, ...] = ()
    left: str = ""

    @property
    def promise(self) -> str:
        """What saving would do."""
        if not self.ready:
            return ""
        many = len(self.ready)
        said = f"F2 neemt {many} {'jongere' if many == 1 else 'jongeren'} over"
        return f"{said}; wat een ? heeft blijft staan." if self.left.strip() else f"{said}."


class PaperReader:
    """Reads for one spreekuur."""

    def __init__(self, places: Mapping[int, Place], context: Callable[[Place], NoteContext]):
        """`context` is what a note on somebody is read against; asked once for each."""
        self._places = places
        self._context = context
        self._known: dict[int, NoteContext] = {}

    def read(self, text: str) -> PaperReading:
        read = read_paper(text, self._places)
        notes = {one.number: self._note(one) for one in read.entries}
        stays = {
            number
            for number, lines in notes.items()
            if any(line.state is LineState.DOUBTFUL for line in lines)
        }
        shown = self._shown(read, notes)
        typed = text.split("\n")
        left = [
            typed[at] for at, line in enumerate(read.lines) if line.doubt or line.number in stays
        ]
        ready = tuple(one for one in read.entries if one.number not in stays)
        return PaperReading(shown, ready, "\n".join(left))

    def _note(self, entry: PaperEntry) -> list[NoteLine]:
        place = self._places[entry.number]
        if entry.number not in self._known:
            self._known[entry.number] = self._context(place)
        context = replace(self._known[entry.number], missed=entry.attendance not in AT_TABLE)
        return list(parse_note(entry.text, context).lines)

    def _shown(self, read: PaperRead, notes: Mapping[int, list[NoteLine]]) -> tuple[NoteLine, ...]:
        """The reading of every typed line; an entry says first who it is and how they came."""
        came = {one.number: one.attendance for one in read.entries}
        coming = {number: iter(lines) for number, lines in notes.items()}
        shown = []
        for line in read.lines:
            if line.number is None:
                shown.append(_reading(line.doubt.removeprefix("? "), doubtful=bool(line.doubt)))
                continue
            parts = [next(coming[line.number], NoteLine("")) for _ in line.notes]
            doubted = [one for one in parts if one.state is LineState.DOUBTFUL]
            said = [one.reading for one in doubted or parts if one.reading]
            if line.begins:
                name = self._places[line.number].name
                who = name.initials if name else ""
                said.insert(0, who if doubted else f"{who} {came[line.number]}")
            doubtful = bool(doubted)
            shared = not doubtful and any(one.shared for one in parts)
            shown.append(_reading(" · ".join(said), doubtful=doubtful, shared=shared))
        return tuple(shown)


def _reading(text: str, *, doubtful: bool = False, shared: bool = False) -> NoteLine:
    state = LineState.DOUBTFUL if doubtful else LineState.GOOD
    return NoteLine("", LineKind.TEXT, state, text, shared)
