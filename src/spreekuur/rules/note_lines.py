"""What a note holds once it is read: its lines, and what each of them sets going."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto
from typing import TypeVar

from spreekuur.rules.labels import AttemptOutcome, ContactKind, Side
from spreekuur.rules.school_calendar import Holiday

READING_WIDTH = 32
"""Columns beside the text at 80 columns; no reading is longer unless more room is given."""


class LineKind(Enum):
    """What a line is about; `TEXT` is any line that is just text."""

    TEXT = auto()
    SHARE = auto()
    AGREEMENT = auto()
    GOAL = auto()
    GOAL_VALUE = auto()
    FOLLOW_UP = auto()
    SCALE = auto()
    CONTACT = auto()


class LineState(Enum):
    """How sure the reading is. Only a `GOOD` line does anything; all others are kept as text."""

    PLAIN = auto()
    GOOD = auto()
    DOUBTFUL = auto()
    NOT_A_MARK = auto()


@dataclass(frozen=True, slots=True)
class GoalInView:
    """The running goal of the jongere."""

    start: float | None
    target: float | None
    by: date | None = None


@dataclass(frozen=True, slots=True)
class NextPlace:
    """What `>>` would give: a time in the next spreekuur, or a place on its waiting list."""

    day: date
    at: time | None
    waiting_position: int | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody around the jongere, by full name."""

    name: str
    side: Side


@dataclass(frozen=True, slots=True)
class NoteContext:
    """Everything a line is read against: the day, the jongere in view, the school.

    `ahead`: the day from which a vervolg counts, when it was written later than `today`.
    `spoken_in_person`: the note belongs to a place in a spreekuur, so without `@` it is that talk.
    `at_table`: the jongere sits there now, so the talk is that one whatever `@` says of a call.
    `missed`: at that place nobody came, so without `@` nobody was spoken.
    `reading_width`: columns a reading may take.
    """

    today: date
    ahead: date | None = None
    now: time | None = None
    given_name: str | None = None
    age: int | None = None
    holidays: tuple[Holiday, ...] = ()
    running_goal: GoalInView | None = None
    last_scale: int | None = None
    next_place: NextPlace | None = None
    school_name: str | None = None
    people: tuple[KnownPerson, ...] = ()
    spoken_in_person: bool = False
    at_table: bool = False
    missed: bool = False
    reading_width: int = READING_WIDTH


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A line for school."""

    text: str


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """An afspraak; of several who are named together, `side` is that of the first."""

    who: str
    side: Side
    what: str
    by: date
    at: time | None
    shared: bool


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A doel as typed, without its date: `3 naar 8 van de 10 ochtenden`."""

    text: str
    start: float | None
    target: float | None
    by: date | None
    shared: bool


@dataclass(frozen=True, slots=True)
class GoalValueLine:
    """Today's value of the running goal."""

    value: float


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A vervolg. `next_office_hours` is tied to the next spreekuur, not to its day."""

    day: date | None
    at: time | None
    action: str
    next_office_hours: bool = False
    not_needed: bool = False


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """A schaalvraag, 0 to 10, where the jongere would be content, and what is one step higher."""

    value: int
    target: int | None
    step: str = ""


@dataclass(frozen=True, slots=True)
class ContactLine:
    """With whom, how, with what result and when, as far as written."""

    with_whom: str | None
    kind: ContactKind | None
    outcome: AttemptOutcome | None
    day: date | None
    at: time | None


LineValue = (
    ShareLine | AgreementLine | GoalLine | GoalValueLine | FollowUpLine | ScaleLine | ContactLine
)
Value = TypeVar("Value", bound=LineValue)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line as typed and how it was read.

    `reading` stands beside it, without the gutter sign. `content` is what is kept for reading back:
    no mark, dates written out. `value` is what a `GOOD` line sets going, else None.
    """

    text: str
    kind: LineKind = LineKind.TEXT
    state: LineState = LineState.PLAIN
    reading: str = ""
    shared: bool = False
    content: str = ""
    value: LineValue | None = None

    @property
    def gutter(self) -> str:
        """`»` when the line goes to school, `?` when it was not understood, else nothing."""
        if self.shared:
            return "»"
        return "?" if self.state is LineState.DOUBTFUL else ""


@dataclass(frozen=True, slots=True)
class Contact:
    """The conversation that a note is about; without a name it is with the jongere."""

    with_whom: str | None
    kind: ContactKind
    outcome: AttemptOutcome | None
    day: date
    at: time | None


@dataclass(frozen=True, slots=True)
class Note:
    """A note line by line, in the order typed, and the conversation it belongs to."""

    lines: tuple[NoteLine, ...]
    contact: Contact

    @property
    def shared_count(self) -> int:
        return sum(line.shared for line in self.lines)

    @property
    def doubtful_count(self) -> int:
        return sum(line.state is LineState.DOUBTFUL for line in self.lines)

    @property
    def agreements(self) -> tuple[AgreementLine, ...]:
        return self._values(AgreementLine)

    @property
    def goals(self) -> tuple[GoalLine, ...]:
        return self._values(GoalLine)

    @property
    def goal_value(self) -> GoalValueLine | None:
        return next(iter(self._values(GoalValueLine)), None)

    @property
    def scale(self) -> ScaleLine | None:
        return next(iter(self._values(ScaleLine)), None)

    @property
    def follow_ups(self) -> tuple[FollowUpLine, ...]:
        """Every answer to "when further", `niet nodig` included."""
        return self._values(FollowUpLine)

    def _values(self, wanted: type[Value]) -> tuple[Value, ...]:
        return tuple(line.value for line in self.lines if isinstance(line.value, wanted))
