"""Every screen there is, as she may have it before her, and the keys that lead there."""

from __future__ import annotations

import pkgutil
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from textual import events
from textual.pilot import Pilot

from spreekuur.actions.closed_days import ClosedDayDetails, add_closed_day
from spreekuur.actions.engagements import EngagementDetails, add_engagement
from spreekuur.actions.goals import AgreementDetails, agree
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.partners import PartnerDetails, add_partner
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui import screens
from spreekuur.tui.commands import typed_by
from spreekuur.tui.desk import Commanded
from spreekuur.tui.registry import SCOPES
from spreekuur.tui.screens.today import Today
from spreekuur.tui.widgets.questions import Questions
from tests.tui.builder import BEFORE, DAY, StillApp
from tests.tui.locked import CODE, PASSPHRASE, groups_on
from tests.tui.screen_text import screen_text

SIZES = ((60, 24), (80, 24), (120, 40), (140, 40))
CONCEPT = "nieuw:buurvrouw"
AHEAD = date(2026, 11, 26)
KEYS = frozenset(key for scope in SCOPES.values() for one in scope for key in one.keys)


@dataclass(frozen=True, slots=True)
class Spot:
    """A screen in one of its states. `keys` lead there from Vandaag; what is no key is pasted.

    `golden` begins the names of its goldens; with `drawn` the walk over all screens makes them.
    """

    name: str
    screen: str
    keys: tuple[str, ...] = ()
    golden: str = ""
    drawn: bool = False

    def __str__(self) -> str:
        return self.name


SAM = ("2", "j", "j", "enter")
"""The dossier of Sam de Groot, from whichever place."""
LIST = ("enter", "escape")
"""The list of the spreekuur of today, from Vandaag."""

SERIES = (
    *("p", "veenwijzer", "enter", "24 nov", "enter", "13:00-16:30"),
    *("tab", "tab", "tab", "tab", "2w", "tab", "1 okt 2027"),
)
"""A reeks of a school year, as she types it."""

FULL = ("enter", "escape", *("b", "w", "enter") * 6, "i", "zuz", "enter")
"""Somebody for whom there is no place any more."""

