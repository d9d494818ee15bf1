"""The list that a school sends for one spreekuur, as it is pasted or typed: who, class, why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

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
    "aantal": "reason",
    "opmerking": "reason",
    "toelichting": "reason",
}
_NAMES = {"name", "surname", "given"}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of the list: `text` is the line as typed; what it does not say is empty."""

    line: int
    text: str
    given: str
    prefix: str
    surname: str
    class_name: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Parts:
    name: PersonName
    class_name: str = ""
    reason: str = ""


def read_school_list(text: str) -> Reading[ListRow]:
    """Rows in the order of the lines; empty lines and a header are skipped.

    A line without any letter is refused. Raises NotReadable for more lines than a list can have.
    """
    lines = re.split("\r\n|[\n\r]", text)
    if len(lines) > MAX_LINES:
        raise NotReadable("Meer dan 500 regels is geen lijst voor één spreekuur.")
    rows: list[ListRow] = []
    refused: list[Refused] = []
    columns: tuple[str, ...] = ()
    for number, line in enumerate(lines, start=1):
        fields = _fields(line)
        if not any(fields):
            continue
        if not (rows or refused or columns) and (columns := _columns(fields)):
            continue
        parts = _parts(fields, columns)
        if any(character.isalpha() for character in parts.name.spoken):
            rows.append(_row(number, clean(line), parts))
        else:
            refused.append(Refused(number, "geen naam"))
    return Reading(tuple(rows), tuple(refused))


def _row(number: int, text: str, parts: _Parts) -> ListRow:
    name = parts.name
    said = (value if value.strip("?- ") else "" for value in (parts.class_name, parts.reason))
    return ListRow(number, text, name.given, name.prefix, name.surname, *said)


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
    return _from_fields(fields)


def _from_columns(fields: Sequence[str], columns: Sequence[str]) -> _Parts:
    said: dict[str, str] = {}
    for column, field in zip(columns, fields, strict=False):
        said[column] = f"{said.get(column, '')} {field}".strip()
    if said.get("surname"):
        rest = f"{said.get('given', '')} {said.get('prefix', '')}"
        name = split_name(f"{said['surname']}, {rest}")
    else:
        name = split_name(said.get("name") or said.get("given", ""))
    return _Parts(name, said.get("class_name", ""), said.get("reason", ""))


def _from_fields(fields: list[str]) -> _Parts:
    """The class tells where the name ends; without one the order is name, class, reason."""
    at = next((at for at, field in enumerate(fields) if at and is_class(field)), None)
    if at is None:
        at = 1 if len(fields) > 2 else 0
        return _Parts(split_name(fields[0]), fields[1] if at else "", " ".join(fields[at + 1 :]))
    reason = " ".join(field for field in fields[at + 1 :] if field)
    return _Parts(_name_of(fields[:at]), fields[at], reason)


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
        return _Parts(split_name(name.rstrip(" ,")), found[0], reason.lstrip(" ,"))
    surname, comma, rest = text.partition(",")
    if comma and not rest.lstrip()[:1].isupper():
        return _Parts(split_name(surname), reason=rest.strip(" ,"))
    words = text.split()
    end = next((at for at, word in enumerate(words) if _is_no_name(word)), len(words))
    return _Parts(split_name(" ".join(words[:end])), reason=" ".join(words[end:]))


def _is_no_name(word: str) -> bool:
    return not word.strip("?-") or any(character.isdigit() for character in word)
