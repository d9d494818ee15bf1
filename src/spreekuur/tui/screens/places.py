"""What is done with the places on the list of a spreekuur, one key each."""

from __future__ import annotations

from abc import abstractmethod
from datetime import datetime, time, timedelta

from spreekuur.actions.office_hours import (
    free_place,
    mark_attendance,
)
from spreekuur.actions.places import (
    TooLate,
    extend_talk,
    move_place,
    plan_discussion,
)
from spreekuur.actions.waiting import (
    give_to_waiting,
    leave_waiting_list,
    let_wait,
    move_to_next,
)
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.labels import FREES_PLACE, TALKED, Attendance
from spreekuur.rules.places import last_end
from spreekuur.tui.afternoon import next_open
from spreekuur.tui.remark import since
from spreekuur.tui.screens.talk import Talk
from spreekuur.views.agenda import OfficeHoursView, Place, Waiting, next_office_hours

MARKS = frozenset(
    {"present", "late", "absent", "cancelled", "sick", "not_fetched", "colleague", "let_wait"}
)
"""What is said of the jongere under the cursor."""
OF_PLACE = frozenset({"other_place", "extend"})
"""What is done with the place under the cursor, also without a jongere."""
ON_NOBODY = MARKS | OF_PLACE | {"take_off"}
"""What is left out of the key bar where the cursor is on a free place."""

LONGER = 5
"""Minutes that one key adds to a talk."""
UNDO = "u maakt het ongedaan."
NO_PUPIL = "Zet de cursor op een jongere in de lijst."
NO_PLACE = "Zet de cursor op een plek in de lijst."
NO_ROOM = "Er is geen vrije plek. p of m maakt er een."
NOBODY_WAITS = "Op deze school wacht niemand op een plek."
DISCUSSION = "Een casuïstiekbespreking heeft geen opkomst. p verzet haar, - haalt haar weg."
NO_OTHER = "Er komt nu niemand anders."
SPOKEN = "Met deze jongere is al gesproken. Deze plek blijft staan."


