"""Settings are said back, saved in one change, and hold at once: also when they are taken back."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.settings import change_settings
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.settings_form import (
    NO_FOLDER,
    NO_MINUTES,
    NO_REGION,
    NO_SILENCE,
    NO_THEME,
    SettingsForm,
)
from spreekuur.tui.screens.today import Today
from spreekuur.views.settings import SettingsView
from tests.tui.builder import StillApp, desk, typed
from tests.tui.locked import PASSPHRASE, entered, give_keys
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
MIRTHE = SettingsView(
    name="Mirthe Haan",
    initials="MH",
    municipality="Veenmeer",
    function="leerplichtambtenaar",
    phone="06-00 00 00 10",
    region="Noord",
)


def chosen(**wanted: Any) -> Callable[[Casebook], None]:
    """Prepares a file with these settings, under a passphrase."""

    def prepare(casebook: Casebook) -> None:
        give_keys(casebook)
        change_settings(casebook, replace(MIRTHE, **wanted))

    return prepare


@asynccontextmanager
async def form(
    tmp_path: Path, size: tuple[int, int] = (80, 24), **wanted: Any
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The form, opened with its key."""
    async with desk(tmp_path, size, filled=False, prepare=chosen(**wanted)) as (app, pilot):
        await typed(pilot, "comma")
        yield app, pilot


async def fill(app: StillApp, pilot: Pilot[None], label: str, text: str) -> None:
    """Put a text in place of what stands in the line with this label."""
    assert isinstance(app.screen, SettingsForm)
    wanted = next(one for one in app.screen.form.lines if one.label == label)
    wanted.control.focus()
    await pilot.pause()
    await typed(pilot, "end", "ctrl+u", *text)


