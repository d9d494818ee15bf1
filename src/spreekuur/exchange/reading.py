"""What every reader hands back: the rows it took, the lines it refused and what is worth saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spreekuur.store.errors import StoreError

Row = TypeVar("Row")

_LINES_NAMED = 10


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


class NotReadable(StoreError):
    """The file as a whole can't be taken; `sentence` says in Dutch why and what to do."""


def lines_named(lines: Sequence[int]) -> str:
    """`regel 7, 31, 90`; of many lines the first ten."""
    named = ", ".join(str(line) for line in lines[:_LINES_NAMED])
    return f"regel {named}" if len(lines) <= _LINES_NAMED else f"regel {named} en verder"
