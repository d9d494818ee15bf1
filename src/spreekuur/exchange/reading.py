"""What every reader hands back: the rows it took, the lines it refused and what is worth saying."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Refused:
    """One line that was not taken; `line` counts as an editor or Excel does, from 1."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Reading(Generic[Row]):
    """A file as rows, in the order of the file; `warnings` are Dutch sentences."""

    rows: tuple[Row, ...]
    refused: tuple[Refused, ...] = ()
    warnings: tuple[str, ...] = ()


class NotReadable(Exception):
    """The file as a whole can't be taken; `sentence` says in Dutch why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
