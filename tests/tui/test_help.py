"""Help says what is here, which keys work now and why others do not; its examples are true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult

from spreekuur.rules.note import parse_line
from spreekuur.rules.note_lines import LineState
from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Desk, Sheet
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED
from spreekuur.tui.screens.help import Help, told
from spreekuur.tui.screens.office_hours import OfficeHoursDesk
from spreekuur.tui.screens.quick_note import QuickNote
from spreekuur.tui.screens.today import Today
from spreekuur.tui.sign_table import SIGNS
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.note_context import note_context
from tests.tui.builder import DAY, StillApp, desk, make_casebook, typed
from tests.tui.screen_text import screen_text

Golden = Callable[[App[Any], str], None]
REASON = "Er is nog niets om te filteren."


class Listing(Desk):
    """A place with a command that can't be done now."""

    about = "Alle jongeren. Een tweede zin."
    scopes = ("lijst", "caseload")
    BINDINGS = bindings("caseload", "lijst", "terug")

    def compose(self) -> ComposeResult:
        yield Rows()
        yield Field()
        yield from self.bars()

    def why_not(self, command: str) -> str | None:
        return REASON if command == "filter" else None


class Asking(Sheet[None]):
    """An overlay with a field."""

    about = "Een vraag."
    scopes = ("formulier",)
    BINDINGS = bindings("formulier", "terug")

    def compose(self) -> ComposeResult:
        yield Field()
        yield from self.bars()


def lines(app: StillApp, width: int = 78) -> list[str]:
    """All that help says of the screen that is open."""
    assert isinstance(app.screen, Desk | Sheet)
    return [line.plain for line in told(app.screen, width)]


def keys_named(app: StillApp) -> set[str]:
    return {line[:12].strip() for line in lines(app)}


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (60, 24)], ids=["80", "120", "60"])
async def test_help_on_today_and_in_a_note(
    size: tuple[int, int], tmp_path: Path, golden: Golden
) -> None:
    async with desk(tmp_path, size) as (app, pilot):
        await typed(pilot, "question_mark")
        golden(app, f"help_today_{size[0]}")
        await typed(pilot, "escape", "enter", "f1")
        golden(app, f"help_note_{size[0]}")


async def test_it_says_what_is_here_and_what_can_not_be_done_with_the_reason(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(Listing())
        await typed(pilot)
        said = lines(app)
        assert said[0] == "Alle jongeren. Een tweede zin."
        row = next(line for line in told(app.screen, 78) if line.plain.startswith("f "))  # type: ignore[arg-type]
        assert row.plain.split() == ["f", "filter", *REASON.split()]
        assert {span.style for span in row.spans} == {MUTED}
        assert any(line.startswith("n           notitie") for line in said)


async def test_letters_are_not_named_as_keys_where_they_are_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(Listing())
        await typed(pilot)
        assert {"f", "/", "+", "n", "1"} <= keys_named(app)
        app.screen.query_one(Field).focus()
        await typed(pilot)
        named = keys_named(app)
        assert not named & {"f", "/", "+", "n", "1"}
        assert {"Esc", "F1", "F8", "F9", "ctrl+q"} <= named


async def test_an_overlay_is_told_only_keys_that_reach_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.push_screen(Asking())
        await typed(pilot)
        assert {"F2 ctrl+o", "Esc", "F1", "F8", "F9", "ctrl+q"} <= keys_named(app)
        app.screen.query_one(Field).blur()
        await typed(pilot)
        assert not keys_named(app) & {"n", "/", "u", "1"}


async def test_it_lies_over_an_overlay_and_goes_away_to_exactly_there(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"noor", "enter", *"Bel", "f1")
        assert [type(one) for one in app.screen_stack[1:]] == [Today, QuickNote, Help]
        assert "Tekens in een notitie" in screen_text(app)
        await typed(pilot, "escape", *"len")
        assert "Bellen" in screen_text(app)


@pytest.mark.parametrize("key", ["escape", "f1", "question_mark"])
async def test_it_goes_away_by_the_keys_that_brought_it(key: str, tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "f1", key)
        assert isinstance(app.screen, Today)


async def test_a_question_mark_in_a_note_is_text(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", *"Hoe?")
        assert isinstance(app.screen, OfficeHoursDesk)
        assert "Hoe?" in screen_text(app)


async def test_the_rest_can_be_read_by_scrolling(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter", "f1")
        assert "nog " in screen_text(app)
        assert "ctrl+q" not in screen_text(app)
        await typed(pilot, "G")
        assert "ctrl+q" in screen_text(app)
        assert "nog " not in screen_text(app).splitlines()[-2]
        await typed(pilot, "g")
        assert "Tekens in een notitie" in screen_text(app)


async def test_signs_are_told_only_where_a_note_is(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        assert "Tekens in een notitie" not in lines(app)
        await typed(pilot, "enter")
        assert "Tekens in een notitie" in lines(app)


@pytest.mark.parametrize("width", [58, 78, 118])
async def test_no_line_of_help_is_wider_than_the_screen(width: int, tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "enter")
        assert max(len(line) for line in lines(app, width)) <= width


@pytest.mark.parametrize(
    ("sign", "word", "example"),
    [(sign, word, example) for sign, word, _, example in SIGNS],
    ids=[sign or "none" for sign, *_ in SIGNS],
)
def test_every_example_reads_as_help_says(
    sign: str, word: str, example: str, tmp_path: Path
) -> None:
    casebook = make_casebook(tmp_path)
    with casebook.read() as connection:
        context = note_context(connection, DAY, time(14), pupil_id=1, in_person=True)
    by_sign = parse_line(example, context)
    assert by_sign.state is (LineState.GOOD if sign else LineState.PLAIN)
    if sign:
        assert example.startswith(f"{sign} ")
        by_word = parse_line(f"{word} {example.removeprefix(sign).strip()}", context)
        assert by_word.reading == by_sign.reading
        assert by_word.shared == by_sign.shared
    casebook.close()
