"""A jongere is added in seconds, with everything read back, and nothing typed is ever lost."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.pupils import PupilDetails, add_pupil, edit_pupil
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.tui.note_about import BSN
from spreekuur.tui.screens.caseload import CaseloadDesk
from spreekuur.tui.screens.pupil_form import NO_DATE, NO_NAME, NO_SCHOOL, NOT_BORN, PupilForm
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.card import PupilCard, pupil_card
from tests.terminal import Terminal
from tests.tui.builder import DAY, PEOPLE, StillApp, concept_kept, desk, make_casebook, typed
from tests.tui.screen_text import screen_text
from tests.tui.test_quick_note_burst import KEY, PROGRAM

Golden = Callable[[App[Any], str], None]
SAM = 1
NEW = 11
ALIKE = "Staat er al iemand: Sam de Groot, 4H2 Veenwijzer, geboren 14-03-2011 (J-0001)?"


@asynccontextmanager
async def form(
    tmp_path: Path, key: str = "plus", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """The form of a new jongere, or with `e` of Sam de Groot."""
    async with desk(tmp_path, size) as (app, pilot):
        await typed(pilot, "2")
        app.screen.query_one(Rows).move_to(SAM)
        await typed(pilot, key)
        yield app, pilot


async def line(app: StillApp, pilot: Pilot[None], label: str, *keys: str) -> None:
    """Type in the line with this label, after what stands there."""
    assert isinstance(app.screen, PupilForm)
    wanted = next(one for one in app.screen.form.lines if one.label == label)
    wanted.control.focus()
    await pilot.pause()
    await typed(pilot, *keys)


def card(app: StillApp, pupil_id: int = NEW) -> PupilCard:
    with app.casebook.read() as connection:
        found = pupil_card(connection, pupil_id, DAY)
    assert found
    return found


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)])
async def test_what_is_typed_is_read_back_beside_it(
    tmp_path: Path, golden: Golden, size: tuple[int, int]
) -> None:
    async with form(tmp_path, size=size) as (app, pilot):
        await typed(pilot, *"Groot, Sam de", "enter", *"14 mrt 2011", "enter", *"veen", "enter")
        await typed(pilot, *"4H2", *("enter",) * 4, "space")
        await concept_kept(pilot)
        golden(app, f"jongere-formulier-{size[0]}x{size[1]}")


async def test_everything_typed_is_saved_with_f2(tmp_path: Path) -> None:
    lines = ("Anna Maria van der Velde", "3-5-2012", "99zb", "gr. 7", "Ot Prins")
    async with form(tmp_path) as (app, pilot):
        for text in (*lines, "06-00 00 00 11", "Oekraïens"):
            await typed(pilot, *text, "enter")
        await typed(pilot, "space", "enter", *"Veenmeer", "enter", "space", "f2")
        assert "Bewaard. u maakt het ongedaan." in screen_text(app)
        assert app.screen.query_one(Rows).cursor_key == NEW
        saved = card(app)
        assert saved.name == PersonName("Anna Maria", "van der", "Velde")
        assert saved.born == date(2012, 5, 3)
        assert (saved.school, saved.class_name, saved.mentor) == ("Kompas", "gr. 7", "Ot Prins")
        assert (saved.phone, saved.home_language) == ("06-00 00 00 11", "Oekraïens")
        assert (saved.interpreter, saved.without_parents) == (True, True)
        assert saved.municipality == "Veenmeer"
        assert app.casebook.drafts.all() == []


async def test_a_name_is_enough_and_costs_two_keys_beside_it(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"Kees", "f2")
        assert isinstance(app.screen, CaseloadDesk)
        assert card(app).name == PersonName("Kees", "", "")
        assert "Kees" in screen_text(app)


async def test_what_is_missing_or_unclear_is_said_and_the_cursor_goes_there(
    tmp_path: Path,
) -> None:
    wrong = (
        ("Geboren", "31-02-2011", NO_DATE),
        ("Geboren", "1-1-2027", NOT_BORN),
        ("Geboren", "31-12-9999", NO_DATE),
        ("School", "veen", NO_SCHOOL),
        ("School", "bestaat niet", NO_SCHOOL),
    )
    async with form(tmp_path) as (app, pilot):
        await line(app, pilot, "Klas", *"4H2", "f2")
        assert NO_NAME in " ".join(screen_text(app).split())
        assert focused(app) == "Naam"
        await typed(pilot, *"Kees Bos")
        for label, text, sentence in wrong:
            await line(app, pilot, label, "end", "ctrl+u", *text, "f2")
            assert sentence in " ".join(screen_text(app).split()), text
            assert focused(app) == label
            await typed(pilot, "ctrl+u")


def focused(app: StillApp) -> str:
    """The label of the line with the cursor."""
    assert isinstance(app.screen, PupilForm)
    return next(one for one in app.screen.form.lines if one.control.has_focus).label


async def test_a_birth_date_is_echoed_and_doubted_when_unlikely(tmp_path: Path) -> None:
    read = (
        ("29-02-2012", "  wo 29 feb 2012 · 14 jaar"),
        ("2011-03-14", "  ma 14 mrt 2011 · 15 jaar"),
        ("14 maart", "? welke dag?"),
        ("1-1-2027", "? vr 1 jan 2027 ligt in de toekomst"),
        ("31-12-9999", "? welke dag?"),
        ("1-1-2025", "? wo 1 jan 2025 · 1 jaar"),
        ("1-1-1980", "? di 1 jan 1980 · 46 jaar"),
    )
    async with form(tmp_path) as (app, pilot):
        for text, reading in read:
            await line(app, pilot, "Geboren", "end", "ctrl+u", *text)
            row = next(row for row in screen_text(app).splitlines() if row.startswith(" Geboren"))
            assert row[41:].startswith(reading)


async def test_somebody_who_is_there_already_is_named_and_may_be_added(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"Samuel de Groot")
        assert "Staat er al" not in screen_text(app)
        await line(app, pilot, "Geboren", *"14-3-2011")
        assert ALIKE in screen_text(app)
        await typed(pilot, "f2")
        assert card(app).name.given == "Samuel"


async def test_a_bsn_is_pointed_out(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"Kees 111222333")
        assert BSN in screen_text(app)


async def test_escape_keeps_a_concept_and_the_form_goes_on_in_it(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"Mees Bos", "enter", *"3-5-2012", "escape")
        assert isinstance(app.screen, CaseloadDesk)
        assert [one.text for one in app.casebook.drafts.all()] == [
            "Naam: Mees Bos\nGeboren: 3-5-2012"
        ]
        await typed(pilot, "plus", "backspace", *"3", "f2")
        assert card(app).born == date(2013, 5, 3)
        await typed(pilot, "plus")
        assert "Mees" not in screen_text(app)


async def test_undo_of_a_new_jongere_gives_the_concept_back(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"Mees Bos", "f2", "u")
        assert "10 jongeren" in screen_text(app)
        assert [one.text for one in app.casebook.drafts.all()] == ["Naam: Mees Bos"]


async def test_only_what_was_changed_is_a_concept(tmp_path: Path) -> None:
    async with form(tmp_path, "e") as (app, pilot):
        await line(app, pilot, "Klas", "backspace", "3")
        await line(app, pilot, "Mentor", "ctrl+u")
        await typed(pilot, "escape")
        (draft,) = app.casebook.drafts.all()
        assert (draft.place, draft.pupil_id) == ("formulier:jongere:1", SAM)
        assert draft.text == "Klas: 4H3\nMentor: "
        await typed(pilot, "e", "f2")
        assert (card(app, SAM).class_name, card(app, SAM).mentor) == ("4H3", "")


async def test_typing_something_back_leaves_no_concept(tmp_path: Path) -> None:
    async with form(tmp_path, "e") as (app, pilot):
        await line(app, pilot, "Klas", "backspace", "2", "escape")
        assert app.casebook.drafts.all() == []


async def test_saving_untouched_changes_nothing(tmp_path: Path) -> None:
    async with form(tmp_path, "e") as (app, pilot):
        before = card(app, SAM)
        await typed(pilot, "f2")
        assert card(app, SAM) == before


async def test_a_name_that_is_not_touched_keeps_its_parts(tmp_path: Path) -> None:
    names = (
        PersonName("Jan Peter", "", "Smit"),
        PersonName("", "", "Smit"),
        PersonName("Anna", "", "de Vries Bos"),
        PersonName("Kees", "", ""),
    )
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, "escape")
        for name in names:
            pupil_id = add_pupil(app.casebook, PupilDetails(name))
            app.reload()
            app.screen.query_one(Rows).move_to(pupil_id)
            await typed(pilot, "e")
            await line(app, pilot, "Klas", *"4H2", "f2")
            assert (card(app, pupil_id).name, card(app, pupil_id).class_name) == (name, "4H2")


async def test_what_another_window_changed_is_taken_over_under_what_is_typed(
    tmp_path: Path,
) -> None:
    async with form(tmp_path, "e") as (app, pilot):
        await line(app, pilot, "Klas", "backspace", "3")
        beside = Casebook.open(tmp_path / "spreekuur.db", KEY)
        with beside.read() as connection:
            there = pupil_card(connection, SAM, DAY)
        assert there
        changed = PupilDetails(PEOPLE[0].name, there.born, there.school_id, "4H2", mentor="Jo Vos")
        edit_pupil(beside, SAM, changed, version=there.version)
        beside.close()
        await typed(pilot, "f2")
        assert (card(app, SAM).mentor, card(app, SAM).class_name) == ("Jo Vos", "4H3")


async def test_shielded_nothing_of_the_jongere_can_be_read(tmp_path: Path) -> None:
    async with form(tmp_path, "e") as (app, pilot):
        await typed(pilot, "f9")
        shown = screen_text(app)
        for text in ("Groot", "14-03-2011", "06-00", "Ot Prins"):
            assert text not in shown
        await typed(pilot, "f9")
        assert "Groot, Sam de" in screen_text(app)


async def test_hostile_text_is_shown_and_kept_as_text(tmp_path: Path) -> None:
    async with form(tmp_path) as (app, pilot):
        await typed(pilot, *"[bold]Sam[/bold] [Sam", "f2")
        assert card(app).name.spoken == "[bold]Sam[/bold] [Sam"
        assert "[bold]Sam[/bold]" in screen_text(app)


def test_a_new_jongere_sent_in_one_burst_arrives_whole(tmp_path: Path) -> None:
    make_casebook(tmp_path).close()
    database = tmp_path / "spreekuur.db"
    with Terminal([sys.executable, "-c", PROGRAM, str(database)]) as terminal:
        terminal.wait_for("1 Vandaag")
        terminal.send("2", "+", "Bos, Mees", "enter", "3-5-2012", "enter", "kompas", "enter")
        terminal.send("gr. 7", "f2", "f", "mees", "enter")
        terminal.wait_for("1 van 11 jongeren", 20)
    casebook = Casebook.open(database, KEY)
    with casebook.read() as connection:
        saved = pupil_card(connection, NEW, DAY)
    casebook.close()
    assert saved
    assert (saved.name.spoken, saved.born) == ("Mees Bos", date(2012, 5, 3))
    assert (saved.school, saved.class_name) == ("Kompas", "gr. 7")
