"""Whom the lines of a school's list mean: read against the jongeren of that school."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from enum import StrEnum

from spreekuur.exchange.class_names import class_key
from spreekuur.exchange.reading import Reading
from spreekuur.exchange.school_list import ListRow
from spreekuur.rules.names import PersonName
from spreekuur.rules.text import fold
from spreekuur.store.connection import Connection
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.people import PupilName, all_pupils

Words = tuple[str, ...]


class MatchStatus(StrEnum):
    """What a line of the list turned out to be, as said in the shell."""

    MATCHED = "matched"
    DOUBLE = "double"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    DISCUSSION = "discussion"
    """A casuïstiekbespreking, which means nobody."""


@dataclass(frozen=True, slots=True)
class ListMatch:
    """A line and who it means.

    A double is somebody who stands on an earlier line (`double_of`), or already has a place or
    waits for one. `candidates` are who an ambiguous line could mean.
    """

    row: ListRow
    status: MatchStatus
    pupil: PupilName | None = None
    double_of: int | None = None
    candidates: tuple[PupilName, ...] = ()

    @property
    def pupil_id(self) -> int | None:
        return self.pupil.id if self.pupil else None


class ListMatcher:
    """Knows every jongere by name once, so that a list can be read anew at every key."""

    def __init__(self, connection: Connection, hours: OfficeHoursView) -> None:
        self._listed = {place.pupil_id for place in hours.taken}
        self._listed |= {waiting.pupil_id for waiting in hours.waiting}
        self._here: dict[Words, list[PupilName]] = defaultdict(list)
        self._almost: dict[Words, list[PupilName]] = defaultdict(list)
        self._elsewhere: dict[Words, list[PupilName]] = defaultdict(list)
        for pupil in all_pupils(connection):
            if pupil.school_id == hours.school_id:
                self._know(pupil)
            else:
                self._elsewhere[_words(pupil.name.spoken)].append(pupil)

    def match(self, reading: Reading[ListRow]) -> tuple[ListMatch, ...]:
        """Each line with the one jongere at the school that it can mean.

        In doubt nobody is chosen: a first name alone or somebody elsewhere is a candidate.
        """
        lines: dict[int, int] = {}
        matches: list[ListMatch] = []
        for row in reading.rows:
            match = self._match(row)
            if match.pupil and (match.pupil.id in lines or match.pupil.id in self._listed):
                earlier = lines.get(match.pupil.id)
                match = ListMatch(row, MatchStatus.DOUBLE, match.pupil, double_of=earlier)
            elif match.pupil:
                lines[match.pupil.id] = row.line
            matches.append(match)
        return tuple(matches)

    def _know(self, pupil: PupilName) -> None:
        name = pupil.name
        spoken = _words(name.spoken)
        self._here[spoken].append(pupil)
        others = {
            _words(f"{name.given} {name.surname}"),
            _words(f"{name.given[:1]} {name.surname}"),
            _words(f"{name.given[:1]} {name.prefix} {name.surname}"),
            _words(name.given),
        }
        for words in others - {spoken, ()}:
            self._almost[words].append(pupil)

    def _match(self, row: ListRow) -> ListMatch:
        if row.discussion:
            return ListMatch(row, MatchStatus.DISCUSSION)
        words = _words(PersonName(row.given, row.prefix, row.surname).spoken)
        exact, almost = self._here.get(words, []), self._almost.get(words, [])
        in_class = [one for one in exact or almost if _same_class(one, row)]
        if len(in_class) == 1:
            return ListMatch(row, MatchStatus.MATCHED, in_class[0])
        if len(exact) == 1:
            return ListMatch(row, MatchStatus.MATCHED, exact[0])
        candidates = exact or almost or self._elsewhere.get(words, [])
        status = MatchStatus.AMBIGUOUS if candidates else MatchStatus.UNKNOWN
        return ListMatch(row, status, candidates=tuple(candidates))


def _words(name: str) -> Words:
    """The words of a name in any order: schools turn names around as they like."""
    return tuple(sorted(fold(name.replace(".", " ").replace(",", " ")).split()))


def _same_class(pupil: PupilName, row: ListRow) -> bool:
    return bool(row.class_name) and class_key(pupil.class_name) == class_key(row.class_name)
