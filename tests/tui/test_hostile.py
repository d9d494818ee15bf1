"""Whatever the file holds and whatever is pasted: every screen stands and shows it as text."""

from __future__ import annotations

import os
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from rich.cells import cell_len
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from spreekuur.rules.text import clean
from tests.tui.builder import StillApp, desk, make_casebook
from tests.tui.every_screen import (
    FIRST,
    LOCKED,
    SPOTS,
    pass_doors,
    screens_there_are,
    settled,
    told,
    walk,
)
from tests.tui.hostile import (
    ATTACKS,
    MARKS,
    NAMES,
    TAG,
    Texts,
    columns_of_words,
    overwrite,
    pasted,
    texts,
)
from tests.tui.locked import at_the_door, closed_file
from tests.tui.screen_checks import assert_calm, assert_literal, named, rows_of

GROUPS = 4
"""Walks that may go beside each other."""

FEW = settings(
    max_examples=2,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
"""Each example is many texts on many screens; making a failing one smaller takes an hour."""

DOORS = (LOCKED, FIRST)

MARKED = re.compile("|".join(MARKS.values()))
EDGE = re.compile("[│▏▕]")
CUT = re.compile(rf"[│┌┐└┘…][{re.escape(TAG)}]*$")
"""Only as much of a tag as a box or an ellipsis leaves."""
BEGIN = re.compile(rf"(^|[│▏▕])(\s*[{re.escape(TAG)}]*)$")
"""The begin of a row, of the screen or of a pane."""


def test_every_column_with_words_is_attacked(tmp_path: Path) -> None:
    assert columns_of_words(make_casebook(tmp_path)) == set(NAMES)


def test_the_walks_lead_past_every_screen_there_is() -> None:
    walked = {spot.screen for spots in (SPOTS, *DOORS) for spot in spots}
    assert walked == {one.__name__ for one in screens_there_are()}


@pytest.fixture
def hostile_home(home: Path) -> Path:
    """A home folder in which files have hostile names."""
    for attack in ATTACKS:
        name = f"[b]{attack}.csv".replace("/", "").replace("\x00", "")[:60]
        (home / name).touch()
    Path(os.fsdecode(os.fsencode(home) + b"/\xff.csv")).touch()
    return home


@pytest.mark.parametrize("group", range(GROUPS))
@given(first=texts, second=texts, typed=pasted)
@FEW
async def test_hostile_text_is_shown_as_text_on_every_screen(
    group: int, hostile_home: Path, first: Texts, second: Texts, typed: str
) -> None:
    row = f'naam;school\n"{typed}";99ZA00\n'
    (hostile_home / "lijst.csv").write_text(row, encoding="utf-8", errors="ignore")
    with TemporaryDirectory() as folder:
        async with desk(Path(folder), prepare=told) as (app, pilot):
            overwrite(app.casebook, first)
            seen: set[str] = set()
            async for spot in walk(app, pilot, SPOTS[group::GROUPS]):
                with named(spot):
                    seen |= shows_it_literally(app)
                    overwrite(app.casebook, second)
                    await pilot.resize_terminal(140, 40)
                    app.reload()
                    await settled(app, pilot)
                    seen |= shows_it_literally(app)
                    await takes_it(app, pilot, typed)
                    await pilot.resize_terminal(80, 24)
            assert len(seen) > len(NAMES) // 3


@given(typed=pasted)
@FEW
async def test_hostile_text_typed_at_a_door_is_text_too(typed: str) -> None:
    for spots in DOORS:
        with TemporaryDirectory() as folder:
            new = Path(folder) / "nieuw" / "x.db"
            file = closed_file(Path(folder)) if spots is LOCKED else new
            async with at_the_door(file) as (app, pilot):
                async for spot in pass_doors(app, pilot, spots):
                    with named(spot):
                        assert isinstance(app.focused, Input)
                        await takes_it(app, pilot, typed)
                        await pilot.resize_terminal(140, 40)
                        await settled(app, pilot)
                        shows_it_literally(app)
                        await pilot.resize_terminal(80, 24)


def shows_it_literally(app: StillApp) -> set[str]:
    """No control character, nothing shifted, and before each mark its tag; gives the marks."""
    assert_literal(app)
    assert_calm(app)
    seen = set()
    for y, row in enumerate(rows_of(app)):
        for found in MARKED.finditer(row):
            seen.add(found[0])
            before = row[: found.start()]
            assert before.endswith(TAG) or CUT.search(before) or is_wrapped(app, y, before), row
    return seen


def is_wrapped(app: StillApp, y: int, before: str) -> bool:
    """Whether a row ends before a mark in the middle of its tag, or right after it."""
    start = BEGIN.search(before)
    if start is None:
        return False
    above = rows_of(app, cell_len(before[: start.start(2)]))[y - 1]
    return (EDGE.split(above)[0].rstrip() + start[2].strip()).endswith(TAG)


async def takes_it(app: StillApp, pilot: Pilot[None], typed: str) -> None:
    """Pasted in every field there is it is text too, and clean."""
    screen = app.screen
    for field in screen.focus_chain:
        if isinstance(field, Input | TextArea) and app.screen is screen:
            screen.set_focus(field)
            app.post_message(events.Paste(typed))
            await pilot.pause()
            await app.keys_handled()
            if isinstance(field, TextArea):
                assert clean(typed, multiline=True) in field.text
            else:
                assert clean(typed) in field.value
    await settled(app, pilot)
    assert_literal(app)
    assert_calm(app)
