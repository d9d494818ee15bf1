"""A talk is not let go without a moment to look back: asked once, `niet nodig` is an answer."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from spreekuur.actions.office_hours import Hours, give_place, plan_office_hours
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.views.today import stuck
from tests.tui.builder import DAY, StillApp, typed
from tests.tui.live_hour import afternoon, card, live, status

ASKED = "Wanneer verder?"


def stuck_now(app: StillApp) -> list[int]:
    with app.casebook.read() as connection:
        return [one.pupil_id for one in stuck(connection, DAY)]


def answers(app: StillApp) -> list[tuple[str | None, str]]:
    with app.casebook.read() as connection:
        rows = connection.execute("SELECT day, status FROM follow_up WHERE id > 1 ORDER BY id")
        return [tuple(row) for row in rows]


async def test_a_note_saved_before_is_asked_about_when_the_talk_ends(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f2", "f3")
        assert status(app).startswith(ASKED)
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        await typed(pilot, *"3 dec", "f3")
        assert {one.status for one in card(app, 1).agreements} == {AgreementStatus.OPEN}
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        assert answers(app) == [("2026-12-03", "open")]


async def test_what_was_saved_before_may_have_answered_it(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "enter", *"> niet nodig", "f2", "f3")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        await typed(pilot, *"Kort.", "f2", *"> vr", "f2", *"Nog iets.", "f3")
        assert afternoon(app).taken[1].attendance is Attendance.PRESENT


async def test_the_day_of_a_doel_or_an_afspraak_does_not_answer_it(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"* 3 naar 8 keer, 8 dec", "enter", *"! ik: bel mentor, vr", "f3")
        assert status(app).startswith(ASKED)


async def test_a_later_place_or_a_turn_on_the_waiting_list_answers_it(tmp_path: Path) -> None:
    def planned(casebook: Casebook) -> None:
        give_place(casebook, 2, 1)
        plan_office_hours(casebook, Hours(1, date(2026, 12, 1), time(13), time(13, 20)))
        give_place(casebook, 3, 9)

    async with live(tmp_path, prepare=planned) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        await typed(pilot, *"Gaat goed.", "enter", *">>", "f3")
        assert status(app).startswith("Bewaard. di 1 dec is vol: op de wachtlijst.")


async def test_who_is_left_without_an_answer_stands_under_zonder_vervolg(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(
            pilot, "f3", "f3", *"Gaat goed.", "f2", "escape", "j", "enter", "escape", "k", "a"
        )
        assert stuck_now(app) == [2]


async def test_leaving_under_the_question_keeps_the_note_and_asks_again(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3", "escape", "escape", "j", "enter")
        await typed(pilot, "escape", "k", "enter")
        assert app.screen.query_one("NoteArea").text.strip() == "Gaat goed."  # type: ignore[attr-defined]
        await typed(pilot, "f3")
        assert status(app).startswith(ASKED)
        await typed(pilot, "enter")
        assert answers(app) == [(None, "niet nodig")]