async def tick(app: StillApp, pilot: Pilot[None], label: str) -> None:
    assert isinstance(app.screen, SettingsForm)
    next(one for one in app.screen.form.lines if one.label == label).control.focus()
    await pilot.pause()
    await typed(pilot, "space")


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)])
async def test_everything_is_read_back_beside_it(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with form(tmp_path, size) as (app, _):
        golden(app, f"instellingen-{size[0]}x{size[1]}")


async def test_everything_is_saved_in_one_change_and_taken_back_in_one(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    async with form(tmp_path) as (app, pilot):
        before = app.chosen
        for label, text in (
            *(("Naam", "Jo Bos"), ("Regio", "zuid"), ("Minuten", "15"), ("Thema", "d")),
            *(("Afschermen", "2"), ("Vergrendelen", "0"), ("Kopie naar", str(folder))),
        ):
            await fill(app, pilot, label, text)
        await tick(app, pilot, "Tekens")
        await tick(app, pilot, "Toetsen")
        await tick(app, pilot, "Vragen")
        await typed(pilot, "f2")
        assert isinstance(app.screen, Today)
        assert "Bewaard. u maakt het ongedaan." in screen_text(app)
        assert app.chosen == replace(
            before,
            version=before.version + 1,
            name="Jo Bos",
            region="Zuid",
            minutes=15,
            shield_after=2,
            lock_after=0,
            theme="donker",
            plain_signs=True,
            second_roads=True,
            helping_questions=False,
            copies_to=str(folder),
        )
        assert app.casebook.drafts.all() == []
        await typed(pilot, "u")
        assert replace(app.chosen, version=before.version) == before


async def test_what_can_not_be_read_is_said_and_nothing_changes(tmp_path: Path) -> None:
    wrong = (
        ("Regio", "Oost", NO_REGION),
        ("Regio", "", NO_REGION),
        ("Minuten", "0", NO_MINUTES),
        ("Minuten", "twintig", NO_MINUTES),
        ("Minuten", "241", NO_MINUTES),
        ("Afschermen", "", NO_SILENCE),
        ("Afschermen", "-5", NO_SILENCE),
        ("Vergrendelen", "481", NO_SILENCE),
        ("Vergrendelen", "١٥", NO_SILENCE),
        ("Thema", "paars", NO_THEME),
        ("Kopie naar", "/bestaat/niet", NO_FOLDER),
        ("Kopie naar", "hier", NO_FOLDER),
    )
    async with form(tmp_path) as (app, pilot):
        before = app.chosen
        for label, text, sentence in wrong:
            assert isinstance(app.screen, SettingsForm)
            line = next(one for one in app.screen.form.lines if one.label == label)
            right = line.value
            await fill(app, pilot, label, text)
            await typed(pilot, "f2")
            assert sentence in " ".join(screen_text(app).split()), text
            assert line.control.has_focus
            assert app.chosen == before
            await fill(app, pilot, label, right)
            app.screen.hush()


async def test_a_folder_that_was_chosen_before_may_be_away(tmp_path: Path) -> None:
    async with form(tmp_path, copies_to="/media/stick/kopie") as (app, pilot):
        assert "? deze map is er nu niet" in screen_text(app)
        await fill(app, pilot, "Naam", "Jo Bos")
        await typed(pilot, "f2")
        assert (app.chosen.name, app.chosen.copies_to) == ("Jo Bos", "/media/stick/kopie")


async def test_what_was_typed_waits_as_a_concept_and_is_opened_from_there(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await fill(app, pilot, "Naam", "Jo")
        await typed(pilot, "escape")
        assert isinstance(app.screen, Today)
        await typed(pilot, "enter")
        assert isinstance(app.screen, SettingsForm)
        assert "Jo" in screen_text(app)


async def test_a_theme_holds_at_once_and_is_taken_back_by_undo(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        light = app.screen.background_colors[1]
        await fill(app, pilot, "Thema", "contrast")
        await typed(pilot, "f2")
        assert app.theme == "contrast"
        assert app.screen.background_colors[1].rgb == (0, 0, 0)
        await typed(pilot, "u")
        assert app.theme == "licht"
        assert app.screen.background_colors[1] == light


async def test_the_first_screen_and_the_lock_have_the_theme_that_was_chosen(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False, prepare=chosen(theme="donker")) as (app, pilot):
        assert app.theme == "donker"
        dark = app.screen.background_colors[1]
        assert dark.brightness < 0.2
        await typed(pilot, "f8")
        assert app.screen.background_colors[1] == dark
        await entered(pilot, PASSPHRASE)
        assert app.theme == "donker"


async def test_plain_signs_hold_at_once_on_what_is_open_already(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        assert "▸" in screen_text(app)
        await typed(pilot, "comma")
        await tick(app, pilot, "Tekens")
        await typed(pilot, "f2")
        plain = screen_text(app)
        assert not set("✓✗▸●○›⏎─│") & set(plain)
        assert "Enter open" in plain
        await typed(pilot, "u")
        assert "▸" in screen_text(app)
        assert "⏎ open" in screen_text(app)


async def test_the_questions_that_help_stay_away_when_they_are_not_wanted(tmp_path: Path) -> None:
    prepare = chosen(helping_questions=False)
    async with desk(tmp_path, (120, 40), prepare=prepare) as (app, pilot):
        await typed(pilot, "enter")
        assert "Sam de Groot" in screen_text(app)
        assert "Vragen die helpen" not in screen_text(app)


async def test_second_roads_are_named_in_the_key_bar_instead_of_f_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=chosen(second_roads=True)) as (app, pilot):
        await typed(pilot, "enter")
        bar = screen_text(app).splitlines()[-1]
        assert "ctrl+o bewaar" in bar
        assert "Esc a aanwezig, volgende" in bar
        assert "Esc x niet verschenen" in bar
        assert "F2" not in bar
        assert "F1 hulp" in bar


async def test_new_spreekuren_take_the_minutes(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=chosen(minutes=15)) as (app, pilot):
        await typed(pilot, "p")
        assert isinstance(app.screen, PlanSheet)
        assert app.screen.hours.minutes_line.value == "15"


async def test_settings_of_another_window_hold_on_the_next_key(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False, prepare=give_keys) as (app, pilot):
        other = app.casebook.beside()
        change_settings(other, replace(MIRTHE, theme="contrast"))
        other.close()
        await typed(pilot, "j")
        assert app.theme == "contrast"
