"""The talk at the table of a spreekuur: judge, note, mark, next. The list is laid around it."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import replace

from textual import on

from spreekuur.actions.notes import finish_talk, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import TALKED, Attendance
from spreekuur.tui.afternoon import next_open
from spreekuur.tui.command import Command
from spreekuur.tui.no_show_offer import Offer, offer_after_no_show
from spreekuur.tui.seat import Seat
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.tui.widgets.note_editor import NoteEditor
from spreekuur.views.agenda import Place
from spreekuur.views.follow_ups import goes_on

ASK = "Wanneer verder? >> volgend spreekuur, of een datum. ⏎ niet nodig"
AGAIN = "Er staat al een notitie. Nog een keer F4: toch niet verschenen."
SPOKEN_AGAIN = "Met deze jongere is al gesproken. Dezelfde toets nog eens: toch {}."
NO_NEED = "niet nodig"
NOT_NEEDED = f"> {NO_NEED}"
WRITE_ON = "verder schrijven"
FIRST = 9
"""The weight of what answers a question: before all else in the key bar."""


class Talk(Seat):
    """What happens at the table."""

    def __init__(self, office_hours_id: int) -> None:
        super().__init__(office_hours_id)
        self._asked = ""
        self._named_for = (False, False)
        self._offered: Offer | None = None
        self._called_off: tuple[int | None, Attendance] | None = None

    @property
    @abstractmethod
    def listing(self) -> bool:
        """Whether the hands are on the list instead of in the note."""

    async def action_do(self, command: str) -> None:
        """What is asked about a talk that took place is answered by the very next key, or not."""
        asked = self._called_off
        await super().action_do(command)
        if self._called_off is asked:
            self._called_off = None

    def sit_down(self, place: Place) -> None:
        self._ask("")
        self._offered = None
        super().sit_down(place)
        self.count_shared()

    def hush(self) -> None:
        """A question stays until it is answered."""
        if self._asked != ASK and self._offered is None:
            super().hush()

    def commands_now(self) -> list[tuple[Command, bool]]:
        """What Enter and Escape do while something is asked stands beside their keys."""
        now = {"answer": NO_NEED} if self.asks_when else {}
        if self._asked:
            now["back"] = WRITE_ON
        return [
            (
                replace(
                    one,
                    label=now.get(one.id, one.label),
                    weight=FIRST if one.id in now else one.weight,
                ),
                able,
            )
            for one, able in super().commands_now()
        ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Digits judge, and Enter answers, only while there is something to; else they are text."""
        command = str(parameters[0]) if parameters else ""
        writing = self.focused is self.table.editor.area
        if command.startswith("judge_"):
            return writing and self._asked != ASK and self.table.to_judge is not None
        if command == "answer":
            return self._offered is not None or (writing and self.asks_when)
        if command in ("earlier", "later"):
            return writing
        return super().check_action(action, parameters)

    def do_save(self) -> None:
        """F2: keep the note; the jongere stays at the table."""
        app, editor = self.desk_app, self.table.editor
        if self._asked == ASK:
            editor.mark_day()
        self._ask("")
        editor.write_concept()
        saved = save_note(
            self.casebook,
            editor.text,
            self._about(),
            today=app.today,
            now=app.clock,
            draft=self._draft,
        )
        editor.forget()
        self.reload()
        self.say(app.said_of(saved.note))

    def do_next(self) -> None:
        """F3: keep the note, mark aanwezig, bring in the next; asks once when it goes on."""
        app, editor = self.desk_app, self.table.editor
        if self._asked == ASK:
            editor.mark_day()
        elif self._unsaid_when():
            self._ask(ASK)
            editor.to_new_line()
            # Also from the list: Enter is an answer only in the note.
            self.set_focus(editor.area)
            self.say(ASK)
            return
        # Undo gives back the concept as the file knew it, so it must know the last key.
        editor.write_concept()
        saved = finish_talk(
            self.casebook,
            editor.text,
            self._about(),
            today=app.today,
            now=app.clock,
            draft=self._draft,
        )
        editor.forget()
        said = app.said_of(saved.note) if saved else "Aanwezig. u maakt het ongedaan."
        self._go_on()
        self.say(said)

    @property
    def has_questions(self) -> bool:
        """Whether something was asked or offered that has no answer yet."""
        return bool(self._asked or self._offered or self._called_off)

    def forget_questions(self) -> None:
        """What was asked or offered stands no more, and its sentence goes."""
        self._ask("")
        self._offered, self._called_off = None, None
        self.hush()

    def withdraw(self) -> bool:
        """Take back what was asked, in the list also what was offered; whether there was any.

        In the note Escape may be the first half of F3 or F4, so there an offer holds up nothing.
        """
        pending = self.has_questions if self.listing else bool(self._asked)
        if pending:
            self.forget_questions()
        return pending

    def _ask(self, question: str) -> None:
        self._asked = question
        self.table.editor.ask_day(question == ASK)

    def asks_again(self, place: Place, attendance: Attendance) -> bool:
        """Ask once before a talk that took place is called off; the second time it may be."""
        about = (place.appointment_id, attendance)
        spoken = place.attendance in TALKED and attendance not in TALKED
        if not spoken or self._called_off == about:
            self._called_off = None
            return False
        self._called_off = about
        self.say(SPOKEN_AGAIN.format(attendance))
        return True

    def do_no_show(self) -> None:
        """F4: niet verschenen, and a new place is offered; over a note or a talk asks first."""
        assert self._place
        assert self._place.appointment_id
        assert self._place.pupil_id
        if self.table.editor.text.strip() and self._asked != AGAIN:
            self._ask(AGAIN)
            self.say(AGAIN)
            return
        if self._asked != AGAIN and self.asks_again(self._place, Attendance.NO_SHOW):
            return
        self.table.editor.write_concept()
        pupil, reason, hours = self._place.pupil_id, self._place.reason, self.view
        mark_attendance(self.casebook, self._place.appointment_id, Attendance.NO_SHOW)
        assert hours
        with self.casebook.read() as connection:
            who = (pupil, hours.school_id)
            offer = offer_after_no_show(connection, *who, self.desk_app.today, reason)
        self._go_on()
        self._offered = offer if offer.stands else None
        # What was counted of the next note would take the room of a long sentence.
        self.query_one(StatusLine).count("")
        self.say(offer.sentence)

    async def do_partners(self) -> None:
        """The sociale kaart; from the note, whom she takes there comes into it."""
        from spreekuur.tui.screens.partners import PartnersSheet

        writing = self.focused is self.table.editor.area
        await self.app.push_screen(PartnersSheet(into_note=writing), self._take_partner)

    def _take_partner(self, name: str | None) -> None:
        """An agreement to finish: what the partner does and when is hers to type."""
        if name and self.at_table:
            self.table.editor.to_new_line()
            self.table.editor.append(f"! {name}: ")

    def do_answer(self) -> None:
        """Enter: take the place that was offered, or say that no vervolg is needed."""
        if self._offered is not None:
            said = self._offered.take(self.casebook, self.desk_app.today)
            self._offered = None
            self.reload()
            self.say(said)
        else:
            self.table.editor.append(NOT_NEEDED)
            self.do_next()

    @property
    def asks_when(self) -> bool:
        """Whether it was asked when it goes on, and Enter says that it does not."""
        return self._asked == ASK and not self.table.editor.last_line.strip()

    def _unsaid_when(self) -> bool:
        """Whether a talk, written down or not, has no moment to look back."""
        assert self._place
        place, pupil = self._place.appointment_id or 0, self._place.pupil_id or 0
        editor = self.table.editor
        if editor.read_note().follow_ups:
            return False
        with self.casebook.read() as connection:
            return not goes_on(connection, pupil, place, self.desk_app.today)

    def _go_on(self) -> None:
        view = self.view
        following = next_open(view, self._place) if view else None
        if following is not None:
            self.sit_down(following)
        else:
            self.reload()
            self.nobody_left()

    @on(NoteEditor.Edited)
    def _type_on(self) -> None:
        """Whoever types on takes no offer."""
        if self._offered is not None:
            self.forget_questions()
        self.count_shared()

    def count_shared(self) -> None:
        """How much of the note goes to school; what Enter answers is named along with it."""
        editor = self.table.editor
        shared = editor.read_note().shared_count if editor.text else 0
        text = f"{shared} regel{'s' * (shared > 1)} naar school" if shared else "niets naar school"
        nothing_open = self.listing and not editor.text
        self.query_one(StatusLine).count("" if nothing_open else text, strong=bool(shared))
        named_for = bool(editor.text), self.asks_when
        if named_for != self._named_for:
            self._named_for = named_for
            self.refresh_bars()

    @on(NoteEditor.Kept)
    def _say_kept(self, message: NoteEditor.Kept) -> None:
        self.table.mind()
        if not self._asked:
            self.say(message.sentence)