SPOTS = (
    Spot("vandaag", "Today", (), "today_"),
    Spot("vandaag, wie aan zet is", "Today", ("j",) * 5),
    Spot("caseload", "CaseloadDesk", ("2",), "caseload-"),
    Spot("caseload, filter", "CaseloadDesk", ("2", "f", "jan")),
    Spot("caseload, niemand", "CaseloadDesk", ("2", "f", "qqq")),
    Spot("agenda", "AgendaDesk", ("3",), "agenda_"),
    Spot("agenda, per maand", "AgendaDesk", ("3", "w"), "agenda_month_", drawn=True),
    Spot("agendabestand", "CalendarFile", ("3", "o"), "calendar_file_", drawn=True),
    Spot("spreekuur wijzigen", "HoursForm", ("3", "j", "e"), "hours_form_", drawn=True),
    Spot("spreekuur vervalt", "CancelHours", ("3", "j", "v"), "cancel_hours_", drawn=True),
    Spot("eigen afspraak", "EngagementForm", ("3", "plus"), "engagement_", drawn=True),
    Spot("aan zet", "TurnsDesk", ("4",), "turns_"),
    Spot("verzetten", "PutOff", ("4", "m"), "turns_put_off_"),
    Spot("hoe ging het", "HowItWent", ("4", "h"), "how_it_went_", drawn=True),
    Spot("scholen", "SchoolsDesk", ("5",), "scholen-"),
    Spot("scholen, zoeken", "SchoolsDesk", ("5", "f"), "scholen-zoeken-"),
    Spot("school", "SchoolDesk", ("5", "G", "enter"), "school-"),
    Spot("school, mensen", "SchoolDesk", ("5", "G", "enter", "tab"), "school-mensen-"),
    Spot("contactpersoon", "ContactForm", ("5", "G", "enter", "m"), "contact-formulier-"),
    Spot("contactpersoon wijzigen", "ContactForm", ("5", "G", "enter", "tab", "e")),
    Spot("school wijzigen", "SchoolForm", ("5", "G", "e"), "school-formulier-"),
    Spot("nieuwe school", "SchoolForm", ("5", "plus")),
    Spot("dichte dag", "ClosedDayForm", ("5", "G", "enter", "d"), "closed_day_", drawn=True),
    Spot("plannen", "PlanSheet", ("p",), "plan_"),
    Spot("reeks plannen", "PlanSheet", SERIES, "plan_series_", drawn=True),
    Spot("lijst van school", "SchoolList", ("l",), "school_list_"),
    Spot("over te nemen", "CarryOverDesk", ("o",), "carry_over_", drawn=True),
    Spot("inlezen", "BringIn", ("i",), "bring_in_folder_"),
    Spot("inlezen, nagekeken", "BringIn", ("i", "lijst.csv", "enter"), "bring_in_plan_"),
    Spot("dossier", "Dossier", SAM, "dossier-"),
    Spot("dossier, stand", "Dossier", (*SAM, "tab"), "dossier-"),
    Spot("leerling kijkt mee", "PupilView", (*SAM, "f7"), "pupil_view_", drawn=True),
    Spot("notitie wijzigen", "NoteEdit", (*SAM, "enter"), "notitie-wijzigen-"),
    Spot("doel", "GoalForm", (*SAM, "d"), "doel-formulier-"),
    Spot("afspraak", "AgreementForm", (*SAM, "a"), "afspraak-formulier-"),
    Spot("mensen", "PersonForm", (*SAM, "m"), "mensen-formulier-"),
    Spot("stand", "CaseForm", (*SAM, "s"), "case_form_"),
    Spot("nieuwe jongere", "PupilForm", ("2", "plus")),
    Spot("jongere wijzigen", "PupilForm", ("2", "e"), "jongere-formulier-"),
    Spot("notitie, over wie", "QuickNote", ("n", "z"), "quick_note_who_"),
    Spot("notitie over een jongere", "QuickNote", (*SAM, "n"), "quick_note_empty_"),
    Spot("notitie zonder naam", "QuickNote", ("n", "enter"), "quick_note_unfiled_", drawn=True),
    Spot("notitie over een school", "QuickNote", ("5", "n", "kompas", "enter")),
    Spot("zoeken", "SearchDesk", ("slash",), "search_"),
    Spot("zoeken, gevonden", "SearchDesk", ("slash", "te")),
    Spot("zoeken, niets gevonden", "SearchDesk", ("slash", "qqq"), "search_nothing_"),
    Spot("sociale kaart", "PartnersSheet", ("f5",), "partners_"),
    Spot("wie kan helpen", "PartnerForm", ("f5", "plus"), "partner_form_"),
    Spot("notitie lezen", "NoteDesk", ("slash", "brommer", "enter"), "reading_", drawn=True),
    Spot("alles", "Palette", ("ctrl+p",), "palette_"),
    Spot("instellingen", "SettingsForm", ("comma",), "instellingen-"),
    Spot("hulp", "Help", ("f1",), "help_today_"),
    Spot("hulp bij een notitie", "Help", ("enter", "f1"), "help_note_"),
    Spot("handboek", "Contents", ("f1", "enter"), "manual_"),
    Spot("hoofdstuk", "ChapterPage", ("f1", "enter", "enter"), "manual_note_"),
    Spot("spreekuur, lijst", "OfficeHoursDesk", ("enter", "escape"), "spreekuur-lijst-"),
    Spot("wie komt er", "Pick", ("enter", "escape", "i"), "pick_", drawn=True),
    Spot("andere plek", "AnotherPlace", ("enter", "escape", "p"), "other_place_", drawn=True),
    Spot("casuïstiek", "Topic", ("enter", "escape", "b"), "topic_", drawn=True),
    Spot("papier", "PaperSheet", ("enter", "escape", "d"), "papers_", drawn=True),
    Spot("van papier", "PaperEntryDesk", ("enter", "escape", "v"), "paper_entry_"),
    Spot("spreekuur, notitie", "OfficeHoursDesk", ("enter",), "spreekuur-begin-"),
    Spot("spreekuur, vraag", "OfficeHoursDesk", ("enter", "jokt", "f3"), "ask_", drawn=True),
    Spot("afsluiten", "ClosingDesk", (*LIST, "s"), "closing_", drawn=True),
    Spot("terugkoppeling van een gesprek", "FeedbackDesk", (*SAM, "r"), "told_", drawn=True),
    Spot("spreekuur, aanbod", "OfficeHoursDesk", ("enter", "f4"), "offer_", drawn=True),
    Spot("terugkoppeling", "FeedbackDesk", (*LIST, "t", "r"), "feedback_", drawn=True),
    Spot("uitkomst", "OutcomeForm", (*LIST, "t", "r", "j", "e"), "outcome_", drawn=True),
    Spot("tekst als bestand", "LetterFile", (*SAM, "r", "b"), "letter_file_", drawn=True),
    Spot("vol", "WhenFull", FULL, "when_full_"),
)
"""On the open file, from Vandaag. The last ones change the file."""

