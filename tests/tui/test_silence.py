"""Nobody at the keyboard: first initials, then the lock; a machine that slept is locked at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from spreekuur.actions.settings import change_settings
from spreekuur.store.casebook import Casebook
from spreekuur.tui import silence
from spreekuur.tui.fields import Field
from spreekuur.tui.screens.unlock import Unlock
from spreekuur.tui.silence import SHIELDED, SLEPT
from spreekuur.views.settings import SettingsView
from tests.tui.builder import PEOPLE, StillApp, desk, typed
from tests.tui.locked import PASSPHRASE, entered, give_keys
from tests.tui.screen_text import screen_text

SILENT = "Vergrendeld na 15 minuten stilte. Alles is bewaard."


class Clocks:
    """The wall clock and the steady one, moved by a test."""

    def __init__(self, app: StillApp, pilot: Pilot[None]) -> None:
        self.wall, self.steady = silence.both_clocks()
        app.clocks = lambda: (self.wall, self.steady)
        self.app = app
        self.pilot = pilot

    async def wait(self, minutes: float) -> None:
        """Let time pass, looked at every ten seconds."""
        for _ in range(round(minutes * 6)):
            self.wall += 10
            self.steady += 10
            self.app.listen()
        await settled(self.pilot)

    def sleep(self, minutes: float, *, steady_too: bool = False) -> None:
        """Nothing runs meanwhile; on Windows the steady clock goes on."""
        self.wall += minutes * 60
        self.steady += minutes * 60 * steady_too


async def settled(pilot: Pilot[None]) -> None:
    """Wait until what the clocks led to has been painted."""
    for _ in range(3):
        await pilot.pause()


def locked(app: StillApp) -> bool:
    shown = screen_text(app)
    assert not any(one.name.surname in shown for one in PEOPLE) or app._casebook
    return [type(one) for one in app.screen_stack[1:]] == [Unlock]


def after(shield: int, lock: int) -> Any:
    def prepare(casebook: Casebook) -> None:
        give_keys(casebook)
        change_settings(casebook, replace(SettingsView(), shield_after=shield, lock_after=lock))

    return prepare


async def test_after_five_minutes_the_names_are_initials_and_after_fifteen_it_is_locked(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        clocks = Clocks(app, pilot)
        await clocks.wait(4.5)
        assert not app.shielded
        await clocks.wait(1)
        assert app.shielded
        assert SHIELDED in screen_text(app)
        assert not any(one.name.surname in screen_text(app) for one in PEOPLE)
        await clocks.wait(9)
        assert not locked(app)
        await clocks.wait(1)
        assert locked(app)
        assert SILENT in screen_text(app)


@pytest.mark.parametrize("touch", ["key", "mouse", "paste"])
async def test_whoever_touches_anything_starts_the_silence_anew(touch: str, tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        clocks = Clocks(app, pilot)
        await clocks.wait(4.5)
        if touch == "key":
            await typed(pilot, "j")
        elif touch == "mouse":
            app.post_message(events.MouseMove(app.screen, 5, 5, 1, 0, 0, False, False, False))
            await settled(pilot)
        else:
            app.post_message(events.Paste("x"))
            await settled(pilot)
        await clocks.wait(4.5)
        assert not app.shielded
        await clocks.wait(1)
        assert app.shielded


async def test_names_that_were_brought_back_stay_for_another_five_minutes(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        clocks = Clocks(app, pilot)
        await clocks.wait(6)
        await typed(pilot, "f9")
        await clocks.wait(4.5)
        assert not app.shielded


async def test_a_shield_that_silence_put_up_is_gone_with_the_passphrase(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await Clocks(app, pilot).wait(15)
        await entered(pilot, PASSPHRASE)
        assert "Sam de Groot" in screen_text(app)
        await typed(pilot, "f9", "f8")
        await entered(pilot, PASSPHRASE)
        assert app.shielded


async def test_nought_is_never(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=after(0, 0)) as (app, pilot):
        await Clocks(app, pilot).wait(100)
        assert not app.shielded
        assert not locked(app)


async def test_one_minute_is_said_as_one(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=after(0, 1)) as (app, pilot):
        await Clocks(app, pilot).wait(1)
        assert "Vergrendeld na 1 minuut stilte. Alles is bewaard." in screen_text(app)


async def test_it_locks_from_an_overlay_over_another(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "n", "enter", "f1")
        assert len(app.screen_stack) == 4
        await Clocks(app, pilot).wait(15)
        assert locked(app)


async def test_a_note_that_is_being_written_is_kept_and_goes_on(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter", *"Twee wekkers")
        await Clocks(app, pilot).wait(15)
        assert locked(app)
        await entered(pilot, PASSPHRASE)
        assert "Twee wekkers" in screen_text(app)
        await typed(pilot, *" helpen")
        assert "Twee wekkers helpen" in screen_text(app)


@pytest.mark.parametrize("steady_too", [False, True], ids=["Linux and macOS", "Windows"])
async def test_a_machine_that_slept_is_locked_at_the_next_look(
    steady_too: bool, tmp_path: Path
) -> None:
    async with desk(tmp_path, prepare=after(0, 0)) as (app, pilot):
        clocks = Clocks(app, pilot)
        clocks.sleep(1, steady_too=steady_too)
        app.listen()
        await settled(pilot)
        assert locked(app)
        assert SLEPT in screen_text(app)


async def test_the_key_that_wakes_the_machine_does_nothing_else(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        await typed(pilot, "enter", *"Twee")
        Clocks(app, pilot).sleep(600)
        await typed(pilot, "x")
        assert locked(app)
        assert app.screen.query_one(Field).value == ""
        await entered(pilot, PASSPHRASE)
        assert "Twee" in screen_text(app)
        assert "Tweex" not in screen_text(app)


async def test_time_on_the_lock_does_not_count(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        clocks = Clocks(app, pilot)
        await typed(pilot, "f8")
        await clocks.wait(60)
        clocks.sleep(600)
        app.listen()
        await settled(pilot)
        assert "Vergrendeld om" in screen_text(app)
        await entered(pilot, PASSPHRASE)
        await clocks.wait(4.5)
        assert not locked(app)
        assert not app.shielded


async def test_a_clock_set_back_or_a_little_forward_locks_nothing(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        clocks = Clocks(app, pilot)
        for minutes in (-60, 0.4):
            clocks.sleep(minutes)
            app.listen()
            await settled(pilot)
            assert not locked(app)


async def test_it_looks_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(silence, "TICK", 0.02)
    async with desk(tmp_path, prepare=give_keys) as (app, pilot):
        Clocks(app, pilot).sleep(10)
        async with asyncio.timeout(5):
            while not locked(app):
                await asyncio.sleep(0.02)
