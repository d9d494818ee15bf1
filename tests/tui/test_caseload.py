"""The list she lives in: found by a few letters, sorted by one key, as fast with ten thousand."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.caseload import CaseloadDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.widgets.rows import Rows
from tests.tui.builder import StillApp, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
NOOR, BORIS = 2, 9
BORIS_SAID = """Hij slaapt slecht. Met de hond wandelen lukt wel, om tien uur.
* 0 naar 4 lesuren per week, 18 dec
! mentor: belt elke maandag, 18 dec
+ Boris wil praten met Ot Prins.
> do 19 nov bellen"""


def spoken(casebook: Casebook) -> None:
    """Boris has a next step that is past its day, Oksana none at all, Amal one to come."""
    said = (
        (BORIS, BORIS_SAID, date(2026, 11, 12)),
        (5, "Landt nog.", date(2026, 10, 20)),
        (8, "Eet goed bij oma.\n> wo 25 nov deurbezoek", date(2026, 11, 16)),
    )
    for pupil_id, text, on in said:
        save_note(casebook, text, About(pupil_id), today=on, now=time(15))


@asynccontextmanager
async def caseload(
    tmp_path: Path, size: tuple[int, int] = (80, 24), **how: Any
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, **{"prepare": spoken, **how}) as (app, pilot):
        await typed(pilot, "2")
        await at_rest(pilot)
        yield app, pilot


async def at_rest(pilot: Pilot[None]) -> None:
    """The cursor has stood still for long enough to show who is under it."""
    await pilot.pause(0.1)


def cursor(app: App[Any]) -> object:
    return app.screen.query_one(Rows).cursor_key


def names(app: App[Any]) -> list[str]:
    """The surnames as listed, from the top."""
    rows = screen_text(app).splitlines()[5:-2]
    return [row[3:].split(",")[0].strip() for row in rows if row[3:].strip()]


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (120, 40), (60, 24), (150, 30)])
async def test_the_whole_caseload(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with caseload(tmp_path, size) as (app, pilot):
        await typed(pilot, "j")
        await at_rest(pilot)
        golden(app, f"caseload-{size[0]}x{size[1]}")


async def test_the_filter_in_the_row_of_the_count(tmp_path: Path, golden: Golden) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"4h2 nov")
        golden(app, "caseload-filter-80x24")


async def test_letters_are_commands_until_f_and_again_after_enter(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"jj")
        assert 'Geen jongere met "jj". Esc wist het filter.' in screen_text(app)
        await typed(pilot, "backspace", "backspace", *"4h2", "enter", "j")
        assert names(app) == ["Georgiev", "Groot"]
        assert cursor(app) == 1


async def test_escape_empties_the_filter_then_leaves_it_and_keeps_who_was_found(
    tmp_path: Path,
) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"boris", "escape")
        assert len(names(app)) == 10
        assert cursor(app) == BORIS
        await typed(pilot, *"noor")
        assert names(app) == ["Berg"]
        await typed(pilot, "escape", "escape", "j")
        assert "f filtert" in screen_text(app)
        assert cursor(app) == BORIS


async def test_arrows_choose_while_typing_and_two_enters_open(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"4h2", "down", "enter", "enter")
        assert isinstance(app.screen, Dossier)
        assert app.screen.subject == 1


async def test_the_filter_sees_what_was_written_since(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "f", *"huisbezoek")
        assert names(app) == ['Geen jongere met "huisbezoek". Esc wist het filter.']
        save_note(app.casebook, "> morgen huisbezoek", About(10), today=app.today)
        app.reload()
        await pilot.pause()
        assert names(app) == ["Kuipers"]


async def test_r_goes_through_the_orders_and_keeps_the_cursor(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "r")
        assert "10 jongeren · op school" in screen_text(app)
        assert names(app)[:3] == ["Hart", "Kovalenko", "Wiśniewska"]
        assert cursor(app) == NOOR
        await typed(pilot, "r")
        assert names(app)[:3] == ["Kovalenko", "Groot", "Georgiev"]
        await typed(pilot, "r")
        assert names(app)[0] == "Berg"


@pytest.mark.parametrize("size", [(60, 24), (80, 24)])
async def test_what_the_order_is_by_is_always_shown(tmp_path: Path, size: tuple[int, int]) -> None:
    async with caseload(tmp_path, size) as (app, pilot):
        await typed(pilot, "r")
        assert "ISK Veen" in screen_text(app)
        await typed(pilot, "r")
        assert "di 20 okt  35 d" in screen_text(app)


async def test_c_puts_who_was_longest_not_spoken_on_top(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "G", "c")
        assert names(app)[0] == "Kovalenko"
        assert cursor(app) == 5
        await typed(pilot, "c")
        assert names(app)[0] == "Berg"


async def test_v_leaves_who_slipped_through_and_escape_shows_everybody(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "v")
        assert names(app) == ["Kovalenko"]
        assert "1 van 10 jongeren · zonder vervolg" in screen_text(app)
        await typed(pilot, "escape")
        assert len(names(app)) == 10


async def test_when_nobody_slipped_through_it_says_so(tmp_path: Path) -> None:
    async with caseload(tmp_path, prepare=None) as (app, pilot):
        await typed(pilot, "v")
        assert "Iedereen die gesproken is heeft een vervolg." in screen_text(app)


async def test_an_empty_caseload_names_the_keys_that_fill_it(tmp_path: Path) -> None:
    async with caseload(tmp_path, filled=False, prepare=None) as (app, pilot):
        assert "Nog geen jongeren. i leest een bestand in, + voegt er één toe." in screen_text(app)
        await typed(pilot, "enter", "e")
        assert isinstance(app.screen, CaseloadDesk)
        assert "Er staat geen jongere onder de cursor." in screen_text(app)


async def test_the_jongere_beside_the_list_follows_the_cursor(tmp_path: Path) -> None:
    async with caseload(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, "j")
        await at_rest(pilot)
        shown = screen_text(app)
        assert "over datum, 5 d" in shown
        assert "» Boris wil praten met Ot Prins." in shown
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "over datum" not in screen_text(app)


async def test_shielded_it_shows_initials_and_no_words(tmp_path: Path) -> None:
    async with caseload(tmp_path, (150, 40)) as (app, pilot):
        await typed(pilot, "j", "f9")
        await at_rest(pilot)
        shown = screen_text(app)
        for name in ("Georgiev", "Boris", "Ot Prins", "Hennie", "hond", "praten"):
            assert name not in shown
        assert "B.G." in shown


async def test_another_window_adds_somebody_and_the_cursor_stays(tmp_path: Path) -> None:
    async with caseload(tmp_path) as (app, pilot):
        await typed(pilot, "j")
        beside = Casebook.open(tmp_path / "spreekuur.db", bytes(range(32)))
        add_pupil(beside, PupilDetails(PersonName("Finn", "", "Aalbers")))
        beside.close()
        await typed(pilot, "k")
        assert "11 jongeren" in screen_text(app)
        assert cursor(app) == NOOR


async def test_of_many_only_what_is_in_view_is_read(tmp_path: Path) -> None:
    def many(casebook: Casebook) -> None:
        with casebook.change("Veel"):
            for number in range(300):
                add_pupil(casebook, PupilDetails(PersonName(f"Kind{number:04}", "", "Zwart")))

    asked: list[str] = []
    async with caseload(tmp_path, filled=False, prepare=many) as (app, pilot):
        with app.casebook.read() as connection:
            connection.set_trace_callback(asked.append)
            await typed(pilot, "G", "k", "g", "j")
            connection.set_trace_callback(None)
        assert cursor(app) == 2
    pages = [one for one in asked if "max(c.said_on)" in one]
    assert len(pages) == 1
    assert pages[0].count(",") < 200
