"""What is asked or offered at the table has an answer that works, and goes once it has none."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from spreekuur.actions.office_hours import (
    Hours,
    free_place,
    give_place,
    plan_office_hours,
    wait_for_place,
)
from spreekuur.actions.partners import PartnerDetails, add_partner
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from tests.tui.builder import DAY, StillApp, desk, typed
from tests.tui.live_hour import NOW, afternoon, live, status
from tests.tui.screen_text import screen_text

GONE = "Dit spreekuur staat niet meer in het bestand. Esc gaat terug."


def came(app: StillApp) -> list[Attendance | None]:
    return [one.attendance for one in afternoon(app).taken]


def given(app: StillApp) -> list[int | None]:
    return [one.pupil_id for one in afternoon(app, 2).taken]


def keys(app: StillApp) -> str:
    return " ".join(screen_text(app).splitlines()[-2:])


async def test_the_place_for_the_last_of_the_afternoon_is_taken_from_the_list(
    tmp_path: Path,
) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *["f3"] * 6, "f4")
        assert status(app).startswith("Niet verschenen, 1e keer. Voorstel: di 8 dec 13:00.")
        assert "⏎ neem over" in keys(app)
        await typed(pilot, "enter")
        assert given(app) == [4]
        await typed(pilot, "enter")
        assert app.screen.subject == 4  # type: ignore[attr-defined]


async def test_escape_says_no_to_what_was_offered_or_asked(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "escape")
        assert "⏎" not in status(app)
        assert "⏎ open" in keys(app)
        await typed(pilot, "enter", *"Gesproken.", "f3")
        assert status(app).startswith("Wanneer verder?")
        await typed(pilot, "escape")
        assert "Wanneer verder?" not in status(app)
        assert given(app) == []


async def test_what_is_asked_from_the_list_is_answered_in_the_note(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gesproken.", "escape", "a")
        assert status(app).startswith("Wanneer verder?")
        assert "⏎ niet nodig" in keys(app)
        await typed(pilot, "enter")
        assert came(app)[0] is Attendance.PRESENT


async def test_a_place_is_offered_although_the_next_one_has_a_concept(tmp_path: Path) -> None:
    def begun(casebook: Casebook) -> None:
        casebook.drafts.keep("gesprek:2", "Eerder getypt.", (0, 5), 2)

    async with live(tmp_path, prepare=begun) as (app, pilot):
        await typed(pilot, "f4", "enter")
        assert given(app) == [1]
        assert app.screen.query_one("NoteArea").text == "Eerder getypt."  # type: ignore[attr-defined]


async def test_in_the_list_f3_and_f4_are_about_who_is_under_the_cursor(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "j", "f4", "j", "f3")
        invited = Attendance.INVITED
        assert came(app) == [invited, Attendance.NO_SHOW, Attendance.PRESENT, invited]


async def test_a_question_goes_with_the_place_it_was_about(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gesproken.", "f3")
        free_place(app.casebook, 1)
        app.reload()
        await typed(pilot, "j")
        assert "Wanneer verder?" not in status(app)


async def test_a_spreekuur_that_goes_while_one_is_picked_for_it_says_so(tmp_path: Path) -> None:
    def full(casebook: Casebook) -> None:
        plan_office_hours(casebook, Hours(1, DAY, time(9), time(9, 20)))
        give_place(casebook, 3, 5)

    async with desk(tmp_path, prepare=full, moment=NOW) as (app, pilot):
        await app.open_office_hours(3)
        await typed(pilot, "escape", "i", *"haddad")
        app.casebook.undo()
        app.casebook.undo()
        app.reload()
        await typed(pilot, "enter")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert status(app) == GONE


async def test_a_partner_comes_into_no_note_of_nobody(tmp_path: Path) -> None:
    def helped(casebook: Casebook) -> None:
        add_partner(casebook, PartnerDetails("Jeugdarts"))

    async with live(tmp_path, prepare=helped) as (app, pilot):
        await typed(pilot, "f5")
        free_place(app.casebook, 1)
        app.reload()
        await typed(pilot, "enter")
        app.keep_everything()
        assert app.casebook.drafts.all() == []


async def test_who_waits_can_be_taken_off_and_the_key_bar_says_so(tmp_path: Path) -> None:
    def waits(casebook: Casebook) -> None:
        wait_for_place(casebook, 1, 5, DAY)

    async with live(tmp_path, (160, 40), prepare=waits) as (app, pilot):
        await typed(pilot, "escape", "G")
        assert "- van de lijst" in keys(app)
        await typed(pilot, "minus")
        assert afternoon(app).waiting == ()
