"""The lines of a demo note: days filled in, and read as the line grammar reads them.

The notes are known beforehand, so this only has to agree with `rules.note` on these; a test reads
every note of the demo with both. It spares the start half of its time.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.date_words import clock, day_and_month, short_day
from spreekuur.store.demo.days import Moment, at_clock, stored

_NUMBERS = re.compile(r"(\d+) naar (\d+)")
_NEXT = re.compile(r"> \+(\d+)(?: (\d+:\d\d))? (.+)")

SIDES = {
    **dict.fromkeys(("moeder", "vader", "ouders"), "ouders"),
    **dict.fromkeys(("mentor", "oco", "leerkracht", "docent Nederlands"), "school"),
    **dict.fromkeys(("trajectbegeleider",), "partner"),
    "ik": "ik",
}
"""Whose move it is; anybody else who is named is the jongere."""

ROADS = {
    "": ("Telefoon", "Gesproken"),
    "app": ("App/sms", ""),
    "mail": ("E-mail", ""),
    "brief": ("Brief", ""),
    "voicemail": ("Telefoon", "Voicemail ingesproken"),
    "geen gehoor": ("Telefoon", "Geen gehoor"),
}
"""How somebody was reached, and with what result."""

Row = tuple[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Said:
    """A note read: its text, its reading, the rows of its lines, and with whom it was."""

    text: str
    reading: list[list[object]]
    rows: list[Row]
    kind: str
    with_whom: str
    outcome: str


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    kind: str = ""
    content: str = ""
    shared: bool = False
    row: Row | None = None


def read(script: str, moment: Moment, upcoming: tuple[date, time] | None, kind: str) -> Said:
    """Read a note as it was said; `upcoming` is the next place, which `>>` is tied to."""
    contact = (kind, "", "Gesproken")
    lines = []
    for typed in script.split("\n"):
        reader = _READERS.get(typed[:2]) if typed[:1] in "!*>=+@" else None
        if typed.startswith("@ "):
            whom, _, road = typed[2:].partition(", ")
            contact = (ROADS[road][0], whom, ROADS[road][1])
        if typed == ">>":
            lines.append(_next_office_hours(moment.said_on, upcoming))
        else:
            lines.append(reader(typed, moment) if reader else _Line(typed))
    return Said(
        "\n".join(line.text for line in lines),
        [[at, one.kind, one.shared, one.content] for at, one in enumerate(lines) if one.kind],
        [line.row for line in lines if line.row],
        *contact,
    )


def _share(typed: str, moment: Moment) -> _Line:
    return _Line(typed, "share", typed[2:], shared=True)


def _contact(typed: str, moment: Moment) -> _Line:
    return _Line(typed, "contact", typed[2:])


def _scale(typed: str, moment: Moment) -> _Line:
    numbers, _, step = typed[2:].partition(": ")
    value, _, target = numbers.partition(" naar ")
    row: dict[str, object] = {
        "value": int(value),
        "target": int(target) if target else None,
        "step": step,
    }
    return _Line(typed, "scale", typed[2:], row=("scale_score", row))


def _agreement(typed: str, moment: Moment) -> _Line:
    mark, _, body = typed.partition(" ")
    who_and_what, _, days = body.rpartition(", +")
    who, _, what = who_and_what.partition(": ")
    due = moment.later(int(days))
    side = SIDES.get(who, "jongere")
    shared = mark == "!" and side in ("school", "jongere")
    row = {"who": who, "side": side, "what": what, "due": str(due), "shared": shared}
    return _Line(
        f"{mark} {who}: {what}, {day_and_month(due)}",
        "agreement",
        f"{who}: {what}, {short_day(due, moment.said_on)}",
        shared,
        ("agreement", row),
    )


def _goal(typed: str, moment: Moment) -> _Line:
    if typed.startswith("* nu "):
        return _Line(
            typed, "goal_value", typed[2:], row=("goal_value", {"value": float(typed[5:])})
        )
    text, _, days = typed[2:].rpartition(", +")
    due = moment.later(int(days))
    numbers = _NUMBERS.search(text)
    assert numbers
    row = {
        "text": text,
        "start": float(numbers[1]),
        "target": float(numbers[2]),
        "due": str(due),
        "shared": True,
    }
    content = f"{text}, {short_day(due, moment.said_on)}"
    return _Line(f"* {text}, {day_and_month(due)}", "goal", content, True, ("goal", row))


def _follow_up(typed: str, moment: Moment) -> _Line:
    match = _NEXT.fullmatch(typed)
    assert match
    day = moment.later(int(match[1]))
    at = at_clock(match[2]) if match[2] else None
    tail = f"{f' {clock(at)}' if at else ''} {match[3]}"
    row = {"day": str(day), "at": at and stored(at), "action": match[3]}
    return _Line(
        f"> {day_and_month(day)}{tail}",
        "follow_up",
        f"{short_day(day, moment.said_on)}{tail}",
        row=("follow_up", row),
    )


def _next_office_hours(said_on: date, upcoming: tuple[date, time] | None) -> _Line:
    assert upcoming
    content = f"spreekuur {short_day(upcoming[0], said_on)} {clock(upcoming[1])}"
    return _Line(">>", "follow_up", content, row=("follow_up", {"action": "spreekuur"}))


_READERS: dict[str, Callable[[str, Moment], _Line]] = {
    "+ ": _share,
    "@ ": _contact,
    "= ": _scale,
    "! ": _agreement,
    "!-": _agreement,
    "* ": _goal,
    "> ": _follow_up,
}
