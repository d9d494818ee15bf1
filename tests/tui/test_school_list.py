"""The list of the school on the screen: read while pasted, stored only with F2, never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot

from spreekuur.tui.screens.school_list import SchoolList
from spreekuur.tui.screens.today import Today
from spreekuur.views.agenda import office_hours_by_id
from tests.tui.builder import StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]

NEXT = ("G", "l")
"""From Vandaag to the list of the spreekuur of 8 December, on which nobody stands yet."""

SCHOOL_LIST = """Groot, Sam de;4H2;7x te laat
Öztürk, Ilyas;2V3;2 ziekmeldingen
Jansma, Daan;5H1;13 uur
van den Berg, Noor;4H1;gesprek loopt
de Groot Sam;4h2;nogmaals genoemd
Kees;?;?"""


async def open_list(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await typed(pilot, *NEXT)
    assert isinstance(pilot.app.screen, SchoolList)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(events.Paste(text))
    await typed(pilot)


def taken(app: StillApp, number: int = 2) -> list[tuple[str, str]]:
    with app.casebook.read() as connection:
        hours = office_hours_by_id(connection, number)
    assert hours
    return [(place.name.spoken, place.reason) for place in hours.taken if place.name]


def pupils(app: StillApp) -> int:
    with app.casebook.read() as connection:
        return int(connection.execute("SELECT count(*) FROM pupil").fetchone()[0])


def text_of(app: StillApp) -> str:
    assert isinstance(app.screen, SchoolList)
    return app.screen.area.text


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_a_pasted_list_is_read_beside_it(tmp_path: Path, golden: Golden, width: int) -> None:
    async with desk(tmp_path, (width, 24)) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, SCHOOL_LIST)
        await concept_kept(pilot)
        golden(app, f"school_list_{width}")
        assert taken(app) == []


async def test_f2_places_who_is_known_and_keeps_the_lines_in_doubt(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, SCHOOL_LIST)
        await typed(pilot, "f2")
        assert taken(app) == [
            ("Sam de Groot", "7x te laat"),
            ("Ilyas Öztürk", "2 ziekmeldingen"),
            ("Daan Jansma", "13 uur"),
            ("Noor van den Berg", "gesprek loopt"),
        ]
        assert pupils(app) == 10
        assert text_of(app) == "Kees;?;?"
        assert "4 jongeren op de lijst. Regels met ? staan hier nog." in screen_text(app)


async def test_typed_line_by_line_it_is_the_same_and_goes_back_when_nothing_is_left(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Sam de Groot", "enter", *"Amal Haddad 3H1 spijbelt", "f2")
        assert isinstance(app.screen, Today)
        assert "2 jongeren op de lijst. u maakt het ongedaan." in screen_text(app)
        assert taken(app) == [("Sam de Groot", ""), ("Amal Haddad", "spijbelt")]


async def test_undo_takes_everybody_off_and_gives_the_whole_text_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, SCHOOL_LIST)
        await typed(pilot, "f2", "escape", "u")
        assert taken(app) == []
        await typed(pilot, "l")
        assert text_of(app) == SCHOOL_LIST


async def test_plus_makes_a_new_jongere_of_the_line_and_nobody_before_f2(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Kees Bakker;2H1;spijbelt", "+")
        assert text_of(app) == "+ Kees Bakker;2H1;spijbelt"
        assert "nieuw: Kees Bakker 2H1" in screen_text(app)
        assert pupils(app) == 10
        await typed(pilot, *" + meer", "f2")
        assert pupils(app) == 11
        assert taken(app) == [("Kees Bakker", "spijbelt + meer")]


async def test_plus_is_text_on_a_line_that_is_known(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Sam de Groot;4H2;spijbelt + te laat")
        assert text_of(app) == "Sam de Groot;4H2;spijbelt + te laat"


async def test_f5_says_who_a_line_means(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Zuzanna W.;;6x te laat", "f5", *"zuz", "enter")
        assert "Zuzanna Wiśniewska gr. 5" in screen_text(app)
        await typed(pilot, "f2")
        assert taken(app) == [("Zuzanna Wiśniewska", "6x te laat")]


async def test_f5_on_a_line_that_is_known_says_where_it_works(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Sam de Groot", "f5")
        assert "Zet de cursor op een regel met ?." in screen_text(app)


async def test_f2_without_anybody_says_what_can_be_done(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Kees", "f2")
        assert "Nog niemand herkend. F5 kiest wie een regel is" in screen_text(app)
        assert text_of(app) == "Kees"


async def test_escape_keeps_the_list_as_a_concept(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, SCHOOL_LIST)
        await typed(pilot, "escape", "l")
        assert text_of(app) == SCHOOL_LIST
        draft = app.casebook.drafts.find("lijst:2")
        assert draft
        assert draft.text == SCHOOL_LIST


async def test_a_burst_from_vandaag_to_the_last_place_arrives_whole(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.workers.wait_for_complete()
        await typed(pilot, *NEXT, *"Sam de Groot", "enter", *"Kees", "f2", *" Bakker", "+", "f2")
        assert taken(app) == [("Sam de Groot", ""), ("Kees Bakker", "")]
        assert isinstance(app.screen, Today)


async def test_somebody_added_elsewhere_is_recognised_at_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Kees Bakker")
        assert "onbekend" in screen_text(app)
        with app.casebook.read() as connection:
            connection.execute("UPDATE pupil SET given = 'Kees', surname = 'Bakker' WHERE id = 8")
        app.reload()
        await typed(pilot)
        assert "Kees Bakker 3H1" in screen_text(app)


async def test_a_shielded_list_shows_nobody(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, SCHOOL_LIST)
        await typed(pilot, "f9")
        assert "Groot" not in screen_text(app)
        await typed(pilot, "f9")
        assert "Sam de Groot" in screen_text(app)


async def test_names_that_look_like_markup_are_shown_as_typed(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await paste(pilot, "+ [b]Kees[/b];2H1;[@click=app.quit]x[/]\n[/")
        text = screen_text(app)
        assert "nieuw: [b]Kees[/b] 2H1" in text
        assert "[@click=app.quit]x[/]" in text


async def test_f5_shows_the_line_and_begins_with_its_name(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await open_list(pilot)
        await typed(pilot, *"Sam Groot", "f5")
        assert "Wie is dit? Sam Groot" in screen_text(app)
        assert "Groot, Sam de" in screen_text(app)


async def test_opened_again_each_reading_stands_beside_its_own_line(tmp_path: Path) -> None:
    long = "Jansma, Daan;5H1;al dertien uur ongeoorloofd afwezig en nog veel meer"
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "l")
        app.screen.area.insert(f"{long}\nHaddad, Amal;3H1;verzuim")  # type: ignore[attr-defined]
        await typed(pilot, "escape", "l")
        for size in ((80, 24), (120, 40), (60, 24)):
            await pilot.resize_terminal(*size)
            await typed(pilot)
            beside = [row for row in screen_text(app).split("\n") if "Haddad, Amal;3H1" in row]
            assert ["Amal Haddad 3H1" in row for row in beside] == [True], size
