"""The live hour: everything one jongere needs in at most six keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from spreekuur.actions.office_hours import (
    Hours,
    mark_attendance,
    plan_office_hours,
)
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.views.timeline import timeline
from tests.tui.builder import DAY, concept_kept, desk, typed
from tests.tui.live_hour import NOW, afternoon, card, live, status
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_who_sits_down_is_seen_with_agreements_goal_and_scale(
    tmp_path: Path, golden: Golden, size: tuple[int, int]
) -> None:
    async with live(tmp_path, size) as (app, pilot):
        golden(app, f"spreekuur-begin-{size[0]}x{size[1]}")
        await typed(pilot, "1", "2", *"Vroeg op.", "enter", *"= 6", "enter")
        await typed(pilot, *"! mentor: appt, vr", "enter", *"! gaat beter zijn best doen")
        app.keep_everything()
        await concept_kept(pilot)
        golden(app, f"spreekuur-notitie-{size[0]}x{size[1]}")
        await typed(pilot, "escape")
        golden(app, f"spreekuur-lijst-{size[0]}x{size[1]}")


async def test_one_jongere_takes_six_keys_beyond_the_words(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        words = ["Twee wekkers helpen.", " mentor: appt om 7.30 uur, vr"]
        keys = ["enter", "!", "enter", ">", ">", "f3"]
        await typed(pilot, *words[0], keys[0], keys[1], *words[1], *keys[2:])
        assert len(keys) <= 6
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        assert isinstance(app.screen, OfficeHoursDesk)
        assert app.screen.subject == 2
        assert card(app, 1).open_agreements[-1].who == "mentor"
        assert "Bewaard." in status(app)


async def test_last_agreements_are_judged_by_one_digit_each_and_then_digits_are_text(
    tmp_path: Path,
) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "1", "3", "2")
        judged = [one.status for one in card(app, 1).agreements]
        assert judged == [AgreementStatus.DONE, AgreementStatus.NOT_DONE]
        assert app.screen.query_one("NoteArea").text == "2"  # type: ignore[attr-defined]


async def test_any_other_character_starts_the_note_and_digits_stay_text(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "o", "m", " ", "1", "2")
        assert app.screen.query_one("NoteArea").text == "om 12"  # type: ignore[attr-defined]
        assert {one.status for one in card(app, 1).agreements} == {AgreementStatus.OPEN}


@pytest.mark.parametrize(
    ("answer", "day", "needed"),
    [
        (("enter",), None, False),
        ((*"3 dec", "f3"), date(2026, 12, 3), True),
        ((*"na kerst", "f3"), date(2027, 1, 4), True),
    ],
)
async def test_a_talk_without_vervolg_asks_once(
    tmp_path: Path, answer: tuple[str, ...], day: date | None, needed: bool
) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3")
        assert status(app).startswith("Wanneer verder?")
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        await typed(pilot, *answer)
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        with app.casebook.read() as connection:
            row = connection.execute(
                "SELECT day, status FROM follow_up ORDER BY id DESC"
            ).fetchone()
        assert row == (str(day) if day else None, "open" if needed else "niet nodig")


async def test_the_question_may_stay_unanswered(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "f3")
        assert "⏎ niet nodig" in screen_text(app).splitlines()[-1]
        await typed(pilot, "f3")
        assert status(app).startswith("Bewaard. Esc u maakt het ongedaan.")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT


async def test_late_stays_late(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "t", "enter", "f3")
        assert afternoon(app).taken[0].attendance is Attendance.LATE


async def test_the_list_marks_with_one_letter_and_undo_takes_it_back(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "j", "j", "z")
        assert afternoon(app).taken[2].attendance is Attendance.SICK
        await typed(pilot, "u")
        assert afternoon(app).taken[2].attendance is Attendance.INVITED
        assert status(app).startswith("Ongedaan gemaakt: opkomst")


async def test_escape_and_a_letter_do_what_the_function_keys_do(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "enter", *">vr", "escape", "a")
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        assert app.screen.subject == 2  # type: ignore[attr-defined]
        await typed(pilot, "escape", "x")
        assert afternoon(app).taken[1].attendance is Attendance.NO_SHOW


async def test_undo_of_a_finished_talk_brings_note_and_place_back(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Gaat goed.", "enter", *">vr", "f3", "escape", "u", "k", "k", "enter")
        assert app.screen.query_one("NoteArea").text == "Gaat goed.\n>vr"  # type: ignore[attr-defined]
        assert afternoon(app).taken[0].attendance is Attendance.INVITED


async def test_names_of_others_are_initials_while_the_cursor_is_in_the_note(
    tmp_path: Path,
) -> None:
    async with live(tmp_path, (120, 40)) as (app, pilot):
        assert "N.B." in screen_text(app)
        assert "van den Berg" not in screen_text(app)
        await typed(pilot, "escape")
        assert "Noor van den Berg" in screen_text(app)


async def test_a_full_afternoon_ends_in_the_list(tmp_path: Path) -> None:
    def all_seen(casebook: Casebook) -> None:
        for number in (2, 3, 4):
            mark_attendance(casebook, number, Attendance.PRESENT)

    async with live(tmp_path, prepare=all_seen) as (app, pilot):
        await typed(pilot, "f3", "f3")
        assert app.screen.listing  # type: ignore[attr-defined]
        with app.casebook.read() as connection:
            assert timeline(connection, 1, DAY)[0].attendance is Attendance.PRESENT


async def test_the_screen_follows_its_size_while_it_stands(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Vroeg op.")
        for size in ((120, 40), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            widest = max(len(row) for row in screen_text(app).splitlines())
            assert widest <= size[0] - 1
            assert "Vroeg op." in screen_text(app)


async def test_an_empty_spreekuur_says_which_keys_fill_it(tmp_path: Path) -> None:
    def plan(casebook: Casebook) -> None:
        plan_office_hours(casebook, Hours(1, DAY, time(9), time(10)))

    async with desk(tmp_path, prepare=plan, moment=NOW) as (app, pilot):
        await app.open_office_hours(3)
        await typed(pilot)
        rows = screen_text(app).splitlines()
        assert "Nog niemand op de lijst. l plakt de lijst van school, i zet er" in rows[3]
        assert "▸" not in rows[1]
        assert "i inschuiven  l lijst" in rows[-2]
        assert "aanwezig" not in rows[-1]


async def test_who_sits_at_the_table_is_shown_as_marked(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Kort.", "escape")
        assert "7x te laat       nu                 concept" in screen_text(app)
        await typed(pilot, "t")
        assert "✓ Sam de Groot" in screen_text(app)
        assert "7x te laat       te laat            concept" in screen_text(app)


async def test_a_long_school_gives_way_to_day_and_room(tmp_path: Path) -> None:
    def rename(casebook: Casebook) -> None:
        with casebook.change("School hernoemd") as session:
            from spreekuur.model import School

            session.get_one(School, 1).short_name = "Reformatorische Scholengemeenschap " * 3

    async with live(tmp_path, (80, 24), rename) as (app, _):
        header = screen_text(app).splitlines()[0]
        assert "… · di 24 nov · kamer 0.14  13:07   1 van 4" in header


async def test_on_a_low_screen_the_name_and_the_note_stay(tmp_path: Path) -> None:
    async with live(tmp_path, (60, 16)) as (app, pilot):
        await typed(pilot, *"Komt op tijd.")
        rows = screen_text(app).splitlines()
        assert rows[3].startswith(" Sam de Groot")
        assert any(row.startswith(" Komt op tijd.") for row in rows)