LOCKED = (
    Spot("op slot", "Unlock", (), "unlock_"),
    Spot("nieuwe wachtwoordzin", "NewPassphrase", ("f5", CODE, "enter"), "anew_", drawn=True),
)
"""On a file with keys, one after the other."""

FIRST = (
    Spot("eerste start", "FirstStart", (), "first_start_1_"),
    Spot(
        "herstelcode", "CodeOnPaper", (PASSPHRASE, "enter", PASSPHRASE, "enter"), "first_start_2_"
    ),
    Spot("over jou", "Introduction", (), "first_start_3_"),
)
"""Where there is no file yet, one after the other."""


def screens_there_are() -> list[type[Commanded]]:
    """The screens that a module in `tui.screens` makes, without what others are made of."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found: list[type[Commanded]] = [Commanded]
    for one in found:
        found += [sub for sub in one.__subclasses__() if sub.__module__.startswith("spreekuur.")]
    leaves = [one for one in found if not one.__subclasses__() and "screens" in one.__module__]
    return sorted(leaves, key=lambda one: one.__name__)


def told(casebook: Casebook) -> None:
    """What people say of each other, in every place where it is kept."""
    agree(casebook, 3, AgreementDetails("Ot Prins", Side.SCHOOL, "belt Hennie", date(2026, 11, 20)))
    agree(casebook, 1, AgreementDetails("ik", Side.ME, "belt over epilepsie", DAY))
    save_note(casebook, "@ Hennie, voicemail\n> 25 nov rijles met Rima", About(8), today=BEFORE)
    save_note(casebook, "> 25 nov Hennie over epilepsie", About(school_id=1), today=BEFORE)
    save_note(casebook, "Zag Noor op een brommer.", About(caller="Joke Kok"), today=BEFORE)
    add_contact(casebook, 3, ContactDetails("Bo Visser", "mentor"))
    casebook.drafts.keep(CONCEPT, "Belt over Daan.")
    around(casebook)


def around(casebook: Casebook) -> None:
    """Words of hers that name nobody of the caseload: her own agenda, a closed day, who helps."""
    add_engagement(casebook, EngagementDetails("Hennie spreken", AHEAD, AHEAD))
    add_closed_day(casebook, 1, ClosedDayDetails("studiedag", AHEAD, AHEAD))
    add_partner(casebook, PartnerDetails("Fietsenbank", phone="06-00 00 00 32"))


async def walk(
    app: StillApp, pilot: Pilot[None], spots: Sequence[Spot] = SPOTS
) -> AsyncIterator[Spot]:
    """One spot after the other, each from a fresh Vandaag without the concepts of the last."""
    for spot in spots:
        await begin_anew(app, pilot)
        await press(app, pilot, *spot.keys)
        assert type(app.screen).__name__ == spot.screen, spot.name
        yield spot


async def pass_doors(
    app: StillApp, pilot: Pilot[None], spots: Sequence[Spot]
) -> AsyncIterator[Spot]:
    """LOCKED or FIRST, each with its fields empty; what is typed there is gone before the next."""
    for spot in spots:
        if spot.screen == "Introduction":
            groups = groups_on(screen_text(app))
            await press(app, pilot, groups[3], "enter", groups[9], "enter")
        await press(app, pilot, *spot.keys)
        assert type(app.screen).__name__ == spot.screen, spot.name
        yield spot
        for questions in app.screen.query(Questions):
            questions.begin_again()


async def begin_anew(app: StillApp, pilot: Pilot[None]) -> None:
    app.keep_everything()
    app.agenda_by_month = False
    for draft in app.casebook.drafts.all():
        if draft.place != CONCEPT:
            app.casebook.drafts.drop(draft.place)
    await app.show_only([Today()])
    await settled(app, pilot)


async def press(app: StillApp, pilot: Pilot[None], *keys: str) -> None:
    """Type keys ahead and paste what is no key, then wait until all of it has been dealt with."""
    for key in keys:
        if len(key) == 1 or key in KEYS:
            app.post_message(events.Key(key, typed_by(key)))
        else:
            app.post_message(events.Paste(key))
    await settled(app, pilot)


async def settled(app: StillApp, pilot: Pilot[None]) -> None:
    """Wait until no key, no thread and no painting is under way."""
    for _ in range(2):
        await pilot.pause()
        await app.keys_handled()
        await app.workers.wait_for_complete()
    await pilot.pause()
