"""The list of a school as it is read while it is typed: who each line means, and which place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count

from spreekuur.exchange.list_matches import ListMatch, ListMatcher, MatchStatus
from spreekuur.exchange.reading import NotReadable, Refused
from spreekuur.exchange.school_list import read_school_list
from spreekuur.rules.date_words import clock
from spreekuur.rules.names import PersonName
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.people import PupilName

NEW = re.compile(r"^\+[ \t]*", re.MULTILINE)
"""The mark of a line that is a new jongere: `+ Kees Bakker;2H1`."""

NOBODY = "-"
WAITING = "wachtlijst"


@dataclass(frozen=True, slots=True)
class LineRead:
    """How one line is read: who, and the place or why there is none; `?` when doubtful."""

    who: str
    place: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class ListRead:
    """A whole list: what would be put in the places, and each line's reading by its number.

    `matches`, `chosen` and `create` are what `place_list` takes; `doubtful` are the lines that
    stay behind.
    """

    matches: tuple[ListMatch, ...]
    chosen: Mapping[int, int]
    create: frozenset[int]
    lines: Mapping[int, LineRead]
    refusal: str = ""

    @property
    def doubtful(self) -> frozenset[int]:
        return frozenset(number for number, line in self.lines.items() if line.doubtful)

    @property
    def waiting(self) -> int:
        """How many come on the waiting list."""
        return sum(line.place.startswith(WAITING) for line in self.lines.values())

    @property
    def taken(self) -> int:
        """How many jongeren get a place or wait for one."""
        matched = sum(match.status is MatchStatus.MATCHED for match in self.matches)
        return matched + len(self.chosen) + len(self.create)

    @property
    def promise(self) -> str:
        """What saving would do: `F2 zet 4 jongeren op de lijst, 1 op de wachtlijst.`"""
        if not self.taken:
            return ""
        people = self.taken - self.waiting
        said = f"F2 zet {people} {'jongere' if people == 1 else 'jongeren'} op de lijst"
        if self.waiting:
            said += f", {self.waiting} op de wachtlijst"
        return f"{said}; regels met ? blijven hier staan." if self.doubtful else f"{said}."

    @property
    def counts(self) -> str:
        """`4 bekend · 1 dubbel · 1 onbekend`."""
        doubles = sum(match.status is MatchStatus.DOUBLE for match in self.matches)
        found = (
            (self.taken - len(self.create), "bekend"),
            (len(self.create), "nieuw"),
            (doubles, "dubbel"),
            (len(self.doubtful), "onbekend"),
        )
        return " · ".join(f"{number} {what}" for number, what in found if number)


class ListReader:
    """Reads a list for one spreekuur; knows the jongeren once, so that every key may ask."""

    def __init__(self, matcher: ListMatcher, hours: OfficeHoursView, care: Mapping[int, str]):
        """`care` says by jongere what to reckon with: `zonder ouders`."""
        self._matcher = matcher
        self._hours = hours
        self._care = care

    def read(self, text: str, chosen: Mapping[str, PupilName]) -> ListRead:
        """`chosen` is who she said a line means, by the text of the line."""
        try:
            reading = read_school_list(NEW.sub("", text))
        except NotReadable as refusal:
            return ListRead((), {}, frozenset(), {}, refusal.sentence)
        marked = {n for n, line in enumerate(text.split("\n"), 1) if NEW.match(line)}
        work = _Work(self._hours, self._care, marked)
        work.refuse(reading.refused)
        for match in self._matcher.match(reading):
            work.take(match, chosen.get(match.row.text))
        return ListRead(tuple(work.matches), work.chosen, frozenset(work.create), work.lines)


class _Work:
    """One reading from top to bottom, handing out the free places."""

    def __init__(self, hours: OfficeHoursView, care: Mapping[int, str], marked: set[int]) -> None:
        self._care = care
        self._school = hours.school
        self._marked = marked
        self._places = _free_places(hours)
        self._taken: dict[int, int] = {place.pupil_id: 0 for place in hours.taken if place.pupil_id}
        self._taken |= {waiting.pupil_id: 0 for waiting in hours.waiting}
        self.matches: list[ListMatch] = []
        self.chosen: dict[int, int] = {}
        self.create: set[int] = set()
        self.lines: dict[int, LineRead] = {}

    def refuse(self, refused: Sequence[Refused]) -> None:
        for one in refused:
            self.lines[one.line] = LineRead(one.reason, doubtful=True)

    def take(self, match: ListMatch, chosen: PupilName | None) -> None:
        line = match.row.line
        known = match.status in (MatchStatus.MATCHED, MatchStatus.DOUBLE)
        pupil = match.pupil if known else chosen
        if line in self._marked and match.status is not MatchStatus.MATCHED:
            self.create.add(line)
            name = PersonName(match.row.given, match.row.prefix, match.row.surname).spoken
            self._show(line, f"nieuw: {name} {match.row.class_name}".rstrip(), next(self._places))
        elif pupil is None:
            self._show(line, _question(match, self._school), doubtful=True)
        elif pupil.id in self._taken:
            match = replace(match, status=MatchStatus.DOUBLE, pupil=pupil)
            self._show(line, _double(self._taken[pupil.id]), NOBODY)
        else:
            self._taken[pupil.id] = line
            if not known:
                self.chosen[line] = pupil.id
            self._show(line, self._called(pupil), next(self._places))
        self.matches.append(match)

    def _show(self, line: int, who: str, place: str = "", *, doubtful: bool = False) -> None:
        self.lines[line] = LineRead(who, place, doubtful)

    def _called(self, pupil: PupilName) -> str:
        called = f"{pupil.name.spoken} {pupil.class_name}".rstrip()
        care = self._care.get(pupil.id, "")
        return f"{called}, {care}" if care else called


def _free_places(hours: OfficeHoursView) -> Iterator[str]:
    """The free places in order, then the numbers of the waiting list."""
    for place in hours.free:
        yield clock(place.at)
    for number in count(len(hours.waiting) + 1):
        yield f"{WAITING} {number}"


def _double(line: int) -> str:
    return f"staat er al, regel {line}" if line else "staat al op de lijst"


def _question(match: ListMatch, school: str) -> str:
    if not match.candidates:
        return "onbekend: F5 kiest, + maakt nieuw"
    named = " of ".join(_candidate(one, school) for one in match.candidates[:2])
    return f"{named}{' of …' if len(match.candidates) > 2 else ''}? F5 kiest"


def _candidate(pupil: PupilName, school: str) -> str:
    elsewhere = pupil.school if pupil.school != school else ""
    parts = (pupil.name.spoken, pupil.class_name, elsewhere)
    return " ".join(part for part in parts if part)
