"""What the screen of a school's list says in one line: above it, beside each line, when kept."""

from __future__ import annotations

from datetime import date

from spreekuur.exchange.list_places import ListPlaced
from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import short_day
from spreekuur.tui.list_reading import LineRead
from spreekuur.tui.widgets.row_columns import fit

ASKS = "Plak of typ: naam, klas, reden"


def list_title(closing: date | None, today: date) -> str:
    """What is asked for, and until when school may add to it."""
    if closing is None:
        return ASKS
    verb = "sloot" if today > closing else "sluit"
    return f"{ASKS} · lijst {verb} {short_day(closing, today)}"


def read_line(read: LineRead, width: int) -> str:
    """Who at the left with as many flags as fit, the place at the right, in so many cells."""
    room = max(0, width - len(read.place) - 1)
    said = read.who
    for flag in read.flags:
        if columns(f"{said}, {flag.short}") <= room:
            said += f", {flag.short}"
    return f"{fit(said, room)} {read.place}" if read.place and room else said


def placed_line(placed: ListPlaced) -> str:
    """What became of the list, in one sentence."""
    people = len(placed.placed)
    said = f"{people} {'jongere' if people == 1 else 'jongeren'} op de lijst"
    rest = (
        (len(placed.colleague), "bij collega"),
        (len(placed.waiting), "op de wachtlijst"),
        (len(placed.without_room), "casuïstiek zonder vrije plek"),
    )
    return f"{', '.join((said, *(f'{many} {where}' for many, where in rest if many)))}."
