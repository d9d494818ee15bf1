"""Who does not come: two keys mark it and give a new place, and nothing is given by accident."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.pupils import PupilDetails, edit_pupil
from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.follow_ups import open_follow_ups
from tests.dump import dump
from tests.tui.builder import BEFORE, DAY, StillApp, typed
from tests.tui.live_hour import afternoon, live, status
from tests.tui.screen_text import screen_text


async def test_a_no_show_takes_two_keys_and_gives_a_new_place(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f3", "f3")
        await typed(pilot, "f4")
        assert status(app).startswith(
            "Niet verschenen, 1e keer. Voorstel: di 8 dec 13:00. ⏎ neemt het over."
        )
        await typed(pilot, "enter")
        assert afternoon(app).taken[1].attendance is Attendance.NO_SHOW
        missed = afternoon(app).taken[1]
        assert missed.reason
        given = [(place.pupil_id, place.reason) for place in afternoon(app, 2).taken]
        assert given == [(2, missed.reason)]
        assert app.screen.subject == 3  # type: ignore[attr-defined]


async def test_the_place_offered_is_at_the_school_one_sits_at(tmp_path: Path) -> None:
    def without_school(casebook: Casebook) -> None:
        details = PupilDetails(PersonName("Sam", "de", "Groot"))
        edit_pupil(casebook, 1, details, version=1)

    async with live(tmp_path, prepare=without_school) as (app, pilot):
        await typed(pilot, "f4")
        assert "Voorstel: di 8 dec 13:00." in status(app)
        await typed(pilot, "enter", "escape", "k", "k", "enter", *">>")
        assert "spreekuur di 8 dec 13:00" in screen_text(app)


async def test_typing_on_lets_the_offered_place_lapse(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "j", "enter", "a")
        assert app.screen.query_one("NoteArea").text == "j\na"  # type: ignore[attr-defined]
        assert afternoon(app, 2).taken == ()


async def test_a_no_show_with_a_note_asks_a_second_time(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "x", "f4")
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        assert status(app).startswith("Er staat al een notitie.")
        await typed(pilot, "f4")
        assert afternoon(app).taken[0].attendance is Attendance.NO_SHOW


async def test_an_offered_place_is_only_for_who_did_not_come(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "f4", "escape", "g", "j", "j", "j", "enter")
        assert app.screen.subject == 4  # type: ignore[attr-defined]
        await typed(pilot, "enter")
        assert afternoon(app, 2).taken == ()


def sentence(app: StillApp) -> str:
    return " ".join(status(app).split())


def missed_before(casebook: Casebook) -> None:
    """Everybody on the list did not come two weeks ago either."""
    before = plan_office_hours(casebook, Hours(1, BEFORE, time(13), time(16)))
    for pupil in (1, 2, 3, 4):
        place = give_place(casebook, before, pupil)
        mark_attendance(casebook, place, Attendance.NO_SHOW)


def coming(app: StillApp, pupil_id: int) -> list[tuple[str, date | None]]:
    with app.casebook.read() as connection:
        return [(one.action, one.on) for one in open_follow_ups(connection, pupil_id, DAY)]


async def test_the_second_time_an_oudergesprek_is_proposed_and_taken_over_in_one_step(
    tmp_path: Path,
) -> None:
    async with live(tmp_path, prepare=missed_before) as (app, pilot):
        before = dump(app.casebook)
        await typed(pilot, "f4")
        assert sentence(app) == (
            "Niet verschenen, 2e keer. Voorstel: oudergesprek, bellen wo 25 nov; plek di 8 dec "
            "13:00. ⏎ neemt het over."
        )
        await typed(pilot, "enter")
        assert coming(app, 1) == [
            ("ouders bellen voor oudergesprek", date(2026, 11, 25)),
            ("spreekuur", date(2026, 12, 8)),
        ]
        assert sentence(app) == (
            "Overgenomen: wo 25 nov ouders bellen voor oudergesprek. Esc u maakt het ongedaan."
        )
        await typed(pilot, "escape", "u")
        assert coming(app, 1) == []
        await typed(pilot, "u")
        assert dump(app.casebook) == before


async def test_from_sixteen_parents_hear_no_content_and_from_eighteen_nothing(
    tmp_path: Path,
) -> None:
    def grown(casebook: Casebook) -> None:
        missed_before(casebook)
        for pupil, born in ((1, date(2010, 11, 24)), (2, date(2008, 11, 24)), (3, None)):
            details = PupilDetails(PersonName("Bo", "", "Bakker"), born, school_id=1)
            edit_pupil(casebook, pupil, details, version=1)

    async with live(tmp_path, prepare=grown) as (app, pilot):
        caution = "plek di 8 dec 13:00. 16+: ouders alleen dat, hoe vaak en wanneer. ⏎"
        await typed(pilot, "f4")
        assert f"oudergesprek, bellen wo 25 nov; {caution}" in sentence(app)
        assert screen_text(app).splitlines()[-2].endswith(" ⏎ neemt het over.")
        await typed(pilot, "f4")
        assert "Voorstel: jongere bellen wo 25 nov; plek di 8 dec 13:00. ⏎" in sentence(app)
        assert "ouder" not in sentence(app)
        await typed(pilot, "f4")
        assert caution in sentence(app)


async def test_without_a_spreekuur_to_come_the_oudergesprek_stands_alone(tmp_path: Path) -> None:
    def last_one(casebook: Casebook) -> None:
        missed_before(casebook)
        with casebook.change("Spreekuur weg") as session:
            from spreekuur.model import OfficeHours

            session.delete(session.get_one(OfficeHours, 2))

    async with live(tmp_path, prepare=last_one) as (app, pilot):
        await typed(pilot, "f4")
        assert sentence(app).startswith("Niet verschenen, 2e keer. Voorstel: oudergesprek, bellen ")
        await typed(pilot, "enter")
        assert coming(app, 1) == [("ouders bellen voor oudergesprek", date(2026, 11, 25))]
