"""The program on the screen: what works everywhere, and the ways between the screens."""

from __future__ import annotations

from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import FileBusy, StoreError
from spreekuur.store.location import Location
from spreekuur.tui.command import Command
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk, Sheet
from spreekuur.tui.noticing import Noticing
from spreekuur.tui.places import screen_of
from spreekuur.tui.stylesheets import Looks, stylesheets

if TYPE_CHECKING:
    from pathlib import Path

    from spreekuur.rules.note_lines import Note


class SpreekuurApp(Noticing):
    """One window on one file."""

    CSS_PATH = stylesheets("spreekuur", "bars", "rows")
    BINDINGS = bindings("overal")
    TITLE = "spreekuur"

    def __init__(
        self, location: Location, day: date | None, opening: Future[Casebook | None]
    ) -> None:
        super().__init__(location, day, opening)
        self.agenda_by_month = False
        self.letters_in: Path | None = None
        self.stylesheet = Looks(variables=self.get_css_variables())

    async def go(self, place: str) -> None:
        """Show one of the numbered places; whatever stood on it is put away."""
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        screen = screen_of(place)
        if type(self.screen) is not screen:
            await self.switch_screen(screen())

    async def do_today(self) -> None:
        await self.go("today")

    async def do_caseload(self) -> None:
        await self.go("caseload")

    async def do_turns(self) -> None:
        await self.go("turns")

    async def do_agenda(self) -> None:
        await self.go("agenda")

    async def do_schools(self) -> None:
        await self.go("schools")

    async def open_dossier(self, pupil_id: int, conversation_id: int | None = None) -> None:
        """The whole story of one jongere, at one talk or at the newest."""
        from spreekuur.tui.screens.dossier import Dossier

        await self.push_screen(Dossier(pupil_id, conversation_id))

    async def open_school(self, school_id: int, conversation_id: int | None = None) -> None:
        """What is going on at one school, at one note or at what comes first."""
        from spreekuur.tui.screens.school import SchoolDesk

        await self.push_screen(SchoolDesk(school_id, conversation_id))

    async def open_engagement(self, engagement_id: int, on: date) -> None:
        """The agenda, at one of her own engagements."""
        from spreekuur.tui.agenda_rows import Spot
        from spreekuur.tui.screens.agenda import AgendaDesk

        await self.push_screen(AgendaDesk(Spot("engagement", engagement_id, on)))

    async def edit_pupil(self, pupil_id: int) -> None:
        """The data of one jongere, in a form."""
        from spreekuur.tui.screens.pupil_form import PupilForm

        await self.push_screen(PupilForm(pupil_id), lambda _: self.reload())

    async def open_office_hours(
        self, office_hours_id: int, appointment_id: int | None = None
    ) -> None:
        """The live spreekuur, at one of its places or at the first who is still invited."""
        from spreekuur.tui.screens.office_hours import OfficeHoursDesk

        await self.push_screen(OfficeHoursDesk(office_hours_id, appointment_id))

    async def paste_list(self, office_hours_id: int) -> None:
        """The list of the school for one spreekuur."""
        from spreekuur.tui.screens.school_list import SchoolList

        await self.push_screen(SchoolList(office_hours_id))

    async def do_close_hours(self) -> None:
        """The spreekuur in view is done."""
        from spreekuur.tui.reporting import close_hours

        await close_hours(self)

    async def do_report(self) -> None:
        """What goes back to school of what is in view."""
        from spreekuur.tui.reporting import report

        await report(self)

    async def do_bring_in(self) -> None:
        """Schools, holidays or jongeren from a file."""
        from spreekuur.tui.screens.bring_in import BringIn

        await self.push_screen(BringIn())

    async def do_settings(self) -> None:
        """Who she is and how the program behaves."""
        from spreekuur.tui.screens.settings_form import SettingsForm

        await self.push_screen(SettingsForm())

    async def do_partners(self, partner_id: int | None = None) -> None:
        """The sociale kaart over the screen that is open, perhaps at one of those on it."""
        from spreekuur.tui.screens.partners import PartnersSheet

        await self.push_screen(PartnersSheet(partner_id=partner_id))

    async def do_note(self) -> None:
        """A note: about the jongere this screen is about, else about whom she picks."""
        from spreekuur.tui.screens.quick_note import QuickNote

        subject = self.screen.subject if isinstance(self.screen, Desk) else None
        await self.push_screen(QuickNote(subject))

    async def do_carry_over(self) -> None:
        """What still goes to the official system: of the jongere in view, else of all."""
        from spreekuur.tui.screens.carry_over import CarryOverDesk

        subject = self.screen.subject if isinstance(self.screen, Desk) else None
        await self.push_screen(CarryOverDesk(subject))

    async def do_pupil_view(self) -> None:
        """What was agreed, for who sits beside her; what is being typed counts."""
        from spreekuur.tui.screens.pupil_view import PupilView

        if isinstance(self.screen, Desk) and self.screen.beside_her is not None:
            self.screen.keep()
            await self.push_screen(PupilView(self.screen.beside_her))

    async def do_search(self) -> None:
        from spreekuur.tui.screens.search import SearchDesk

        await self.push_screen(SearchDesk())

    async def do_palette(self) -> None:
        """Everything by its name, done on the screen that is open."""
        from spreekuur.tui.manual import Chapter, chapters
        from spreekuur.tui.screens.palette import Hit, Palette
        from spreekuur.views.picker import Pickable

        screen = self.screen

        async def do(hit: Hit | None) -> None:
            if isinstance(hit, Command) and isinstance(screen, Desk):
                await screen.action_do(hit.id)
            elif isinstance(hit, Pickable):
                await (self.open_dossier if hit.kind == "pupil" else self.open_school)(hit.id)
            elif isinstance(hit, Chapter) and isinstance(screen, Desk):
                from spreekuur.tui.screens.manual import ChapterPage

                await self.push_screen(ChapterPage(screen, chapters().index(hit)))

        if isinstance(screen, Desk):
            await self.push_screen(Palette(screen), do)

    async def do_help(self) -> None:
        from spreekuur.tui.screens.help import Help

        if isinstance(self.screen, Desk | Sheet):
            await self.push_screen(Help(self.screen))

    async def action_do(self, command: str) -> None:
        """Run a command that works everywhere, through the screen that is open."""
        if isinstance(self.screen, Desk | Sheet):
            await self.screen.action_do(command)

    def keep_draft(
        self, place: str, text: str, cursor: tuple[int, int], pupil_id: int | None
    ) -> str:
        """Write a concept (an emptied one is dropped) and say that it stands in the file."""
        self.prepare_to_write()
        try:
            if text.strip():
                self.casebook.drafts.keep(place, text, cursor, pupil_id)
                return "concept bewaard"
            self.casebook.drafts.drop(place)
        except FileBusy:
            return "Een ander venster schrijft; het concept volgt zo."
        except StoreError as refusal:
            return refusal.sentence
        return "nog niets genoteerd"

    def said_of(self, note: Note) -> str:
        """What the status line says of a note that was saved."""
        doubtful = note.doubtful_count
        if doubtful:
            lines = "1 regel met ? staat" if doubtful == 1 else f"{doubtful} regels met ? staan"
            return f"Bewaard. {lines} er als gewone tekst."
        for follow_up in note.follow_ups:
            if follow_up.day and not follow_up.not_needed:
                at = f" {clock(follow_up.at)}" if follow_up.at else ""
                day = short_day(follow_up.day, self.today)
                if follow_up.next_office_hours and not at:
                    return f"Bewaard. {day} is vol: op de wachtlijst. u maakt het ongedaan."
                return f"Bewaard. Vervolg: {day}{at}. u maakt het ongedaan."
        return "Bewaard. u maakt het ongedaan."

    def do_undo(self) -> None:
        """Take back the newest change and show what is now."""
        undone = self.casebook.undo()
        if undone is None:
            self.tell("Er is niets meer om ongedaan te maken.")
            return
        self.reload()
        made = undone.at.astimezone(LOCAL)
        when = clock(made.time())
        if made.date() != self.now.date():
            when = f"{short_day(made.date(), self.today)} {when}"
        label = undone.label[0].lower() + undone.label[1:]
        self.tell(f"Ongedaan gemaakt: {label}, van {when}.")

    async def do_lock(self) -> None:
        """Put everything away until the passphrase is typed again."""
        await self.lock(f"Vergrendeld om {clock(self.now.time())}. Alles is bewaard.")

    def do_leave(self) -> None:
        """Close the file and go; nothing is asked, because nothing can be lost."""
        self.leave()

    async def do_back(self) -> None:
        """One step out; from the first screen there is nowhere to go."""
        if len(self.screen_stack) > 2:
            await self.pop_screen()
            self.reload()

    def tell(self, sentence: str) -> None:
        """Say something in the status line of the screen that is open."""
        if isinstance(self.screen, Desk | Sheet):
            self.screen.say(sentence)
