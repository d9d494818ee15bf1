"""Who walks in: a free place, or what else there is once the spreekuur is full."""

from __future__ import annotations

from datetime import date

from spreekuur.actions.office_hours import AlreadyListed, give_place, wait_for_place
from spreekuur.actions.places import squeeze_in_last
from spreekuur.actions.waiting import list_for_next
from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.places import last_end
from spreekuur.tui.afternoon import GONE
from spreekuur.tui.screens.places import Places
from spreekuur.tui.screens.when_full import Choice, WhenFull
from spreekuur.views.agenda import OfficeHoursView
from spreekuur.views.waiting import waits_until

NONE_PLANNED = "nog geen volgend spreekuur"
NO_TIME = "achteraan, past niet meer"


class WalkingIn(Places):
    """One jongere more on the list of the afternoon."""

    async def do_squeeze_in(self) -> None:
        """Pick a jongere for the free place under the cursor, else for the first free one."""
        from spreekuur.tui.screens.pick import Pick, Picked

        at = self._free_at()

        async def put(picked: Picked | None) -> None:
            if picked is None or picked.kind != "pupil":
                return
            if at is None:
                await self._ask_when_full(picked.id)
            else:
                give = (self.casebook, self.office_hours_id, picked.id)
                self.attempt(lambda: give_place(*give, at=at))
                self.reload()

        await self.app.push_screen(Pick("Wie komt er op deze plek?"), put)

    async def _ask_when_full(self, pupil_id: int) -> None:
        """No place: wait, the next time, or after the last one; what is so already is said."""
        view = self.view
        if view is None:
            self.say(GONE)
            return
        if any(one.pupil_id == pupil_id for one in view.held):
            self.say(AlreadyListed.sentence)
            return
        following = self._next_time(view, pupil_id)
        last = last_end((one.span for one in view.held), view.starts)

        def put(chosen: str | None) -> None:
            if chosen and self.attempt(lambda: self._put_when_full(chosen, pupil_id)):
                self.reload()
                said = {
                    "wait": "Op de wachtlijst gezet.",
                    "next": f"{following.text.capitalize().replace(',', ':')}.",
                    "last": f"Achteraan: {clock(last) if last else ''}.",
                }
                self._tell(said[chosen])

        wait = self._waiting(view, pupil_id)
        behind = Choice(f"achteraan, om {clock(last)}" if last else NO_TIME)
        await self.app.push_screen(WhenFull(wait, following, behind), put)

    def _waiting(self, view: OfficeHoursView, pupil_id: int) -> Choice:
        """The end of the waiting list, or the turn that this jongere has on it."""
        waiting = [one.pupil_id for one in view.waiting]
        if pupil_id in waiting:
            return Choice(f"wacht al, plek {waiting.index(pupil_id) + 1}", done=True)
        later = self._waits_until(view, pupil_id)
        if later:
            return Choice(f"wacht al op {short_day(later, self.desk_app.today)}", done=True)
        return Choice(f"wachtlijst, plek {len(waiting) + 1}")

    def _next_time(self, view: OfficeHoursView, pupil_id: int) -> Choice:
        """What the next spreekuur gives this jongere, or what it gave before."""
        coming = self._coming
        if coming is None:
            return Choice(NONE_PLANNED)
        day, at = short_day(coming.day, self.desk_app.today), coming.room_at(None)
        own = next((one for one in coming.held if one.pupil_id == pupil_id), None)
        if own:
            return Choice(f"heeft al een plek, {day} {clock(own.at)}", done=True)
        if at is None and self._waits_until(view, pupil_id):
            return Choice(f"wacht al, {day} is ook vol", done=True)
        return Choice(f"volgende keer, {day} {clock(at)}" if at else f"wachtlijst {day}")

    def _waits_until(self, view: OfficeHoursView, pupil_id: int) -> date | None:
        with self.casebook.read() as connection:
            return waits_until(connection, view.school_id, pupil_id)

    def _put_when_full(self, chosen: str, pupil_id: int) -> None:
        about = (self.casebook, self.office_hours_id, pupil_id)
        if chosen == "wait":
            wait_for_place(*about, self.desk_app.today)
        elif chosen == "next":
            list_for_next(*about)
        else:
            squeeze_in_last(*about)