class Places(Talk):
    """The list of the afternoon: marked, moved and given."""

    _freed: time | None = None
    """The place that came free last."""

    @property
    @abstractmethod
    def under_cursor(self) -> Place | None:
        """The place of the list that has the hands."""

    @property
    @abstractmethod
    def waiting_under_cursor(self) -> Waiting | None:
        """Who on the waiting list has the hands."""

    def why_not(self, command: str) -> str | None:
        place = self.under_cursor if self.listing else None
        taken = place if place and place.appointment_id else None
        if self.listing and command in MARKS and (taken is None or taken.pupil_id is None):
            return DISCUSSION if taken else NO_PUPIL
        if self.listing and command in OF_PLACE and taken is None:
            return NO_PLACE
        if command == "other_place" and taken and taken.attendance in TALKED:
            return SPOKEN
        if command == "take_off" and self.listing and not (taken or self.waiting_under_cursor):
            return NO_PUPIL
        if command == "from_waiting" and (view := self.view):
            return NOBODY_WAITS if not view.waiting else None if self._open() else NO_ROOM
        if command == "skip" and self._skipped_to() is None:
            return NO_OTHER
        return super().why_not(command)

    def _skipped_to(self) -> Place | None:
        view = self.view
        return next_open(view, self._place, skipping=True) if view and self._place else None

    def do_skip(self) -> None:
        """The next one comes; nothing is marked, and this one comes back at the end."""
        following = self._skipped_to()
        assert following
        self.table.editor.write_concept()
        self.sit_down(following)
        self.say("Overgeslagen, komt straks terug.")

    def do_late(self) -> None:
        self.mark(Attendance.LATE)

    def do_cancelled(self) -> None:
        self.mark(Attendance.CANCELLED)

    def do_sick(self) -> None:
        self.mark(Attendance.SICK)

    def do_not_fetched(self) -> None:
        self.mark(Attendance.NOT_FETCHED)

    def do_colleague(self) -> None:
        self.mark(Attendance.COLLEAGUE)

    def mark(self, attendance: Attendance) -> None:
        """Say it of the jongere under the cursor; a place that comes free by it is offered."""
        place = self._taken
        if self.asks_again(place, attendance):
            return
        mark_attendance(self.casebook, place.appointment_id or 0, attendance)
        self.reload()
        freed = place.at if attendance in FREES_PLACE else None
        self._tell(f"{attendance.capitalize()}.", freed)

    def do_take_off(self) -> None:
        """Off the list, or the waiting list; what was said stays in the dossier."""
        entry = self.waiting_under_cursor
        if entry is not None:
            leave_waiting_list(self.casebook, entry.entry_id)
            self.reload()
            self._tell("Van de wachtlijst gehaald.")
            return
        place = self._taken
        free_place(self.casebook, place.appointment_id or 0)
        self.reload()
        self._tell("Van de lijst gehaald.", place.at)

    def do_let_wait(self) -> None:
        """From the list to the waiting list of the school."""
        place = self._taken
        let_wait(self.casebook, place.appointment_id or 0, self.desk_app.today)
        self.reload()
        coming = self._coming
        day = short_day(coming.day, self.desk_app.today) if coming else ""
        self._tell(f"Wacht nu op {day}." if day else "Op de wachtlijst gezet.", place.at)

    def do_extend(self) -> None:
        """Five minutes longer; who comes after it shifts as far as needed."""
        place = self._taken
        became = extend_talk(self.casebook, place.appointment_id or 0, LONGER)
        self.reload()
        shifted = {0: "Niemand schuift op.", 1: "1 gesprek schuift op."}
        after = shifted.get(became.shifted, f"{became.shifted} gesprekken schuiven op.")
        self._tell(f"{clock(place.at)} duurt nu {became.minutes} min. {after}")

    async def do_other_place(self) -> None:
        """Another time, in exchange with who has it, or the next spreekuur."""
        from spreekuur.tui.screens.place_sheets import AnotherPlace, Elsewhere

        view, place = self.view, self._taken
        assert view

        def put(to: Elsewhere | None) -> None:
            if to is not None:
                self.reload()
                said = f"Nu om {clock(to.at)}." if to.at else "Naar het volgende spreekuur."
                self._tell(said, place.at)

        await self.app.push_screen(AnotherPlace(view, place, self._move), put)

    def _move(self, place: Place, at: time | None) -> None:
        if at is None:
            move_to_next(self.casebook, place.appointment_id or 0)
        else:
            move_place(self.casebook, place.appointment_id or 0, at)

    async def do_discussion(self) -> None:
        """A casuïstiekbespreking on the free place under the cursor, else the first or the last."""
        from spreekuur.tui.screens.place_sheets import Topic

        view = self.view
        assert view
        at = self._free_at() or last_end((one.span for one in view.held), view.starts)
        if at is None:
            raise TooLate

        def put(topic: str | None) -> None:
            plan = (self.casebook, self.office_hours_id, topic or "")
            if topic is not None and self.attempt(lambda: plan_discussion(*plan, at=at)):
                self.reload()
                self._tell(f"Casuïstiek om {clock(at)}.")

        await self.app.push_screen(Topic(at), put)

    def do_from_waiting(self) -> None:
        """Who waits longest, or is under the cursor, gets the place that came free."""
        view, at = self.view, self._free_at()
        assert view
        entry = self.waiting_under_cursor or view.waiting[0]
        give_to_waiting(self.casebook, self.office_hours_id, entry.entry_id, at=at)
        self.reload()
        self._tell(f"{clock(at) if at else ''} is voor {entry.name.initials}")

    @property
    def _coming(self) -> OfficeHoursView | None:
        """The next spreekuur at this school."""
        view = self.view
        assert view
        with self.casebook.read() as connection:
            return next_office_hours(connection, view.school_id, view.day)

    def _tell(self, said: str, freed: time | None = None) -> None:
        """Say what was done; a place that came free is offered to who waits longest."""
        view = self.view
        first = view.waiting[0] if view and view.waiting else None
        if freed is None or first is None or freed not in self._open():
            self.say(f"{said} {UNDO}")
            return
        waited = since(max(0, (self.desk_app.today - first.since).days))
        who = f"{first.name.initials} ({waited})"
        self._freed = freed
        self.say(f"{said} Plek {clock(freed)} vrij. + geeft hem aan {who}.")

    def _free_at(self) -> time | None:
        """The free place under the cursor, else the one just offered, else the first to come."""
        place, free = self.under_cursor, self._open()
        if place and not place.appointment_id:
            return place.at
        return self._freed if self._freed in free else next(iter(free), None)

    def _open(self) -> list[time]:
        """The free places that have not gone by."""
        view, now = self.view, self.desk_app.now
        return [place.at for place in view.free if not _gone_by(view, place, now)] if view else []

    @property
    def _taken(self) -> Place:
        """The place under the cursor; `why_not` has seen that somebody has it."""
        place = self.under_cursor
        assert place
        assert place.appointment_id
        return place


def _gone_by(view: OfficeHoursView, place: Place, now: datetime) -> bool:
    if now.date() != view.day:
        return False
    return datetime.combine(view.day, place.at, now.tzinfo) + timedelta(minutes=place.minutes) < now
