"""The file lies where it had better not lie, or may suddenly not be written: she is told, and no
text is lost."""

from __future__ import annotations

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from spreekuur.store.casebook import Casebook
from tests.tui.builder import DAY, KEY, concept_kept, desk, typed
from tests.tui.screen_text import screen_text
from tests.without_root import folder_of_nobody, give_to_nobody, without_root


def said(file: Path) -> list[str]:
    with closing(Casebook.open(file, KEY)) as casebook, casebook.read() as connection:
        return [text for (text,) in connection.execute("SELECT text FROM conversation")]


async def test_vandaag_says_that_the_file_is_in_a_synced_folder(tmp_path: Path) -> None:
    (tmp_path / ".sync_5f3a.db").touch()
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = " ".join(screen_text(app).split())
        assert "Dit bestand staat in een map van Nextcloud." in shown
        assert app.copies is not None
        assert app.copies.latest == DAY
        await typed(pilot, "n", *"noor", "enter", *"Gebeld.", "f2")
    assert "Gebeld." in said(tmp_path / "spreekuur.db")


async def test_the_text_stays_when_the_file_may_no_longer_be_written(tmp_path: Path) -> None:
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.workers.wait_for_complete()
        await typed(pilot, "n", *"noor", "enter", *"Gebeld.")
        await concept_kept(pilot)
        with app.casebook.read() as connection:
            connection.execute("PRAGMA query_only=ON")
        await typed(pilot, *"Later.", "f2")
        shown = " ".join(screen_text(app).split())
        assert "mag niet geschreven worden" in shown
        assert "Gebeld.Later." in shown
        with app.casebook.read() as connection:
            connection.execute("PRAGMA query_only=OFF")
        await typed(pilot, "f2")
    assert "Gebeld.Later." in said(tmp_path / "spreekuur.db")


@pytest.mark.skipif(os.name != "posix", reason="modes mean nothing on Windows")
async def test_what_is_open_goes_on_when_its_folder_is_closed_for_writing() -> None:
    with folder_of_nobody() as folder:
        async with desk(folder, (120, 40)) as (app, pilot):
            await app.workers.wait_for_complete()
            await typed(pilot, "n", *"noor", "enter", *"Eerst.", "f2")
            give_to_nobody(folder)
            folder.chmod(0o500)
            with without_root():
                await typed(pilot, "n", *"noor", "enter", *"Gebeld.", "f2")
        folder.chmod(0o700)
        assert {"Eerst.", "Gebeld."} <= set(said(folder / "spreekuur.db"))


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
async def test_the_text_stays_when_the_file_was_replaced(tmp_path: Path) -> None:
    file = tmp_path / "spreekuur.db"
    async with desk(tmp_path, (120, 40)) as (app, pilot):
        await app.workers.wait_for_complete()
        await typed(pilot, "n", *"noor", "enter", *"Gebeld.")
        await concept_kept(pilot)
        shutil.copyfile(file, tmp_path / "wolk")
        (tmp_path / "wolk").replace(file)
        await typed(pilot, "f2")
        shown = " ".join(screen_text(app).split())
        assert "Een ander programma heeft dit bestand vervangen" in shown
        assert "Gebeld." in shown
    with closing(Casebook.open(tmp_path / "spreekuur.gered.db", KEY)) as casebook:
        assert [draft.text for draft in casebook.drafts.all()] == ["Gebeld."]
