"""On every screen a failure tells nothing of anyone, and what was typed is offered again."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.segment import Segments
from textual.pilot import Pilot
from textual.widgets import Input

from spreekuur.tui import read_beside
from spreekuur.tui.form_sheet import FormSheet
from spreekuur.tui.note_area import NoteArea
from spreekuur.tui.safety import FOR_THE_MAKERS, SENTENCE
from spreekuur.tui.screens.today import Today
from spreekuur.tui.widgets import form, note_editor
from tests.tui.builder import StillApp, desk
from tests.tui.every_screen import (
    FIRST,
    LOCKED,
    SPOTS,
    Spot,
    pass_doors,
    press,
    settled,
    told,
    walk,
)
from tests.tui.locked import PASSPHRASE, at_the_door, closed_file
from tests.tui.screen_checks import named, rows_of

GROUPS = 2
"""Walks that may go beside each other."""
TYPED = "Geheim 7431"
SECRETS = ("Geheim", "7431", "Sam", "Groot", PASSPHRASE, "geen gesprek")


@pytest.fixture
def unwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Concepts that wait for ever: only the failure itself has them written."""
    for one in (note_editor, form, read_beside):
        monkeypatch.setattr(one, "QUIET_SECONDS", 3600)


class Failing(StillApp):
    """Stops as the program does, but goes on until the walk is over."""

    walking = True

    def _close_messages_no_wait(self) -> None:
        if not self.walking:
            super()._close_messages_no_wait()

    def told(self) -> str:
        """What would have been printed, once."""
        text = "".join(
            segment.text
            for one in self._exit_renderables
            if isinstance(one, Segments)
            for segment in one.segments
        )
        self._exit_renderables.clear()
        self._exception = None
        self._exception_event.clear()
        return text


def fail(secret: str) -> None:
    try:
        {"Sam de Groot": 1}[secret]
    except KeyError as error:
        raise ValueError(f"geen gesprek met {secret}") from error


async def fail_later(secret: str) -> None:
    fail(secret)


def by_worker(app: Failing) -> None:
    app.screen.run_worker(fail_later(TYPED))


def by_thread(app: Failing) -> None:
    app.screen.run_worker(lambda: fail(TYPED), thread=True)


def by_task(app: Failing) -> None:
    # Nobody holds it, so nobody hears of its error but the loop.
    asyncio.get_running_loop().create_task(fail_later(TYPED))


def by_handler(app: Failing) -> None:
    try:
        fail(TYPED)
    except ValueError as error:
        app._handle_exception(error)


WAYS: tuple[Callable[[Failing], None], ...] = (by_handler, by_worker, by_thread, by_task)


@pytest.mark.parametrize("group", range(GROUPS))
async def test_a_failure_on_any_screen_tells_nothing_and_loses_nothing(
    group: int, tmp_path: Path, home: Path, unwritten: None
) -> None:
    async with desk(tmp_path, prepare=told, kind=Failing) as (app, pilot):
        assert isinstance(app, Failing)
        async for spot in walk(app, pilot, SPOTS[group::GROUPS]):
            with named(spot):
                await fails_everyway(app, pilot)
                if isinstance(app.focused, NoteArea) or isinstance(app.screen, FormSheet):
                    await offers_it_again(app, pilot, spot)
        app.walking = False
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert TYPED.encode() not in file.read_bytes()


async def test_a_failure_at_the_door_tells_no_passphrase(tmp_path: Path) -> None:
    for file, spots in ((closed_file(tmp_path), LOCKED), (tmp_path / "nieuw" / "x.db", FIRST)):
        async with at_the_door(file, kind=Failing) as (app, pilot):
            assert isinstance(app, Failing)
            async for spot in pass_doors(app, pilot, spots):
                with named(spot):
                    await fails_everyway(app, pilot, PASSPHRASE)
            app.walking = False


async def fails_everyway(app: Failing, pilot: Pilot[None], typed: str = TYPED) -> None:
    """Each way of failing, right behind the last key; each with its sentence and its place."""
    if isinstance(app.focused, Input | NoteArea):
        await press(app, pilot, typed)
    for way in WAYS:
        way(app)
        for _ in range(20):
            await pilot.pause(0.01)
            gc.collect(0)
            if app._exit_renderables:
                break
        text = app.told()
        assert text.startswith(SENTENCE), way.__name__
        assert FOR_THE_MAKERS in text
        assert f"{Path(__file__).name}:" in text
        assert [secret for secret in SECRETS if secret in text] == []


async def offers_it_again(app: Failing, pilot: Pilot[None], spot: Spot) -> None:
    """The same keys after the next start lead into the same text."""
    await app.show_only([Today()])
    await settled(app, pilot)
    await press(app, pilot, *spot.keys)
    fields = [one.value for one in app.screen.query(Input)]
    assert TYPED in "\n".join([*rows_of(app), *fields])
