"""Aan zet as a list of any length: who is without vervolg, then a section for each side."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui.lines import MUTED, STRONG
from spreekuur.tui.today_rows import AboutPupil, Drawing
from spreekuur.tui.turn_rows import SECTIONS, STUCK, move_row, stuck_row
from spreekuur.tui.turning import turn_at
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.today import Stuck
from spreekuur.views.turns import TurnKey, turns_at


class TurnsWindow:
    """Who is without vervolg, then a section for each side that has a move, with how many."""

    def __init__(
        self, casebook: Casebook, moves: Sequence[TurnKey], stuck: Sequence[Stuck], how: Drawing
    ) -> None:
        self._casebook = casebook
        self._how = how
        by_side: dict[Side, list[TurnKey]] = {side: [] for side in SECTIONS}
        for move in moves:
            by_side[move.side].append(move)
        sections = [(STUCK, len(stuck)), *((SECTIONS[k], len(v)) for k, v in by_side.items())]
        self.heads: dict[int, Head] = {}
        self.firsts: list[int] = []
        """The first row of each section, counted from 0."""
        self._stuck = stuck
        self._moves = [move for side in SECTIONS for move in by_side[side]]
        self._at = {
            **{("pupil", one.pupil_id): at for at, one in enumerate(stuck)},
            **{(one.kind, one.id): at for at, one in enumerate(self._moves, len(stuck))},
        }
        self._head(sections)

    def _head(self, sections: Sequence[tuple[str, int]]) -> None:
        line = row = 0
        for title, many in sections:
            if many:
                if line:
                    self.heads[line] = Head()
                    line += 1
                self.heads[line] = Head((title, STRONG), (str(many), MUTED))
                self.firsts.append(row)
                line, row = line + 1 + many, row + many

    def count(self) -> int:
        return len(self._stuck) + len(self._moves)

    def fetch(self, offset: int, limit: int) -> list[Row]:
        stuck = self._stuck[offset : offset + limit]
        begin = max(0, offset - len(self._stuck))
        keys = self._moves[begin : begin + limit - len(stuck)]
        with self._casebook.read() as connection:
            moves = turns_at(connection, keys, self._how.today)
        return [
            *(stuck_row(one, self._how) for one in stuck),
            *(move_row(one, self._how) for one in moves),
        ]

    def position(self, key: Hashable) -> int | None:
        """Where a row stands, also by a key that says more than its move."""
        move = turn_at(key)
        return self._at.get((move.kind, move.row)) if move else None

    def key(self, row: int) -> AboutPupil | None:
        """A key by which the row is found, counted from 0; None where there is none."""
        if not 0 <= row < self.count():
            return None
        if row < len(self._stuck):
            return AboutPupil("pupil", self._stuck[row].pupil_id, 0)
        move = self._moves[row - len(self._stuck)]
        return AboutPupil(move.kind, move.id, 0)
