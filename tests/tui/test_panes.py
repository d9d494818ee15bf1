"""One pane at 80 columns, two from 100, three from 140, while the window is open."""

from __future__ import annotations

from pathlib import Path

from spreekuur.tui.widgets.beside import Beside
from tests.tui.builder import desk, typed
from tests.tui.screen_text import screen_text

RESTED = 0.1
"""Longer than a cursor must stand still before what is under it is read."""

THIRD = {
    ("1",): ("Volgende stap", "twee wekkers"),
    ("2", "j", "j"): ("Mensen", "06-00 00 00 02"),
    ("3",): ("Vorige keer", "Sam vertelt dat"),
    ("4",): ("Mensen", "Ilse de Groot"),
    ("5", "j"): ("Jongeren", "Fenna Kuipers"),
    ("2", "enter"): ("Gegevens", "01-08-2010"),
}
"""What only the third pane of each place has, by the keys to it."""


async def test_every_place_has_as_many_panes_as_fit(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        for keys, (head, word) in THIRD.items():
            await pilot.resize_terminal(120, 40)
            await typed(pilot, *keys)
            await app.workers.wait_for_complete()
            for width, walls in ((99, 0), (100, 1), (139, 1), (140, 2)):
                await pilot.resize_terminal(width, 40)
                await pilot.pause(RESTED)
                rows = screen_text(app).split("\n")
                assert {row.count("│") for row in rows[3:30]} == {walls}, (keys, width)
                third = [row.rpartition("│")[2] for row in rows if walls == 2]
                if walls == 2:
                    assert any(head in row for row in third), (keys, width, third)
                    assert any(word in row for row in third), (keys, width, third)


async def test_what_does_not_fit_is_made_when_it_does(tmp_path: Path) -> None:
    """A start at 120 columns waits for two panes only."""
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        assert not app.screen.query(Beside)
        await pilot.resize_terminal(140, 40)
        await typed(pilot)
        assert len(app.screen.query(Beside)) == 1
