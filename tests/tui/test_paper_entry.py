"""An afternoon on paper: printed beforehand, typed in afterwards, one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from textual.app import App

from spreekuur.rules.labels import Attendance
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.paper_entry import NOTHING, PaperEntryDesk
from spreekuur.tui.screens.papers import THROW_AWAY
from spreekuur.tui.screens.today import Today
from spreekuur.views.agenda import office_hours_by_id
from spreekuur.views.card import pupil_card
from spreekuur.views.timeline import timeline
from tests.dump import dump
from tests.tui.builder import DAY, StillApp, concept_kept, desk, typed
from tests.tui.every_screen import press
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
TYPED = """1 laat Bus gemist. ! mentor: appt om 7.30 uur, vr
= 6
2 nv
3 ziek Moeder belde.
4 kwijt
wat hierbij hoort"""


def came(app: StillApp) -> list[Attendance | None]:
    with app.casebook.read() as connection:
        hours = office_hours_by_id(connection, 1)
    assert hours
    return [place.attendance for place in hours.taken]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=str)
async def test_it_reads_beside_the_text_who_it_is(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await press(app, pilot, "enter", "escape", "v", TYPED)
        await concept_kept(pilot)
        golden(app, f"paper_entry_{size[0]}x{size[1]}")


async def test_all_that_is_sure_goes_in_as_one_step_and_the_rest_stays(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await press(app, pilot, "enter", "escape", "v", TYPED)
        await concept_kept(pilot)
        before = dump(app.casebook, without=("draft",))
        await typed(pilot, "f2")
        assert came(app)[:4] == [
            Attendance.LATE,
            Attendance.NO_SHOW,
            Attendance.SICK,
            Attendance.INVITED,
        ]
        with app.casebook.read() as connection:
            sam = timeline(connection, 1, DAY)[0]
            card = pupil_card(connection, 1, DAY)
            ilyas = timeline(connection, 3, DAY)
        assert (sam.kind, sam.on, sam.at) == ("Spreekuurgesprek", DAY, time(13))
        assert sam.text == "Bus gemist.\n! mentor: appt om 7.30 uur, vr\n= 6"
        assert card
        assert card.scales[-1].value == 6
        assert [one.text for one in ilyas if one.text] == ["Moeder belde."]
        assert isinstance(app.screen, PaperEntryDesk)
        assert app.screen.area.text == "4 kwijt\nwat hierbij hoort"
        await typed(pilot, "escape", "u")
        assert dump(app.casebook, without=("draft",)) == before
        draft = app.casebook.drafts.find("papier:1")
        assert draft
        assert draft.text == TYPED


async def test_digits_are_text_and_when_all_went_in_she_is_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "escape", "v", *"1 aanw", "enter", *"4 nv", "f2")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert came(app)[0] is Attendance.PRESENT
        assert came(app)[3] is Attendance.NO_SHOW
        assert "2 jongeren overgenomen. u maakt het ongedaan." in screen_text(app)


async def test_what_was_typed_stays_a_concept_and_leads_back(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "escape", "v", *"3 kwijt", "f2")
        assert "Begin een regel met het nummer" in screen_text(app)
        await typed(pilot, "escape", "escape", "escape")
        assert isinstance(app.screen, Today)
        assert "van papier" in screen_text(app)
        await typed(pilot, "enter", "escape", "v")
        assert isinstance(app.screen, PaperEntryDesk)
        assert app.screen.area.text == "3 kwijt"


async def test_at_80_by_24_the_whole_hint_is_there(tmp_path: Path) -> None:
    async with desk(tmp_path, (80, 24)) as (app, pilot):
        await typed(pilot, "enter", "escape", "v")
        assert NOTHING in " ".join(screen_text(app).split())


async def test_the_papers_are_written_where_downloads_go(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = home / "Downloads"
    downloads.mkdir()
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(downloads))
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "escape", "d", "b")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert f"2 bestanden in ~/Downloads. {THROW_AWAY}" in screen_text(app)
        written = sorted(downloads.glob("*.pdf"))
        assert [one.name for one in written] == [
            "spreekuur-veenwijzer-2026-11-24-concierge.pdf",
            "spreekuur-veenwijzer-2026-11-24-mij.pdf",
        ]
        for one in written:
            text = pypdfium2.PdfDocument(one)[0].get_textpage().get_text_bounded()
            assert "Jansma" not in text
