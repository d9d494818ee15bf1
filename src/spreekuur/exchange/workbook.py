"""The first sheet of an Excel file as records; its known bombs are refused."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from spreekuur.exchange.reading import NotReadable

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_ROWS = 20_000
MAX_COLUMNS = 200

_TOO_LARGE = (
    "Dit werkblad is groter dan 20.000 regels of 200 kolommen. "
    "Verwijder wat er leeg achter de lijst staat, of bewaar het als CSV. Er is niets ingelezen."
)
_DAMAGED = (
    "Dit Excel-bestand is niet te openen. Bewaar de lijst opnieuw als .xlsx of als CSV. "
    "Er is niets ingelezen."
)


def read_workbook(data: bytes) -> tuple[list[tuple[int, list[str]]], tuple[str, ...]]:
    """Numbered records of the first sheet, and what was left unread as Dutch sentences.

    Raises NotReadable for a bomb (facts 7.4), a damaged file or one larger than any caseload.
    """
    _weigh(data)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = book.worksheets
        records = list(_records(sheets[0])) if sheets else []
    except NotReadable:
        raise
    except Exception as error:  # openpyxl lets any kind of error through on a damaged file
        raise NotReadable(_DAMAGED) from error
    if len(sheets) < 2:
        return records, ()
    return records, (f"Alleen het eerste van {len(sheets)} werkbladen is gelezen.",)


def _weigh(data: bytes) -> None:
    """Refuse what unpacks to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise NotReadable(_DAMAGED) from error
    if unpacked > MAX_UNPACKED or unpacked > MAX_RATIO * len(data):
        raise NotReadable(
            "Dit Excel-bestand is uitgepakt veel te groot voor een lijst. Er is niets ingelezen."
        )


def _records(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows of a ReadOnlyWorksheet, which the types of openpyxl do not know."""
    sheet.reset_dimensions()  # the size a file claims for itself can be a lie
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        if number > MAX_ROWS or len(row) > MAX_COLUMNS:
            raise NotReadable(_TOO_LARGE)
        yield number, [_text(value) for value in row]


def _text(value: object) -> str:
    """A cell as it would be typed; Excel keeps whole numbers as 7.0 and dates with a midnight."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
    return str(value)
