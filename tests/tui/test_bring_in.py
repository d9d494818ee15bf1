"""Importing on the screen: what a file would change is seen first; one key takes it all back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.tui.screens.bring_in import BringIn
from spreekuur.tui.screens.today import Today
from tests.tui.builder import StillApp, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]

HEAD = "naam;geboortedatum;school;klas\n"
CASELOAD = (
    HEAD + "Groot, Sam de;14-03-2011;99ZA00;4H3\nBakker, Kees;01-08-2010;99ZA00;2H1\n"
    ";;;\nSmit, Levi;01-01-2099;99ZA00;1A\nÖztürk, Ilyas;24-11-2012;99ZA00;2V3\n"
)
SCHOOLS = (
    "BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;PLAATSNAAM\r\n"
    "99ZD;99ZD00;Turfhoek;Turfkade;1;VEENMEER\r\n"
)


@pytest.fixture
def downloads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which looking begins."""
    home = tmp_path / "thuis"
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    folder = home / "Downloads"
    (folder / "vorig jaar").mkdir(parents=True)
    (folder / "caseload.csv").write_text(CASELOAD, encoding="utf-8")
    (folder / "scholen.csv").write_text(SCHOOLS, encoding="cp1252")
    return folder


async def settled(pilot: Pilot[None]) -> str:
    await pilot.app.workers.wait_for_complete()
    await typed(pilot)
    return screen_text(pilot.app)


def classes(app: StillApp) -> dict[str, str]:
    with app.casebook.read() as connection:
        return dict(connection.execute("SELECT given, class_name FROM pupil ORDER BY id"))


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_file_shows_what_it_would_change(
    tmp_path: Path, downloads: Path, golden: Golden, width: int
) -> None:
    async with desk(tmp_path, (width, 24)) as (app, pilot):
        await typed(pilot, "i")
        golden(app, f"bring_in_folder_{width}")
        await typed(pilot, "c", "enter")
        await settled(pilot)
        golden(app, f"bring_in_plan_{width}")
        assert "Kees" not in classes(app)


async def test_a_second_enter_brings_it_in_and_u_takes_it_all_back(
    tmp_path: Path, downloads: Path
) -> None:
    async with desk(tmp_path) as (app, pilot):
        before = classes(app)
        await typed(pilot, "i", "c", "enter", "enter")
        text = await settled(pilot)
        assert isinstance(app.screen, Today)
        assert "1 jongere nieuw, 1 bijgewerkt, 1 geweigerd (regel 5). u maakt de hele" in text
        assert classes(app) == {**before, "Sam": "4H3", "Kees": "2H1"}
        await typed(pilot, "u")
        assert classes(app) == before


async def test_escape_after_looking_changes_nothing(tmp_path: Path, downloads: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        before = classes(app)
        await typed(pilot, "i", "c", "enter", "escape")
        await settled(pilot)
        assert isinstance(app.screen, Today)
        assert classes(app) == before


async def test_a_wrong_file_says_what_it_misses_and_f5_reads_it_as_what_it_is(
    tmp_path: Path, downloads: Path
) -> None:
    async with desk(tmp_path) as (_, pilot):
        await typed(pilot, "i", "s", "enter")
        text = " ".join((await settled(pilot)).split())
        assert "Niet gevonden: NAAM of ACHTERNAAM." in text
        assert "Er is niets ingelezen." in text
        await typed(pilot, "f5")
        text = await settled(pilot)
        assert "scholen: een scholenlijst van DUO" in text
        assert "1 school nieuw." in text


async def test_a_caseload_is_no_list_of_schools(tmp_path: Path, downloads: Path) -> None:
    async with desk(tmp_path) as (_, pilot):
        await typed(pilot, "i", "f5", "c", "enter")
        text = " ".join((await settled(pilot)).split())
        assert (
            "Dit is geen scholenlijst van DUO. Niet gevonden: VESTIGINGSCODE of VESTIGINGSNUMMER,"
        ) in text


async def test_typing_on_forgets_what_was_read(tmp_path: Path, downloads: Path) -> None:
    async with desk(tmp_path) as (_, pilot):
        await typed(pilot, "i", "c", "enter")
        assert "1 jongere nieuw" in await settled(pilot)
        await typed(pilot, "backspace")
        text = screen_text(pilot.app)
        assert "1 jongere nieuw" not in text
        assert "caseload.csv" in text


async def test_enter_goes_into_a_folder_and_tab_completes(tmp_path: Path, downloads: Path) -> None:
    (downloads / "vorig jaar" / "oud.csv").write_text(HEAD, encoding="utf-8")
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "i", "enter")
        assert isinstance(app.screen, BringIn)
        assert "oud.csv" in screen_text(app)
        await typed(pilot, "tab")
        assert app.screen.field.value.endswith("oud.csv")
        for _ in "vorig jaar/oud.csv":
            await pilot.press("backspace")
        await typed(pilot, "down", "down", "up", "enter")
        assert app.screen.field.value.endswith("caseload.csv")


