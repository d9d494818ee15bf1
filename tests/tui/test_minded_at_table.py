"""What asks for care at the table is said there, and no note that is not saved is out of sight."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from spreekuur.actions.office_hours import free_place, give_place, mark_attendance
from spreekuur.actions.schools import ContactDetails, add_contact
from spreekuur.actions.settings import change_settings
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui import note_about
from spreekuur.tui.screens.closing import ClosingDesk
from spreekuur.tui.screens.help import told
from spreekuur.views.settings import settings
from tests.tui.builder import concept_kept, typed
from tests.tui.live_hour import live
from tests.tui.screen_text import screen_text

YOUNG = 6
"""Zuzanna, nine years old."""


def young_first(casebook: Casebook) -> None:
    free_place(casebook, 1)
    give_place(casebook, 1, YOUNG)


def works_elsewhere(casebook: Casebook) -> None:
    with casebook.read() as connection:
        hers = settings(connection)
    change_settings(casebook, replace(hers, municipality="Borgerveld"))


async def test_under_the_note_stands_what_to_mind(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=young_first) as (app, pilot):
        assert note_about.UNDER_TWELVE in screen_text(app)
        await typed(pilot, *"Mailt 208782552")
        await concept_kept(pilot)
        assert note_about.BSN in screen_text(app)
        await typed(pilot, *["backspace"] * 9, *"medicijnen")
        app.keep_everything()
        await typed(pilot)
        assert "Gezondheid genoemd." in screen_text(app)
        await typed(pilot, "escape", "j", "enter")
        assert "Gezondheid" not in screen_text(app)
        assert "Jonger dan 12" not in screen_text(app)


async def test_another_municipality_is_said_while_the_jongere_sits_there(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=works_elsewhere) as (app, pilot):
        assert "Woont in Veenmeer. Daar is een collega bevoegd." in screen_text(app)
        await typed(pilot, "escape")
        row = next(one for one in screen_text(app).splitlines() if "Sam de Groot" in one)
        assert row.split()[-2:] == ["nu", "collega?"]


async def test_every_note_that_is_not_saved_shows_in_the_list_and_at_the_close(
    tmp_path: Path,
) -> None:
    def begun(casebook: Casebook) -> None:
        casebook.drafts.keep("gesprek:2", "Eerder getypt.", (0, 5), 2)
        casebook.drafts.keep("gesprek:3", "Kwam niet.", (0, 5), 3)
        mark_attendance(casebook, 3, Attendance.NO_SHOW)

    async with live(tmp_path, prepare=begun) as (app, pilot):
        await typed(pilot, "escape")
        rows = [one.split() for one in screen_text(app).splitlines()]
        ends = [one[-1] for one in rows if one and one[0].startswith(("13:", "14:"))]
        assert ends[:3] == ["concept", "concept", "nieuw"]
        await typed(pilot, "s")
        assert isinstance(app.screen, ClosingDesk)
        assert "2 notities zijn nog niet bewaard." in screen_text(app)
        app.casebook.drafts.drop("gesprek:2")
        app.reload()
        assert "1 notitie is nog niet bewaard." in screen_text(app)


async def test_the_mentor_of_the_class_stands_beside_the_reason(tmp_path: Path) -> None:
    def of_class(casebook: Casebook) -> None:
        add_contact(casebook, 1, ContactDetails("Wies Vos", "mentor", classes="4H1, 4H2"))

    async with live(tmp_path, prepare=of_class) as (app, pilot):
        assert "mentor Ot Prins" in screen_text(app)
        await typed(pilot, "escape", "j", "enter")
        assert "mentor Wies Vos" in screen_text(app)


async def test_help_begins_with_the_keys_where_the_hands_are_on_the_list(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        heads = [one.plain for one in told(app.screen, 78)]  # type: ignore[arg-type]
        assert heads.index("Tekens in een notitie") < heads.index("Spreekuur, in de notitie")
        await typed(pilot, "escape")
        heads = [one.plain for one in told(app.screen, 78)]  # type: ignore[arg-type]
        assert heads.index("Spreekuur, in de lijst") < heads.index("Tekens in een notitie")
