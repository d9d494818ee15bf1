"""One school: all that is going on there, and who hears of it, each one key away."""

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
from spreekuur.actions.schools import ContactDetails, add_contact, say_left
from spreekuur.store.casebook import Casebook
from spreekuur.tui.dossier_people import NO_CONTACT
from spreekuur.tui.dossier_rows import CONTACT, NOTE, PUPIL, At
from spreekuur.tui.screens.contact_form import NO_NAME, ContactForm, role_meant
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.note_edit import NoteEdit
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.plan import PlanSheet
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.school import HAS_LEFT, NO_CONTACT_HERE, SchoolDesk
from spreekuur.tui.screens.school_form import SchoolForm
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.school import ContactView, contact_view
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
VEENWIJZER, ISK = 1, 3
HENNIE, OT = 1, 2
SAM = 1
SIZES = [(80, 24), (120, 40), (60, 24)]
SAID = """Het rooster wisselt; de fietsenstalling is dicht.
! mentor: belt, vr"""


def busy(casebook: Casebook) -> None:
    """Two notes on the school, somebody who waits, and a teamleider who left."""
    from spreekuur.model import Conversation, WaitingEntry

    known = ContactDetails("Wil Hartog", "teamleider", "06-00 00 00 03", "wil@example.nl")
    say_left(casebook, add_contact(casebook, VEENWIJZER, known), date(2026, 9, 1), version=1)
    for text, day in ((SAID, date(2026, 11, 3)), ("Teamleider weg.", date(2026, 9, 2))):
        save_note(casebook, text, About(school_id=VEENWIJZER), today=day, now=time(10))
    with casebook.change("Wachtlijst") as session:
        since = date(2026, 11, 18)
        entry = WaitingEntry(school_id=1, pupil_id=8, since=since, not_before=since)
        entry.reason = "uit beeld"
        session.add(entry)
        for number in (2, 3):  # As if written on the day itself.
            note = session.get(Conversation, number)
            assert note
            note.written_at = note.written_at.replace(year=2026, month=9, day=1)


@asynccontextmanager
async def school(
    tmp_path: Path,
    size: tuple[int, int] = (80, 24),
    school_id: int = VEENWIJZER,
    prepare: Callable[[Casebook], None] = busy,
) -> AsyncIterator[tuple[StillApp, Pilot[None]]]:
    async with desk(tmp_path, size, prepare=prepare) as (app, pilot):
        await app.open_school(school_id)
        await typed(pilot)
        yield app, pilot


def contact(app: StillApp, number: int) -> ContactView:
    with app.casebook.read() as connection:
        found = contact_view(connection, number)
    assert found
    return found


def go_to(app: StillApp, at: At) -> None:
    """The cursor on this row of the list that has it."""
    assert any(rows.move_to(at) for rows in app.screen.query(Rows))


@pytest.mark.parametrize("size", SIZES)
async def test_it_looks_the_same(tmp_path: Path, golden: Golden, size: tuple[int, int]) -> None:
    async with school(tmp_path, size) as (app, pilot):
        name = f"{size[0]}x{size[1]}"
        golden(app, f"school-{name}")
        await typed(pilot, "tab")
        golden(app, f"school-mensen-{name}")
        await typed(pilot, "m", *"oco", "enter", *"Lies de Boer")
        await concept_kept(pilot)
        golden(app, f"contact-formulier-{name}")


async def test_a_school_where_nothing_is_yet_says_which_keys_begin(tmp_path: Path) -> None:
    async with school(tmp_path, school_id=ISK) as (app, pilot):
        shown = screen_text(app)
        assert NO_CONTACT in shown
        assert "Nog geen spreekuur gepland. p plant het eerste." in shown
        assert "Nog geen notitie over deze school. n begint er een." in shown
        assert "Oksana Kovalenko C" in shown
        await typed(pilot, "tab")
        assert "Nog niemand. m voegt een contactpersoon toe." in screen_text(app)


async def test_m_adds_a_contact_person_and_shows_who_it_is(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "m", *"oco", "enter", *"Lies de Boer", "enter", *"4H1 5")
        await typed(pilot, "enter", *"06-00 00 00 04")
        await typed(pilot, "enter", *"lies@example.nl", "enter", "space", "f2")
        at = app.screen.query_one("#school-details", Rows).cursor_key
        assert isinstance(at, At)
        made = contact(app, at.id)
        assert (made.name, made.role) == ("Lies de Boer", "ondersteuningscoördinator")
        assert (made.phone, made.email) == ("06-00 00 00 04", "lies@example.nl")
        assert made.classes == "4H1 5"
        assert "klas 4H1 5" in screen_text(app)
        assert made.receives_feedback
        assert "Terugkoppeling  Hennie Drenth (oco), Lies de Boer (oco)" in screen_text(app)
        await typed(pilot, "u")
        assert "Lies" not in screen_text(app)


async def test_a_contact_person_needs_a_name(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "m", *"mentor", "f2")
        assert isinstance(app.screen, ContactForm)
        assert NO_NAME in screen_text(app)


