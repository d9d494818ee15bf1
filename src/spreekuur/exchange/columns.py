"""Which column holds what: headers differ in every list, so only their letters are compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spreekuur.exchange.reading import Refused
from spreekuur.exchange.tables import Line, Table
from spreekuur.rules.text import fold

_HEADER_WITHIN = 10
TOO_WIDE = "meer velden dan de kop"


def header_key(text: str) -> str:
    """`BRIN_NUMMER`, `Brin nummer` and `brinnummer` are one: letters and digits, no accents."""
    return re.sub(r"[^a-z0-9]", "", fold(text))


@dataclass(frozen=True, slots=True)
class Header:
    """The header line of a table: `places` are keys of columns with their position."""

    line: Line
    places: Mapping[str, int]

    def first(self, aliases: tuple[str, ...]) -> int | None:
        """Position of the first alias that is there; aliases stand in order of preference."""
        return next((self.places[alias] for alias in aliases if alias in self.places), None)


def find_header(table: Table, known: frozenset[str]) -> Header:
    """The line among the first ten with most `known` columns; titles may stand above it."""
    best = max(table.lines[:_HEADER_WITHIN], key=lambda line: _hits(line, known))
    places: dict[str, int] = {}
    for position, cell in enumerate(best.cells):
        places.setdefault(header_key(cell), position)
    return Header(best, places)


def _hits(line: Line, known: frozenset[str]) -> int:
    return len(known.intersection(header_key(cell) for cell in line.cells))


def below(table: Table, header: Header) -> Iterator[Line | Refused]:
    """The lines under the header, each as wide as it; a wider one has shifted and is refused."""
    width = len(header.line.cells)
    for line in table.lines:
        if line.number <= header.line.number:
            continue
        if any(line.cells[width:]):
            yield Refused(line.number, TOO_WIDE)
        else:
            yield Line(line.number, (line.cells + ("",) * width)[:width])
