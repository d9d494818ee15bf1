"""The form of a doel: in the jongere's words, with numbers, a day, and where it stands today."""

from __future__ import annotations

import re
from collections.abc import Mapping

from spreekuur.actions.goals import GoalDetails, edit_goal, measure, set_goal
from spreekuur.actions.note_edits import edit_note
from spreekuur.rules.date_words import day_and_month
from spreekuur.rules.helping_questions import HOW_OFTEN, WHAT_WORKED
from spreekuur.rules.labels import GoalStatus
from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import GoalLine, NoteContext
from spreekuur.rules.progress import dots, number
from spreekuur.rules.text import fold
from spreekuur.tui import signs
from spreekuur.tui.day_line import REFUSAL, DayLine
from spreekuur.tui.dossier_rows import GOAL
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.widgets.form import FormLine, Reading, TextLine, TickLine
from spreekuur.views.card import GoalView, pupil_card
from spreekuur.views.note_context import note_context
from spreekuur.views.timeline import Entry, last_talk

QUESTION = f"{WHAT_WORKED} {HOW_OFTEN}"
HOW_OFTEN_NOW = "hoe vaak lukt het al wél?"
NO_DAY = "Nog geen dag. Wanneer kijken jullie samen of het gelukt is?"
NO_TALK = "Er is nog geen gesprek om dit bij te zetten. Maak de regel leeg, of begin met n."
NO_TEXT = "Typ eerst het doel; getallen en een dag mogen later."
NO_NUMBER = "Dit is geen getal. Typ bijvoorbeeld 7 of 7,5, of laat leeg."
NO_STATUS = "Kies loopt, behaald, deels behaald of losgelaten."
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:[.,][0-9]{1,2})?")


