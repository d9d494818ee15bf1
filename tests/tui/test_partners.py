"""The sociale kaart: who can help is found in three keys from a talk, and the talk goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.partners import PartnerDetails, add_partner
from spreekuur.rules.labels import Circle
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.partner_form import PartnerForm, circle_meant
from spreekuur.tui.screens.partners import PartnersSheet
from spreekuur.tui.screens.today import Today
from spreekuur.views.partners import partners
from tests.tui.builder import StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]

WIJKTEAM = PartnerDetails(
    "Wijkteam Veenmeer", Circle.LOCAL, "06-00 00 00 30", "thuis, geld, mee naar de deur", "1 week"
)
FIETSEN = PartnerDetails(
    "Fietsenbank", Circle.LOCAL, "06-00 00 00 32", "een fiets om op school te komen"
)
JEUGDARTS = PartnerDetails(
    "Jeugdarts, GGD Noord", Circle.REGIONAL, "06-00 00 00 33", "vaak ziek, moe", "2 weken"
)


def known(casebook: Casebook) -> None:
    for details in (WIJKTEAM, FIETSEN, JEUGDARTS):
        add_partner(casebook, details)


def note_of(app: StillApp) -> str:
    assert isinstance(app.screen, OfficeHoursDesk)
    return app.screen.table.editor.text


def names(app: StillApp) -> list[str]:
    with app.casebook.read() as connection:
        return [one.name for one in partners(connection)]


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_who_can_help_and_the_number_at_a_glance(
    tmp_path: Path, golden: Golden, width: int, height: int
) -> None:
    async with desk(tmp_path, (width, height), prepare=known) as (app, pilot):
        await typed(pilot, "f5")
        golden(app, f"partners_{width}")
        await typed(pilot, "f6")
        golden(app, f"partner_form_{width}")


async def test_from_a_talk_somebody_is_found_and_taken_in_three_keys(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "enter", *"Hoort thuis veel ruzie.", "enter", *"= 5")
        await typed(pilot, "f5", "w", "enter")
        assert note_of(app) == "Hoort thuis veel ruzie.\n= 5\n! Wijkteam Veenmeer: "
        await typed(pilot, *"belt het gezin, wo")
        assert "Wijkteam…, wo 25 nov" in screen_text(app)
        await typed(pilot, "f2")
        with app.casebook.read() as connection:
            made = connection.execute("SELECT side FROM agreement WHERE what = 'belt het gezin'")
            assert made.fetchall() == [("partner",)]


async def test_escape_gives_the_note_back_as_it_was(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "enter", *"Hoort thuis", "f5", *"fiets", "escape", "escape", *" veel")
        assert note_of(app) == "Hoort thuis veel"


async def test_every_part_of_what_is_known_finds(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        for words, found in (("deur", WIJKTEAM), ("00 33", JEUGDARTS), ("0600000032", FIETSEN)):
            await typed(pilot, "f5", *words)
            assert isinstance(app.screen, PartnersSheet)
            text = screen_text(app)
            assert [one.name in text for one in (WIJKTEAM, FIETSEN, JEUGDARTS)].count(True) == 1
            assert found.name in text
            await typed(pilot, "escape", "escape")
            assert isinstance(app.screen, Today)


async def test_a_name_that_begins_so_comes_before_an_offer(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "f5", *"ziek")
        assert "06-00 00 00 33   Jeugdarts, GGD Noord" in screen_text(app)


async def test_what_is_not_found_is_added_under_that_name(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f5")
        assert "De sociale kaart is nog leeg. + voegt toe wie er kan helpen." in screen_text(app)
        await typed(pilot, *"Jongerenpunt", "+", "enter", *"06-00 00 00 31", "enter", *"praten")
        await concept_kept(pilot)
        await typed(pilot, "f2")
        assert isinstance(app.screen, PartnersSheet)
        assert "06-00 00 00 31   Jongerenpunt" in screen_text(app)
        assert app.casebook.drafts.all() == []
        await typed(pilot, "escape", "u")
        assert names(app) == []


async def test_somebody_is_changed_and_taken_off(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "f5", *"fiets", "f6")
        assert isinstance(app.screen, PartnerForm)
        await typed(pilot, *" Veenmeer", "f2")
        assert names(app)[0] == "Fietsenbank Veenmeer"
        await typed(pilot, *"fiets", "enter", "f6")
        assert names(app) == ["Jeugdarts, GGD Noord", "Wijkteam Veenmeer"]
        await typed(pilot, "escape", "escape", "u")
        assert len(names(app)) == 3


async def test_without_a_name_nothing_is_kept(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f5", "+", "f6")
        assert "Dit staat nog niet op de sociale kaart." in screen_text(app)
        await typed(pilot, "f2")
        assert "Typ eerst een naam; de rest mag later." in screen_text(app)
        await typed(pilot, "escape", "f6")
        assert "Zet de cursor op iemand van de sociale kaart." in screen_text(app)


async def test_the_search_through_everything_opens_it(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "slash", *"fietsenbank", "enter")
        assert isinstance(app.screen, PartnersSheet)
        assert "06-00 00 00 32   Fietsenbank" in screen_text(app)


async def test_shielded_nobody_is_named(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "f5", "f9")
        text = screen_text(app)
        for told in ("Wijkteam", "00 30", "geld"):
            assert told not in text


@pytest.mark.parametrize(
    ("typed_as", "circle"),
    [
        ("2", Circle.LOCAL),
        ("reg", Circle.REGIONAL),
        ("1 school", Circle.SCHOOL),
        ("kerk", "kerk"),
        ("", ""),
    ],
)
def test_a_circle_is_meant_by_its_digit_or_beginning(typed_as: str, circle: str) -> None:
    assert circle_meant(typed_as) == circle
