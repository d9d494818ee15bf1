"""What was said is read back in the words of the screen, however it was typed."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.tui.dossier_timeline import timeline_rows
from spreekuur.views.timeline import timeline
from tests.tui.builder import DAY, make_casebook

AMAL = 8


def read_back(tmp_path: Path, text: str) -> str:
    casebook = make_casebook(tmp_path)
    save_note(casebook, text, About(AMAL), today=DAY, now=time(9))
    with casebook.read() as connection:
        entries = timeline(connection, AMAL, DAY, 1)
    casebook.close()
    return str(timeline_rows(entries, (), date(2026, 11, 25), 80, shielded=False))


@pytest.mark.parametrize("typed", ["niet nodig", "NVT", "n.v.t.", "geen vervolg"])
def test_that_nothing_follows_is_said_in_one_way(tmp_path: Path, typed: str) -> None:
    shown = read_back(tmp_path, f"> {typed}")
    assert "'geen vervolg'" in shown
    assert "vervolg: " not in shown


def test_why_nothing_follows_stays_to_be_read(tmp_path: Path) -> None:
    assert "vervolg: niet nodig, het gaat goed" in read_back(
        tmp_path, "> niet nodig, het gaat goed"
    )
