"""The right of a dossier: what comes next, the doel, agreements, the scale, and what is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import GoalStatus
from spreekuur.rules.progress import dots, number
from spreekuur.tui import shown, signs
from spreekuur.tui.dossier_people import Around
from spreekuur.tui.dossier_rows import (
    AGREEMENT,
    FOLLOW_UP,
    GOAL,
    WENT,
    WHO,
    At,
    Lines,
    both,
    hint,
)
from spreekuur.tui.lines import MUTED, WARN, Part, paragraph
from spreekuur.tui.person import RESULTS
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.card import AgreementView, GoalView, PupilCard
from spreekuur.views.carry_over import Waiting
from spreekuur.views.follow_ups import FollowUpView

DUE = 10
NARROW = 36
"""Cells of a pane below which nothing stands at the right of what was agreed."""
COLUMNS = (Column(WHO), Column(), Column(DUE, right=True))

NO_STEP = "Nog geen vervolg. Een regel met > in een notitie legt het vast."
NO_GOAL = "Nog geen doel. Hoe vaak kun je wél op school zijn? Een regel met * legt het vast."
NO_AGREEMENT = "Er staat niets open. a legt een afspraak vast."
NOT_ASKED = "nog niet gevraagd"

LAST = 5
"""Answers to the schaalvraag on one line."""
LAST_RESULTS = 12
"""Signs of judged agreements on one line."""


class Details:
    """The sections of one jongere as rows for `room` cells."""

    def __init__(self, card: PupilCard, today: date, room: int, *, shielded: bool) -> None:
        self._card = card
        self._today = today
        self._room = room
        self._shielded = shielded

    def rows(self, coming: Sequence[FollowUpView], carried: Waiting | None) -> Lines:
        """How it stands and whom it is about, one below the other."""
        return [*self.standing(coming), Head(), *self.around(carried)]

    def standing(self, coming: Sequence[FollowUpView]) -> Lines:
        """What comes next, the doel, agreements, the scale."""
        return _apart(self._next(coming), self._goals(), self._agreements(), self._scale())

    def around(self, carried: Waiting | None) -> Lines:
        """People, data with how far it was taken over, and what is over."""
        around = Around(self._card, self._today, self._room, shielded=self._shielded)
        return _apart(around.people(), around.data(carried), self._earlier())

    def _next(self, coming: Sequence[FollowUpView]) -> Lines:
        lines: Lines = [Head("Volgende stap")]
        for one in coming:
            late = one.on is not None and one.on < self._today
            text = f"{self._step(one)}{', over datum' if late else ''}"
            key = At(FOLLOW_UP, one.conversation_id or 0, one.id)
            lines += self._text(key, text, WARN if late else "")
        return lines if coming else [*lines, *hint(NO_STEP, self._room)]

    def _step(self, one: FollowUpView) -> str:
        """When and what; an anchored one says where it is tied to, and where it waits."""
        action = self._words(one.action)
        if one.anchor:
            where = one.anchor.said(self._today)
            step = where if one.anchor.position else f"{where}  {action}"
            at_school = f"{step} {one.anchor.school}"
            return at_school if step != where and columns(at_school) <= self._room else step
        when = short_day(one.on, self._today) if one.on else "zonder datum"
        return f"{when}{f' {clock(one.at)}' if one.at else ''}  {action}"

    def _goals(self) -> Lines:
        running = [one for one in self._card.goals if one.status is GoalStatus.RUNNING]
        lines: Lines = []
        for goal in running[::-1]:
            lines += [
                *([Head()] if lines else []),
                Head("Doel", _progress(goal)),
                *self._goal(goal),
            ]
        return lines or [Head("Doel"), *hint(NO_GOAL, self._room)]

    def _goal(self, goal: GoalView) -> Lines:
        key = At(GOAL, goal.id)
        due = f"t/m {short_day(goal.due, self._today)}" if goal.due else "zonder datum"
        if goal.status is GoalStatus.RUNNING and goal.due and goal.due < self._today:
            due += ", over datum"
        state = both(due, str(goal.status), self._room)
        return [
            *self._text(key, self._words(goal.text)),
            Row(key._replace(line=1), ((state, MUTED),)),
        ]

    def _agreements(self) -> Lines:
        open_ones = self._card.open_agreements
        lines: Lines = [Head("Open afspraken", str(len(open_ones)) if open_ones else "")]
        for one in open_ones:
            lines += self._open(one)
        if not open_ones:
            lines += hint(NO_AGREEMENT, self._room)
        judged = self._card.judged_agreements
        if judged:
            results = " ".join(RESULTS[one.status][0] for one in judged[-LAST_RESULTS:])
            lines.append(Head(("Tot nu toe", MUTED), results))
        return lines

    def _open(self, one: AgreementView) -> Lines:
        late = one.due is not None and one.due < self._today
        due = [short_day(one.due)] if one.due else []
        return self._agreement(
            one, [*due, *(["over datum"] if late else [])], WARN if late else MUTED
        )

    def _agreement(self, one: AgreementView, right: Sequence[str], look: str) -> Lines:
        """Who, what over as many lines as it takes, and in the last column when or how it went.

        Where that would leave little for what, the last column goes below it.
        """
        narrow = self._room < NARROW
        width = self._room - WHO - (1 if narrow else DUE + 2)
        said = paragraph(self._words(one.what), width)
        if one.check_how:
            said += paragraph(f"({self._words(one.check_how)})", width)
        who: Part = (shown.called(one.who, self._shielded), MUTED)
        if narrow:
            rows: list[tuple[Part, ...]] = [("", what) for what in said]
            rows += [("", (", ".join(right), look))] if right else []
        else:
            pairs = zip_longest(said, right, fillvalue="")
            rows = [("", what, (when, look)) for what, when in pairs]
        rows[0] = (who, *rows[0][1:])
        return [Row(At(AGREEMENT, one.id, 0, part), row) for part, row in enumerate(rows)]

    def _scale(self) -> Lines:
        scales = self._card.scales
        last = scales[-LAST:]
        answers = f" {signs.THEN} ".join(str(one.value) for one in last)
        target = next((one.target for one in scales[::-1] if one.target is not None), None)
        since = self._since(last[0].on, many=len(last) > 1) if last else NOT_ASKED
        content = f", tevreden met {target}" if target is not None else ""
        step = self._words(last[-1].step) if last else ""
        return [
            Head("Schaal", answers),
            *hint(f"{since}{content}", self._room),
            *(hint(f"stapje: {step}", self._room) if step else ()),
            *self._talks(),
        ]

    def _talks(self) -> Lines:
        """How many talks there were, and since when (F4.21)."""
        days = self._card.talked_on
        if not days:
            return []
        many = len(days) > 1
        counted = f"{len(days)} gesprekken " if many else "1 gesprek, "
        return hint(f"{counted}{self._since(days[0], many=many)}", self._room)

    def _since(self, day: date, *, many: bool) -> str:
        return f"{'sinds ' if many else ''}{short_day(day, self._today)}"

    def _earlier(self) -> Lines:
        """Doelen that no longer run and agreements that were judged, newest first."""
        lines: Lines = []
        done = [one for one in self._card.goals if one.status is not GoalStatus.RUNNING]
        for goal in done[::-1]:
            lines += self._goal(goal)
        for one in self._card.judged_agreements[::-1]:
            sign, look = RESULTS[one.status]
            lines += self._agreement(one, [f"{sign} {WENT[one.status]}".removeprefix("- ")], look)
        return [Head("Eerder"), *lines] if lines else []

    def _words(self, text: str) -> str:
        return shown.words(text, self._shielded)

    def _text(self, key: At, text: str, look: str = "") -> Lines:
        rows = enumerate(paragraph(text, self._room))
        return [Row(key._replace(part=part), ((row, look),)) for part, row in rows]


def _apart(*sections: Lines) -> Lines:
    """With a blank line between them."""
    lines: Lines = []
    for section in sections:
        lines += [*([Head()] if lines and section else []), *section]
    return lines


def _progress(goal: GoalView) -> str:
    """`●●●●○  nu 7`, as far as there are numbers."""
    if goal.now is None:
        return ""
    bar = ""
    if goal.start is not None and goal.target is not None:
        done, total = dots(goal.start, goal.target, goal.now)
        bar = signs.FULL * done + signs.EMPTY * (total - done) + "  "
    return f"{bar}nu {number(goal.now)}"
