"""Which lines begin with a mark: only in the first column and before a blank."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spreekuur.rules.dates import read_day
from spreekuur.rules.text import fold

MARKS = frozenset({"+", "++", "!", "!+", "!-", "*", "*+", "*-", ">", ">>", "=", "@"})

WORDS = {"delen": "+", "afspraak": "!", "doel": "*", "vervolg": ">", "schaal": "=", "met": "@"}
"""Words with a colon that do the same; not `school:`, which is how a source is noted."""

NOT_NEEDED = ("niet nodig", "geen vervolg", "nvt", "n.v.t.")

_SIGNS = re.compile(r"[+!*>=@]+-?")
_WORD = re.compile(rf"({'|'.join(WORDS)}):(?=\s|$)", re.IGNORECASE)
_SCALE = re.compile(r"=([0-9]{1,3}(?:[.,][0-9])?)\s*$")
_PHONE = re.compile(r"\+[0-9][0-9 ()-]{6,}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with a mark: as typed, its sign, how the mark was typed, and what stands behind it."""

    text: str
    mark: str
    typed: str
    body: str

    @property
    def shares(self) -> bool:
        """`!+`, `*+`, `++`: shared on purpose."""
        return self.mark[1:] == "+"

    @property
    def keeps(self) -> bool:
        """`!-`, `*-`: kept on purpose."""
        return self.mark[1:] == "-"


def read_mark(line: str, today: date) -> Marked | str:
    """The mark of a line, or how a line without one reads: empty, or `tekst` and why."""
    stripped = line.lstrip()
    if stripped != line:
        inner = read_mark(stripped, today) if stripped else ""
        return f"tekst: {inner.typed} staat niet vooraan" if isinstance(inner, Marked) else ""
    marked = _word(line) or _sign(line, today)
    if isinstance(marked, Marked) and not marked.body and marked.mark != ">>":
        return f"tekst: nog niets achter {marked.typed}"
    return marked


def _word(line: str) -> Marked | None:
    match = _WORD.match(line)
    if match is None:
        return None
    return Marked(line, WORDS[match[1].lower()], match[0], line[match.end() :].strip())


def _sign(line: str, today: date) -> Marked | str:
    match = _SIGNS.match(line)
    if match is None:
        return ""
    mark, rest = match[0], line[match.end() :]
    if rest and not rest[0].isspace():
        return _without_blank(line, mark, rest, today)
    if mark in MARKS:
        return Marked(line, mark, mark, rest.strip())
    doubled = len(set(mark)) == 1
    return f"tekst: één {mark[0]} is genoeg" if doubled else "tekst"


def _without_blank(line: str, mark: str, rest: str, today: date) -> Marked | str:
    """`>vr` and `=6` count; `+31`, `>60 uur` and `=)` are text."""
    if scale := _SCALE.match(line):
        return Marked(line, "=", "=", scale[1])
    if mark == ">" and _is_follow_up(rest, today):
        return Marked(line, ">", ">", rest.strip())
    return "tekst: telefoonnummer" if _PHONE.match(line) else "tekst"


def _is_follow_up(rest: str, today: date) -> bool:
    reading = read_day(rest, today)
    if reading is None:
        return fold(rest[:40]).startswith(NOT_NEEDED)
    return reading.day is not None or bool(reading.doubt)
