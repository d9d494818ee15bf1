"""What a screen stands on may be taken back under it: it says so, and no typed word is lost."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest

from spreekuur.actions.office_hours import Hours, free_place, give_place, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.concepts import go_on
from spreekuur.tui.fields import QUIET_SECONDS
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.school_list import SchoolList
from spreekuur.tui.screens.today import Today
from spreekuur.tui.today_rows import InConcept
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text

PLANNED = 3
"""The spreekuur that `planned` adds to those of the filled file."""

GONE = "Dit spreekuur staat niet meer in het bestand."


def planned(casebook: Casebook) -> None:
    plan_office_hours(casebook, Hours(1, DAY, time(9), time(10)))


def concepts(app: StillApp) -> dict[str, str]:
    return {one.place: one.text for one in app.casebook.drafts.all()}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_undoing_the_plan_on_its_own_screen_says_that_it_is_gone(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with desk(tmp_path, size, prepare=planned) as (app, pilot):
        await app.open_office_hours(PLANNED)
        await typed(pilot, "u")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert GONE in screen_text(app)
        await typed(pilot, "i", "l", "a", "enter")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert GONE in screen_text(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Today)


async def test_a_spreekuur_taken_back_elsewhere_keeps_the_note_with_its_jongere(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        place = give_place(app.casebook, PLANNED, 5)
        await app.open_office_hours(PLANNED)
        await typed(pilot, *"Oksana zegt")
        other = app.casebook.beside()
        other.undo()
        other.undo()
        other.close()
        await typed(pilot, "space", "j", "a")
        assert GONE in screen_text(app)
        assert concepts(app) == {f"gesprek:{place}": "Oksana zegt"}
        await typed(pilot, "escape")
        await go_on(app, InConcept(f"gesprek:{place}", 5, None))
        await typed(pilot)
        assert isinstance(app.screen, QuickNote)
        assert "Oksana Kovalenko" in screen_text(app)


async def test_the_list_of_a_spreekuur_that_is_gone_stays_a_concept_and_can_be_cleared(
    tmp_path: Path,
) -> None:
    def listed(casebook: Casebook) -> None:
        planned(casebook)
        casebook.drafts.keep(f"lijst:{PLANNED}", "Groot, Sam de")

    async with desk(tmp_path, prepare=listed) as (app, pilot):
        app.casebook.undo()
        app.reload()
        await go_on(app, InConcept(f"lijst:{PLANNED}", None, None))
        await typed(pilot)
        assert isinstance(app.screen, SchoolList)
        assert GONE in screen_text(app)
        assert "Groot, Sam de" in screen_text(app)
        await typed(pilot, "f2", "f5")
        assert isinstance(app.screen, SchoolList)
        assert concepts(app) == {f"lijst:{PLANNED}": "Groot, Sam de"}
        await typed(pilot, "f7", "delete", "escape")
        assert isinstance(app.screen, Today)
        assert concepts(app) == {}


async def test_a_plan_taken_back_under_its_list_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=planned) as (app, pilot):
        await app.paste_list(PLANNED)
        await typed(pilot, *"Groot, Sam de")
        app.casebook.undo()
        app.reload()
        await typed(pilot, "f2")
        assert GONE in screen_text(app)
        await pilot.pause(2 * QUIET_SECONDS)
        assert concepts(app) == {f"lijst:{PLANNED}": "Groot, Sam de"}


async def test_a_concept_about_somebody_who_is_gone_joins_what_must_be_placed(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        pupil = add_pupil(app.casebook, PupilDetails(PersonName("Kees", "", "Bakker")))
        app.casebook.drafts.keep("nieuw", "eerste beller")
        app.casebook.drafts.keep(f"jongere:{pupil}", "over Kees", (0, 0), pupil)
        app.casebook.undo()
        app.reload()
        await go_on(app, InConcept(f"jongere:{pupil}", None, None))
        await typed(pilot, "x")
        app.keep_everything()
        assert concepts(app) == {"nieuw": "eerste beller\nover Keesx"}


async def test_undoing_whom_the_note_is_about_leaves_the_note_to_be_placed(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        pupil = add_pupil(app.casebook, PupilDetails(PersonName("Kees", "", "Bakker")))
        await app.push_screen(QuickNote(pupil))
        await typed(pilot, *"hoi")
        other = app.casebook.beside()
        other.undo()
        other.close()
        await typed(pilot, "a", "f2")
        assert concepts(app) == {}
        with app.casebook.read() as connection:
            newest = "SELECT pupil_id, text FROM conversation ORDER BY id DESC LIMIT 1"
            assert connection.execute(newest).fetchone() == (None, "hoia")


async def test_a_concept_of_somebody_taken_off_the_list_keeps_its_jongere(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        app.casebook.drafts.keep("gesprek:4", "over Daan", (0, 0), 4)
        free_place(app.casebook, 4)
        app.reload()
        await go_on(app, InConcept("gesprek:4", 4, None))
        await typed(pilot)
        assert "Daan Jansma" in screen_text(app)
        await typed(pilot, "f2")
        assert concepts(app) == {}
        with app.casebook.read() as connection:
            newest = "SELECT pupil_id, text FROM conversation ORDER BY id DESC LIMIT 1"
            assert connection.execute(newest).fetchone() == (4, "over Daan")


async def test_a_form_about_nobody_any_more_says_so(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        app.casebook.drafts.keep("formulier:doel:1", '{"Doel": "op tijd"}')
        await go_on(app, InConcept("formulier:doel:1", None, None))
        await typed(pilot)
        assert isinstance(app.screen, Today)
        assert "staat niet meer in het bestand" in screen_text(app)