@pytest.mark.parametrize(
    ("typed_role", "role"),
    [
        ("oco", "ondersteuningscoördinator"),
        ("Zoco", "zorgcoördinator"),
        ("verz", "verzuimcoördinator"),
        ("mentor", "mentor"),
        ("lee", "lee"),
        ("conciërge", "conciërge"),
        ("", ""),
    ],
)
def test_a_role_is_known_by_what_it_is_called_for_short(typed_role: str, role: str) -> None:
    assert role_meant(typed_role) == role


async def test_one_key_turns_feedback_off_and_on(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "tab", "t")
        assert not contact(app, HENNIE).receives_feedback
        assert "Krijgt geen terugkoppeling meer. u maakt het ongedaan." in screen_text(app)
        assert NO_CONTACT in screen_text(app)
        await typed(pilot, "t")
        assert contact(app, HENNIE).receives_feedback
        await typed(pilot, "u", "u")
        assert contact(app, HENNIE).version == 1


async def test_one_key_says_that_somebody_left_and_takes_it_back(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "tab", "v")
        assert contact(app, HENNIE).left_on == DAY
        shown = screen_text(app)
        assert "Vertrokken op di 24 nov. u maakt het ongedaan." in shown
        assert NO_CONTACT in shown
        await typed(pilot, "t")
        assert HAS_LEFT in screen_text(app)
        await typed(pilot, "v")
        assert contact(app, HENNIE).left_on is None
        assert contact(app, HENNIE).receives_feedback
        assert "Werkt hier weer." in screen_text(app)


async def test_keys_for_a_contact_person_say_where_they_work(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        for key in ("t", "v"):
            await typed(pilot, key)
            assert NO_CONTACT_HERE in screen_text(app)
        assert "t terugkoppeling" not in screen_text(app)
        await typed(pilot, "tab")
        assert "t terugkoppeling" in screen_text(app)


async def test_n_writes_about_the_school_and_the_note_stands_there(tmp_path: Path) -> None:
    async with school(tmp_path, prepare=lambda _: None) as (app, pilot):
        await typed(pilot, "n", *"Belronde gehouden.")
        assert isinstance(app.screen, QuickNote)
        await typed(pilot, "f2")
        assert isinstance(app.screen, SchoolDesk)
        assert "Belronde gehouden." in screen_text(app)


async def test_p_plans_here_with_the_school_filled_in(tmp_path: Path) -> None:
    async with school(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, "p")
        assert isinstance(app.screen, PlanSheet)
        await typed(pilot, *"15 dec", "enter", *"9:00-12:00", "f2")
        assert isinstance(app.screen, SchoolDesk)
        assert "di 15 dec  9:00   tot 12:00" in screen_text(app)


@pytest.mark.parametrize(
    ("at", "screen"),
    [
        (At(PUPIL, SAM), Dossier),
        (At("wachtlijst", 8, 1), Dossier),
        (At(NOTE, 2), NoteEdit),
    ],
)
async def test_enter_opens_what_the_row_is_about(tmp_path: Path, at: At, screen: type[Any]) -> None:
    async with school(tmp_path) as (app, pilot):
        go_to(app, at)
        await typed(pilot, "enter")
        assert isinstance(app.screen, screen)
        await typed(pilot, "escape")
        assert isinstance(app.screen, SchoolDesk)


async def test_enter_on_a_spreekuur_goes_to_the_table(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "enter")
        assert isinstance(app.screen, OfficeHoursDesk)


async def test_e_changes_the_contact_person_else_the_school(tmp_path: Path) -> None:
    async with school(tmp_path) as (app, pilot):
        await typed(pilot, "tab", "j", "e", "enter", "ctrl+u", *"Ot de Vries", "f2")
        assert contact(app, OT).name == "Ot de Vries"
        await typed(pilot, "G", "e")
        assert isinstance(app.screen, SchoolForm)
        await typed(pilot, "escape", "escape", "e")
        assert isinstance(app.screen, SchoolForm)


async def test_escape_goes_one_step_out(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=busy) as (app, pilot):
        await typed(pilot, "5", "G", "enter", "tab", "escape")
        assert isinstance(app.screen, SchoolDesk)
        assert "Spreekuren" in screen_text(app)
        await typed(pilot, "escape")
        assert not isinstance(app.screen, SchoolDesk)


async def test_shielded_no_name_and_no_word_of_a_note_can_be_read(tmp_path: Path) -> None:
    async with school(tmp_path, (120, 40)) as (app, pilot):
        await typed(pilot, "f9")
        shown = screen_text(app)
        for word in (
            "Drenth",
            "Hartog",
            "Groot",
            "Haddad",
            "uit beeld",
            "rooster",
            "06-00",
            "wil@",
        ):
            assert word not in shown
        assert "S.G. 4H2" in shown


async def test_a_contact_of_the_dossier_has_the_same_form(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=busy) as (app, pilot):
        await app.open_dossier(SAM)
        await typed(pilot, "tab")
        go_to(app, At(CONTACT, OT))
        await typed(pilot, "e")
        assert isinstance(app.screen, ContactForm)
        await typed(pilot, "enter", "ctrl+u", *"Ot Pols", "f2")
        assert contact(app, OT).name == "Ot Pols"
