"""The end of the afternoon by keys: everybody has an answer, and nothing leaves unread."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

from textual.app import App

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.office_hours import Hours, give_place, mark_attendance, plan_office_hours
from spreekuur.actions.schools import ContactDetails, add_contact, say_left
from spreekuur.actions.settings import AboutYou, introduce
from spreekuur.rules.labels import Attendance
from spreekuur.store.casebook import Casebook
from spreekuur.tui.feedback_rows import feedback_lines
from spreekuur.tui.screens.closing import ClosingDesk
from spreekuur.tui.screens.contact_form import ContactForm
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.tui.screens.feedback import FeedbackDesk
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.widgets.row_source import Row
from spreekuur.views.feedback import feedback_view
from tests.dump import dump
from tests.tui.builder import BEFORE, DAY, StillApp, desk, make_casebook, typed
from tests.tui.live_hour import status
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
SAID = """Gamet 's avonds laat door.
+ Sam komt 8 van de 10 ochtenden op tijd
! mentor: appt om 7.30 uur, 8 dec
>>"""
CLOSING = ("enter", "escape", "s")
"""From Vandaag to the close."""


def afternoon(casebook: Casebook) -> None:
    """Sam was spoken, Noor did not come, Ilyas and Daan were not reached."""
    introduce(casebook, AboutYou("Mirthe Haan", phone="06-00 00 00 10", municipality="Veenmeer"))
    mentor = ContactDetails("Wil Hartog", "mentor", receives_feedback=True, classes="4H2")
    add_contact(casebook, 1, mentor)
    save_note(casebook, SAID, About(1, appointment_id=1), today=DAY)
    mark_attendance(casebook, 1, Attendance.PRESENT)
    mark_attendance(casebook, 2, Attendance.NO_SHOW)


def first(app: StillApp, sql: str) -> Any:
    with app.casebook.read() as connection:
        return connection.execute(sql).fetchone()


async def test_each_row_takes_one_key_and_the_close_two_more(
    tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, prepare=afternoon) as (app, pilot):
        await typed(pilot, *CLOSING)
        assert isinstance(app.screen, ClosingDesk)
        before = dump(app.casebook)
        await typed(pilot, "enter", "b", "x")
        text = screen_text(app)
        assert "✓ opnieuw di 8 dec 13:20" in text
        assert "✓ bellen wo 25 nov" in text
        assert "✓ geen vervolg" in text
        await typed(pilot, "enter")
        said = "Spreekuur afgesloten. 1 gesproken, 1 niet verschenen. u maakt het ongedaan."
        assert said in screen_text(app)
        golden(app, "closing_done_80")
        await typed(pilot, "u", "u", "u", "u")
        assert dump(app.casebook) == before
        assert "nog 3 te kiezen" in screen_text(app)


async def test_later_leaves_it_open(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=afternoon) as (app, pilot):
        await typed(pilot, *CLOSING, "w", "s")
        assert "Nog 2 te kiezen." in screen_text(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert first(app, "SELECT status FROM office_hours WHERE id = 1") == ("gepland",)
        assert first(app, "SELECT count(*) FROM waiting_entry") == (1,)


async def test_what_comes_next_is_told_with_its_time(tmp_path: Path) -> None:
    def placed(casebook: Casebook) -> None:
        afternoon(casebook)
        later = plan_office_hours(casebook, Hours(1, date(2026, 12, 15), time(13), time(16)))
        for number, pupil in ((2, 3), (later, 4)):
            give_place(casebook, number, pupil)

    async with desk(tmp_path, prepare=placed) as (app, pilot):
        await typed(pilot, *CLOSING)
        for width in (80, 60):
            await pilot.resize_terminal(width, 24)
            await typed(pilot)
            for when in ("di 8 dec 13:20", "di 15 dec 13:00"):
                assert f"✓ spreekuur {when}" in screen_text(app)


async def test_what_to_mind_is_said_of_the_row_under_the_cursor_only(tmp_path: Path) -> None:
    def missed_twice(casebook: Casebook) -> None:
        before = plan_office_hours(casebook, Hours(1, BEFORE, time(13), time(16)))
        mark_attendance(casebook, give_place(casebook, before, 4), Attendance.NO_SHOW)
        for number in (3, 4):
            mark_attendance(casebook, number, Attendance.NO_SHOW)

    async with desk(tmp_path, prepare=missed_twice) as (app, pilot):
        await app.push_screen(ClosingDesk(1))
        await typed(pilot, "G")
        assert status(app).startswith("16+: ouders alleen dat")
        await typed(pilot, "k")
        assert "16+" not in status(app)
        await typed(pilot, "j", "o")
        assert status(app).startswith("Opnieuw: di 8 dec")


async def test_what_is_decided_is_not_decided_again(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=afternoon) as (app, pilot):
        await typed(pilot, *CLOSING, "o", "k", "b")
        assert "Hier is al over besloten. Maak dat eerst ongedaan." in screen_text(app)
        await typed(pilot, "enter", "c")
        assert "Naar collega. u maakt het ongedaan." in screen_text(app)


async def test_from_the_close_to_what_goes_back(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await typed(pilot, *CLOSING, "enter", "enter", "enter", "enter", "enter")
        assert isinstance(app.screen, FeedbackDesk)
        text = screen_text(app)
        assert "0 van 2 verstuurd" in text
        assert "Voor: Hennie Drenth, ondersteuningscoördinator" in text
        await typed(pilot, "j")
        text = screen_text(app)
        assert "Voor: Wil Hartog, mentor 4H2" in text
        assert "U appt om 7.30 uur (dinsdag 8 december)." in text
        assert "Gamet" not in text


async def test_what_was_sent_is_kept_to_read_again(tmp_path: Path, golden: Golden) -> None:
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "j", "c")
        assert "Naar de terminal gestuurd." in screen_text(app)
        assert app.clipboard.startswith("Leerplichtspreekuur Veenwijzer, dinsdag 24 november 2026")
        assert first(app, "SELECT count(*) FROM feedback") == (0,)
        await typed(pilot, "v")
        kept = first(app, "SELECT contact_id, receiver, text, sent_by FROM feedback")
        assert kept == (4, "Wil Hartog", app.clipboard, "klembord")
        assert first(app, "SELECT count(*), min(pupil_id) FROM feedback_pupil") == (1, 1)
        assert "1 van 2 verstuurd" in screen_text(app)
        mark_attendance(app.casebook, 1, Attendance.LATE)
        await typed(pilot, "u", "u", "v", "G")
        assert ", klembord" in screen_text(app)
        await typed(pilot, "v")
        assert "Deze tekst is al verstuurd" in screen_text(app)
        await typed(pilot, "g", "j", "f9", "c")
        assert "Afgeschermd is niet te lezen wat er gaat." in screen_text(app)


async def test_a_change_after_sending_is_said(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "v")
        mark_attendance(app.casebook, 1, Attendance.LATE)
        app.reload()
        await typed(pilot, "j", "k")
        text = screen_text(app)
        assert "gewijzigd" in text
        assert "Gewijzigd sinds het verstuurd is; zo gaat het nu" in text
        assert "0 van 2 verstuurd" in text


async def test_a_text_goes_to_a_private_file_of_her_own(tmp_path: Path, home: Path) -> None:
    (home / "Documenten").mkdir()
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "j", "b", "f2")
        await typed(pilot, "b", "f2")
        names = sorted(one.name for one in (home / "Documenten").iterdir())
        assert names == [f"terugkoppeling-veenwijzer-2026-11-24-{n}.txt" for n in (1, 2)]
        for one in (home / "Documenten").iterdir():
            assert stat.S_IMODE(one.stat().st_mode) == 0o600
            assert "Voor: Wil Hartog, mentor 4H2" in one.read_text(encoding="utf-8")
        await typed(pilot, "v")
        assert first(app, "SELECT sent_by FROM feedback") == ("bestand",)
        await typed(pilot, "b", *"/geen/map", "f2")
        assert "Deze map is er niet." in screen_text(app)
        (home / "Documenten" / "geen" / "map").mkdir(parents=True)
        await typed(pilot, "f2")
        named = "~/Documenten/geen/map/terugkoppeling-veenwijzer-2026-11-24-1.txt"
        assert f"Alleen voor jou: {named}." in " ".join(screen_text(app).split())
        await typed(pilot, "b")
        assert re.search(r"Map +~/Documenten/geen/map +nieuw bestand", screen_text(app))


def test_who_had_no_place_is_named_so_on_the_day_of_a_spreekuur(tmp_path: Path) -> None:
    casebook = make_casebook(tmp_path)
    mark_attendance(casebook, 1, Attendance.PRESENT)
    for day in (DAY, BEFORE):
        save_note(casebook, "@ vader, telefoon\n+ Amal is er weer", About(8), today=day)
    with casebook.read() as connection:
        shown = {}
        for day in (DAY, BEFORE):
            view = feedback_view(connection, 1, day, DAY)
            assert view
            lines = feedback_lines(view, 78, shielded=False)
            shown[day] = [str(one.parts[2]) for one in lines if isinstance(one, Row)]
    assert "buiten het spreekuur" in " ".join(shown[DAY])
    assert "buiten" not in " ".join(shown[BEFORE])
    casebook.close()


async def test_the_uitkomst_is_one_line_that_goes_along(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "e")
        assert "Zet de cursor op een jongere" in screen_text(app)
        await typed(pilot, "j", "j", "e", *"Blijft bij leerplicht", "f2")
        assert first(app, "SELECT outcome FROM appointment WHERE id = 1") == (
            "Blijft bij leerplicht",
        )
        await typed(pilot, "k")
        assert "Uitkomst: Blijft bij leerplicht." in screen_text(app)
        await typed(pilot, "j", "e", *" ADHD")
        assert "Gezondheid genoemd." in screen_text(app)


async def test_the_text_for_ouders_says_nothing_of_the_talk(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "j", "j")
        text = screen_text(app)
        assert "Zo gaat het naar ouders" in text
        assert "Met Sam is dit schooljaar 1 keer gesproken" in text
        assert "ochtenden op tijd" not in text
        await typed(pilot, "v")
        assert first(app, "SELECT contact_id, receiver FROM feedback") == (
            None,
            "ouders van J-0001",
        )


async def test_without_a_receiver_the_key_that_adds_one_is_named(tmp_path: Path) -> None:
    def nobody(casebook: Casebook) -> None:
        afternoon(casebook)
        for number in (1, 4):
            say_left(casebook, number, DAY, version=1)

    async with desk(tmp_path, prepare=nobody) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await pilot.pause()
        asked = "Niemand op deze school krijgt terugkoppeling. m voegt een contactpersoon toe."
        assert asked in " ".join(screen_text(app).split())
        await typed(pilot, "m")
        assert isinstance(app.screen, ContactForm)


async def test_a_long_text_can_be_read_to_its_end_at_80_columns(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=afternoon) as (app, pilot):
        await app.push_screen(FeedbackDesk(1, DAY))
        await typed(pilot, "pagedown", "pagedown", "pagedown")
        assert "Vragen? Bel gerust: Mirthe Haan, 06-00 00 00 10." in screen_text(app)
        await typed(pilot, "pageup", "pageup", "pageup")
        assert "Voor: Hennie Drenth, ondersteuningscoördinator" in screen_text(app)


async def test_the_dossier_leads_to_what_goes_back_of_its_last_day(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=afternoon) as (app, pilot):
        await app.open_dossier(1)
        await typed(pilot, "r")
        assert isinstance(app.screen, FeedbackDesk)
        assert "di 24 nov" in screen_text(app)
        await typed(pilot, "escape")
        assert isinstance(app.screen, Dossier)
        await app.open_dossier(7)
        await typed(pilot, "r")
        assert "Deze jongere staat op geen school. e vult dat aan." in screen_text(app)
