"""The list of a school as it is read while it is typed: who each line means, and which place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from spreekuur.exchange.list_matches import ListMatch, ListMatcher, MatchStatus
from spreekuur.exchange.list_places import FULL
from spreekuur.exchange.list_remarks import Remarks
from spreekuur.exchange.reading import NotReadable, Refused
from spreekuur.exchange.school_list import read_school_list
from spreekuur.rules.date_words import clock
from spreekuur.rules.handing_out import hand_out
from spreekuur.rules.list_flags import Flag, asked_in_vain
from spreekuur.rules.names import PersonName
from spreekuur.tui.widgets.picker import NUMBERS
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.people import PupilName

NEW = re.compile(r"^\+[ \t]*", re.MULTILINE)
"""The mark of a line that is a new jongere: `+ Kees Bakker;2H1`."""

NOBODY = "-"
WAITING = "wachtlijst"
COLLEAGUE = "bij collega"


@dataclass(frozen=True, slots=True)
class LineRead:
    """How one line is read: who, what to reckon with, and the place or why there is none.

    `asks` says in full what is in doubt about a line with `?`.
    """

    who: str
    place: str = ""
    asks: str = ""
    flags: tuple[Flag, ...] = ()

    @property
    def doubtful(self) -> bool:
        return bool(self.asks)


@dataclass(frozen=True, slots=True)
class ListRead:
    """A whole list: what would be put in the places, and each line's reading by its number.

    `matches`, `chosen`, `create` and `colleague` are what `place_list` takes; `doubtful` are the
    lines that stay behind.
    """

    matches: tuple[ListMatch, ...] = ()
    chosen: Mapping[int, int] = field(default_factory=dict)
    create: frozenset[int] = frozenset()
    colleague: frozenset[int] = frozenset()
    lines: Mapping[int, LineRead] = field(default_factory=dict)
    refusal: str = ""

    @property
    def doubtful(self) -> frozenset[int]:
        return frozenset(number for number, line in self.lines.items() if line.doubtful)

    @property
    def discussions(self) -> int:
        """How many lines are a casuïstiekbespreking that gets a place."""
        asked = (one.row.line for one in self.matches if one.row.discussion)
        return sum(line not in self.doubtful for line in asked)

    @property
    def taken(self) -> int:
        """How many jongeren get a place or wait for one."""
        return self._counted(MatchStatus.MATCHED) + len(self.chosen) + len(self.create)

    @property
    def waiting(self) -> int:
        """How many come on the waiting list."""
        return sum(line.place.startswith(WAITING) for line in self.lines.values())

    @property
    def promise(self) -> str:
        """What saving would do: `F2 zet 4 jongeren op de lijst.`, in few words when it is more."""
        if not self.taken + self.discussions:
            return ""
        with_her = self.taken - self.waiting - len(self.colleague)
        rest = (
            (len(self.colleague), COLLEAGUE),
            (self.discussions, "casuïstiek"),
            (self.waiting, f"op de {WAITING}"),
        )
        more = [f"{many} {what}" for many, what in rest if many]
        if more:
            said = ", ".join((f"F2: {with_her} op de lijst", *more))
            return f"{said}; wat ? heeft blijft." if self.doubtful else f"{said}."
        said = f"F2 zet {with_her} {'jongere' if with_her == 1 else 'jongeren'} op de lijst"
        return f"{said}; regels met ? blijven hier staan." if self.doubtful else f"{said}."

    @property
    def counts(self) -> str:
        """`4 bekend · 1 dubbel · 1 onbekend`."""
        unclear = self._counted(MatchStatus.AMBIGUOUS) - self._chosen_of_several
        found = (
            (self.taken - len(self.create), "bekend"),
            (len(self.create), "nieuw"),
            (self._counted(MatchStatus.DOUBLE), "dubbel"),
            (unclear, "onduidelijk"),
            (len(self.doubtful) - unclear, "onbekend"),
        )
        return " · ".join(f"{number} {what}" for number, what in found if number)

    @property
    def _chosen_of_several(self) -> int:
        several = (one for one in self.matches if one.status is MatchStatus.AMBIGUOUS)
        return sum(one.row.line not in self.doubtful for one in several)

    def _counted(self, status: MatchStatus) -> int:
        return sum(match.status is status for match in self.matches)


class ListReader:
    """Reads a list for one spreekuur; knows the jongeren once, so that every key may ask."""

    def __init__(self, matcher: ListMatcher, hours: OfficeHoursView, remarks: Remarks) -> None:
        self._matcher = matcher
        self._hours = hours
        self._remarks = remarks

    def read(
        self,
        text: str,
        chosen: Mapping[str, PupilName],
        turned: Mapping[str, bool] | None = None,
    ) -> ListRead:
        """`chosen` is who she said a line means, `turned` whether its place stands bij collega.

        Both by the text of the line. Unless she says otherwise, who lives in another municipality
        goes to the colleague there.
        """
        try:
            reading = read_school_list(NEW.sub("", text))
        except NotReadable as refusal:
            return ListRead(refusal=refusal.sentence)
        marked = {n for n, line in enumerate(text.split("\n"), 1) if NEW.match(line)}
        work = _Work(self._hours, self._remarks, marked, turned or {})
        work.refuse(reading.refused)
        for match in self._matcher.match(reading):
            work.take(match, chosen.get(match.row.text))
        return work.done()


class _Work:
    """One reading from top to bottom: first who, then the free places."""

    def __init__(
        self,
        hours: OfficeHoursView,
        remarks: Remarks,
        marked: set[int],
        turned: Mapping[str, bool],
    ) -> None:
        self._hours = hours
        self._remarks = remarks
        self._marked = marked
        self._turned = turned
        self._taken: dict[int, int] = {place.pupil_id: 0 for place in hours.taken if place.pupil_id}
        self._taken |= {waiting.pupil_id: 0 for waiting in hours.waiting}
        self._people: dict[int, int] = {}
        self._matches: list[ListMatch] = []
        self._chosen: dict[int, int] = {}
        self._create: set[int] = set()
        self._colleague: set[int] = set()
        self._own: dict[int, time | None] = {}
        self._lines: dict[int, LineRead] = {}

    def refuse(self, refused: Sequence[Refused]) -> None:
        for one in refused:
            self._lines[one.line] = LineRead(one.reason, asks="Op deze regel staat geen naam.")

    def take(self, match: ListMatch, chosen: PupilName | None) -> None:
        line = match.row.line
        known = match.status in (MatchStatus.MATCHED, MatchStatus.DOUBLE)
        pupil = match.pupil if known else chosen
        if match.row.discussion:
            self._own[line] = match.row.at
            self._lines[line] = LineRead(f"casuïstiek: {match.row.reason}")
        elif line in self._marked and match.status is not MatchStatus.MATCHED:
            self._create.add(line)
            self._own[line] = match.row.at
            name = PersonName(match.row.given, match.row.prefix, match.row.surname).spoken
            self._lines[line] = LineRead(f"nieuw: {name} {match.row.class_name}".rstrip())
        elif pupil is None:
            self._lines[line] = _question(match, self._hours.school)
        elif pupil.id in self._taken:
            match = replace(match, status=MatchStatus.DOUBLE, pupil=pupil)
            self._lines[line] = LineRead(_double(self._taken[pupil.id]), NOBODY)
        else:
            self._know(match, pupil, known=known)
        self._matches.append(match)

    def _know(self, match: ListMatch, pupil: PupilName, *, known: bool) -> None:
        line = match.row.line
        self._taken[pupil.id], self._people[line] = line, pupil.id
        if not known:
            self._chosen[line] = pupil.id
        elsewhere = self._remarks.belongs_elsewhere(pupil.id)
        if self._turned.get(match.row.text, elsewhere):
            self._colleague.add(line)
        else:
            self._own[line] = match.row.at
        self._lines[line] = LineRead(f"{pupil.name.spoken} {pupil.class_name}".rstrip())

    def done(self) -> ListRead:
        """The same with the places, and what to reckon with on each line."""
        flags = self._remarks.of(self._people)
        for line in self._colleague:
            self._show(line, COLLEAGUE, flags.get(line, ()))
        places = hand_out([place.at for place in self._hours.free], list(self._own.values()))
        discussed = {one.row.line for one in self._matches if one.row.discussion}
        number = len(self._hours.waiting)
        for (line, asked), at in zip(self._own.items(), places, strict=True):
            vain = asked_in_vain(asked, at)
            found = (*((vain,) if vain else ()), *flags.get(line, ()))
            if at is None and line in discussed:
                self._lines[line] = replace(self._lines[line], asks=FULL)
                continue
            number += at is None
            self._show(line, clock(at) if at else f"{WAITING} {number}", found)
        return ListRead(
            tuple(self._matches),
            self._chosen,
            frozenset(self._create),
            frozenset(self._colleague),
            self._lines,
        )

    def _show(self, line: int, place: str, flags: tuple[Flag, ...]) -> None:
        self._lines[line] = replace(self._lines[line], place=place, flags=flags)


MOST_NAMED = 3
"""Jongeren that are named of whom a line may mean."""
UNKNOWN = "Niemand hier heet zo. F5 kiest wie het is, + maakt een nieuwe jongere."


def _double(line: int) -> str:
    return f"staat er al, regel {line}" if line else "staat al op de lijst"


def _question(match: ListMatch, school: str) -> LineRead:
    """Who it could be, and what tells them apart."""
    candidates = match.candidates
    if not candidates:
        return LineRead("onbekend: F5 kiest, + maakt nieuw", asks=UNKNOWN)
    named = [_candidate(one, school) for one in candidates]
    read = f"{' of '.join(named[:2])}{' of …' if len(named) > 2 else ''}? F5 kiest"
    if len(named) == 1:
        return LineRead(read, asks="Eén jongere kan bedoeld zijn. F5 kiest, of typ de hele naam.")
    first, rest = named[:MOST_NAMED], len(named) - MOST_NAMED
    last = f"{rest} meer" if rest > 0 else first.pop()
    return LineRead(read, asks=f"{_several(match)} F5 kiest. {', '.join(first)} of {last}.")


def _several(match: ListMatch) -> str:
    """What several have in common, and what tells them apart (screens 8)."""
    many, row = len(match.candidates), match.row
    count = (NUMBERS[many] if many < len(NUMBERS) else str(many)).capitalize()
    given = {one.name.given for one in match.candidates}
    whole = {one.name.spoken for one in match.candidates}
    if not row.surname and len(given) == 1:
        return f"{count} jongeren heten {given.pop()}. Typ door: achternaam of klas."
    if len(whole) == 1:
        return f"{count} jongeren heten {whole.pop()}. Typ door: klas."
    return f"{count} jongeren kunnen bedoeld zijn. Typ door: achternaam of klas."


def _candidate(pupil: PupilName, school: str) -> str:
    elsewhere = pupil.school if pupil.school != school else ""
    parts = (pupil.name.spoken, pupil.class_name, elsewhere)
    return " ".join(part for part in parts if part)
