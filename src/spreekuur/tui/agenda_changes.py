"""What is planned, changed and taken away from the Agenda, and given to other calendars."""

from __future__ import annotations

from abc import abstractmethod
from datetime import date

from spreekuur.rules.labels import OfficeHoursStatus
from spreekuur.tui.over import why_over
from spreekuur.tui.turning import Turning
from spreekuur.views.agenda_things import OwnTime, PlannedHours
from spreekuur.views.weeks import Agenda, Thing

EMPTY = "Nog geen spreekuur gepland. p plant het eerste."
NO_SCHOOLS = "Nog geen scholen. i leest op Vandaag de scholenlijst van DUO in."
NO_HOURS = "Zet de cursor op een spreekuur; p plant er een."
NOTHING_OWN = "Zet de cursor op een spreekuur of eigen afspraak. p en + maken er een."
MORE_HERE = "Op deze dag staat meer dan één. ⏎ gaat naar de dag; kies daar."
DROPPED = "Dit spreekuur is al vervallen."
CLOSED = "Dit spreekuur is al afgerond en blijft zoals het was."
NOT_HELD = (OfficeHoursStatus.PLANNED, OfficeHoursStatus.RUNNING)


class AgendaChanges(Turning):
    """A screen on an agenda, with a cursor on a day or on a thing in it."""

    @property
    @abstractmethod
    def agenda(self) -> Agenda:
        """What is shown."""

    @property
    @abstractmethod
    def day(self) -> date | None:
        """The day under the cursor; None without rows."""

    @property
    @abstractmethod
    def thing(self) -> Thing | None:
        """What is under the cursor."""

    @property
    def only_one_of_day(self) -> PlannedHours | OwnTime | None:
        """The spreekuur or eigen afspraak of this day, when there is one only."""
        found = self._of_day
        return found[0] if len(found) == 1 else None

    @property
    def _of_day(self) -> list[PlannedHours | OwnTime]:
        things = self.agenda.day(self.day).things if self.day else ()
        return [one for one in things if isinstance(one, PlannedHours | OwnTime)]

    @abstractmethod
    def planned(self, kind: str, number: int | None) -> None:
        """Put the cursor on what was made or changed just now."""

    def why_not(self, command: str) -> str | None:
        here = self.thing
        match command:
            case "plan" if not self.agenda.has_schools:
                return NO_SCHOOLS
            case "list":
                return (
                    why_over(self.casebook, here.id) if isinstance(here, PlannedHours) else NO_HOURS
                )
            case "edit" | "drop":
                return self._why_not_change(here)
            case "calendar_file" if not self.agenda.has_hours:
                return EMPTY
        return super().why_not(command)

    def _why_not_change(self, here: Thing | None) -> str | None:
        match here:
            case PlannedHours(dropped=True):
                return DROPPED
            case PlannedHours(status=status) if status not in NOT_HELD:
                return CLOSED
            case PlannedHours() | OwnTime():
                return None
        return MORE_HERE if here is None and len(self._of_day) > 1 else NOTHING_OWN

    async def do_plan(self) -> None:
        """Plan a spreekuur on the day under the cursor; the cursor goes to it."""
        from spreekuur.tui.screens.plan import PlanSheet

        def planned(hours_id: int | None) -> None:
            if hours_id is not None:
                self.planned("office_hours", hours_id)
                self.say("Gepland. l plakt de lijst van school, u maakt het ongedaan.")

        await self.app.push_screen(PlanSheet(self.day), planned)

    async def do_list(self) -> None:
        here = self.thing
        assert isinstance(here, PlannedHours)
        await self.desk_app.paste_list(here.id)

    async def do_add(self) -> None:
        """An eigen afspraak or absence on the day under the cursor."""
        from spreekuur.tui.screens.engagement_form import EngagementForm

        await self.app.push_screen(EngagementForm(self.day or self.desk_app.today), self._own_kept)

    async def do_edit(self) -> None:
        """The form of the spreekuur or the eigen afspraak under the cursor."""
        here = self.thing
        if isinstance(here, OwnTime):
            from spreekuur.tui.screens.engagement_form import EngagementForm

            await self.app.push_screen(EngagementForm(here.on, here.id), self._own_kept)
        elif isinstance(here, PlannedHours):
            from spreekuur.tui.screens.hours_form import HoursForm

            await self.app.push_screen(HoursForm(here.id), self._hours_kept)

    async def do_drop(self) -> None:
        """A spreekuur is cancelled with a reason; an eigen afspraak goes at once."""
        here = self.thing
        if isinstance(here, PlannedHours):
            from spreekuur.tui.screens.cancel_hours import CancelHours

            await self.app.push_screen(CancelHours(here.id), self._hours_kept)
        elif isinstance(here, OwnTime):
            from spreekuur.actions.engagements import remove_engagement
            from spreekuur.tui.form_sheet import REMOVED

            remove_engagement(self.casebook, here.id)
            self.reload()
            self.say(REMOVED)

    async def do_calendar_file(self) -> None:
        """Write the spreekuren for another calendar."""
        from spreekuur.tui.screens.calendar_file import CalendarFile

        await self.app.push_screen(CalendarFile())

    def _own_kept(self, number: int | None) -> None:
        self.reload()
        self.planned("engagement", number)

    def _hours_kept(self, number: int | None) -> None:
        self.reload()
        self.planned("office_hours", number)
