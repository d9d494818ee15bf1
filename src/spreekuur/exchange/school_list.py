"""The list that a school sends for one spreekuur, as it is pasted or typed: who, class, why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time

from spreekuur.exchange.class_names import class_in, is_class
from spreekuur.exchange.reading import NotReadable, Reading, Refused
from spreekuur.rules.names import PersonName, split_name
from spreekuur.rules.text import clean, fold

MAX_LINES = 500
_TITLES = {
    "naam": "name",
    "leerling": "name",
    "naam leerling": "name",
    "jongere": "name",
    "student": "name",
    "achternaam": "surname",
    "voornaam": "given",
    "roepnaam": "given",
    "tussenvoegsel": "prefix",
    "klas": "class_name",
    "groep": "class_name",
    "stamgroep": "class_name",
    "reden": "reason",
    "aantal": "count",
    "keer": "count",
    "tijd": "at",
    "nr": "number",
    "nummer": "number",
    "#": "number",
    "opmerking": "reason",
    "toelichting": "reason",
}
_NAMES = {"name", "surname", "given"}
_BULLET = re.compile(r"[ \t]*(?:\d{1,3}[.)]|[-*•–·])[ \t]+")
_AT = re.compile(r"[ \t]*([01]?\d|2[0-3])[:.]([0-5]\d)(?: ?(?:uur|u))?(?=[\s;,]|$)[\s;,]*")
_DISCUSSION = re.compile(r"[ \t]*casu[iï]stiek(?:bespreking)?[ \t]*(?:[:;,\t–-]|$)", re.IGNORECASE)
_CLASS_WORD = re.compile(r"[\s,(]+(?:klas|groep|uit)$", re.IGNORECASE)
_AROUND = " ,;:()-–"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of the list: `text` is the line as typed; what it does not say is empty.

    `at` is the time that was asked for; a `discussion` is a casuïstiekbespreking about its reason,
    without a jongere (F4.9).
    """

    line: int
    text: str
    given: str
    prefix: str
    surname: str
    class_name: str
    reason: str
    at: time | None = None
    discussion: bool = False


@dataclass(frozen=True, slots=True)
class _Parts:
    name: PersonName
    class_name: str = ""
    reason: str = ""
    at: time | None = None


def read_school_list(text: str) -> Reading[ListRow]:
    """Rows in the order of the lines; empty lines and a header are skipped.

    A bullet or number before a line is no part of it; a time there is when it is asked for. A line
    without any letter is refused. Raises NotReadable for more lines than a list can have.
    """
    lines = re.split("\r\n|[\n\r]", text)
    if len(lines) > MAX_LINES:
        raise NotReadable("Meer dan 500 regels is geen lijst voor één spreekuur.")
    rows: list[ListRow] = []
    refused: list[Refused] = []
    columns: tuple[str, ...] = ()
    for number, line in enumerate(lines, start=1):
        at, rest = (None, line) if "at" in columns else _time_before(line)
        fields = _fields(rest)
        if not any(fields):
            continue
        if not (rows or refused or columns) and (columns := _columns(fields)):
            continue
        if discussed := _DISCUSSION.match(rest):
            reason = " ".join(clean(rest[discussed.end() :]).split()).strip(_AROUND)
            row = ListRow(number, clean(line), "", "", "", "", reason or "casuïstiek", at, True)
            rows.append(row)
            continue
        parts = _parts(fields, columns)
        if any(character.isalpha() for character in parts.name.spoken):
            rows.append(_row(number, clean(line), parts, at))
        else:
            refused.append(Refused(number, "geen naam"))
    return Reading(tuple(rows), tuple(refused))


def _time_before(line: str) -> tuple[time | None, str]:
    """The time before a line, and the line without it and without bullet or number."""
    line = line[bullet.end() :] if (bullet := _BULLET.match(line)) else line
    found = _AT.match(line)
    if found is None:
        return None, line
    return time(int(found[1]), int(found[2])), line[found.end() :]


def _row(number: int, text: str, parts: _Parts, at: time | None) -> ListRow:
    name = parts.name
    class_name, reason = (
        value if value.strip("?- ") else "" for value in (parts.class_name, parts.reason)
    )
    named = (name.given, name.prefix, name.surname)
    return ListRow(number, text, *named, class_name, reason, at or parts.at)


