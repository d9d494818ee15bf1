"""One filled file and the program on it, at a moment that does not pass, for tests of screens."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.actions.pupils import GuardianDetails, PupilDetails, add_guardian, add_pupil
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.store.location import create_private, find
from spreekuur.tui.app import SpreekuurApp
from spreekuur.tui.commands import typed_by
from tests.tui.screen_text import screen_text

KEY = bytes(range(32))
DAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 31, tzinfo=LOCAL)
BEFORE = date(2026, 11, 10)
PATIENCE = 30
"""Seconds that a run of keys may take on a busy machine."""

SCHOOLS = (
    ("99ZA00", "Scholengemeenschap De Veenwijzer", "Veenwijzer", "vo"),
    ("99ZB00", '\'t Kompas, school "Oost & West"', "Kompas", "po"),
    ("99ZC01", "Schakelklas Veenland (ISK)", "ISK Veen", "isk"),
)
PEOPLE = (
    PupilDetails(PersonName("Sam", "de", "Groot"), date(2011, 3, 14), 1, "4H2"),
    PupilDetails(PersonName("Noor", "van den", "Berg"), date(2010, 8, 1), 1, "4H1"),
    PupilDetails(PersonName("Ilyas", "", "Öztürk"), date(2012, 11, 24), 1, "2V3"),
    PupilDetails(PersonName("Daan", "", "Jansma"), date(2009, 6, 30), 1, "5H1"),
    PupilDetails(PersonName("Oksana", "", "Kovalenko"), date(2012, 2, 29), 3, "C"),
    PupilDetails(PersonName("Zuzanna", "", "Wiśniewska"), date(2017, 5, 9), 2, "gr. 5"),
    PupilDetails(PersonName("Jesse", "'t", "Hart"), date(2008, 1, 20)),
    PupilDetails(PersonName("Amal", "", "Haddad"), date(2011, 9, 2), 1, "3H1"),
    PupilDetails(PersonName("Boris", "", "Georgiev"), date(2010, 12, 12), 1, "4H2"),
    PupilDetails(PersonName("Fenna", "", "Kuipers"), date(2014, 10, 3), 2, "gr. 8"),
)
MORE: dict[int, dict[str, Any]] = {
    0: {"phone": "06-00 00 00 01", "mentor": "Ot Prins", "home_language": "Nederlands"},
    2: {"home_language": "Turks"},
    3: {"without_parents": True, "mentor": "Wil Hartog"},
    7: {"home_language": "Arabisch", "interpreter": True},
}
LISTED = ("7x te laat", "gesprek loopt", "2 ziekmeldingen", "13 uur")
SAM_SAID = """Sam vertelt dat hij 's avonds laat doorgamet. Op dinsdag fietst hij met Joep.
= 4 naar 7
* 3 naar 8 van de 10 ochtenden, 24 nov
! Sam: zet twee wekkers, 24 nov
! mentor: stuurt om 7.30 uur een bericht, 24 nov
>>"""


class StillApp(SpreekuurApp):
    """The program on a clock that stands still; a test may set `moment`."""

    def __init__(self, *args: Any, moment: datetime = NOW) -> None:
        self.moment = moment
        super().__init__(*args)

    @property
    def now(self) -> datetime:
        return self.moment


@asynccontextmanager
async def desk(
    tmp_path: Path,
    size: tuple[int, int] = (80, 24),
    *,
    filled: bool = True,
    prepare: Callable[[Casebook], None] | None = None,
    moment: datetime = NOW,
    kind: type[StillApp] = StillApp,
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The program on a new file, its first screen painted.

    The file holds the people of the example data or is empty; `prepare` may add to it.
    """
    casebook = make_casebook(tmp_path, filled)
    if prepare:
        prepare(casebook)
    opening: Future[Casebook | None] = Future()
    opening.set_result(casebook)
    app = kind(find(tmp_path / "spreekuur.db"), None, opening, moment=moment)
    async with app.run_test(size=size) as pilot:
        async with asyncio.timeout(PATIENCE):
            while app.is_running and len(app.screen_stack) < 2:
                await pilot.pause(0.01)
        await pilot.pause()
        await app.keys_handled()
        yield app, pilot


def make_casebook(tmp_path: Path, filled: bool = True) -> Casebook:
    """A new file in this folder."""
    database = tmp_path / "spreekuur.db"
    create_private(database)
    database.write_bytes(_made_once(filled))
    return Casebook.open(database, KEY)


@cache
def _made_once(filled: bool) -> bytes:
    """The file itself; filling one takes half a second."""
    with TemporaryDirectory() as folder:
        database = Path(folder) / "spreekuur.db"
        create_private(database)
        casebook = Casebook.create(database, KEY)
        if filled:
            _fill(casebook)
        casebook.close()
        return database.read_bytes()


async def typed(pilot: Pilot[None], *keys: str) -> None:
    """Press keys as fast as can be, and wait until the last has been dealt with and painted."""
    app, arrived = pilot.app, asyncio.Event()
    assert isinstance(app, StillApp)
    for key in keys:
        name = _character_to_key(key) if len(key) == 1 and not key.isalnum() else key
        app.post_message(events.Key(name, key if len(key) == 1 else typed_by(key)))
    app.call_later(arrived.set)
    async with asyncio.timeout(PATIENCE):
        await arrived.wait()
        await app.keys_handled()
    await pilot.pause()


async def concept_kept(pilot: Pilot[None]) -> None:
    """Wait until what was typed stands in the file as a concept, and the screen says so."""
    async with asyncio.timeout(PATIENCE):
        while "concept bewaard" not in screen_text(pilot.app):
            await pilot.pause(0.05)


def _fill(casebook: Casebook) -> None:
    from spreekuur.model import School

    with casebook.change("Scholen") as session:
        for brin6, name, short, sector in SCHOOLS:
            school = School(brin6=brin6, name=name, short_name=short, sector=sector)
            school.holiday_region = "Noord"
            session.add(school)
    for number, pupil in enumerate(PEOPLE):
        add_pupil(casebook, replace(pupil, municipality="Veenmeer", **MORE.get(number, {})))
    add_guardian(casebook, 1, GuardianDetails("Ilse de Groot", "moeder", "06-00 00 00 02"))
    add_guardian(casebook, 8, GuardianDetails("Rima Haddad", "moeder", "06-00 00 00 08"))
    support = ContactDetails("Hennie Drenth", "ondersteuningscoördinator", receives_feedback=True)
    internal = ContactDetails("Lia van der Wal", "intern begeleider", receives_feedback=True)
    for school_id, one in ((1, support), (1, ContactDetails("Ot Prins", "mentor")), (2, internal)):
        add_contact(casebook, school_id, one)
    for day in (DAY, date(2026, 12, 8)):
        pause = (time(14, 40), time(14, 50))
        hours = Hours(1, day, time(13), time(16, 30), pause=pause, room="kamer 0.14")
        plan_office_hours(casebook, hours)
    for pupil_id, reason in enumerate(LISTED, 1):
        give_place(casebook, 1, pupil_id, reason=reason)
    save_note(casebook, SAM_SAID, About(1), today=BEFORE, now=time(13))
