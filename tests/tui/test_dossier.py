"""The dossier tells everything about one jongere, and each row leads to where it is changed."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from spreekuur.actions.feedback import Sending, keep_sent
from spreekuur.actions.goals import GoalDetails, edit_goal, judge
from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import mark_attendance
from spreekuur.rules.labels import AgreementStatus, Attendance, GoalStatus
from spreekuur.store.casebook import Casebook
from spreekuur.tui.concepts import go_on
from spreekuur.tui.dossier_rows import AGREEMENT, CONTACT, GOAL, GUARDIAN, NOTE, PUPIL, At
from spreekuur.tui.screens.agreement_form import AgreementForm
from spreekuur.tui.screens.contact_form import ContactForm
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.goal_form import GoalForm
from spreekuur.tui.screens.note_edit import NoteEdit
from spreekuur.tui.screens.person_form import PersonForm
from spreekuur.tui.screens.pupil_form import PupilForm
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.today_rows import InConcept
from spreekuur.tui.widgets.bars import StatusLine
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.card import AgreementView, pupil_card
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]

SAM, DAAN = 1, 4
CALLED = """@ do 12 nov 16:40 moeder, tel
Moeder wist niet van het gamen. De telefoon gaat nu om tien uur naar beneden."""
TALKED = """Twee wekkers helpen. Alleen de woensdagen gaan nog mis, dan fietst hij alleen.
= 6
* nu 7
+ Sam kwam 7 van de 10 ochtenden op tijd.
! Sam: regelt fietsmaatje voor wo, 8 dec
! mentor: appt alleen wo nog om 7.30, t/m 8 dec
>>"""


def tell(casebook: Casebook) -> None:
    """Sam's story: a call written down a day later, a talk today, one agreement kept."""
    judge(casebook, 1, AgreementStatus.DONE, DAY)
    save_note(casebook, CALLED, About(SAM), today=DAY)
    about = About(SAM, appointment_id=1)
    save_note(casebook, TALKED, about, today=DAY, now=time(13))
    mark_attendance(casebook, 1, Attendance.PRESENT)
    receivers = ("Ot Prins", "Hennie Drenth")
    sent = (Sending(1, date(2026, 11, 10), who, "Tekst.", pupils=(SAM,)) for who in receivers)
    keep_sent(casebook, "klembord", *sent)
    with casebook.change("Klok") as session:
        from spreekuur.model import Conversation, Feedback

        for number in (1, 2):
            feedback = session.get(Feedback, number)
            assert feedback
            feedback.sent_at = feedback.sent_at.fromisoformat("2026-11-10T16:00:00+00:00")
        for number, written in ((1, "2026-11-10"), (2, "2026-11-13"), (3, "2026-11-24")):
            note = session.get(Conversation, number)
            assert note
            note.written_at = note.written_at.fromisoformat(f"{written}T14:00:00+00:00")


@asynccontextmanager
async def dossier(
    tmp_path: Path, size: tuple[int, int] = (120, 40), pupil_id: int = SAM
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, prepare=tell) as (app, pilot):
        await app.open_dossier(pupil_id)
        await app.keys_handled()
        await pilot.pause()
        yield app, pilot


def lists(app: StillApp) -> tuple[Rows, Rows]:
    story, details, _ = app.screen.query(Rows)
    return story, details


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


@pytest.mark.parametrize(("name", "size"), [("80x24", (80, 24)), ("120x40", (120, 40))])
async def test_it_tells_the_whole_story(
    tmp_path: Path, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    async with dossier(tmp_path, size) as (app, _):
        golden(app, f"dossier-{name}")


async def test_at_80_columns_tab_shows_how_it_stands(tmp_path: Path, golden: Golden) -> None:
    async with dossier(tmp_path, (80, 24)) as (app, pilot):
        await typed(pilot, "tab")
        golden(app, "dossier-stand-80x24")
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)
        assert lists(app)[0].has_focus


async def test_nothing_runs_out_of_60_columns(tmp_path: Path) -> None:
    async with dossier(tmp_path, (60, 24)) as (app, pilot):
        for _ in range(2):
            shown = screen_text(app).split("\n")
            assert all(len(row) < 60 for row in shown)
            assert "…" not in "".join(shown[5:20]).replace("… nog", "")
            await typed(pilot, "tab")


async def test_a_jongere_nothing_was_said_about_says_which_key_begins(
    tmp_path: Path, golden: Golden
) -> None:
    async with dossier(tmp_path, (120, 40), 7) as (app, _):
        golden(app, "dossier-leeg-120x40")


async def test_shielded_it_shows_no_name_and_no_word(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "f9")
        shown = screen_text(app)
        assert "S.G." in shown
        for word in ("Groot", "Ilse", "Prins", "wekkers", "gamen", "fietsmaatje", "06-00"):
            assert word not in shown


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


async def test_the_cursor_stays_on_its_row_when_the_window_changes(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await typed(pilot, "j", "j", "j")
        at = lists(app)[0].cursor_key
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert lists(app)[0].cursor_key == at
        assert not app.screen.query_one("#dossier-right").display


async def test_a_jongere_who_was_undone_leaves_a_way_back(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24), filled=False) as (app, pilot):
        from spreekuur.actions.pupils import PupilDetails, add_pupil
        from spreekuur.rules.names import PersonName

        add_pupil(app.casebook, PupilDetails(PersonName("Sam", "de", "Groot")))
        await app.open_dossier(1)
        await typed(pilot, "u", "e")
        assert "Esc gaat terug" in screen_text(app)
        await typed(pilot, "escape")
        assert not isinstance(app.screen, Dossier)


async def test_a_burst_from_the_list_into_a_note_arrives_whole(tmp_path: Path) -> None:
    async with dossier(tmp_path) as (app, pilot):
        await pilot.press("n", *"Gaat goed", "enter", *">vr")
        await app.keys_handled()
        assert isinstance(app.screen, QuickNote)
        assert app.screen.editor.text == "Gaat goed\n>vr"


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


async def test_a_hit_of_the_search_is_under_the_cursor(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=tell) as (app, pilot):
        await typed(pilot, "slash", *"gamen")
        await app.screen.found()  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert isinstance(app.screen, Dossier)
        assert lists(app)[0].cursor_key == At(NOTE, 2)
