"""What every form does: lines one after the other, readings in their room, a concept that fits."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.widgets.form import Reading, TextLine, TickLine
from tests.tui.builder import StillApp, concept_kept, desk, typed
from tests.tui.screen_text import screen_text


class Trial(FormSheet[str]):
    """A form that saves nothing but its concept."""

    def __init__(self) -> None:
        self.wish = TextLine("Wens", read=self._read_wish, rows=2)
        self.agreed = TickLine("Akkoord", "ja")
        self.other = TextLine("Anders")
        super().__init__("Proef", (self.wish, self.agreed, self.other), place="formulier:proef")

    def _read_wish(self, text: str) -> Reading:
        return Reading(text, doubtful=text.startswith("?"))

    def do_save(self) -> None:
        with self.saving("Proef bewaard"):
            pass
        self.done(self.wish.value)


@asynccontextmanager
async def trial(tmp_path: Path) -> AsyncIterator[tuple[StillApp, Trial, Pilot[None]]]:
    async with desk(tmp_path) as (app, pilot):
        sheet = Trial()
        await app.push_screen(sheet)
        await pilot.pause()
        yield app, sheet, pilot


def labels_with_focus(sheet: Trial) -> list[str]:
    return [one.label for one in sheet.form.lines if one.control.has_focus]


async def test_enter_tab_and_arrows_go_through_the_lines_and_round(tmp_path: Path) -> None:
    async with trial(tmp_path) as (_, sheet, pilot):
        for key, label in (
            ("enter", "Akkoord"),
            ("enter", "Anders"),
            ("enter", "Wens"),
            ("up", "Anders"),
            ("up", "Akkoord"),
            ("down", "Anders"),
            ("shift+tab", "Akkoord"),
            ("tab", "Anders"),
        ):
            await typed(pilot, key)
            assert labels_with_focus(sheet) == [label]


async def test_letters_on_a_tick_are_no_commands(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, sheet, pilot):
        await typed(pilot, "enter", *"nu2?/")
        assert app.screen is sheet
        assert not sheet.agreed.ticked
        await typed(pilot, "space")
        assert sheet.agreed.ticked
        await pilot.click(sheet.agreed.tick)
        assert not sheet.agreed.ticked


async def test_a_reading_that_is_too_long_ends_in_dots(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, sheet, pilot):
        sheet.wish.fill("woord " * 30)
        await pilot.pause()
        first, second, third = screen_text(app).splitlines()[2:5]
        assert first.endswith("woord")
        assert second.endswith("woord…")
        assert third.startswith(" Akkoord")


async def test_a_doubtful_reading_carries_its_sign(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, _, pilot):
        await typed(pilot, *"?wat")
        assert "? ?wat" in screen_text(app)


async def test_a_concept_holds_colons_and_goes_on_in_the_line_where_it_was(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, _, pilot):
        await typed(pilot, *"om 9: 00", "enter", "space", "enter", *"Wens: niets", "escape")
        again = Trial()
        await app.push_screen(again)
        await pilot.pause()
        values = (again.wish.value, again.agreed.ticked, again.other.value)
        assert values == ("om 9: 00", True, "Wens: niets")
        assert labels_with_focus(again) == ["Anders"]
        assert "concept terug" in screen_text(app)


async def test_typing_is_a_concept_within_a_second_without_any_further_key(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, _, pilot):
        await typed(pilot, *"half")
        await concept_kept(pilot)
        assert [one.text for one in app.casebook.drafts.all()] == ["Wens: half"]
        assert "concept bewaard" in screen_text(app)


async def test_saving_drops_the_concept_and_undoing_gives_it_back(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, sheet, pilot):
        await typed(pilot, *"half", "f2")
        assert app.screen is not sheet
        assert app.casebook.drafts.all() == []
        await typed(pilot, "u")
        assert [one.text for one in app.casebook.drafts.all()] == ["Wens: half"]


async def test_leaving_the_program_keeps_what_was_just_typed(tmp_path: Path) -> None:
    async with trial(tmp_path) as (app, _, pilot):
        await typed(pilot, *"half")
        app.keep_everything()
        assert [one.text for one in app.casebook.drafts.all()] == ["Wens: half"]
