"""The first screen: what it asks, where the cursor begins, and where Enter leads."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import give_place, mark_attendance
from spreekuur.rules.labels import Attendance
from spreekuur.rules.local_time import LOCAL
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.closing import ClosingDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.school_list import SchoolList
from spreekuur.tui.screens.today import Today
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text, under_cursor

Golden = Callable[[App[Any], str], None]

WITHOUT = datetime(2026, 11, 25, 9, 5, tzinfo=LOCAL)
"""A moment on a day without a spreekuur."""

SAID = (
    (9, "> 19 nov bellen\n! vader: ziek melden, 20 nov", date(2026, 11, 12)),
    (8, "> 24 nov 9:00 wijkteam bellen", date(2026, 11, 20)),
    (6, "> 4 dec school bellen", date(2026, 11, 20)),
    (10, "", date(2026, 11, 2)),
    (None, "", date(2026, 11, 20)),
)


def busy(casebook: Casebook) -> None:
    """A bit of everything."""
    for pupil_id, lines, on in SAID:
        text = f"Buurvrouw van Kees belde.\n{lines}" if pupil_id is None else f"Gebeld.\n{lines}"
        save_note(casebook, text, About(pupil_id), today=on, now=time(9))
    keep(casebook, "gesprek:4", "Twee wekkers helpen.", 4)


def keep(casebook: Casebook, place: str, text: str, pupil_id: int | None = None) -> None:
    casebook.drafts.keep(place, text, (0, len(text)), pupil_id)
    with casebook.read() as connection:
        connection.execute("UPDATE draft SET at = '2026-11-23 16:04:00.000000'")


async def settled(pilot: Pilot[None]) -> str:
    """The screen once everything that lies open has been looked up."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return screen_text(pilot.app)


def rows(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines()]


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_today_at_a_glance(tmp_path: Path, golden: Golden, width: int, height: int) -> None:
    async with desk(tmp_path, (width, height), prepare=busy) as (app, pilot):
        await settled(pilot)
        golden(app, f"today_{width}")


async def test_a_day_without_spreekuur_names_the_next(tmp_path: Path, golden: Golden) -> None:
    async with desk(tmp_path, moment=WITHOUT) as (app, pilot):
        await settled(pilot)
        golden(app, "today_without")


