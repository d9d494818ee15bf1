"""Scholen: her own schools at one glance, and any school of the country after a few letters."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.bring_in import BringIn
from spreekuur.tui.screens.school import SchoolDesk
from spreekuur.tui.screens.school_form import DOUBLE, NO_BRIN, NO_NAME, NO_REGION, SchoolForm
from spreekuur.tui.screens.schools import EMPTY, SchoolsDesk
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.school import SchoolView, school_view
from tests.tui.builder import StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
VEENWIJZER, KOMPAS, ISK = 1, 2, 3
NEW = 4
SIZES = [(80, 24), (120, 40), (60, 24)]
MANY = 6107


def listed(casebook: Casebook, many: int = 2) -> None:
    """Schools of an imported list, in which she does nothing."""
    from spreekuur.model import School

    with casebook.change("Scholen") as session:
        for number in range(many):
            school = School(name=f"Basisschool De Brug {number}", source="lijst.csv")
            school.brin6 = f"{number // 100:02}QZ{number % 100:02}"
            school.place, school.municipality = "Oudehaven", "Borgerveld"
            session.add(school)


@asynccontextmanager
async def schools(
    tmp_path: Path, size: tuple[int, int] = (80, 24), **how: Any
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, **{"prepare": listed, **how}) as (app, pilot):
        await typed(pilot, "5")
        await pilot.pause(0.1)
        yield app, pilot


def cursor(app: App[Any]) -> object:
    return app.screen.query_one(Rows).cursor_key


def school(app: StillApp, school_id: int) -> SchoolView:
    with app.casebook.read() as connection:
        found = school_view(connection, school_id)
    assert found
    return found


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_the_same(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with schools(tmp_path, size) as (app, pilot):
        name = f"{size[0]}x{size[1]}"
        golden(app, f"scholen-{name}")
        await typed(pilot, "f", *"o")
        await pilot.pause(0.1)
        golden(app, f"scholen-zoeken-{name}")
        await typed(pilot, "escape", "escape", "plus", *"Nieuwe school", "enter", "enter", *"99za")
        await concept_kept(pilot)
        golden(app, f"school-formulier-{name}")


async def test_without_schools_it_says_which_keys_bring_them(tmp_path: Path) -> None:
    async with schools(tmp_path, filled=False, prepare=None) as (app, pilot):
        assert EMPTY in " ".join(screen_text(app).split())
        await typed(pilot, "i")
        assert isinstance(app.screen, BringIn)


async def test_two_keys_and_a_few_letters_open_a_school_that_was_never_looked_at(
    tmp_path: Path,
) -> None:
    async with schools(tmp_path) as (app, pilot):
        assert "3 van 5 scholen" in screen_text(app)
        await typed(pilot, "f", *"borgerv 1", "enter")
        assert "1 van 5 scholen" in screen_text(app)
        await typed(pilot, "enter")
        assert isinstance(app.screen, SchoolDesk)
        assert "Basisschool De Brug 1" in screen_text(app)


async def test_a_burst_of_keys_arrives_whole(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=listed) as (app, pilot):
        await typed(pilot, "5", "f", *"99zb", "enter", "enter", "m", *"mentor", "down", *"Wil")
        shown = screen_text(app)
        assert "mentor" in shown
        assert "Wil" in shown


async def test_escape_empties_the_filter_then_leaves_it(tmp_path: Path) -> None:
    async with schools(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"xyz")
        assert 'Geen school met "xyz". Esc wist het filter.' in screen_text(app)
        await typed(pilot, "escape")
        assert "3 van 5 scholen" in screen_text(app)
        await typed(pilot, "escape", "j")
        assert cursor(app) == KOMPAS


async def test_six_thousand_schools_are_filtered_in_no_time(tmp_path: Path) -> None:
    async with schools(tmp_path, prepare=lambda book: listed(book, MANY)) as (app, pilot):
        assert "3 van 6110 scholen" in screen_text(app)
        await typed(pilot, "f", "b")
        screen = app.screen
        assert isinstance(screen, SchoolsDesk)
        begun = process_time()
        screen.show(keep_place=False)
        assert process_time() - begun < 0.1
        await typed(pilot, *"orgerveld 4711")
        assert "1 van 6110 scholen" in screen_text(app)


async def test_a_name_is_enough_for_a_school_of_her_own(tmp_path: Path) -> None:
    async with schools(tmp_path) as (app, pilot):
        await typed(pilot, "plus", *"Praktijkschool", "f2")
        assert isinstance(app.screen, SchoolsDesk)
        assert "Bewaard. u maakt het ongedaan." in screen_text(app)
        number = cursor(app)
        assert isinstance(number, int)
        made = school(app, number)
        assert (made.name, made.brin6, made.sector) == ("Praktijkschool", "", "overig")
        await typed(pilot, "u")
        assert "3 van 5 scholen" in screen_text(app)
        (draft,) = app.casebook.drafts.all()
        assert (draft.place, draft.text) == ("formulier:school:nieuw", "Naam: Praktijkschool")


async def test_what_can_not_be_is_told_with_the_cursor_where_it_is_mended(tmp_path: Path) -> None:
    told = (
        ("Naam", " ", NO_NAME),
        ("BRIN", "9ZZ", NO_BRIN),
        ("BRIN", "99za00", DOUBLE),
        ("Sector", "hogeschool", "Welke sector?"),
        ("Vakantieregio", "oost", NO_REGION),
    )
    async with schools(tmp_path) as (app, pilot):
        await typed(pilot, "plus", *"Praktijkschool")
        form = app.screen
        assert isinstance(form, SchoolForm)
        lines = form.form.lines
        for label, wrong, sentence in told:
            line = next(one for one in lines if one.label == label)
            right = line.value
            line.control.focus()
            await typed(pilot, "end", "ctrl+u", *wrong, "f2")
            assert sentence in " ".join(screen_text(app).split())
            assert app.screen is form
            assert line.control.has_focus
            await typed(pilot, "ctrl+u", *right)


async def test_e_gives_a_school_the_name_she_uses(tmp_path: Path) -> None:
    async with schools(tmp_path) as (app, pilot):
        app.screen.query_one(Rows).move_to(KOMPAS)
        await typed(pilot, "e", "enter", "ctrl+u", *"'t Komp", "f2")
        assert cursor(app) == KOMPAS
        assert "'t Komp" in screen_text(app)
        changed = school(app, KOMPAS)
        assert (changed.short_name, changed.brin6, changed.sector) == ("'t Komp", "99ZB00", "po")
        assert changed.holiday_region == "Noord"


async def test_a_concept_of_a_school_is_gone_on_with(tmp_path: Path) -> None:
    async with schools(tmp_path) as (app, pilot):
        await typed(pilot, "plus", *"Praktijk", "escape", "plus", *"school", "f2")
        assert "Praktijkschool" in screen_text(app)
        assert app.casebook.drafts.all() == []


async def test_shielded_no_contact_person_can_be_read(tmp_path: Path) -> None:
    async with schools(tmp_path, (120, 40)) as (app, pilot):
        app.screen.query_one(Rows).move_to(VEENWIJZER)
        await pilot.pause(0.1)
        assert "Hennie Drenth" in screen_text(app)
        await typed(pilot, "f9")
        await pilot.pause(0.1)
        assert "Drenth" not in screen_text(app)
        assert "H.D." in screen_text(app)
