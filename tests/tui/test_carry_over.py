"""Taking over is a copy and one key a conversation, and it can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from textual.pilot import Pilot

from spreekuur.actions.notes import About, save_note
from spreekuur.actions.settings import change_settings
from spreekuur.store.casebook import Casebook
from spreekuur.tui.screens import carry_over
from spreekuur.tui.screens.carry_over import ALL_DONE, NO_SYSTEM, OLD, CarryOverDesk
from spreekuur.tui.screens.dossier import Dossier
from spreekuur.views.carry_over import to_carry_over
from spreekuur.views.settings import settings
from tests.tui.builder import StillApp, desk, typed
from tests.tui.screen_text import screen_text


def three(casebook: Casebook) -> None:
    save_note(casebook, "Slaapt beter.", About(2), today=date(2026, 11, 12), now=time(16))
    save_note(casebook, "@ vader, voicemail", About(3), today=date(2026, 11, 23), now=time(9))


def many(casebook: Casebook) -> None:
    for day in range(1, 22):
        save_note(casebook, f"Oud {day}.", About(2), today=date(2026, 10, day))


def no_system(casebook: Casebook) -> None:
    with casebook.read() as connection:
        held = settings(connection)
    change_settings(casebook, replace(held, official_system=""))


def waits(app: StillApp) -> list[str]:
    with app.casebook.read() as connection:
        return [one.name.given for one in to_carry_over(connection)]


async def sent(app: StillApp, pilot: Pilot[None], *keys: str) -> str:
    """What the terminal is given to copy while these keys are pressed."""
    given: list[str] = []
    app.send_to_terminal = given.append  # type: ignore[assignment, method-assign]
    await typed(pilot, *keys)
    return "".join(given)


async def test_each_is_one_key_and_the_next_comes_by_itself(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=three) as (app, pilot):
        assert "Over te nemen in JVS" in screen_text(app)
        await typed(pilot, "o", "space", "space")
        assert waits(app) == ["Ilyas"]
        assert "Resultaat: voicemail ingesproken" in screen_text(app)
        await typed(pilot, "space")
        assert ALL_DONE[:24] in screen_text(app)
        await typed(pilot, "u")
        assert waits(app) == ["Ilyas"]
        await typed(pilot, "escape", "g")
        assert "sinds" in screen_text(app)


async def test_the_newest_ticked_first_leads_to_the_oldest_and_a_tick_comes_off(
    tmp_path: Path,
) -> None:
    async with desk(tmp_path, prepare=three) as (app, pilot):
        await typed(pilot, "o", "j", "j", "space", "space")
        assert waits(app) == ["Noor"]
        await typed(pilot, "j", "space")
        assert waits(app) == ["Sam", "Noor"]
        assert "Wacht weer op overnemen." in screen_text(app)


async def test_what_is_copied_is_the_text_beside_it(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40), prepare=three) as (app, pilot):
        copied = await sent(app, pilot, "o", "c")
        assert copied.startswith("Dinsdag 10 november 2026, 13.00 uur\n")
        for row in copied.split("\n")[:3]:
            assert row in screen_text(app)
        assert "Naar de terminal gestuurd." in screen_text(app)
        assert waits(app)[0] == "Sam"


async def test_a_dossier_shows_only_its_own(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=three) as (app, pilot):
        await typed(pilot, "2", "j", "j", "enter", "o")
        assert isinstance(app.screen, CarryOverDesk)
        assert "Noor" not in screen_text(app)
        await typed(pilot, "space")
        assert waits(app) == ["Noor", "Ilyas"]
        await typed(pilot, "enter")
        assert isinstance(app.screen, Dossier)


async def test_what_stood_there_already_is_one_step(tmp_path: Path) -> None:
    """As after a year of work without this list."""
    async with desk(tmp_path, prepare=many) as (app, pilot):
        await typed(pilot, "o")
        assert OLD[:30] in screen_text(app)
        await typed(pilot, "G", "k", "t")
        assert waits(app) == ["Sam"]
        assert "21 overgenomen. u maakt het ongedaan." in screen_text(app)
        await typed(pilot, "u")
        assert len(waits(app)) == 22


async def test_of_very_many_the_oldest_are_listed_and_the_rest_is_one_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry_over, "MOST", 10)
    async with desk(tmp_path, prepare=many) as (app, pilot):
        await typed(pilot, "o", "t")
        assert len(waits(app)) == 21
        await typed(pilot, *"jjjjjjjjjj", "space")
        assert "en nog 11, later gezegd" in screen_text(app)
        assert "Hier staat geen gesprek" in screen_text(app)
        await typed(pilot, "t")
        assert waits(app) == []
        await typed(pilot, "u")
        assert len(waits(app)) == 21


async def test_without_a_system_nothing_is_asked(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=no_system) as (app, pilot):
        assert "Over te nemen" not in screen_text(app).replace("o over te nemen", "")
        await typed(pilot, "o")
        assert NO_SYSTEM[:30] in screen_text(app)
        await typed(pilot, "c")
        assert "Hier staat geen gesprek" in screen_text(app)


async def test_what_waits_below_is_counted_apart_from_what_was_taken_over(tmp_path: Path) -> None:
    async with desk(tmp_path, prepare=many) as (app, pilot):
        await typed(pilot, "o", "space", "space", "space")
        text = screen_text(app)
        shown = text.count(" dagen")
        assert f"… nog {19 - shown}, 3 overgenomen" in text
