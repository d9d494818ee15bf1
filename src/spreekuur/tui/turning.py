"""Moves among the rows of a screen: done, put off or answered, one key each."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, NamedTuple

from spreekuur.rules.date_words import clock, short_day
from spreekuur.tui.desk import Desk
from spreekuur.tui.today_rows import AboutPupil, AboutSchool, ToFile

if TYPE_CHECKING:
    from spreekuur.rules.labels import AgreementStatus
    from spreekuur.tui.screens.turn_sheets import Moment
    from spreekuur.views.turns import Turn

NO_MOVE = "Hier is niemand aan zet."
NO_STEP = "Hier is nog geen vervolg. n legt er een vast, x zegt dat het niet nodig is."
NO_AGREEMENT = "Alleen van een afspraak wordt gezegd hoe het ging. d zegt dat dit gedaan is."
NO_CONTACT = "Hier is een contact over tijd. n legt er een vast; dan is dit gedaan."
HAS_STEP = "Alleen bij wie zonder vervolg is. d zegt dat dit gedaan is."
GONE = "Dit is intussen al gedaan of gewijzigd."
UNDO = "u maakt het ongedaan."


class TurnAt(NamedTuple):
    """A move by its table and number.

    `pupil` is a jongere without vervolg, `rhythm` one of whom the contact is behind.
    """

    kind: str
    row: int


def turn_at(key: Hashable | None) -> TurnAt | None:
    """The move that a row is about."""
    match key:
        case AboutPupil(kind, row, _):
            return TurnAt(kind, row)
        case AboutSchool(row, _):
            return TurnAt("follow_up", row)
        case ToFile(_, row) if row:
            return TurnAt("follow_up", row)
    return None


class Turning(Desk):
    """A screen with such rows; it has the scope `zetten`."""

    @property
    @abstractmethod
    def under_cursor(self) -> Hashable | None:
        """The key of the row that has the hands."""

    def changed(self) -> None:
        """Show what the file holds after a move of a row."""
        self.reload()

    def why_not(self, command: str) -> str | None:
        if command not in ("finish", "put_off", "judge", "no_follow_up"):
            return super().why_not(command)
        move = turn_at(self.under_cursor)
        if move is None:
            return NO_MOVE
        if move.kind == "rhythm":
            return NO_CONTACT
        if command == "no_follow_up":
            return None if move.kind == "pupil" else HAS_STEP
        if move.kind == "pupil":
            return NO_STEP
        return NO_AGREEMENT if command == "judge" and move.kind != "agreement" else None

    async def do_open(self) -> None:
        """Go where the thing under the cursor is done."""
        from spreekuur.tui.going import go_to

        await go_to(self, self.under_cursor)

    def do_finish(self) -> None:
        """Done: an agreement gelukt, her own vervolg gedaan."""
        from spreekuur.actions.turns import finish_turn

        kind, row = self._move
        said = "Gelukt." if kind == "agreement" else "Gedaan."
        self._keep(lambda: finish_turn(self.casebook, kind, row, self.desk_app.today), said)

    def do_no_follow_up(self) -> None:
        """An answer too: nobody has to do anything."""
        from spreekuur.actions.turns import need_no_follow_up

        pupil_id = self._move.row
        self._keep(lambda: need_no_follow_up(self.casebook, pupil_id), "Geen vervolg nodig.")

    async def do_judge(self) -> None:
        """How an agreement went, when it did not simply succeed."""
        from spreekuur.tui.screens.turn_sheets import HowItWent

        move = self._read_move()
        if move is None:
            return

        def put(status: AgreementStatus | None) -> None:
            from spreekuur.actions.goals import judge

            if status is not None:
                today = self.desk_app.today
                went = f"{status[0].upper()}{status[1:]}."
                self._keep(lambda: judge(self.casebook, move.id, status, today), went)

        await self.app.push_screen(HowItWent(move), put)

    async def do_put_off(self) -> None:
        """Another day, in Dutch words."""
        from spreekuur.tui.screens.turn_sheets import PutOff

        move = self._read_move()
        if move is None:
            return

        def put(to: Moment | None) -> None:
            from spreekuur.actions.turns import put_off

            if to is not None:
                at = f" {clock(to.at)}" if to.at else ""
                went = f"Verzet naar {short_day(to.day, self.desk_app.today)}{at}."
                change = (move.kind, move.id, to.day, to.at)
                self._keep(lambda: put_off(self.casebook, *change), went)

        await self.app.push_screen(PutOff(move), put)

    def _read_move(self) -> Turn | None:
        """The move under the cursor; says so when it is open no longer."""
        from spreekuur.views.turns import turn

        with self.casebook.read() as connection:
            move = turn(connection, *self._move)
        if move is None:
            self.reload()
            self.say(GONE)
        return move

    @property
    def _move(self) -> TurnAt:
        """The move under the cursor; `why_not` has seen that there is one."""
        move = turn_at(self.under_cursor)
        assert move is not None
        return move

    def _keep(self, change: Callable[[], object], said: str) -> None:
        if self.attempt(change):
            self.changed()
            self.say(f"{said} {UNDO}")
