"""What goes to the terminal: data on stdout, talk on stderr, nothing that could steer either."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

from spreekuur.rules.cells import columns, cut
from spreekuur.rules.text import clean

if TYPE_CHECKING:
    from pathlib import Path

UNDO = "spreekuur ongedaan maakt het ongedaan."
UNCHANGED = "Er is niets veranderd."
"""What is said instead where nothing was written."""
WIDTH = 80
_GAP = 2
_WIDEST = 32
"""As much as the reading of a line of a note may take."""


def show(text: str = "") -> None:
    """Lines of data on stdout."""
    click.echo(_harmless(text))


def say(text: str) -> None:
    """A sentence on stderr, for who sits at the keyboard."""
    click.echo(_harmless(text), err=True)


@contextmanager
def progress(label: str, size: int) -> Iterator[Callable[[int, int], None]]:
    """A bar on stderr, only for who sits at a terminal; told how many are done, of how many."""
    with click.progressbar(
        length=size,
        label=label,
        show_eta=False,
        file=sys.stderr,
        hidden=not size or not sys.stderr.isatty(),
    ) as bar:
        yield lambda done, of: bar.update(done - bar.pos)


def refuse(sentence: str) -> NoReturn:
    """Say why nothing was done, and end with exit code 1."""
    say(sentence)
    raise click.exceptions.Exit(1)


def refuse_target(target: Path) -> NoReturn:
    """Say why a file could not be made where `--naar` wants it: no such folder, or not allowed."""
    wrong = f"Hier mag niet geschreven worden: {target}."
    if not target.parent.is_dir():
        wrong = f"Deze map is er niet: {target.parent}."
    refuse(f"{wrong} Er is niets gemaakt. Kies met --naar een andere plek.")


def show_json(shape: dict[str, Any]) -> None:
    """One JSON object on stdout, its version first; ASCII where the terminal knows no more."""
    import json

    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps({"version": 1, **shape}, ensure_ascii=not unicode, indent=2)
    click.echo(text)


def table(rows: Iterable[Sequence[str]], *, indent: int = 0) -> str:
    """Rows in aligned columns, 80 wide; what doesn't fit goes on below in the last column.

    In the other columns one long text would push all rows aside: it is cut (`--json` has it whole).
    """
    cells = [[*(cut(clean(cell), _WIDEST) for cell in row[:-1]), clean(row[-1])] for row in rows]
    if not cells:
        return ""
    widths = [max(columns(row[n]) for row in cells) for n in range(len(cells[0]) - 1)]
    return "\n".join(_line(row, widths, indent) for row in cells)


def paragraph(text: str, *, indent: int = 0) -> str:
    """Text with its own line breaks, wrapped at 80."""
    room = WIDTH - indent
    lines = (textwrap.wrap(line, room, break_on_hyphens=False) or [""] for line in text.split("\n"))
    return "\n".join((" " * indent + line).rstrip() for wrapped in lines for line in wrapped)


def _line(row: Sequence[str], widths: Sequence[int], indent: int) -> str:
    *front, last = row
    start = " " * indent + "".join(
        cell + " " * (width - columns(cell) + _GAP)
        for cell, width in zip(front, widths, strict=True)
        if width
    )
    room = max(WIDTH - columns(start), WIDTH // 4)
    wrapped = textwrap.wrap(last, room, break_on_hyphens=False) or [""]
    below = "\n" + " " * columns(start)
    return (start + below.join(wrapped)).rstrip()


def _harmless(text: str) -> str:
    """The text without control characters; a terminal that lacks a sign shows a question mark."""
    return "\n".join(clean(line, limit=len(line)) for line in text.split("\n"))
