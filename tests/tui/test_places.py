"""Places move during the afternoon, with one key each and in view of what follows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from spreekuur.actions.goals import judge
from spreekuur.actions.office_hours import give_place, mark_attendance
from spreekuur.actions.places import plan_discussion
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.rules.labels import AgreementStatus, Attendance
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from tests.dump import dump
from tests.tui.builder import DAY, typed
from tests.tui.live_hour import afternoon, full, live, status
from tests.tui.screen_text import screen_text


async def test_each_key_moves_a_place_and_undo_takes_every_one_back(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=full) as (app, pilot):
        await typed(pilot, "escape", "j")
        first = dump(app.casebook)
        held = [one.pupil_id for one in afternoon(app).held]
        for keys, said in (
            (("e",), "13:20 duurt nu 25 min. 3 gesprekken schuiven op."),
            (("p", *"13:00", "enter"), "Nu om 13:00."),
            (("w",), "Wacht nu op di 8 dec. Plek 13:20 vrij. + geeft hem aan J.G. (6 dagen)."),
            (("p", *"16:40", "enter"), "Nu om 16:40. Plek 13:20 vrij. + geeft hem aan J.G."),
            (("c",), "Bij collega. Plek 13:20 vrij."),
            (("p", ">", ">", "enter"), "Naar het volgende spreekuur. Plek 13:20 vrij."),
            (("minus",), "Van de lijst gehaald. Plek 13:20 vrij."),
        ):
            await typed(pilot, *keys)
            assert status(app).startswith(said)
            assert dump(app.casebook) != first
            await typed(pilot, "u")
            assert dump(app.casebook) == first, keys
            await typed(pilot, "g", "j")
        assert [one.pupil_id for one in afternoon(app).held] == held


async def test_a_discussion_has_a_topic_and_no_attendance(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "b", *"verzuim 4H2", "enter")
        assert status(app) == "Casuïstiek om 14:20. u maakt het ongedaan."
        assert "14:20 · casuïstiek" in screen_text(app)
        await typed(pilot, *"jjjj", "a")
        assert status(app).startswith("Een casuïstiekbespreking heeft geen opkomst.")
        await typed(pilot, "p", *"16:10", "enter")
        assert afternoon(app).places[-1].reason == "verzuim 4H2"
        await typed(pilot, "enter")
        assert type(app.screen).__name__ == "QuickNote"


async def test_who_is_skipped_comes_back_after_the_others(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, *"Is er zo.", "f6")
        assert app.screen.subject == 2  # type: ignore[attr-defined]
        assert status(app) == "Overgeslagen, komt straks terug."
        assert afternoon(app).taken[0].attendance is Attendance.INVITED
        await typed(pilot, "f3", "f3", "escape", "f6")
        assert app.screen.subject == 4  # type: ignore[attr-defined]
        await typed(pilot, "f3", "f3")
        assert app.screen.subject == 1  # type: ignore[attr-defined]
        assert app.screen.query_one("NoteArea").text == "Is er zo."  # type: ignore[attr-defined]
        mark_attendance(app.casebook, 3, Attendance.PRESENT)
        await typed(pilot, "f6")
        assert status(app) == "Er komt nu niemand anders."


async def test_a_key_that_can_not_do_anything_says_why(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "G")
        for key, reason in (
            ("w", "Zet de cursor op een jongere"),
            ("e", "Zet de cursor op een plek"),
            ("p", "Zet de cursor op een plek"),
            ("minus", "Zet de cursor op een jongere"),
            ("plus", "Op deze school wacht niemand"),
        ):
            await typed(pilot, key)
            assert status(app).startswith(reason), key
        await typed(pilot, "g", "j", "a", "p")
        assert status(app).startswith("Met deze jongere is al gesproken.")


async def test_a_time_that_does_not_fit_is_said_before_and_refused(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "j", "p", *"13:45")
        assert "? 13:45 overlapt een ander gesprek" in screen_text(app)
        await typed(pilot, "enter")
        assert status(app).startswith("Deze plek is al bezet.")
        assert "13:45" in screen_text(app)
        await typed(pilot, *["backspace"] * 5, *"13:40")
        assert "13:40, ruilt met I.Ö." in screen_text(app)
        await typed(pilot, "escape", "p", *"later", "enter")
        assert status(app).startswith("Hoe laat?")


async def test_a_talk_that_took_place_is_called_off_by_the_same_key_twice(tmp_path: Path) -> None:
    def spoken(casebook: Casebook) -> None:
        mark_attendance(casebook, 1, Attendance.PRESENT)

    async with live(tmp_path, prepare=spoken) as (app, pilot):
        await typed(pilot, "escape", "g")
        before = dump(app.casebook)
        for key in "mchzx":
            await typed(pilot, key)
            assert status(app).startswith("Met deze jongere is al gesproken. Dezelfde toets"), key
        await typed(pilot, *"mjkmahm")
        assert dump(app.casebook) == before
        assert afternoon(app).taken[0].attendance is Attendance.PRESENT
        await typed(pilot, "m")
        assert afternoon(app).taken[0].attendance is Attendance.CANCELLED
        await typed(pilot, "u", "g", "enter", "f4")
        assert dump(app.casebook) == before
        await typed(pilot, "f4")
        assert afternoon(app).taken[0].attendance is Attendance.NO_SHOW
        await typed(pilot, "escape", "j", "p", *"13:00", "enter")
        assert "13:00 is bezet" in screen_text(app)
        assert status(app).startswith("Deze plek is al bezet.")


async def test_the_cursor_goes_to_who_comes_back_on_the_list(tmp_path: Path) -> None:
    async with live(tmp_path) as (app, pilot):
        await typed(pilot, "escape", "g", "j", "j", "minus", "G", "u", "x")
        assert afternoon(app).taken[2].attendance is Attendance.NO_SHOW
        assert "naar school" not in screen_text(app)


async def test_a_closed_spreekuur_says_so_and_stays_as_it_is(tmp_path: Path) -> None:
    def closed(casebook: Casebook) -> None:
        with casebook.change("Spreekuur afgesloten") as session:
            from spreekuur.model import OfficeHours

            found = session.get(OfficeHours, 1)
            assert found
            found.status = "afgerond"

    async with live(tmp_path, prepare=closed) as (app, pilot):
        assert "afgesloten" in screen_text(app).splitlines()[0]
        before = dump(app.casebook)
        await typed(pilot, "f3")
        assert status(app) == "Dit spreekuur is afgesloten. Esc u maakt het ongedaan."
        await typed(pilot, "escape", "g", "j")
        for key in (*"atxmzhcwepiblv", "plus", "minus", "f3", "f4"):
            await typed(pilot, key)
            assert status(app) == "Dit spreekuur is afgesloten. u maakt het ongedaan.", key
        assert dump(app.casebook) == before
        add_pupil(app.casebook, PupilDetails(PersonName("Jo", "", "Zomer")))
        await typed(pilot, "m")
        assert status(app) == (
            "Dit spreekuur is afgesloten. u maakt het ongedaan, na wat er later kwam."
        )
        await typed(pilot, "escape")
        text = screen_text(app)
        assert "afgesloten" in text
        assert "⏎ begin" not in text
        assert "plekken   " not in text


async def test_the_list_says_of_each_what_asks_for_care(tmp_path: Path) -> None:
    def prepare(casebook: Casebook) -> None:
        judge(casebook, 1, AgreementStatus.DONE, DAY)
        give_place(casebook, 1, 8, reason="uit beeld")
        plan_discussion(casebook, 1, "verzuim 4H2")
        with casebook.change("Duur") as session:
            from spreekuur.model import Appointment, OfficeHours, Settings

            appointment = session.get_one(Appointment, 2)
            appointment.attendance = Attendance.PRESENT
            appointment.ended_at = datetime(2026, 11, 24, 12, 37, tzinfo=UTC)
            appointment.started_at = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)
            session.get_one(OfficeHours, 1).list_closes_on = DAY - timedelta(days=400)
            session.get_one(Settings, 1).municipality = "Veenmeer"

    async with live(tmp_path, prepare=prepare) as (app, pilot):
        await typed(pilot, "escape")
        rows = screen_text(app).splitlines()
        assert rows[4].endswith("aanwezig            17 min")
        assert "thuis Turks" in rows[5]
        assert "zonder ouders" in rows[6]
        assert "nagekomen" in rows[6]
        assert "tolk Arabisch" in rows[7]
        assert "verzuim 4H2" in "".join(rows)
