"""Who is meant while the name is still being typed: jongeren and schools, the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.columns import SHORT, clock, day

LIMIT = 20
"""Hits to show; more means that she types on."""

RECENT = 500
"""The last conversations, among which *recently spoken* is looked for."""

MOST_WORDS = 12
"""A pasted page is no name."""

NUMBER_END = 8
"""Digits that tell telephone numbers apart, however the front is written (`06`, `+31 6`)."""

NUMBER = re.compile(r"\+?[\d ().-]+\Z")


@dataclass(frozen=True, slots=True)
class Pickable:
    """Somebody or some school a note can be about, and by what it was found."""

    kind: str
    """`pupil` or `school`."""
    id: int
    name: PersonName | str
    """A jongere by its parts; a parent, a contact person or a school as kept."""
    detail: str
    """What tells namesakes apart: class and school, `moeder` or a role at a school."""
    child: PersonName | None = None
    """Whose parent it is."""
    is_person: bool = True
    phone: str = ""
    """Of a parent, a contact person or a school."""
    expected: time | None = None
    """The place of a jongere in a spreekuur of today."""
    spoken: date | None = None
    """The last conversation with or about a jongere."""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """More than one jongere has exactly the name that was typed."""

    count: int
    name: str
    given: bool
    """Whether it is a first name."""


def pickable(connection: Connection, typed: str, today: date) -> list[Pickable]:
    """At most `LIMIT` hits for what was typed so far.

    A first or last name that begins with it comes first; then a name, class or number of which a
    word begins (or a number ends) with it; parents, schools and contact persons; then what holds
    it inside a word. Among equals: on today's list, then spoken most recently, then by name. Words
    of one or two letters only find the beginning of a word of a jongere.
    """
    words = _words(typed)
    if not words:
        return []
    ranked = list(_pupils(connection, words, today))
    if max(map(len, words)) > 2:
        ranked += [*_parents(connection, words), *_schools(connection, words)]
        ranked += _contacts(connection, words)
    ranked.sort(key=lambda pair: pair[0])
    return [hit for _, hit in ranked[:LIMIT]]


def namesakes(connection: Connection, typed: str) -> Namesakes | None:
    """The jongeren who share the whole first or last name that was typed, when there are more."""
    wanted = fold(typed)
    if not wanted:
        return None
    checks = (
        (True, "given", f"{_match('pupil', [wanted])} AND substr(r.folded, 1, :length) = :given"),
        (False, "surname", "pupil WHERE sort_key >= :surname AND sort_key < :surname || :last"),
    )
    values = _values([wanted]) | {
        "given": f"{wanted} ",
        "surname": f"{wanted}  ",
        "last": "\U0010ffff",
        "length": len(wanted) + 1,
    }
    for given, column, check in checks:
        count, name = connection.execute(
            f"SELECT count(*), min({column}) FROM {check}", values
        ).fetchone()
        if count > 1:
            return Namesakes(count, name, given)
    return None


def _words(typed: str) -> list[str]:
    digits = re.sub(r"\D", "", typed)
    if NUMBER.match(typed.strip()) and len(digits) >= NUMBER_END:
        return [digits[-NUMBER_END:]]
    return fold(typed).split()[:MOST_WORDS]


def _match(kind: str, words: Sequence[str]) -> str:
    """The rows `r` of a findable table in which every word occurs."""
    checks = [f"instr(r.folded, :w{n})" for n in range(len(words))]
    if not any(len(word) > 2 for word in words):
        return f"{kind} r WHERE {' AND '.join(checks)}"
    index = f"search_{kind}"
    return f"{index} s JOIN {kind} r ON r.id = s.rowid WHERE " + " AND ".join(
        [f"{index} MATCH :pieces", *checks]
    )


def _values(words: Sequence[str]) -> dict[str, object]:
    """What the placeholders of `_match` and the ranks stand for."""
    pieces = sorted({word[at : at + 3] for word in words for at in range(len(word) - 2)})
    quoted = ['"' + piece.replace('"', '""') + '"' for piece in pieces]
    each = {f"w{n}": word for n, word in enumerate(words)}
    return {**each, "pieces": " AND ".join(quoted), "limit": LIMIT}


def _begins(n: int) -> str:
    """Whether a word of the row begins with word n, or its telephone number ends with it."""
    return f"(instr(' ' || r.folded, ' ' || :w{n}) OR substr(r.folded, -length(:w{n})) = :w{n})"


def _begin_all(words: Sequence[str]) -> str:
    return " AND ".join(_begins(n) for n in range(len(words)))


def _rank(words: Sequence[str], begins: int, inside: int) -> str:
    """A rank as good as the worst of the words."""
    return f"CASE WHEN {_begin_all(words)} THEN {begins} ELSE {inside} END"


PUPIL_RANKS, PARENT_RANKS, SCHOOL_RANKS, CONTACT_RANKS = (1, 5), (2, 6), (3, 7), (4, 8)
"""For each: when every word begins a word, and when one stands inside a word; 0 is best."""

NEAR = (
    "WITH near AS (SELECT pupil_id, min(expected) AS expected, max(spoken) AS spoken FROM ("
    "SELECT a.pupil_id, a.at AS expected, NULL AS spoken FROM office_hours o "
    "JOIN appointment a ON a.office_hours_id = o.id WHERE o.day = :today UNION ALL "
    "SELECT pupil_id, NULL, said_on FROM (SELECT pupil_id, said_on FROM conversation "
    f"ORDER BY said_on DESC LIMIT {RECENT})) GROUP BY pupil_id)"
)


def _pupils(
    connection: Connection, words: Sequence[str], today: date
) -> Iterator[tuple[int, Pickable]]:
    begin = " AND ".join(
        f"(substr(r.folded, 1, length(:w{n})) = :w{n} "
        f"OR substr(r.sort_key, 1, length(:w{n})) = :w{n})"
        for n in range(len(words))
    )
    short = "" if max(map(len, words)) > 2 else f" AND {_begin_all(words)}"
    rows = connection.execute(
        f"{NEAR}, found AS (SELECT r.id, r.sort_key, near.expected, near.spoken, "
        f"CASE WHEN {begin} THEN 0 ELSE {_rank(words, *PUPIL_RANKS)} END AS rank "
        f"FROM {_match('pupil', words).replace(' WHERE ', JOIN_NEAR, 1)}{short} {ORDER} "
        f"LIMIT :limit) SELECT rank, p.id, p.given, p.prefix, p.surname, p.class_name, {SHORT}, "
        "expected, coalesce(spoken, (SELECT max(said_on) FROM conversation c "
        "WHERE c.pupil_id = p.id)) FROM found JOIN pupil p ON p.id = found.id "
        f"LEFT JOIN school s ON s.id = p.school_id {ORDER.replace('r.', 'p.')}",
        {**_values(words), "today": str(today)},
    )
    for rank, pupil_id, given, prefix, surname, class_name, school, expected, spoken in rows:
        name = PersonName(given, prefix, surname)
        detail = f"{class_name} {school}".strip()
        hit = Pickable(
            "pupil", pupil_id, name, detail, expected=clock(expected), spoken=day(spoken)
        )
        yield rank, hit


ORDER = "ORDER BY rank, expected IS NULL, expected, spoken DESC, r.sort_key, r.id"
JOIN_NEAR = " LEFT JOIN near ON near.pupil_id = r.id WHERE "


def _parents(connection: Connection, words: Sequence[str]) -> Iterator[tuple[int, Pickable]]:
    rows = connection.execute(
        f"SELECT f.*, p.given, p.prefix, p.surname FROM (SELECT {_rank(words, *PARENT_RANKS)} AS "
        f"rank, r.pupil_id, r.name, r.relation, r.phone FROM {_match('guardian', words)} "
        "ORDER BY 1, r.name, r.id LIMIT :limit) f JOIN pupil p ON p.id = f.pupil_id "
        "ORDER BY f.rank, f.name, p.sort_key",
        _values(words),
    )
    for rank, pupil_id, name, relation, phone, *child in rows:
        hit = Pickable(
            "pupil", pupil_id, name, relation or "ouder", PersonName(*child), phone=phone
        )
        yield rank, hit


def _schools(connection: Connection, words: Sequence[str]) -> Iterator[tuple[int, Pickable]]:
    """The schools of the caseload first."""
    rows = connection.execute(
        f"SELECT {_rank(words, *SCHOOL_RANKS)} AS rank, r.id, "
        "coalesce(nullif(r.short_name, ''), r.name), r.place, r.phone, "
        "EXISTS (SELECT 1 FROM pupil p WHERE p.school_id = r.id) AS ours "
        f"FROM {_match('school', words)} ORDER BY rank, ours DESC, r.name, r.id LIMIT :limit",
        _values(words),
    )
    for rank, school_id, name, place, phone, _ in rows:
        detail = f"school in {place.title()}" if place else "school"
        yield rank, Pickable("school", school_id, name, detail, is_person=False, phone=phone)


def _contacts(connection: Connection, words: Sequence[str]) -> Iterator[tuple[int, Pickable]]:
    """Who works at a school: a note about nobody in particular is one about that school."""
    rows = connection.execute(
        f"SELECT f.*, {SHORT} FROM (SELECT {_rank(words, *CONTACT_RANKS)} AS rank, r.school_id, "
        f"r.name, r.role, r.phone FROM {_match('school_contact', words)} AND r.left_on IS NULL "
        "ORDER BY 1, r.name, r.id LIMIT :limit) f JOIN school s ON s.id = f.school_id "
        "ORDER BY f.rank, f.name",
        _values(words),
    )
    for rank, school_id, name, role, phone, school in rows:
        detail = f"{role} {school}".strip()
        yield rank, Pickable("school", school_id, name, detail, phone=phone)
