"""The live hour on the screen, and what the file then holds, for tests of it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from textual.pilot import Pilot

from spreekuur.actions.office_hours import give_place, wait_for_place
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.local_time import LOCAL
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.agenda import OfficeHoursView, office_hours_by_id
from spreekuur.views.card import PupilCard, pupil_card
from tests.tui.builder import DAY, StillApp, desk

NOW = datetime(2026, 11, 24, 13, 7, tzinfo=LOCAL)
SURNAMES = (
    *("Aalders", "Bakker", "Cornelis", "Dekker", "Evers", "Faber"),
    *("Gerrits", "Hofman", "Iding", "Jonker", "Kuiper", "Lammers"),
)


@asynccontextmanager
async def live(
    tmp_path: Path,
    size: tuple[int, int] = (80, 24),
    prepare: Callable[[Casebook], None] | None = None,
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, prepare=prepare, moment=NOW) as (app, pilot):
        await app.open_office_hours(1)
        await app.keys_handled()
        await pilot.pause()
        yield app, pilot


def status(app: StillApp) -> str:
    """What is said, without the fact at the right."""
    return app.screen.query_one(StatusLine)._left.plain


def afternoon(app: StillApp, number: int = 1) -> OfficeHoursView:
    with app.casebook.read() as connection:
        view = office_hours_by_id(connection, number)
    assert view
    return view


def card(app: StillApp, pupil_id: int) -> PupilCard:
    with app.casebook.read() as connection:
        found = pupil_card(connection, pupil_id, DAY)
    assert found
    return found


def many(casebook: Casebook) -> list[int]:
    """Twelve more jongeren of the Veenwijzer; gives their numbers."""
    return [
        add_pupil(casebook, PupilDetails(PersonName("Jo", "", surname), school_id=1))
        for surname in SURNAMES
    ]


def full(casebook: Casebook) -> None:
    """All ten places of today taken, and two who wait since last week."""
    extra = many(casebook)
    for pupil_id in extra[:6]:
        give_place(casebook, 1, pupil_id)
    for days, pupil_id in ((6, extra[6]), (2, extra[7])):
        wait_for_place(casebook, 1, pupil_id, DAY - timedelta(days), reason="7x te laat")
