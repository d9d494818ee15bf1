"""Hits of the search with a name, a day and the words around what was found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.store.search import Hit
from spreekuur.views.columns import SHORT, day, pupil_ref

AROUND = 60
"""Characters of text around the word that was found."""

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Found:
    """Something written about a jongere, or about a school when `pupil_id` is None."""

    kind: str
    """What it is, in Dutch: a soort contact for a conversation."""
    row_id: int
    pupil_id: int | None
    name: str
    """The jongere, else the school, else empty."""
    on: date | None
    snippet: str

    @property
    def ref(self) -> str | None:
        return pupil_ref(self.pupil_id) if self.pupil_id else None


OF_PUPIL = "JOIN pupil p ON p.id = r.pupil_id"
SAID = "LEFT JOIN conversation c ON c.id = r.conversation_id"
NO_PUPIL = "NULL AS id, '' AS given, '' AS prefix, '' AS surname"
OF_NOBODY = f"JOIN (SELECT {NO_PUPIL}) p"
AT_SCHOOL = f"{OF_NOBODY} LEFT JOIN school s ON s.id ="
OF_EITHER = "LEFT JOIN pupil p ON p.id = r.pupil_id LEFT JOIN school s ON s.id = r.school_id"

SOURCES = {
    "pupil": (
        "'jongere'",
        "NULL",
        "p.given || ' ' || p.prefix || ' ' || p.surname || ' ' || r.class_name || ' ' || r.phone",
        "JOIN pupil p ON p.id = r.id",
    ),
    "guardian": ("'ouder'", "NULL", "r.name || ' ' || r.relation || ' ' || r.phone", OF_PUPIL),
    "school_contact": (
        "'contactpersoon'",
        "NULL",
        "r.name || ' ' || r.role || ' ' || r.phone",
        f"{AT_SCHOOL} r.school_id",
    ),
    "school": (
        "'school'",
        "NULL",
        "r.name || ' ' || r.short_name || ' ' || coalesce(r.brin6, '') || ' ' || r.place || ' ' "
        "|| r.phone",
        f"{AT_SCHOOL} r.id",
    ),
    "conversation": (
        "r.kind",
        "r.said_on",
        "r.text || ' ' || r.with_whom || ' ' || r.caller",
        OF_EITHER,
    ),
    "goal": ("'doel'", "c.said_on", "r.text", f"{OF_PUPIL} {SAID}"),
    "agreement": (
        "'afspraak'",
        "c.said_on",
        "r.who || ': ' || r.what || ' ' || r.check_how",
        f"{OF_PUPIL} {SAID}",
    ),
    "follow_up": ("'vervolg'", "coalesce(c.said_on, r.day)", "r.action", f"{OF_EITHER} {SAID}"),
    "appointment": (
        "'plek in spreekuur'",
        "o.day",
        "r.reason || ' ' || r.outcome",
        "JOIN office_hours o ON o.id = r.office_hours_id JOIN school s ON s.id = o.school_id "
        "LEFT JOIN pupil p ON p.id = r.pupil_id",
    ),
    "engagement": ("'eigen afspraak'", "r.first", "r.what", OF_NOBODY),
    "partner": (
        "'sociale kaart'",
        "NULL",
        "r.name || ' ' || r.offers || ' ' || r.phone",
        OF_NOBODY,
    ),
}
"""For each findable table: what it is called, its day, its text and whom it is about."""


def named(connection: Connection, hits: Iterable[Hit], words: str) -> list[Found]:
    """The hits with their names: people and schools first, then what was said, newest first."""
    ids: dict[str, list[int]] = {}
    for hit in hits:
        ids.setdefault(hit.kind, []).append(hit.row_id)
    found = [one for kind, rows in ids.items() for one in _rows(connection, kind, rows, words)]
    undated = [one for one in found if one.on is None]
    dated = [(one.on, one) for one in found if one.on is not None]
    return undated + [one for _, one in sorted(dated, key=lambda pair: pair[0], reverse=True)]


def snippet(text: str, words: str, around: int = AROUND) -> str:
    """The words of `text` around the first of `words` that occurs in it, on one line."""
    pieces = text.split()
    wanted = fold(words).split()
    at = next((n for n, piece in enumerate(pieces) if _holds(piece, wanted)), 0)
    if pieces and len(pieces[at]) > around:
        return _inside(pieces[at], wanted, around)
    first, last = _window(pieces, at, around)
    shown = " ".join(pieces[first:last])
    before = ELLIPSIS if first else ""
    return f"{before}{shown}{ELLIPSIS if last < len(pieces) else ''}"


def _holds(piece: str, wanted: Sequence[str]) -> bool:
    folded = fold(piece)
    return any(word in folded for word in wanted)


def _inside(piece: str, wanted: Sequence[str], around: int) -> str:
    """Part of one endless word; folding hardly moves what was found in it."""
    folded = fold(piece)
    middle = max((folded.find(word) for word in wanted), default=0)
    first = max(middle - around // 2, 0)
    last = first + around
    before = ELLIPSIS if first else ""
    return f"{before}{piece[first:last]}{ELLIPSIS if last < len(piece) else ''}"


def _window(pieces: Sequence[str], at: int, around: int) -> tuple[int, int]:
    """From which to which piece: as many before as after, `around` characters in all."""
    first, last = at, min(at + 1, len(pieces))
    room = around - sum(map(len, pieces[first:last]))
    while room > 0 and (first > 0 or last < len(pieces)):
        if first > 0:
            first -= 1
            room -= len(pieces[first]) + 1
        if last < len(pieces):
            room -= len(pieces[last]) + 1
            last += 1
    return first, last


def _rows(connection: Connection, kind: str, ids: Sequence[int], words: str) -> list[Found]:
    called, on, text, about = SOURCES[kind]
    school = SHORT if "school s" in about else "''"
    rows = connection.execute(
        f"SELECT r.id, {called}, p.id, p.given, p.prefix, p.surname, {school}, {on}, {text} "
        f"FROM {kind} r {about} WHERE r.id IN (SELECT value FROM json_each(:ids)) "
        "ORDER BY r.id DESC",
        {"ids": json.dumps(ids)},
    )
    return [
        Found(
            kind=label,
            row_id=row_id,
            pupil_id=pupil_id,
            name=PersonName(*name).spoken if pupil_id else school_name,
            on=day(said_on),
            snippet=snippet(whole, words),
        )
        for row_id, label, pupil_id, *name, school_name, said_on, whole in rows
    ]
