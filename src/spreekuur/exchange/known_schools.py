"""Which school a list means by a BRIN, a short name, a name or whole words of one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from spreekuur.exchange.reading import lines_named
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.known import known_schools


@dataclass(frozen=True, slots=True)
class _School:
    id: int
    names: tuple[str, str, str]
    """Folded BRIN, short name and name, in the order in which they count."""
    words: frozenset[str]


class KnownSchools:
    """Looks each text up once, and remembers which lines named a school that can't be told."""

    def __init__(self, connection: Connection) -> None:
        self._schools = [
            _School(
                one["id"],
                (fold(one["brin6"] or ""), fold(one["short_name"]), fold(one["name"])),
                frozenset(fold(f"{one['short_name']} {one['name']} {one['place']}").split()),
            )
            for one in known_schools(connection)
        ]
        self._found: dict[str, list[int]] = {}
        self._doubtful: dict[str, list[int]] = defaultdict(list)

    def named(self, text: str, line: int) -> int | None:
        """The school meant on a line; None when there is not exactly one."""
        if not text:
            return None
        if text not in self._found:
            self._found[text] = self._find(fold(text))
        found = self._found[text]
        if len(found) == 1:
            return found[0]
        self._doubtful[text].append(line)
        return None

    def warnings(self) -> list[str]:
        """One sentence for each text that named no single school."""
        return [
            f'School "{text}" {self._why(text)}: zonder school ingelezen ({lines_named(lines)}).'
            for text, lines in self._doubtful.items()
        ]

    def _find(self, wanted: str) -> list[int]:
        for at in range(3):
            exact = [school.id for school in self._schools if school.names[at] == wanted]
            if exact:
                return exact
        words = frozenset(wanted.split())
        return [
            school.id
            for school in self._schools
            if words <= school.words or (len(wanted) == 4 and school.names[0].startswith(wanted))
        ]

    def _why(self, text: str) -> str:
        count = len(self._found[text])
        return f"kan {count} scholen zijn" if count else "is niet gevonden"
