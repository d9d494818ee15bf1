"""Names of other jongeren taken out of what goes to school: `een andere leerling` stands there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from spreekuur.rules.names import TITLES, PersonName
from spreekuur.rules.text import fold

ANOTHER = "een andere leerling"

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[^\w\n]{1,3}")
"""Between two words of one name: `Öztürk, Ilyas`, `Anne-Fleur`, `v.d. Berg`."""
_DOT = re.compile(r"\.(?=\s+[^\sA-Z])")
"""Behind an initial, where it ends no sentence."""
_LONGEST = 8
"""Words of one name."""


@dataclass(frozen=True, slots=True)
class OtherPupils:
    """How others may be called, as folded words.

    `whole` names count however they are typed; a `short` one (`Noor B.`) needs its initial as a
    capital. A word alone may be no name: `first` names need a capital, `last` names also a place
    inside a sentence and no title, which is of an adult. People who are `kept` stay as they are
    called.
    """

    whole: frozenset[Words]
    short: frozenset[Words]
    first: frozenset[Words]
    last: frozenset[Words]
    kept: frozenset[Words]

    @classmethod
    def of(
        cls,
        others: Iterable[PersonName],
        listed: Iterable[PersonName],
        kept: Iterable[PersonName],
    ) -> OtherPupils:
        """Of `others` whole names are looked for, of those `listed` that day also each part."""
        listed, kept = tuple(listed), tuple(kept)
        anybody = (*others, *listed)
        return cls(
            whole=_all(_whole, anybody),
            short=_all(_short, anybody),
            first=_all(_first, listed),
            last=_all(_last, listed),
            kept=_all(_whole, kept) | _all(_first, kept) | _all(_last, kept),
        )

    def taken_from(self, text: str, *, sentence: bool = True) -> str:
        """The text without them; the longest name goes first. `sentence`: it begins with one."""
        said, at, done, parts = list(_WORD.finditer(text)), 0, 0, []
        while at < len(said):
            many, hides = self._called(text, said, at)
            if hides:
                start, end = said[at].start(), said[at + many - 1].end()
                begins = _begins(text, start) and (sentence or start > 0)
                parts += [text[done:start], ANOTHER.capitalize() if begins else ANOTHER]
                dot = _DOT.match(text, end) if end - said[at + many - 1].start() == 1 else None
                done = dot.end() if dot else end
            at += many
        return "".join((*parts, text[done:]))

    def _called(self, text: str, said: Sequence[re.Match[str]], at: int) -> tuple[int, bool]:
        """How many words from here are one name, else 1, and whether it is to be hidden."""
        many = 1
        while at + many < len(said) and many < _LONGEST:
            if not _GAP.fullmatch(text, said[at + many - 1].end(), said[at + many].start()):
                break
            many += 1
        for length in range(many, 0, -1):
            words = tuple(fold(one[0]) for one in said[at : at + length])
            for way in (words, (*words[:-1], words[-1].removesuffix("s"))):
                titled = at > 0 and fold(said[at - 1][0]) in TITLES
                if way in self.kept or (titled and way in self.last):
                    return length, False
                if self._hides(text, said, at, way):
                    return length, True
        return 1, False

    def _hides(self, text: str, said: Sequence[re.Match[str]], at: int, way: Words) -> bool:
        ends = (said[at][0], said[at + len(way) - 1][0])
        if way in self.whole:
            return True
        if way in self.short:
            return all(len(word) > 1 or word.isupper() for word in ends)
        if not ends[1][0].isupper():
            return False
        inside = not _begins(text, said[at].start())
        return way in self.first or (inside and way in self.last)


def _begins(text: str, at: int) -> bool:
    """Whether a sentence begins here."""
    before = text[:at].rstrip()
    return not before or before[-1] in ".!?"


def words_of(text: str) -> Words:
    """The words as names are compared."""
    return tuple(map(fold, _WORD.findall(text)))


def _first(name: PersonName) -> Iterator[Words]:
    """`Anne Fleur`, `Anne`."""
    given = words_of(name.given)
    if given:
        yield given
        yield given[:1]


def _last(name: PersonName) -> Iterator[Words]:
    """`van den Berg`, `Berg`."""
    surname = words_of(name.surname)
    if surname:
        yield (*words_of(name.prefix), *surname)
        yield surname


def _whole(name: PersonName) -> Iterator[Words]:
    """`Noor van den Berg`, `Noor v.d. Berg`, `Noor Berg`, `Berg, Noor van den`."""
    prefix, surname = words_of(name.prefix), words_of(name.surname)
    for given in _first(name) if surname else ():
        for between in _between(prefix):
            yield (*given, *between, *surname)
        yield (*surname, *given, *prefix)
        yield (*surname, *given)
        yield (*prefix, *surname, *given)


def _short(name: PersonName) -> Iterator[Words]:
    """`Noor B.`, `Noor van den B.`, `N. van den Berg`."""
    prefix, surname = words_of(name.prefix), words_of(name.surname)
    for given in _first(name) if surname else ():
        for between in _between(prefix):
            yield (*given, *between, surname[0][0])
            yield (given[0][0], *between, *surname)


def _between(prefix: Words) -> set[Words]:
    """A tussenvoegsel left out, written out, or by its letters."""
    letters = tuple(word[0] for word in prefix)
    return {(), prefix, letters, ("".join(letters),) if letters else ()}


def _all(
    ways: Callable[[PersonName], Iterator[Words]], names: Iterable[PersonName]
) -> frozenset[Words]:
    return frozenset(way for name in names for way in ways(name))