class GoalForm(FormSheet[int]):
    """Gives the number of the doel that was set or changed."""

    about = (
        "Een doel met een begin, een getal om naar toe te werken en een dag. Wat er al wél gaat "
        "komt in de notitie van het laatste gesprek."
    )

    def __init__(self, pupil_id: int, goal_id: int | None = None) -> None:
        """Without a number a new doel."""
        self._pupil_id = pupil_id
        self._goal_id = goal_id
        self._held: GoalView | None = None
        self._reads_as: NoteContext | None = None
        self._talk: Entry | None = None
        self._worked = TextLine("Wat ging wél", read=self._read_worked)
        self._what = TextLine("Doel", placeholder="3 naar 8 van de 10 ochtenden")
        self._from = TextLine("Van", read=self._read_start)
        self._to = TextLine("Naar", read=self._read_target)
        self._by = DayLine("Tot en met")
        self._now = TextLine("Vandaag", read=self._read_now)
        self._state = TextLine("Stand", read=_read_state, rows=2)
        self._shared = TickLine("Delen", "met school")
        # A new one asks first what works (F3.16), and how often (F4.17).
        first = (self._what, self._from) if goal_id else (self._worked, self._from, self._what)
        lines = (*first, self._to, self._by, self._now, self._state, self._shared)
        place = f"formulier:{GOAL}:{goal_id or f'nieuw:{pupil_id}'}"
        super().__init__("Doel", lines, place=place, pupil_id=pupil_id)

    def held(self) -> Mapping[FormLine, str]:
        app = self.desk_app
        with self.casebook.read() as connection:
            self._reads_as = note_context(connection, app.today, pupil_id=self._pupil_id)
            card = pupil_card(connection, self._pupil_id, app.today)
            self._talk = last_talk(connection, self._pupil_id)
        goals = card.goals if card else ()
        goal = self._held = next((one for one in goals if one.id == self._goal_id), None)
        due = self._by.hold(self._reads_as, goal.due if goal else None)
        if goal is None:
            return {self._state: str(GoalStatus.RUNNING)}
        return {
            self._what: goal.text,
            self._from: _written(goal.start),
            self._to: _written(goal.target),
            self._by: due,
            self._state: str(goal.status),
            self._shared: "ja" if goal.shared else "nee",
        }

    @property
    def is_kept(self) -> bool:
        return self._held is not None

    def on_mount(self) -> None:
        super().on_mount()
        self.on_form_edited()

    def on_form_edited(self) -> None:
        """Ask the questions that lead to a doel while it has no number, and then for a day."""
        dated = self._details.due or self._by.value.strip()
        self.hint(QUESTION if self._target is None else "" if dated else NO_DAY)
        for one in (self._from, self._to, self._now):
            one.reread()

    @property
    def _line(self) -> GoalLine | None:
        """What is typed, read as a line of a note: `3 naar 8 van de 10 ochtenden, 8 dec`."""
        if self._reads_as is None:
            return None
        value = parse_line(f"* {self._what.value}", self._reads_as).value
        return value if isinstance(value, GoalLine) else None

    @property
    def _start(self) -> float | None:
        typed, line = self._from.value.strip(), self._line
        return _value(typed) if typed else line.start if line else None

    @property
    def _target(self) -> float | None:
        typed, line = self._to.value.strip(), self._line
        return _value(typed) if typed else line.target if line else None

    def _read_worked(self, text: str) -> Reading:
        if not text.strip():
            return Reading()
        if self._talk is None:
            return Reading("nog geen gesprek", doubtful=True)
        return Reading(f"bij het gesprek van {day_and_month(self._talk.on)}")

    def _read_start(self, text: str) -> Reading:
        line = self._line
        if not text.strip() and not self._held and (line is None or line.start is None):
            return Reading(HOW_OFTEN_NOW)
        return _read_number(text, line.start if line else None)

    def _read_target(self, text: str) -> Reading:
        line = self._line
        return _read_number(text, line.target if line else None)

    def _read_now(self, text: str) -> Reading:
        value = _value(text)
        if value is None:
            if text.strip():
                return Reading("welk getal?", doubtful=True)
            was = self._held.now if self._held else None
            return Reading(f"was {number(was)}" if was is not None else "")
        if self._start is None or self._target is None:
            return Reading(f"nu {number(value)}")
        done, total = dots(self._start, self._target, value)
        return Reading(f"{signs.FULL * done}{signs.EMPTY * (total - done)}  nu {number(value)}")

    def do_save(self) -> None:
        """Set or change the doel, and measure it when there is a value of today."""
        unread = [
            one
            for one in (self._from, self._to, self._now)
            if one.value and _value(one.value) is None
        ]
        if not self._what.value.strip():
            self.refuse(NO_TEXT, self._what)
        elif self._worked.value.strip() and self._talk is None:
            self.refuse(NO_TALK, self._worked)
        elif unread:
            self.refuse(NO_NUMBER, unread[0])
        elif self._by.unclear:
            self.refuse(REFUSAL, self._by)
        elif _state(self._state.value) is None:
            self.refuse(NO_STATUS, self._state)
        else:
            self.done(self._save())

    def _save(self) -> int:
        value = _value(self._now.value)
        with self.saving("Doel gewijzigd" if self._held else "Doel vastgelegd"):
            if self._held:
                goal_id, version = self._held.id, self._held.version
                edit_goal(self.casebook, goal_id, self._details, version=version)
            else:
                goal_id = set_goal(self.casebook, self._pupil_id, self._details)
            if self._worked.value.strip() and self._talk:
                self._note_what_worked(self._talk)
            if value is not None:
                measure(self.casebook, goal_id, value, self.desk_app.today)
        return goal_id

    def _note_what_worked(self, talk: Entry) -> None:
        """Below the talk in which it was said, as a line that stays with her."""
        assert talk.conversation_id
        text = f"{talk.text}\nWat ging wél: {self._worked.value}"
        number, version = talk.conversation_id, talk.version
        edit_note(self.casebook, number, text, version=version, today=self.desk_app.today)

    @property
    def _details(self) -> GoalDetails:
        line = self._line if not self._by.value.strip() else None
        dated = line if line and line.by else None
        return GoalDetails(
            text=dated.text if dated else self._what.value,
            start=self._start,
            target=self._target,
            due=dated.by if dated else self._by.day,
            status=_state(self._state.value) or GoalStatus.RUNNING,
            shared=self._shared.ticked,
        )


def _read_number(text: str, said: float | None) -> Reading:
    """The number in the doel itself counts as long as nothing is typed here."""
    value = _value(text)
    if text.strip() and value is None:
        return Reading("welk getal?", doubtful=True)
    if said is None or value == said:
        return Reading()
    here = f"{number(said)}, uit het doel" if value is None else f"in het doel staat {number(said)}"
    return Reading(here, doubtful=value is not None)


def _read_state(text: str) -> Reading:
    state = _state(text)
    *first, last = GoalStatus
    return (
        Reading(str(state)) if state else Reading(f"{', '.join(first)} of {last}?", doubtful=True)
    )


def _state(text: str) -> GoalStatus | None:
    """The status that is meant by its beginning; `b` is *behaald*."""
    typed = fold(text)
    fitting = [one for one in GoalStatus if typed and fold(one).startswith(typed)]
    return fitting[0] if len(fitting) == 1 else None


def _value(text: str) -> float | None:
    """A number as it is written in Dutch; None for anything else."""
    typed = text.strip()
    return float(typed.replace(",", ".")) if _NUMBER.fullmatch(typed) else None


def _written(value: float | None) -> str:
    return "" if value is None else number(value)