async def test_what_is_not_there_or_not_readable_says_so(tmp_path: Path, downloads: Path) -> None:
    async with desk(tmp_path) as (_, pilot):
        await typed(pilot, "i", *"nergens.csv", "enter")
        assert "Dit bestand is er niet. Typ verder" in screen_text(pilot.app)
        assert "Hier staat geen bestand dat ingelezen kan worden." in screen_text(pilot.app)


async def test_without_schools_it_begins_with_schools_and_says_why(
    tmp_path: Path, downloads: Path
) -> None:
    async with desk(tmp_path, filled=False) as (_, pilot):
        await settled(pilot)
        await typed(pilot, "i")
        assert "scholen: een scholenlijst van DUO" in screen_text(pilot.app)
        await typed(pilot, "f5", "f5")
        text = " ".join(screen_text(pilot.app).split())
        assert "Nog geen scholen. Lees eerst de scholenlijst van DUO in" in text


async def test_a_file_without_one_usable_line_is_not_brought_in(
    tmp_path: Path, downloads: Path
) -> None:
    bad = HEAD + "Smit, Levi;01-01-2099;99ZA00;1A\n"
    (downloads / "mis.csv").write_text(bad, encoding="utf-8")
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "i", "m", "enter")
        await settled(pilot)
        await typed(pilot, "enter")
        assert "Geen enkele regel is te gebruiken." in await settled(pilot)
        assert isinstance(app.screen, BringIn)


async def test_somebody_else_was_first_and_nothing_is_written(
    tmp_path: Path, downloads: Path
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "i", "c", "enter")
        await settled(pilot)
        with app.casebook.read() as connection:
            connection.execute("UPDATE pupil SET version = version + 1 WHERE given = 'Sam'")
        await typed(pilot, "enter")
        assert "In een ander venster gewijzigd; bijgewerkt." in await settled(pilot)
        assert "Kees" not in classes(app)
        await typed(pilot, "enter")
        await settled(pilot)
        assert "Kees" in classes(app)


async def test_a_long_import_shows_how_far_it_is_and_escape_breaks_nothing_off(
    tmp_path: Path, downloads: Path
) -> None:
    rows = (f"Bakker{n}, Kees{n};01-08-2010;99ZA00;2H1\n" for n in range(4000))
    (downloads / "veel.csv").write_text(HEAD + "".join(rows), encoding="utf-8")
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "i", "v", "e", "enter")
        await settled(pilot)
        seen: set[str] = set()
        pressing = asyncio.create_task(pilot.press("enter", "escape", "escape"))
        while isinstance(app.screen, BringIn):
            seen.add(screen_text(app).splitlines()[-2].strip())
            await asyncio.sleep(0.01)
        await pressing
        assert "4000 jongeren nieuw. u maakt de hele import ongedaan." in await settled(pilot)
        assert any(line.endswith(" van 4.000 regels") and "●○" in line for line in seen)
        assert len(classes(app)) == 4010


async def test_a_shielded_preview_shows_nobody(tmp_path: Path, downloads: Path) -> None:
    async with desk(tmp_path) as (_, pilot):
        await typed(pilot, "i", "c", "enter")
        assert "Bakker" in await settled(pilot)
        await typed(pilot, "f9")
        assert "Bakker" not in screen_text(pilot.app)


async def test_the_preview_shows_as_many_rows_as_fit_and_the_arrows_page_through_more(
    tmp_path: Path, downloads: Path
) -> None:
    rows = (f"Bakker{n:03},Kees,,99ZA00,2H1\n" for n in range(300))
    head = "achternaam,voornaam,geboortedatum,school,klas\n"
    (downloads / "veel.csv").write_text(head + "".join(rows), encoding="utf-8")
    async with desk(tmp_path, (80, 24)) as (app, pilot):
        await typed(pilot, "i", "v", "e", "enter")
        shown = await settled(pilot)
        assert shown.count(", Kees 2H1") == 14, shown
        await typed(pilot, *["down"] * 20)
        assert "Bakker020" in screen_text(app)
        await typed(pilot, *["down"] * 200)
        assert "… en nog 100 zo" in screen_text(app)
