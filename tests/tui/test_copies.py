"""The copy of the day is made behind her back: never in the way, and never failing unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from spreekuur.store.backups import Daily
from spreekuur.store.casebook import Casebook
from spreekuur.tui.copy_lines import TO_DO, with_copies
from spreekuur.tui.screens.today import Today
from spreekuur.tui.widgets.row_source import Head, Row
from tests.dump import dump
from tests.tui.builder import DAY, KEY, desk, typed
from tests.tui.screen_text import screen_text


def copies_go_to(folder: str) -> Callable[[Casebook], None]:
    def prepare(casebook: Casebook) -> None:
        with casebook.read() as connection:
            connection.execute("UPDATE settings SET copies_to = :folder", {"folder": folder})

    return prepare


async def test_the_copy_of_today_is_made_by_itself_and_named_on_vandaag(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Laatste kopie: vandaag." in screen_text(app)
        rows = dump(app.casebook)
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name == f"spreekuur.{DAY}.db"
    with closing(Casebook.open(copy, KEY)) as casebook:
        assert dump(casebook) == rows


async def test_what_is_typed_while_it_is_made_arrives(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await typed(pilot, "n", *"noor", "enter", *"Gebeld.", "f2")
        await app.workers.wait_for_complete()
        await pilot.pause()
        with app.casebook.read() as connection:
            (text,) = connection.execute(
                "SELECT text FROM conversation ORDER BY id DESC LIMIT 1"
            ).fetchone()
        assert text == "Gebeld."
        assert app.copies == Daily(DAY)


async def test_the_cursor_stays_where_it_is_when_the_copy_is_named(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.workers.wait_for_complete()
        await typed(pilot, "j", "j")
        assert isinstance(app.screen, Today)
        before = app.screen.under_cursor
        app.copies = Daily(DAY - timedelta(20))
        await pilot.pause()
        assert "Laatste kopie: wo 4 nov." in screen_text(app)
        assert app.screen.under_cursor == before


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 40)])
async def test_a_folder_that_is_missing_is_said_where_she_looks(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    prepare = copies_go_to("/media/stick")
    async with desk(tmp_path, size, prepare=prepare) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        lines = screen_text(app).splitlines()
        said = " ".join(line.split("│")[-1].strip() for line in lines)
        assert "De map voor kopieën is er niet: /media/stick. Sluit hem aan, of" in said
        assert not [line for line in lines if len(line) > size[0]]


async def test_a_disk_that_is_full_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        text = screen_text(app)
        assert "Er is vandaag geen kopie gemaakt." in text
        assert "Er is nog geen kopie. spreekuur kopie" in text
        await typed(pilot, "2")
        assert "Groot" in screen_text(app)


async def test_after_a_lock_there_is_still_one_a_day(tmp_path: Path) -> None:
    async with desk(tmp_path) as (app, pilot):
        await app.workers.wait_for_complete()
        await app.opened(app.casebook.beside())
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert len(list((tmp_path / "backups").iterdir())) == 1


OPEN = Head("Concept")


@pytest.mark.parametrize(
    ("copies", "above", "below"),
    [
        (None, "", ""),
        (Daily(DAY), "", "Laatste kopie: vandaag."),
        (Daily(DAY - timedelta(7)), "", "Laatste kopie: di 17 nov."),
        (Daily(DAY - timedelta(8)), f"Laatste kopie: ma 16 nov. {TO_DO}", ""),
        (Daily(date(2025, 11, 24)), f"Laatste kopie: ma 24 nov 2025. {TO_DO}", ""),
        (Daily(None), f"Er is nog geen kopie. {TO_DO}", ""),
        (Daily(DAY, ("De stick is weg.",)), "De stick is weg.", "Laatste kopie: vandaag."),
    ],
)
def test_there_is_a_word_above_only_when_there_is_something_to_do(
    copies: Daily | None, above: str, below: str
) -> None:
    lines = with_copies([OPEN], copies, DAY, 40)
    at = lines.index(OPEN)
    assert (text_of(lines[:at]), text_of(lines[at + 1 :])) == (above, below)


def text_of(lines: Sequence[Row | Head]) -> str:
    heads = [line.left for line in lines if isinstance(line, Head)]
    return " ".join(head[0] for head in heads if isinstance(head, tuple))
