"""Forms of a dossier: what is typed is echoed, hints never refuse, nothing typed is lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from spreekuur.actions.goals import GoalDetails, edit_goal
from spreekuur.rules.labels import GoalStatus
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.screens.agreement_form import NO_DAY, NO_WHO, AgreementForm
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.goal_form import NO_DAY as NO_GOAL_DAY
from spreekuur.tui.screens.goal_form import QUESTION, GoalForm
from spreekuur.tui.screens.person_form import PersonForm
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.card import AgreementView, GoalView, PupilCard, pupil_card
from spreekuur.views.timeline import EntryLine, last_talk
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
SAM, NOOR, JESSE, ZUZANNA = 1, 2, 7, 6


@asynccontextmanager
async def form(
    tmp_path: Path, key: str, pupil_id: int = SAM, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    """A form of a dossier, opened by its key."""
    async with desk(tmp_path, size) as (app, pilot):
        await app.open_dossier(pupil_id)
        await typed(pilot, key)
        yield app, pilot


async def fill(app: StillApp, pilot: Pilot[None], values: Mapping[str, str]) -> None:
    """Type into the lines with these labels."""
    sheet = app.screen
    assert isinstance(sheet, FormSheet)
    for line in sheet.form.lines:
        if line.label in values:
            line.control.focus()
            await pilot.pause()
            await typed(pilot, "end", "ctrl+u", *values[line.label])


def card(app: StillApp, pupil_id: int = SAM) -> PupilCard:
    with app.casebook.read() as connection:
        found = pupil_card(connection, pupil_id, DAY)
    assert found
    return found


def goal(app: StillApp, pupil_id: int = SAM) -> GoalView:
    return card(app, pupil_id).goals[-1]


def agreement(app: StillApp, pupil_id: int = SAM) -> AgreementView:
    return card(app, pupil_id).agreements[-1]


def hint(screen: Screen[Any]) -> str:
    shown = screen.query_one("#form-hint", Static)
    return str(shown.content) if shown.display else ""


def status(app: StillApp) -> str:
    return app.screen.query_one(StatusLine).text(160).plain


@pytest.mark.parametrize(("name", "size"), [("80x24", (80, 24)), ("120x40", (120, 40))])
async def test_the_forms_as_they_look(
    tmp_path: Path, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    async with form(tmp_path, "d", size=size) as (app, pilot):
        golden(app, f"doel-formulier-{name}")
        await typed(pilot, "escape", "a", *"mentor", "down", *"belt", "down", *"vr")
        await concept_kept(pilot)
        golden(app, f"afspraak-formulier-{name}")
        await typed(pilot, "escape", "m", *"voogd")
        await concept_kept(pilot)
        golden(app, f"mensen-formulier-{name}")


async def test_a_doel_is_set_in_four_lines(tmp_path: Path) -> None:
    async with form(tmp_path, "d", NOOR) as (app, pilot):
        assert hint(app.screen) == QUESTION
        await fill(app, pilot, {"Doel": "dagen op school", "Van": "1,5", "Naar": "4"})
        assert hint(app.screen) == NO_GOAL_DAY
        await fill(app, pilot, {"Tot en met": "8 dec"})
        assert hint(app.screen) == ""
        assert "di 8 dec 2026" in screen_text(app)
        await typed(pilot, "f2")
        assert isinstance(app.screen, Dossier)
        made = goal(app, NOOR)
        assert (made.text, made.start, made.target) == ("dagen op school", 1.5, 4.0)
        assert (made.due, made.shared) == (date(2026, 12, 8), False)


async def test_a_new_doel_asks_first_what_works_and_how_often(tmp_path: Path) -> None:
    async with form(tmp_path, "d", SAM) as (app, pilot):
        edit_goal(app.casebook, 1, GoalDetails("klaar", status=GoalStatus.REACHED), version=1)
        await typed(pilot, "escape", "d")
        assert "hoe vaak lukt het al wél?" in screen_text(app)
        await typed(pilot, *"+ di, met Joep", "enter", "3", "enter", *"op tijd", "f2")
        assert (goal(app).text, goal(app).start) == ("op tijd", 3.0)
        with app.casebook.read() as connection:
            talk = last_talk(connection, SAM)
        assert talk
        assert talk.lines[-1] == EntryLine(
            "Wat ging wél: + di, met Joep", "", "Wat ging wél: + di, met Joep", shared=False
        )
        assert "Wat ging wél: + di, met Joep" in screen_text(app)
        await typed(pilot, "u")
        with app.casebook.read() as connection:
            talk = last_talk(connection, SAM)
        assert talk
        assert "Wat ging wél" not in talk.text
        assert goal(app).status is GoalStatus.REACHED


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_worked_needs_a_talk_to_stand_with(
    tmp_path: Path, golden: Golden, size: tuple[int, int]
) -> None:
    async with form(tmp_path, "d", NOOR, size) as (app, pilot):
        golden(app, f"doel-nieuw-{size[0]}x{size[1]}")
        await typed(pilot, *"maandag", "enter", "enter", *"op tijd", "f2")
        assert status(app).startswith("Er is nog geen gesprek om dit bij te zetten.")
        await fill(app, pilot, {"Wat ging wél": ""})
        await typed(pilot, "f2")
        assert goal(app, NOOR).text == "op tijd"


async def test_a_doel_typed_as_in_a_note_needs_no_other_line(tmp_path: Path) -> None:
    async with form(tmp_path, "d", NOOR) as (app, pilot):
        await typed(pilot, "enter", "enter", *"2 naar 4 dagen per week, 8 dec", "f2")
        made = goal(app, NOOR)
        assert (made.text, made.start, made.target) == ("2 naar 4 dagen per week", 2.0, 4.0)
        assert made.due == date(2026, 12, 8)


async def test_the_value_of_today_moves_the_doel_and_is_one_step_back(tmp_path: Path) -> None:
    async with form(tmp_path, "d") as (app, pilot):
        await fill(app, pilot, {"Vandaag": "7,5"})
        assert "●●●●○  nu 7,5" in screen_text(app)
        await typed(pilot, "f2")
        assert goal(app).values == ((DAY, 7.5),)
        await typed(pilot, "u")
        assert goal(app).values == ()


async def test_a_status_is_known_by_its_beginning(tmp_path: Path) -> None:
    async with form(tmp_path, "d") as (app, pilot):
        await fill(app, pilot, {"Stand": "x"})
        assert "? loopt, behaald, deels behaald of" in screen_text(app)
        await typed(pilot, "f2")
        assert isinstance(app.screen, GoalForm)
        await fill(app, pilot, {"Stand": "be"})
        await typed(pilot, "f2")
        assert goal(app).status == "behaald"


@pytest.mark.parametrize(
    ("label", "wrong"), [("Van", "drie"), ("Vandaag", "7 of 8"), ("Tot en met", "straks")]
)
async def test_what_cannot_be_read_is_not_thrown_away(
    tmp_path: Path, label: str, wrong: str
) -> None:
    async with form(tmp_path, "d") as (app, pilot):
        await fill(app, pilot, {label: wrong})
        await typed(pilot, "f2")
        assert isinstance(app.screen, GoalForm)
        assert "Typ" in status(app)
        assert wrong in screen_text(app)


async def test_an_afspraak_knows_whose_move_it_is(tmp_path: Path) -> None:
    async with form(tmp_path, "a") as (app, pilot):
        lines = {"Wie": "moeder", "Wat": "belt bij ziekte", "Wanneer": "vr 9:30"}
        await fill(app, pilot, lines | {"Hoe nagekeken": "in de app van school"})
        assert "aan zet: ouders" in screen_text(app)
        await typed(pilot, "f2")
        made = agreement(app)
        assert (made.who, made.side, made.what) == ("moeder", "ouders", "belt bij ziekte")
        assert (made.due, made.at) == (date(2026, 11, 27), time(9, 30))
        assert (made.check_how, made.shared) == ("in de app van school", False)


async def test_without_a_name_it_is_hers_and_without_a_day_it_is_said(tmp_path: Path) -> None:
    async with form(tmp_path, "a") as (app, pilot):
        await fill(app, pilot, {"Wat": "wijkteam bellen"})
        assert hint(app.screen) == NO_WHO
        await fill(app, pilot, {"Wie": "ik"})
        assert hint(app.screen) == NO_DAY
        await fill(app, pilot, {"Wie": " "})
        await typed(pilot, "f2")
        made = agreement(app)
        assert (made.side, made.due) == ("ik", None)


async def test_under_twelve_and_private_words_are_hinted_at(tmp_path: Path) -> None:
    async with form(tmp_path, "a", ZUZANNA) as (app, pilot):
        await fill(app, pilot, {"Wie": "Zuzanna", "Wat": "neemt haar medicijnen mee"})
        assert hint(app.screen).startswith("Jonger dan 12")
        app.screen.query("Tick").first().focus()
        await typed(pilot, "space")
        assert hint(app.screen).startswith("Gezondheid genoemd")


async def test_what_was_judged_stays_judged_when_the_words_change(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.open_dossier(SAM)
        await typed(pilot, "tab", "g", "j", "j", "j", "1", "G", "e")
        assert isinstance(app.screen, AgreementForm)
        await fill(app, pilot, {"Wat": "zet drie wekkers"})
        await typed(pilot, "f2")
        first = card(app).agreements[0]
        assert (first.what, first.status) == ("zet drie wekkers", "gelukt")


async def test_a_parent_and_somebody_of_school_are_told_apart_by_their_role(
    tmp_path: Path,
) -> None:
    async with form(tmp_path, "m") as (app, pilot):
        lines = {"Wie": "vader", "Naam": "Rob de Groot", "Telefoon": "06-00 00 00 03"}
        await fill(app, pilot, lines | {"Gezag": "ja"})
        await typed(pilot, "f2", "m")
        await fill(app, pilot, {"Wie": "zorgcoördinator", "Naam": "Lies de Boer"})
        assert "contactpersoon van Veenwijzer" in screen_text(app)
        app.screen.query("Tick").first().focus()
        await typed(pilot, "space", "f2")
        parent, contact = card(app).guardians[-1], card(app).contacts[1]
        assert (parent.name, parent.relation, parent.authority) == ("Rob de Groot", "vader", "ja")
        assert (contact.name, contact.receives_feedback) == ("Lies de Boer", True)


async def test_a_role_that_tells_nothing_is_asked_for(tmp_path: Path) -> None:
    async with form(tmp_path, "m") as (app, pilot):
        await fill(app, pilot, {"Wie": "buurman", "Naam": "Piet Post"})
        await typed(pilot, "f2")
        assert isinstance(app.screen, PersonForm)
        assert status(app).strip().startswith("Ouder of school?")


async def test_who_has_no_school_gets_no_contact_there(tmp_path: Path) -> None:
    async with form(tmp_path, "m", JESSE) as (app, pilot):
        await fill(app, pilot, {"Wie": "mentor", "Naam": "Wil Hartog"})
        await typed(pilot, "f2")
        assert isinstance(app.screen, PersonForm)
        assert "nog geen school" in status(app)


async def test_escape_keeps_what_was_typed_and_the_same_key_goes_on(tmp_path: Path) -> None:
    async with form(tmp_path, "a") as (app, pilot):
        await typed(pilot, *"mentor", "down", *"belt", "escape", "a")
        assert isinstance(app.screen, AgreementForm)
        assert [line.value for line in app.screen.form.lines[:2]] == ["mentor", "belt"]
        await typed(pilot, "f2")
        assert app.casebook.drafts.all() == []
        assert agreement(app).what == "belt"
