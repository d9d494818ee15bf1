"""Who comes while all places are taken gets what there still is, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from spreekuur.actions.office_hours import give_place, wait_for_place
from spreekuur.store.casebook import Casebook
from spreekuur.tui.keys import use_keys
from tests.dump import dump
from tests.tui.builder import DAY, typed
from tests.tui.live_hour import afternoon, full, live, status
from tests.tui.screen_text import screen_text

AMAL, BORIS = 8, 9


def known(casebook: Casebook) -> None:
    """A full afternoon; one who comes now waits already, another has a place the next time."""
    full(casebook)
    wait_for_place(casebook, 1, AMAL, DAY, reason="uit beeld")
    give_place(casebook, 2, BORIS)


async def test_what_is_so_already_is_said_and_not_done_again(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "escape")
        before = dump(app.casebook)
        await typed(pilot, "i", *"amal", "enter")
        assert "w wacht al, plek 3   v volgende keer, di 8 dec 13:20" in screen_text(app)
        await typed(pilot, "w")
        assert status(app) == "Deze jongere wacht al, plek 3."
        await typed(pilot, "escape", "i", *"boris", "enter", "v")
        assert status(app) == "Deze jongere heeft al een plek, di 8 dec 13:00."
        await typed(pilot, "escape", "i", *"noor", "enter")
        assert status(app) == "Deze jongere staat al op de lijst van dit spreekuur."
        assert dump(app.casebook) == before
        await typed(pilot, "i", *"amal", "enter", "i")
        assert status(app) == "Achteraan: 16:30. u maakt het ongedaan."
        assert afternoon(app).held[-1].reason == "uit beeld"


async def test_each_choice_is_named_by_her_own_key(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=full) as (app, pilot):
        use_keys({"wait": "q"})
        try:
            await typed(pilot, "escape", "i", *"amal", "enter")
            shown = [row for row in screen_text(app).splitlines() if "wachtlijst, plek" in row]
        finally:
            use_keys({})
        assert shown[0].startswith(" q wachtlijst, plek ")
        assert "   v volgende keer" in shown[0]


async def test_who_waits_for_a_later_one_stays_in_view(tmp_path: Path) -> None:
    async with live(tmp_path, prepare=known) as (app, pilot):
        await typed(pilot, "escape", "g", "j", "w")
        assert status(app).startswith("Wacht nu op di 8 dec.")
        later = next(row for row in screen_text(app).splitlines() if "later" in row)
        assert later.split() == ["later", "Noor", "van", "den", "Berg", "4H1", "di", "8", "dec"]
        await typed(pilot, "plus", "i", *"noor", "enter", "w")
        assert status(app) == "Deze jongere wacht al op di 8 dec."
        await typed(pilot, "escape", "enter")
        assert "Noor" not in screen_text(app)


@pytest.mark.parametrize("width", [60, 80])
async def test_every_choice_is_whole_when_the_next_one_is_full_too(
    width: int, tmp_path: Path
) -> None:
    def both(casebook: Casebook) -> None:
        full(casebook)
        for number in (*range(1, 7), *range(11, 15)):
            give_place(casebook, 2, number)

    async with live(tmp_path, (width, 24), prepare=both) as (app, pilot):
        await typed(pilot, "escape", "i", *"amal", "enter")
        assert "w wachtlijst, plek 3   v wachtlijst di 8 dec" in screen_text(app)
        assert "i achteraan, om 16:30" in screen_text(app)
        await typed(pilot, "v")
        assert status(app) == "Wachtlijst di 8 dec. u maakt het ongedaan."
