"""Each row of a dossier leads to where it is changed, and an afspraak is judged on its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from spreekuur.actions.goals import GoalDetails, edit_goal
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import Attendance, GoalStatus
from spreekuur.tui.concepts import go_on
from spreekuur.tui.dossier_rows import AGREEMENT, CONTACT, GOAL, GUARDIAN, PUPIL, At
from spreekuur.tui.screens.agreement_form import AgreementForm
from spreekuur.tui.screens.contact_form import ContactForm
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.goal_form import GoalForm
from spreekuur.tui.screens.note_edit import NoteEdit
from spreekuur.tui.screens.person_form import PersonForm
from spreekuur.tui.screens.pupil_form import PupilForm
from spreekuur.tui.today_rows import InConcept
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.views.card import AgreementView, pupil_card
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.sams_story import DAAN, SAM, TALKED, dossier, lists, tell
from tests.tui.screen_text import screen_text


def status(app: StillApp) -> str:
    return app.screen.query_one(StatusLine).text(120).plain


def agreements(app: StillApp) -> list[AgreementView]:
    with app.casebook.read() as connection:
        card = pupil_card(connection, SAM, DAY)
    assert card
    return list(card.agreements)


async def put_cursor(app: StillApp, pilot: Pilot[None], at: At) -> None:
    """On a row of the right list, by the keys that lead there."""
    _, details = lists(app)
    if not details.has_focus:
        await typed(pilot, "tab")
    assert details.move_to(at)
    await pilot.pause()


async def test_n_writes_about_this_jongere_at_once(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"Belt terug.", "f2")
        assert isinstance(app.screen, Dossier)
        assert "Belt terug." in screen_text(app)


async def test_e_on_a_talk_opens_its_text_at_that_line(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "j", "j", "j", "e")
        assert isinstance(app.screen, NoteEdit)
        assert app.screen.editor.text == TALKED
        row, column = app.screen.editor.area.cursor_location
        assert (row, column) == (1, len("= 6"))


@pytest.mark.parametrize(
    ("at", "sheet"),
    [(At(AGREEMENT, 2), AgreementForm), (At(GOAL, 1), GoalForm), (At(PUPIL, SAM, 1), PupilForm)],
)
async def test_e_opens_the_form_of_the_row_under_the_cursor(
    tmp_path: Path, at: At, sheet: type
) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await put_cursor(app, pilot, at)
        await typed(pilot, "e")
        assert type(app.screen) is sheet
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)


@pytest.mark.parametrize(("kind", "sheet"), [(GUARDIAN, PersonForm), (CONTACT, ContactForm)])
async def test_e_on_a_person_opens_the_form_of_that_person(
    tmp_path: Path, kind: str, sheet: type
) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await put_cursor(app, pilot, At(kind, 1))
        await typed(pilot, "e")
        assert isinstance(app.screen, sheet)


async def test_a_vervolg_leads_to_the_note_it_came_from(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "tab", "g", "enter")
        assert isinstance(app.screen, NoteEdit)
        assert app.screen.editor.text == TALKED


async def test_a_place_without_a_talk_has_no_text_to_change(tmp_path: Path) -> None:
    async with dossier(tmp_path, pupil_id=DAAN) as (app, pilot):
        mark_attendance(app.casebook, 4, Attendance.NO_SHOW)
        app.reload()
        await typed(pilot, "g", "e")
        assert isinstance(app.screen, Dossier)
        assert "geen notitie" in status(app)


async def test_1_to_4_judge_the_agreement_under_the_cursor_and_go_on(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await put_cursor(app, pilot, At(AGREEMENT, 2))
        assert "1 gelukt" in status(app)
        await typed(pilot, "2", "1")
        assert [one.status for one in agreements(app)] == [
            "gelukt",
            "deels gelukt",
            "gelukt",
            "open",
        ]
        assert lists(app)[1].cursor_key == At(AGREEMENT, 4)
        await typed(pilot, "u", "u")
        assert [one.status for one in agreements(app)] == ["gelukt", "open", "open", "open"]


async def test_digits_on_any_other_row_lead_to_the_places(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "1")
        assert not isinstance(app.screen, Dossier)
        assert [one.status for one in agreements(app)] == ["gelukt", "open", "open", "open"]


async def test_d_goes_on_with_the_doel_that_runs_and_else_begins_one(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "d")
        assert isinstance(app.screen, GoalForm)
        assert app.screen.form.lines[0].value == "3 naar 8 van de 10 ochtenden"
        await typed(pilot, "escape")
        edit_goal(app.casebook, 1, GoalDetails("klaar", status=GoalStatus.REACHED), version=1)
        app.reload()
        await typed(pilot, "d")
        assert isinstance(app.screen, GoalForm)
        assert app.screen.form.lines[0].value == ""


@pytest.mark.parametrize(
    ("place", "sheet"),
    [
        ("formulier:doel:1", GoalForm),
        ("formulier:afspraak:nieuw:1", AgreementForm),
        ("formulier:ouder:1", PersonForm),
        ("formulier:notitie:1", NoteEdit),
    ],
)
async def test_a_concept_of_a_form_is_gone_on_with_over_its_dossier(
    tmp_path: Path, place: str, sheet: type
) -> None:
    async with desk(tmp_path, (80, 24), prepare=tell) as (app, pilot):
        app.casebook.drafts.keep(place, "Wie: mentor", (0, 11), SAM)
        await go_on(app, InConcept(place, SAM, None))
        await typed(pilot)
        assert type(app.screen) is sheet
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)
        assert app.screen.subject == SAM
