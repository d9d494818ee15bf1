"""The papers of a spreekuur as A4 PDF, for a school where no laptop may open; and as plain text.

Typst sets them from templates beside this file. What people wrote goes in as data, never as
markup, and only the fonts that typst brings are used, so that a paper is the same everywhere.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import clock
from spreekuur.rules.paper import breakable, file_name
from spreekuur.rules.written_out import in_full
from spreekuur.store.connection import Connection
from spreekuur.store.location import private_file
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.paper import OwnRow, ToFetch, own_rows, to_fetch

TEMPLATES = Path(__file__).parent
LINES = 5
"""Blank lines to write on, a row."""
MARKS = ("aanw", "laat", "nv", "afgem", "ziek")
"""To circle; what is typed afterwards (`rules.paper_lines`)."""
NOBODY = "Nog niemand op de lijst."
THROW_AWAY = "Leesbaar voor iedereen: na afloop in de papiervernietiger."
HEADS = ("tijd", "naam", "klas")


class Paper(StrEnum):
    """Whom a paper is for; the value ends its file name."""

    CONCIERGE = "concierge"
    HER = "mij"


TEMPLATE = {Paper.CONCIERGE: "concierge.typ", Paper.HER: "for_her.typ"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper before it is set: what goes into the template, and the same as plain text."""

    data: dict[str, Any]
    text: str


def paper(connection: Connection, hours: OfficeHoursView, kind: Paper, today: date) -> Sheet:
    """What stands on one paper of a spreekuur."""
    head = {
        "title": f"Spreekuur {in_full(hours.day)}",
        "where": " · ".join(part for part in map(_short, (hours.school, hours.room)) if part),
        "footer": THROW_AWAY,
        "nobody": NOBODY,
    }
    if kind is Paper.CONCIERGE:
        rows, data = _concierge(to_fetch(hours))
    else:
        rows, data = _for_her(own_rows(connection, hours, today))
    text = "\n".join([head["title"], head["where"], "", *(rows or [NOBODY]), "", THROW_AWAY])
    return Sheet({**head, **data}, text)


def pdf(sheet: Sheet, kind: Paper) -> bytes:
    """The paper as a PDF."""
    import typst

    # Its own folder is all that a template may read.
    compiler = typst.Compiler(
        (TEMPLATES / TEMPLATE[kind]).read_bytes(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(sheet.data)},
    )
    made = compiler.compile(format="pdf")
    assert isinstance(made, bytes)
    return made


def write_paper(
    connection: Connection, hours: OfficeHoursView, kind: Paper, today: date, folder: Path
) -> Path:
    """Write one paper in a folder, beside an earlier one of that name: 0600, whole or not.

    Raises NotWritable or DiskFull.
    """
    name = Path(file_name(hours.school, hours.day, kind))
    target, at = folder / name, 1
    while os.path.lexists(target):
        at += 1
        target = folder / f"{name.stem}-{at}{name.suffix}"
    write_pdf(target, pdf(paper(connection, hours, kind, today), kind))
    return target


def write_pdf(target: Path, made: bytes) -> None:
    """Put a PDF at `target`, which holds nothing yet; raises NotWritable or DiskFull."""
    with private_file(target) as file:
        file.write(made)


def _short(text: str) -> str:
    return breakable(text, 60)


def downloads() -> Path:
    """Where a paper is written unless she says otherwise: the folder for downloads, else home."""
    from platformdirs import user_downloads_path

    folder = user_downloads_path()
    return folder if folder.is_dir() else Path.home()


def _concierge(people: list[ToFetch]) -> tuple[list[str], dict[str, Any]]:
    rows = [{"at": clock(one.at), "name": one.given, "class": one.class_name} for one in people]
    wide = max((columns(one.given) for one in people), default=0)
    text = [
        f"{row['at']:>5}  {row['name']}{' ' * (wide - columns(row['name']))}  {row['class']}"
        for row in rows
    ]
    return [line.rstrip() for line in text], {"rows": rows, "heads": HEADS}


def _for_her(rows: list[OwnRow]) -> tuple[list[str], dict[str, Any]]:
    text: list[str] = []
    data = []
    for row in rows:
        said = [*(f"doel: {goal}" for goal in row.goals), *row.agreements]
        number = str(row.number) if row.number else ""
        text.append(f"{number:>3}  {clock(row.at):>5}  {row.initials}  {row.class_name}".rstrip())
        text += [f"            {one}" for one in said]
        data.append(
            {
                "number": number,
                "at": clock(row.at),
                "initials": row.initials,
                "class": row.class_name,
                "marks": MARKS if number else (),
                "said": said,
            }
        )
    return text, {"rows": data, "lines": LINES}