def _fields(line: str) -> list[str]:
    """Cells between `;` or tabs; a line without them is one field."""
    cells = line.split(";" if ";" in line else "\t")
    return [" ".join(clean(cell).split()).strip('"') for cell in cells]


def _columns(fields: Sequence[str]) -> tuple[str, ...]:
    """What each field holds when this line is a header, else nothing."""
    words = fields if len(fields) > 1 else re.split("[ ,]+", fields[0])
    columns = tuple(_TITLES.get(fold(word), "") for word in words)
    return columns if all(columns) and _NAMES.intersection(columns) else ()


def _parts(fields: list[str], columns: tuple[str, ...]) -> _Parts:
    if len(fields) == 1:
        return _from_words(fields[0])
    if columns and len(fields) <= len(columns):
        return _from_columns(fields, columns)
    if fields[0].isdecimal() and any(map(_has_letter, fields[1:])):
        fields = fields[1:]
    times = [field for field in fields[1:] if ":" in field and _AT.fullmatch(field)]
    parts = _from_fields([field for field in fields if field not in times])
    return replace(parts, at=_time_before(times[0])[0]) if times else parts


def _has_letter(field: str) -> bool:
    return any(character.isalpha() for character in field)


def _with_count(reason: str, count: str) -> str:
    """Reason and how often, neither lost: `te laat (7x)`, `7x` without a reason."""
    often = f"{count}x" if count.isdecimal() else count
    if not reason or not often:
        return reason or often
    return f"{reason} ({often})"


def _from_columns(fields: Sequence[str], columns: Sequence[str]) -> _Parts:
    said: dict[str, str] = {}
    for column, field in zip(columns, fields, strict=False):
        said[column] = f"{said.get(column, '')} {field}".strip()
    if said.get("surname"):
        rest = f"{said.get('given', '')} {said.get('prefix', '')}"
        name = split_name(f"{said['surname']}, {rest}")
    else:
        name = split_name(said.get("name") or said.get("given", ""))
    at = _time_before(said.get("at", ""))[0]
    reason = _with_count(said.get("reason", ""), said.get("count", ""))
    return _Parts(name, said.get("class_name", ""), reason, at)


def _from_fields(fields: list[str]) -> _Parts:
    """The class tells where the name ends; without one the order is name, class, reason."""
    at = next((at for at, field in enumerate(fields) if at and is_class(field)), None)
    if at is None:
        at = 1 if len(fields) > 2 else 0
        return _Parts(split_name(fields[0]), fields[1] if at else "", _reason(fields[at + 1 :]))
    return _Parts(_name_of(fields[:at]), fields[at], _reason(fields[at + 1 :]))


def _reason(fields: Sequence[str]) -> str:
    """What stands behind the class; a bare number is how often."""
    counts = [field for field in fields if field.isdecimal()]
    said = " ".join(field for field in fields if field and not field.isdecimal())
    return _with_count(said, counts[0] if len(counts) == 1 else " ".join(counts))


def _name_of(fields: list[str]) -> PersonName:
    """`Groot;Sam` is surname first, as in a register; `Sam;de;Groot` is as spoken."""
    if len(fields) == 2 and not split_name(fields[1]).prefix:
        return split_name(", ".join(fields))
    return split_name(" ".join(fields))


def _from_words(text: str) -> _Parts:
    """A line with only blanks or commas between name, class and reason."""
    found = class_in(text)
    if found:
        name, reason = text[: found.start()], text[found.end() :]
        name = _CLASS_WORD.sub("", name.rstrip(_AROUND)).rstrip(_AROUND)
        return _Parts(split_name(name), found[0], reason.lstrip(_AROUND))
    surname, comma, rest = text.partition(",")
    if comma and not rest.lstrip()[:1].isupper():
        return _Parts(split_name(surname), reason=rest.strip(" ,"))
    words = text.split()
    end = next((at for at, word in enumerate(words) if _is_no_name(word)), len(words))
    return _Parts(split_name(" ".join(words[:end])), reason=" ".join(words[end:]))


def _is_no_name(word: str) -> bool:
    return not word.strip("?-") or any(character.isdigit() for character in word)
