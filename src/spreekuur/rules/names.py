"""Names of people: taken apart, written out and sorted the Dutch way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spreekuur.rules.text import clean, fold

_WRITTEN = """
    's, 't, aan, aan de, aan den, aan der, aan het, aan 't, bij, bij de, bij den, bij het,
    bij 't, d', da, de, de la, de las, de los, de van der, degli, del, della, den, der, des, di,
    dos, du, het, in, in de, in den, in der, in het, in 't, la, le, onder, onder de, onder den,
    onder het, onder 't, op, op de, op den, op der, op het, op 't, op ten, over, over de,
    over den, over het, over 't, te, ten, ter, thoe, toe, tot, uijt de, uijt den, uit, uit de,
    uit den, uit het, uit 't, uit ten, v., v.d., v/d, van, van de, van de la, van den, van der,
    van het, van la, van 't, van te, van ter, van van de, vande, vanden, vander, vom, von,
    von den, von der, voor, voor de, voor den, voor in 't, zu, zum, zur
"""
PREFIXES = frozenset(prefix.strip() for prefix in _WRITTEN.split(","))
"""Tussenvoegsels as they stand inside a name: a surname is sorted without them."""

_TITLED = """
    mw mw. mevr mevr. mevrouw dhr dhr. heer meneer meester juf juffrouw mr mr. drs drs. dr dr.
    ir ir. prof prof. mentor
"""
TITLES = frozenset(_TITLED.split())
"""What stands before a name and is none, folded."""

_LONGEST = max(len(prefix.split()) for prefix in PREFIXES)
_INITIAL = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts; any of them may be empty."""

    given: str
    prefix: str
    surname: str

    @property
    def spoken(self) -> str:
        """`Noor van den Berg`."""
        return " ".join(part for part in (self.given, self.prefix, self.surname) if part)

    @property
    def listed(self) -> str:
        """`Berg, Noor van den`: as lists show it, so that their order can be seen (screens 0)."""
        rest = " ".join(part for part in (self.given, self.prefix) if part)
        return ", ".join(part for part in (self.surname, rest) if part)

    @property
    def initials(self) -> str:
        """`N.B.`: what the screen shows of others while a jongere sits at the table."""
        first = (_INITIAL.search(part) for part in (self.given, self.surname))
        return "".join(f"{letter[0].upper()}." for letter in first if letter)

    @property
    def initial(self) -> str:
        """`B`: the first letter of the surname; empty where it has none."""
        letter = _INITIAL.search(self.surname)
        return letter[0].upper() if letter else ""

    @property
    def sort_key(self) -> str:
        """Folded surname, given name, prefix; a name without a surname stands under its first name.

        Two blanks divide the parts, so that `Berg` comes before `Berg Jansen`.
        """
        parts = (fold(part) for part in (self.surname, self.given, self.prefix))
        return "  ".join(part for part in parts if part)


def told_apart(people: Sequence[tuple[str, str, str]]) -> list[str]:
    """First names, by given name, initial and class; two that would be the same get the initial.

    Whoever reads it sees no difference of case or accents: `Łukasz` and `lukasz` are the same.
    """
    same = Counter((fold(given), fold(class_name)) for given, _, class_name in people)
    return [
        f"{given} {initial}." if same[fold(given), fold(class_name)] > 1 and initial else given
        for given, initial, class_name in people
    ]


def split_name(text: str) -> PersonName:
    """The parts of a name as schools write it; what can't be told apart stays in one part.

    With a comma the surname comes first (`Groot, Sam de`). Without one the tussenvoegsel divides
    (`Anne Fleur van den Berg`); when it comes first, the surname follows it (`de Groot Sam`).
    Otherwise the first word is the given name. Accepts any text, also an empty one.
    """
    before, comma, after = clean(text, limit=200).partition(",")
    if comma and before.strip():
        return _surname_first(before.split(), after.replace(",", " ").split())
    return _as_spoken(f"{before} {after}".split())


def split_titled(text: str) -> PersonName:
    """The parts of a name that may begin with titles: `mw. van Dam`, `de heer Prins`, `O. Prins`.

    One word alone is a surname. Accepts any text.
    """
    words = text.split()
    while len(words) > 1:
        # `de heer Prins`, but `de Groot` is a name.
        at = 1 if fold(words[0]) == "de" else 0
        if fold(words[at]) not in TITLES or at + 1 == len(words):
            break
        words = words[at + 1 :]
    name = split_name(" ".join(words))
    return name if name.surname else PersonName("", name.prefix, name.given)


def _surname_first(surname: list[str], rest: list[str]) -> PersonName:
    length = _prefix_length(surname)
    if 0 < length < len(surname):
        return _joined(rest, surname[:length], surname[length:])
    length = _prefix_length(rest)
    if length:
        return _joined(rest[length:], rest[:length], surname)
    start = next((at for at in range(len(rest)) if _is_prefix(rest[at:])), len(rest))
    return _joined(rest[:start], rest[start:], surname)


def _as_spoken(words: list[str]) -> PersonName:
    length = _prefix_length(words)
    if 0 < length < len(words):
        end = _surname_end(words, length)
        return _joined(words[end:], words[:length], words[length:end])
    for start in range(1, len(words) - 1):
        length = _prefix_length(words[start:-1])
        if length and not words[start - 1].endswith("-"):
            end = start + length
            return _joined(words[:start], words[start:end], words[end:])
    return _joined(words[:1], [], words[1:])


def _surname_end(words: list[str], start: int) -> int:
    """Where a surname that begins at `start` ends: one word, or more around a loose hyphen."""
    end = start + 1
    while end < len(words) and (words[end].startswith("-") or words[end - 1].endswith("-")):
        end += 1
    return end


def _prefix_length(words: list[str]) -> int:
    """How many of the first words are a tussenvoegsel together: as many as can be."""
    lengths = range(min(_LONGEST, len(words)), 0, -1)
    return next((length for length in lengths if _is_prefix(words[:length])), 0)


def _is_prefix(words: list[str]) -> bool:
    return fold(" ".join(words)) in PREFIXES


def _joined(given: list[str], prefix: list[str], surname: list[str]) -> PersonName:
    # Schools shout (`VAN DER WAL`) or capitalise; inside a name a tussenvoegsel is small.
    return PersonName(" ".join(given), fold(" ".join(prefix)), " ".join(surname))