async def test_an_empty_file_says_what_to_begin_with(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (_, pilot):
        text = await settled(pilot)
        assert "Nog geen scholen. i leest de scholenlijst van DUO in." in text
        assert "Er staat niets open. Niemand hoeft nu iets te doen." in text
        await typed(pilot, "p")
        assert rows(screen_text(pilot.app))[-2] == (
            "Nog geen scholen. i leest de scholenlijst van DUO in."
        )


async def test_the_cursor_begins_on_the_first_who_is_still_invited(tmp_path: Path) -> None:
    def two_came(casebook: Casebook) -> None:
        mark_attendance(casebook, 1, Attendance.PRESENT)
        mark_attendance(casebook, 2, Attendance.NO_SHOW)

    async with desk(tmp_path, prepare=two_came) as (app, pilot):
        assert under_cursor(app).startswith("13:40 Ilyas")
        assert "niet verschenen" in await settled(pilot)
        await typed(pilot, "enter")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert "Ilyas Öztürk" in screen_text(app)


async def test_enter_opens_the_spreekuur_at_the_place_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "j", "j", "j", "enter")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert app.screen.subject == 4


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_after_the_afternoon_the_cursor_begins_with_what_lies_open(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    def all_came(casebook: Casebook) -> None:
        busy(casebook)
        for number in range(1, 5):
            mark_attendance(casebook, number, Attendance.PRESENT)

    async with desk(tmp_path, size, prepare=all_came) as (app, pilot):
        await settled(pilot)
        assert under_cursor(app).startswith("di 24 nov Veenwijzer")
        await typed(pilot, "enter")
        assert isinstance(app.screen, ClosingDesk)
        await typed(pilot, "enter", "escape")
        await settled(pilot)
        assert "Terugkoppeling" in screen_text(app)
        assert "Af te sluiten" not in screen_text(app)


async def test_the_first_key_of_a_day_without_spreekuur_waits_for_what_lies_open(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=busy, moment=WITHOUT) as (app, pilot):
        await typed(pilot, "enter")
        assert not isinstance(app.screen, Today)


async def test_tab_goes_from_the_spreekuren_to_what_lies_open(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await settled(pilot)
        assert under_cursor(app).startswith("13:00 Sam de Groot")
        await typed(pilot, "tab", "j")
        assert under_cursor(app) == "9:00 Amal Haddad wijkteam bellen"
        await typed(pilot, "tab")
        assert under_cursor(app).startswith("13:00 Sam de Groot")


async def test_enter_on_a_move_opens_the_dossier_it_is_about(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await settled(pilot)
        await typed(pilot, "tab", "enter")
        assert isinstance(app.screen, Dossier)
        assert app.screen.subject == 9


@pytest.mark.parametrize(
    ("place", "pupil_id", "screen"),
    [
        ("gesprek:4", 4, OfficeHoursDesk),
        ("jongere:9", 9, QuickNote),
        ("nieuw", None, QuickNote),
        ("lijst:1", None, SchoolList),
    ],
)
async def test_a_concept_is_gone_on_with(
    tmp_path: Path, place: str, pupil_id: int | None, screen: type[object]
) -> None:
    text = "Woensdag belt hij terug"
    async with desk(tmp_path, prepare=lambda casebook: keep(casebook, place, text, pupil_id)) as (
        app,
        pilot,
    ):
        await settled(pilot)
        while not under_cursor(app).endswith(("tekens", "gesprek")):
            await typed(pilot, "j")
        await typed(pilot, "enter", *", half 3.")
        assert isinstance(app.screen, screen)
        assert f"{text}, half 3." in screen_text(app)


async def test_a_concept_of_the_plan_opens_the_plan(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "p", *"veenw", "escape")
        await settled(pilot)
        await typed(pilot, "G", "k", "k", "enter")
        assert "Spreekuur plannen" in screen_text(app)
        assert "veenw" in screen_text(app)


async def test_what_changed_meanwhile_is_there_on_return(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter")
        mark_attendance(app.casebook, 1, Attendance.SICK)
        give_place(app.casebook, 1, 9, reason="spijbelt")
        await typed(pilot, "escape", "escape")
        assert isinstance(app.screen, Today)
        text = await settled(pilot)
        assert "ziek gemeld" in text
        assert "Boris Georgiev" in text


async def test_a_shielded_screen_shows_initials_and_no_words_of_others(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (_, pilot):
        await settled(pilot)
        await typed(pilot, "f9")
        text = await settled(pilot)
        assert "S.G." in text
        for name in ("Sam", "Noor", "Boris", "Kees", "wijkteam", "7x te laat"):
            assert name not in text


async def test_widening_the_window_keeps_the_cursor_on_its_row(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await settled(pilot)
        await typed(pilot, "j", "j")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert under_cursor(app).startswith("13:40 Ilyas")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert under_cursor(app).startswith("13:40 Ilyas")


async def test_in_another_width_the_hands_stay_on_the_same_thing(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await settled(pilot)
        await typed(pilot, "tab", "j")
        for size in ((80, 24), (140, 40), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await typed(pilot)
            assert under_cursor(app).startswith("9:00 Amal Haddad"), size
        await typed(pilot, "k")
        assert not under_cursor(app).startswith("9:00 Amal Haddad")


async def test_l_pastes_the_list_of_the_spreekuur_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await settled(pilot)
        await typed(pilot, "G", "l")
        assert isinstance(app.screen, SchoolList)
        assert "di 8 dec" in screen_text(app)


async def test_without_any_spreekuur_l_says_what_comes_first(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await settled(pilot)
        await typed(pilot, "l")
        assert "Er is nog geen spreekuur. p plant er een" in screen_text(app)
        await typed(pilot, "enter")
        assert "Er is niets om te openen." in screen_text(app)


async def test_a_long_school_gives_way_to_hours_room_and_count(tmp_path: Path) -> None:
    def rename(casebook: Casebook) -> None:
        with casebook.change("School hernoemd") as session:
            from spreekuur.model import School

            session.get_one(School, 1).short_name = "Reformatorische Scholengemeenschap " * 3

    for size in ((80, 24), (120, 40)):
        folder = tmp_path / str(size[0])
        folder.mkdir()
        async with desk(folder, size, prepare=rename) as (app, _):
            assert "… · 13:00-16:30 · kamer 0.14 · 4 van 10 plekken" in screen_text(app)


async def test_a_concept_says_what_it_is(tmp_path: Path) -> None:
    def keep(casebook: Casebook) -> None:
        for place in ("gesprek:1", "jongere:1", "formulier:doel:nieuw:1", "formulier:mens:nieuw:1"):
            casebook.drafts.keep(place, "Sam", pupil_id=1)
        for place in ("formulier:agenda:nieuw", "formulier:jongere:nieuw", "lijst:1", "nieuw"):
            casebook.drafts.keep(place, "Sam")

    async with desk(tmp_path, (120, 40), prepare=keep) as (app, pilot):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        for what in ("gesprek", "3 tekens", "doel", "ouder of contact"):
            assert f"Sam de Groot {what} " in shown
        for what in ("eigen afspraak formulier", "gegevens formulier"):
            assert f" {what} " in shown
        for what in ("lijst van school 3 tekens", "notitie 3 tekens"):
            assert f" {what} " in shown


async def test_what_is_found_for_a_screen_that_was_put_away_hurts_nobody(tmp_path: Path) -> None:
    async with desk(tmp_path, (140, 40)) as (app, _):
        put_away = app.screen
        assert isinstance(put_away, Today)
        await app.show_only([Today()])
        put_away.redraw()
