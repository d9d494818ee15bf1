"""A file with columns as lines of clean text: CSV in its Dutch shapes, or XLSX."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from spreekuur.exchange.reading import NotReadable
from spreekuur.rules.text import clean

MAX_BYTES = 50_000_000
MAX_LINES = 100_000
MAX_COLUMNS = 200
MAX_FIELD = 20_000
NOTHING_READ = "Er is niets ingelezen."

_SEPARATORS = (";", ",", "\t")
_END = "\x00end\x00"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Line:
    """One record; `number` is the line of the file on which it starts."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines that hold anything; the header is among them, where the reader looks for it."""

    lines: tuple[Line, ...]
    warnings: tuple[str, ...] = ()


def read_table(data: bytes) -> Table:
    """Read `data` by what it is, not by what it is called; every cell passes `clean`.

    A date cell of Excel comes out as `jjjj-mm-dd`. Raises NotReadable for a file that is empty,
    is no table, or is larger than any list a consultant keeps.
    """
    if len(data) > MAX_BYTES:
        raise NotReadable(f"Dit bestand is groter dan 50 MB. {NOTHING_READ}")
    if data.startswith(b"PK\x03\x04"):
        from spreekuur.exchange.workbook import read_workbook

        records, warnings = read_workbook(data)
        lines = tuple(_kept(records))
    else:
        warnings = ()
        lines = tuple(_kept(_read_csv(_decode(data))))
    if not lines:
        raise NotReadable(f"Dit bestand is leeg. {NOTHING_READ}")
    return Table(lines, warnings)


def _decode(data: bytes) -> str:
    """The text: UTF-16 by its mark, else UTF-8, else Windows-1252 (DUO's lists); never Latin-1."""
    if data.startswith(_OLD_EXCEL):
        raise NotReadable(
            "Dit is een oud of beveiligd Excel-bestand. "
            f"Bewaar het zonder wachtwoord als .xlsx of CSV. {NOTHING_READ}"
        )
    for encoding in _encodings(data):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotReadable(f"Dit is geen lijst. Bewaar de lijst als CSV of .xlsx. {NOTHING_READ}")


def _encodings(data: bytes) -> tuple[str, ...]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    start = data[:4096]
    # Many zero bytes: UTF-16 without its mark, or no text at all. Guessing would spoil names.
    return () if start.count(0) * 4 > len(start) else ("utf-8-sig", "cp1252")


def _read_csv(text: str) -> Iterator[tuple[int, list[str]]]:
    """Records with the line they start on; a quote that never closes is named, not swallowed."""
    source = io.StringIO(text, newline="")
    separator, skipped = _separator(text)
    for _ in range(skipped):
        source.readline()
    reader = csv.reader(chain(source, [_END]), delimiter=separator)
    start = last = skipped + 1
    record: list[str] = []
    try:
        for record in reader:
            if record != [_END]:
                yield start, record
            start, last = skipped + reader.line_num + 1, start
    except csv.Error as error:
        raise NotReadable(f"Regel {start} is niet als tabel te lezen. {NOTHING_READ}") from error
    if record != [_END]:
        raise NotReadable(
            f'Op regel {last} begint een tekst met " die nergens eindigt. {NOTHING_READ}'
        )


def _separator(text: str) -> tuple[str, int]:
    """What parts the first lines into most columns, and how many lines precede (Excel's `sep=`)."""
    if text[:4].lower() == "sep=" and text[4:5] in _SEPARATORS:
        return text[4], 1
    widths = {separator: _width(text[:MAX_FIELD], separator) for separator in _SEPARATORS}
    return max(widths, key=lambda separator: widths[separator]), 0


def _width(text: str, separator: str) -> int:
    """The most columns in the header: titles may stand above it, so five records are looked at."""
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        return max((len(record) for record in islice(records, 5)), default=0)
    except csv.Error:
        return 0


def _kept(numbered: Iterable[tuple[int, list[str]]]) -> Iterator[Line]:
    """Lines that hold anything, cleaned; refuses what no list of schools or jongeren looks like."""
    for count, (number, record) in enumerate(numbered):
        if count >= MAX_LINES:
            raise NotReadable(f"Dit bestand heeft meer dan 100.000 regels. {NOTHING_READ}")
        if len(record) > MAX_COLUMNS:
            raise NotReadable(f"Regel {number} heeft meer dan 200 kolommen. {NOTHING_READ}")
        if any(len(cell) > MAX_FIELD for cell in record):
            raise NotReadable(
                f"Regel {number} heeft een veld van meer dan 20.000 tekens. {NOTHING_READ}"
            )
        cells = tuple(clean(cell).strip() for cell in record)
        if any(cells):
            yield Line(number, cells)
