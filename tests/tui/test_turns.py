"""Aan zet: nobody is forgotten, and what was done is said with one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.cases import CaseDetails, keep_case
from spreekuur.actions.goals import AgreementDetails, agree
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.turns import finish_turn, need_no_follow_up
from spreekuur.rules.labels import Side
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.today import Today
from spreekuur.tui.screens.turns import TurnsDesk
from spreekuur.tui.widgets.beside import REST_SECONDS
from spreekuur.views.turns import turns
from tests.dump import dump
from tests.tui.at_turn import MINE, busy
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text, status, under_cursor

Golden = Callable[[App[Any], str], None]


@pytest.mark.parametrize(("width", "height"), [(60, 24), (80, 24), (120, 40)])
async def test_who_is_at_turn_at_a_glance(
    tmp_path: Path, golden: Golden, width: int, height: int
) -> None:
    async with desk(tmp_path, (width, height), prepare=busy) as (app, pilot):
        await typed(pilot, "4")
        golden(app, f"turns_{width}")


async def test_with_nothing_open_nobody_has_to_do_anything(tmp_path: Path) -> None:
    async with desk(tmp_path, filled=False) as (app, pilot):
        await typed(pilot, "4")
        assert "Er staat niets open. Niemand hoeft nu iets te doen." in screen_text(app)
        await typed(pilot, "d")
        assert status(app) == "Hier is niemand aan zet."
        await typed(pilot, "s", "enter")
        assert isinstance(app.screen, TurnsDesk)


async def test_imported_names_without_contact_are_no_alarm(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "4")
        assert "Zonder vervolg" not in screen_text(app)


async def test_one_key_finishes_and_the_next_row_is_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        before = dump(app.casebook)
        await typed(pilot, *MINE, "d")
        assert status(app) == "Gedaan. u maakt het ongedaan."
        assert under_cursor(app) == "vandaag 9:00 Amal Haddad wijkteam bellen"
        await typed(pilot, "u")
        assert "over datum, 5 d Boris Georgiev" in " ".join(screen_text(app).split())
        assert dump(app.casebook) == before


async def test_a_burst_of_one_key_finishes_as_many(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, *"ddddd")
        with app.casebook.read() as connection:
            done = connection.execute(
                "SELECT (SELECT count(*) FROM follow_up WHERE status = 'gedaan'), "
                "(SELECT count(*) FROM agreement WHERE status = 'gelukt')"
            ).fetchone()
        assert done == (3, 2)


async def test_an_agreement_that_is_done_was_gelukt(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "s", "d")
        assert status(app) == "Gelukt. u maakt het ongedaan."


@pytest.mark.parametrize(
    ("key", "judged"),
    [("1", "gelukt"), ("2", "deels gelukt"), ("3", "niet gelukt"), ("4", "vervallen")],
)
async def test_how_an_agreement_went_is_a_small_question(
    tmp_path: Path, key: str, judged: str
) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "s", "h")
        assert "1 gelukt   2 deels   3 niet   4 vervallen" in screen_text(app)
        await typed(pilot, key)
        assert status(app) == f"{judged.capitalize()}. u maakt het ongedaan."
        with app.casebook.read() as connection:
            found = connection.execute("SELECT status FROM agreement WHERE status <> 'open'")
            assert found.fetchall() == [(judged,)]


async def test_only_an_agreement_is_judged(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "h")
        assert status(app).startswith("Alleen van een afspraak")


async def test_who_is_spoken_without_vervolg_is_answered_with_one_key(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "4")
        assert under_cursor(app) == "ma 2 nov, 22 d Fenna Kuipers Kompas"
        await typed(pilot, "d")
        assert status(app).startswith("Hier is nog geen vervolg.")
        await typed(pilot, "x")
        assert status(app) == "Geen vervolg nodig. u maakt het ongedaan."
        assert "Zonder vervolg" not in screen_text(app)
        await typed(pilot, "u", "g")
        assert "Fenna Kuipers" in under_cursor(app)


async def test_no_vervolg_needed_is_only_an_answer_where_there_is_none(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "x")
        assert status(app).startswith("Alleen bij wie zonder vervolg is.")


async def test_a_key_goes_from_section_to_section_and_round(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE)
        seen = []
        for _ in range(6):
            await typed(pilot, "s")
            seen.append(under_cursor(app))
        assert [row.split()[0] for row in seen] == [
            "vandaag",
            "over",
            "vandaag",
            "do",
            "ma",
            "over",
        ]
        assert seen[-1] == "over datum, 5 d Boris Georgiev bellen"


async def test_enter_opens_the_dossier_and_escape_comes_back(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, *MINE, "enter")
        assert isinstance(app.screen, Dossier)
        assert app.screen.subject == 9
        await typed(pilot, "escape")
        assert isinstance(app.screen, TurnsDesk)


async def test_beside_it_stand_the_line_it_came_from_and_the_last_talk(tmp_path: Path) -> None:
    async with desk(tmp_path, (100, 30), prepare=busy) as (app, pilot):
        await typed(pilot, *MINE)
        await pilot.pause(2 * REST_SECONDS)
        text = screen_text(app)
        assert "Komt uit do 12 nov" in text
        assert "> 19 nov bellen" in text
        assert "Vertelt hoe het thuis gaat." in text
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Komt uit" not in screen_text(app)


@pytest.mark.parametrize("keys", ["4", "4sm", "4ssh"])
async def test_a_shielded_screen_shows_initials_and_no_words_of_others(
    tmp_path: Path, keys: str
) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await typed(pilot, *keys, "f9")
        text = screen_text(app)
        assert "B.G." in text
        for told in ("Boris", "Sam", "wekkers", "thuis gaat"):
            assert told not in text


async def test_the_same_keys_work_on_vandaag(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await pilot.app.workers.wait_for_complete()
        await typed(pilot, "d")
        assert status(app) == "Hier is niemand aan zet."
        await typed(pilot, "tab", "d", "m", *"morgen", "enter", "d")
        assert isinstance(app.screen, Today)
        assert status(app) == "Gelukt. u maakt het ongedaan."
        with app.casebook.read() as connection:
            moved = connection.execute("SELECT day, at FROM follow_up WHERE status = 'open'")
            assert ("2026-11-25", "09:00:00.000000") in moved.fetchall()


async def test_what_another_window_finished_meanwhile_does_no_harm(tmp_path: Path) -> None:
    def one_step(casebook: Casebook) -> None:
        save_note(casebook, "Gebeld.\n> vr bellen\n", About(9), today=date(2026, 11, 24))
        for number in (1, 2):
            finish_turn(casebook, "agreement", number, date(2026, 11, 24))

    async with desk(tmp_path, prepare=one_step) as (app, pilot):
        await typed(pilot, *MINE, "m", *"di")
        need_no_follow_up(app.casebook, 9)
        with app.casebook.read() as connection:
            (move,) = turns(connection)
        finish_turn(app.casebook, move.kind, move.id, date(2026, 11, 24))
        app.reload()
        await typed(pilot, "enter")
        assert isinstance(app.screen, TurnsDesk)


async def test_contact_that_is_behind_stands_with_whoever_keeps_it(tmp_path: Path) -> None:
    def behind(casebook: Casebook) -> None:
        busy(casebook)
        keep_case(casebook, 9, CaseDetails(7, "ik"), date(2026, 11, 24))
        keep_case(casebook, 8, CaseDetails(7, "school"), date(2026, 11, 24))

    async with desk(tmp_path, prepare=behind) as (app, pilot):
        await typed(pilot, *MINE)
        assert "over datum, 5 d  Boris Georgiev     wekelijks contact" in screen_text(app)
        assert "Amal Haddad        wekelijks contact" not in screen_text(app)
        await typed(pilot, "d")
        for key in "dmhx":
            await typed(pilot, key)
            assert status(app).startswith("Hier is een contact over tijd."), key
        await typed(pilot, "enter")
        assert isinstance(app.screen, Dossier)


async def test_a_child_under_twelve_at_turn_is_spoken_with_its_parents(tmp_path: Path) -> None:
    def young(casebook: Casebook) -> None:
        details = AgreementDetails("Zuzanna", Side.PUPIL, "pakt haar tas", date(2026, 11, 25))
        agree(casebook, 6, details)

    async with desk(tmp_path, (120, 40), prepare=young) as (app, pilot):
        await typed(pilot, "4")
        assert "met ouders: pakt haar tas" in screen_text(app)


async def test_who_is_booked_for_the_next_spreekuur_is_nowhere_on_it(tmp_path: Path) -> None:
    def booked(casebook: Casebook) -> None:
        save_note(casebook, "Gesproken.\n>>", About(9), today=date(2026, 11, 20))

    async with desk(tmp_path, prepare=booked) as (app, pilot):
        await typed(pilot, "4")
        assert "Boris" not in screen_text(app)
